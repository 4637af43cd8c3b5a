import type { ReasonCount } from "@minga/core";
import { numbersIn } from "../output/numbers.ts";
import { shortened } from "../output/visible.ts";
import { linesOfTable } from "../evaluate/layout.ts";
import { LADDER_TEXTS } from "../texts/ladder.ts";
import type { PageOptions } from "./page.ts";

/** A reason that somebody wrote at length is cut. */
const LONGEST = 60;

/** Why people left, as it was written; for whoever holds the data. */
export const reasonLines = (
  reasons: readonly ReasonCount[],
  { language, style, width }: PageOptions,
): readonly string[] => {
  if (reasons.length === 0) return [];
  const write = numbersIn(language);
  return linesOfTable(
    [
      { line: "heading", text: LADDER_TEXTS.reasons[language] },
      ...reasons.map(({ reason, count }) => ({
        line: "row" as const,
        id: "",
        text: reason === null ? LADDER_TEXTS.noReason[language] : shortened(reason, LONGEST),
        cells: [{ text: write(count, "persons"), mark: "" }],
      })),
    ],
    [LADDER_TEXTS.people[language]],
    { width, style },
  );
};
