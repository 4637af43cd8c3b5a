import { GRAINS, periodOf } from "../time/calendar.ts";
import { frameOf } from "../evaluate/frame.ts";
import type { Result } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import { type Day, LAST_DAY } from "../time/day.ts";
import type { People } from "./people.ts";
import { tell } from "./tally.ts";

/** Periods that a figure may be written for, the longest first. */
const LONGEST_FIRST = GRAINS.toReversed().filter((grain) => grain !== "span");

/**
 * The audience below the lowest level: a figure, not persons. It is the one of the longest period that holds the day and
 * for which one is written; without any it is missing, which is not zero. Source: domain.md, "Route and pyramid".
 */
export const audienceAt = (people: People, section: Section, period: string, day: Day): readonly Result[] => {
  const { engine, compiled, cube, strategyStart } = people;
  const { checked } = compiled.pyramid.audience;
  const number = engine.number(checked, cube, undefined);
  const { calendar } = section;
  const isWritten = LONGEST_FIRST.some((grain) => {
    const holding = periodOf(day, grain, calendar);
    engine.enter(frameOf(holding, { asOf: day, lastDay: LAST_DAY, strategyStart, calendar }));
    return number.aggregates.some(({ candidates, inWindow, isCounted }) =>
      [...candidates()].some((row) => inWindow(row, row) && isCounted(row) === true),
    );
  });
  const { value } = number.run();
  const unit = checked.type.kind === "number" ? checked.type.unit : "number";
  return tell(
    cube,
    [{}],
    { indicator: `${people.ladder}.audience`, period, unit, partial: false, why: () => people.missing(checked) },
    (_, cell) => {
      const unreached = cube.dimensionsOf(cell).filter((dimension) => number.unreached.includes(dimension));
      if (unreached.length > 0) {
        return { state: "not-applicable", reason: { code: "unreachable-dimension", detail: unreached } };
      }
      const found = isWritten ? value(cell) : null;
      return found === null
        ? { state: "missing", reason: { code: "no-rows", detail: [] } }
        : { state: "value", value: found };
    },
  );
};
