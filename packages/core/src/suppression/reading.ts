import { compiledOnce, dayFrom } from "../evaluate/evaluate.ts";
import { frameOf } from "../evaluate/frame.ts";
import { periodNamed } from "../evaluate/period-named.ts";
import type { Result } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { LAST_DAY, parseDay } from "../time/day.ts";
import type { Reading } from "./canonical.ts";

/**
 * The definitions and days in which a result was told.
 *
 * @throws RangeError when it is of no period or indicator of the strategy, or `asOf` is no day
 */
export const readingOf = (
  { indicator, period: id }: Pick<Result, "indicator" | "period">,
  strategy: Strategy,
  section: Section,
  asOf: string,
): Reading => {
  const period = periodNamed(id, strategy, section);
  if (period === undefined) throw new RangeError(`${id} is no period`);
  const lastDay = dayFrom(asOf, "asOf");
  const compiled = compiledOnce(strategy).at(Math.min(period.end, lastDay));
  const spec = compiled.strategy.indicators[indicator];
  if (spec === undefined) throw new RangeError(`the strategy has no indicator ${indicator}`);
  const retired = spec.retired === undefined ? LAST_DAY : parseDay(spec.retired)! - 1;
  const frame = frameOf(period, {
    asOf: lastDay,
    lastDay: retired,
    strategyStart: parseDay(strategy.period.start)!,
    calendar: section.calendar,
  });
  return { compiled, section, frame };
};
