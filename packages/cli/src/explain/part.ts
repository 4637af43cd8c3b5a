import {
  type Dataset,
  type Dimension,
  DIMENSION_NAMES,
  dimensionByName,
  evaluate,
  fold,
  type Parts,
  type Section,
  type Strategy,
} from "@minga/core";
import type { PartLabels } from "../source/part-labels.ts";
import type { UsageProblem } from "../texts/usage.ts";

/** `--by region=Ñuble`, taken apart; whether the part exists is told once the records are read. */
export interface WantedPart {
  readonly dimension: Dimension;
  /** Code or name; null is the unknown part. */
  readonly part: string | null;
}

/** Reads `--by dimension=part`; nothing behind the sign is the unknown part. */
export const wantedParts = (given: readonly string[]): readonly (WantedPart | UsageProblem)[] =>
  given.map((text): WantedPart | UsageProblem => {
    const at = text.indexOf("=");
    if (at < 0) return { problem: "not-a-part", found: text };
    const found = text.slice(0, at).trim();
    const part = text.slice(at + 1).trim();
    const dimension = dimensionByName(found);
    if (dimension === undefined) {
      return { problem: "unknown-choice", option: "--by", found, known: DIMENSION_NAMES };
    }
    return { dimension, part: part === "" ? null : part };
  });

/** What the parts that exist are looked up in. */
export interface PartsContext {
  readonly dataset: Dataset;
  readonly strategy: Strategy;
  readonly section: Section;
  readonly indicator: string;
  readonly labels: PartLabels;
}

/** How many of the parts that there are a message lists. */
const LISTED = 20;

/** The part of each dimension by its code, from codes or names. */
export const partsOf = (
  wanted: readonly WantedPart[],
  context: PartsContext,
): { readonly by: Parts } | { readonly problems: readonly UsageProblem[] } => {
  const by: Record<string, string | null> = {};
  const problems: UsageProblem[] = [];
  for (const { dimension, part } of wanted) {
    const codes = codesOf(dimension, context);
    const name = part === null ? undefined : fold(part);
    const code =
      part === null || codes.includes(part)
        ? part
        : codes.find((each) => fold(each) === name || fold(context.labels(dimension, each)) === name);
    if (code === undefined) {
      const known = codes.length > LISTED ? [...codes.slice(0, LISTED), "…"] : codes;
      problems.push({ problem: "unknown-part", dimension, found: part ?? "", known });
    } else {
      by[dimension] = code;
    }
  }
  return problems.length > 0 ? { problems } : { by };
};

/** The parts that there are, in core's order. Any period tells them; the first year of the strategy is one. */
const codesOf = (dimension: Dimension, { dataset, strategy, section, indicator }: PartsContext): readonly string[] => {
  const { start, end } = strategy.period;
  const day = { from: start, to: start, asOf: end };
  const results = evaluate(dataset, { strategy, section, ...day, by: [dimension], indicators: [indicator] });
  return results.flatMap(({ by }) => by[dimension] ?? []);
};
