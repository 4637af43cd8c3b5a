import {
  type Dataset,
  flowsBetween,
  formatDay,
  type Ladder,
  LADDERS,
  type Result,
  shareLadders,
  standingAt,
  type StepNote,
  type Strategy,
} from "@minga/core";
import { Cells } from "./cells.ts";
import type { ReportInput, ReportYear } from "./model.ts";

/** The last days of two years, written `yyyy-mm-dd`: how people moved from one to the other. */
export interface FlowDays {
  readonly from: string;
  readonly to: string;
}

/** The page's last year: from the day before it to its last day that counts; undefined before the strategy starts. */
export const flowDays = (years: readonly ReportYear[], asOf: number): FlowDays | undefined => {
  const last = years.at(-1);
  return last === undefined
    ? undefined
    : { from: formatDay(last.period.start - 1), to: formatDay(Math.min(last.period.end, asOf)) };
};

/**
 * Each pair of places on a ladder that people moved between, and what became of them in all.
 *
 * @param smallest the smallest count of persons that is shown; undefined on a page that withholds nothing
 */
export const ladderFlows = (
  { dataset, section, strategy }: ReportInput,
  days: FlowDays | undefined,
  smallest: number | undefined,
): Readonly<Record<Ladder, Cells>> => {
  const exact =
    days === undefined ? [] : LADDERS.map((ladder) => flowsBetween(dataset, { strategy, section, ladder, ...days }));
  const shown = smallest === undefined ? exact : shareLadders(exact, smallest);
  const cellsOf = (ladder: Ladder): Cells =>
    new Cells(
      shown.flatMap((flows) =>
        flows.results.filter(({ indicator, by }) => indicator === `${ladder}.flow` && Object.hasOwn(by, "outcome")),
      ),
    );
  return { pyramid: cellsOf("pyramid"), route: cellsOf("route") };
};

/** The audience below the pyramid at the end of each year, under the year's name. */
export const audienceResults = (
  { dataset, section }: ReportInput,
  strategy: Strategy,
  years: readonly ReportYear[],
  asOf: number,
): readonly Result[] =>
  years.flatMap(({ id, period }) =>
    standingAt(dataset, { strategy, section, ladder: "pyramid", at: formatDay(Math.min(period.end, asOf)) })
      .results.filter(({ indicator }) => indicator === AUDIENCE)
      .map((result) => ({ ...result, period: id })),
  );

/** The audience below the lowest level, as core tells it. */
export const AUDIENCE = "pyramid.audience";

/** What a day shows about the steps of a ladder themselves: one that nobody fulfils, two that always hold together. */
export const ladderNotes = (
  dataset: Dataset,
  { strategy, section }: Pick<ReportInput, "strategy" | "section">,
  ladder: Ladder,
  days: FlowDays | undefined,
): readonly StepNote[] =>
  days === undefined ? [] : standingAt(dataset, { strategy, section, ladder, at: days.to }).notes;
