import { type AggregateReceipt, type Language, tableSpec } from "@minga/core";
import { EXPLAIN_TEXTS } from "../texts/explain.ts";

/** What the things that an aggregate counts are called: `personas`, or of one `persona`. */
export const calledIn = ({ counts }: Pick<AggregateReceipt, "counts">, count: number, language: Language): string =>
  counts === null
    ? EXPLAIN_TEXTS[count === 1 ? "value" : "values"][language]
    : tableSpec(counts)[count === 1 ? "one" : "label"][language].toLowerCase();
