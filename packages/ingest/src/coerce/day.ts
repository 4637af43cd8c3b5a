import { type Day, dayInZone, dayOf, isDay, parseInstant } from "@minga/core";
import type { DateOrder } from "../mapping.ts";
import { type Coercer, Noted, type Read, SlashDate, Unreadable } from "./cell.ts";
import { daysInWords } from "./day-words.ts";

/** From a day or an instant to another one, as ISO 8601 and tools write it: `2025-01-21/2025-01-23`. */
const INTERVAL = /^(\d{4}-\d{2}-\d{2}(?:T[^/]*)?)\/(\d{4}-\d{2}-\d{2}(?:T[^/]*)?)$/;
/** A time of day without an offset: it does not change the day. */
const TIME = String.raw`(?:[T\s,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?\s?m\.?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, "i");
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`, "i");
const SHORT_YEAR = /^\d{1,2}([-/.])\d{1,2}\1\d{2}$/;
/** Days since 1899-12-30 from 1954 to 2064: what a spreadsheet shows of a date whose format was lost. */
const SERIAL = /^[2-5]\d{4}(?:\.\d+)?$/;
const SERIAL_ZERO = -25_569;

/** What a day is read with. */
export interface DayReading {
  /** IANA zone in which an instant becomes a day. */
  readonly zone: string;
  /** In which order dates with slashes are written; undefined: the column tells. */
  readonly order: DateOrder | undefined;
  /** Whether several days stand for the first of them: an activity of two days is told on its first one. */
  readonly takesSeveral: boolean;
}

/**
 * Days: `2025-03-31`, `31-03-2025`, `31.3.2025` (the day before the month), `31/3/2025` (as the column shows), `31 de marzo de
 * 2025`, each also with a time of day; instants with an offset, which become the day that it then is in the section's zone; several
 * days, in words or as `2025-01-21/2025-01-23`; and a spreadsheet's serial number, with a word.
 */
export const dayCoercer =
  (reading: DayReading): Coercer =>
  (text) => {
    const yearFirst = YEAR_FIRST.exec(text);
    if (yearFirst !== null)
      return dayIn(yearFirst[1]!, yearFirst[3]!, yearFirst[4]!) ?? new Unreadable("unreadable-day");
    const yearLast = YEAR_LAST.exec(text);
    if (yearLast !== null) return withYearLast(yearLast, reading);
    const instant = parseInstant(text);
    if (instant !== undefined) return dayInZone(instant, reading.zone);
    if (SHORT_YEAR.test(text)) return new Unreadable("two-digit-year");
    if (SERIAL.test(text)) {
      const day = SERIAL_ZERO + Math.floor(Number(text));
      return new Noted(day, "serial-day");
    }
    const interval = INTERVAL.exec(text);
    return interval === null ? inWords(text, reading) : daysBetween(interval, reading);
  };

/** What begins and ends on one day is that day. */
const daysBetween = ([, from, to]: RegExpExecArray, reading: DayReading): Read => {
  const [first, last] = [from!, to!].map(dayCoercer(reading));
  if (typeof first !== "number" || typeof last !== "number" || last < first) return new Unreadable("unreadable-day");
  return first === last ? first : several(first, reading);
};

const several = (first: Day, { takesSeveral }: DayReading): Read =>
  takesSeveral ? new Noted(first, "several-days") : new Unreadable("unreadable-day");

const withYearLast = ([, first, sign, second, year]: RegExpExecArray, { order }: DayReading): Read => {
  const [dayFirst, monthFirst] = [dayIn(year!, second!, first!), dayIn(year!, first!, second!)];
  // Month and day are swapped only by those who write slashes.
  if (sign !== "/" || order === "dmy") return dayFirst ?? new Unreadable("unreadable-day");
  if (order === "mdy") return monthFirst ?? new Unreadable("unreadable-day");
  return dayFirst === undefined && monthFirst === undefined
    ? new Unreadable("unreadable-day")
    : new SlashDate(dayFirst, monthFirst);
};

const inWords = (text: string, reading: DayReading): Read => {
  const found = daysInWords(text);
  switch (found?.found) {
    case "day":
      return found.day;
    case "days":
      return several(found.first, reading);
    case "month":
      return new Unreadable("month-alone");
    case undefined:
      return new Unreadable("unreadable-day");
  }
};

const dayIn = (year: string, month: string, day: string): Day | undefined => {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return isDay(y, m, d) ? dayOf(y, m, d) : undefined;
};
