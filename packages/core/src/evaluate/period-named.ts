import type { Section } from "../section/section.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { parsePeriod, type Period } from "../time/calendar.ts";
import { parseDay } from "../time/day.ts";

/** A period by its name; `span` is the strategy's own. */
export const periodNamed = (id: string, { period }: Pick<Strategy, "period">, section: Section): Period | undefined =>
  id === "span"
    ? { id, grain: "span", start: parseDay(period.start)!, end: parseDay(period.end)! }
    : parsePeriod(id, section.calendar);
