import { dayInZone, dayOf, isDay, parseInstant } from "@minga/core";
import { type Coercer, Unreadable } from "./cell.ts";

/** A time of day without an offset: it does not change the day. */
const TIME = String.raw`(?:[T\s,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?\s?m\.?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, "i");
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`, "i");
const SHORT_YEAR = /^\d{1,2}([-/.])\d{1,2}\1\d{2}$/;

/**
 * Days: `2025-03-31`, `31-03-2025`, `31/3/2025`, `31.3.2025` (the day before the month), each also with a
 * time of day, and instants with an offset, which become the day that it then is in the section's zone.
 */
export const dayCoercer =
  (zone: string): Coercer =>
  (text) => {
    const yearFirst = YEAR_FIRST.exec(text);
    if (yearFirst !== null) return checked(yearFirst[1]!, yearFirst[3]!, yearFirst[4]!);
    const dayFirst = DAY_FIRST.exec(text);
    if (dayFirst !== null) return checked(dayFirst[4]!, dayFirst[3]!, dayFirst[1]!);
    const instant = parseInstant(text);
    if (instant !== undefined) return dayInZone(instant, zone);
    return new Unreadable(SHORT_YEAR.test(text) ? "two-digit-year" : "unreadable-day");
  };

const checked = (year: string, month: string, day: string): number | Unreadable => {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return isDay(y, m, d) ? dayOf(y, m, d) : new Unreadable("unreadable-day");
};
