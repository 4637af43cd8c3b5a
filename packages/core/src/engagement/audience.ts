import type { Result } from "../results/result.ts";
import { GRAINS } from "../time/calendar.ts";
import type { Day } from "../time/day.ts";
import type { People } from "./people.ts";

/** Periods that a figure may be written for, the longest first. */
const LONGEST_FIRST = GRAINS.toReversed().filter((grain) => grain !== "span");

/**
 * The audience below the lowest level: a figure, not persons. It is the one of the longest period that holds the day and
 * for which one is written; without any it is missing, which is not zero. Source: domain.md, "Route and pyramid".
 */
export const audienceAt = ({ view }: People, period: string, day: Day): readonly Result[] => {
  const { checked } = view.compiled.at(day).pyramid.audience;
  view.enter(day);
  const { aggregates } = view.engine.number(checked, view.cubeOn(day), undefined);
  const isWritten = LONGEST_FIRST.some((grain) => {
    view.enter(day, grain);
    return aggregates.some(({ candidates, inWindow, isCounted }) =>
      [...candidates()].some((row) => inWindow(row, row) && isCounted(row) === true),
    );
  });
  const results = view.results(checked, "figures", { indicator: "pyramid.audience", period, day });
  return isWritten ? results : results.map(unwritten);
};

/** Nothing is written for the day: the zero of a sum of nothing would be taken for a true one. */
const unwritten = (result: Result): Result => {
  if (result.state !== "value") return result;
  const { indicator, period, by, unit } = result;
  return { indicator, period, by, state: "missing", reason: { code: "no-rows", detail: [] }, unit };
};
