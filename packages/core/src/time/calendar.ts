import { addMonths, type Day, dayOf, partsOf } from "./day.ts";

/**
 * How a section cuts time: the first month of its year and the first day of its reporting months.
 * A year and a month are named by their first day's (so a month from 28 March to 27 April is 2025-03).
 */
export interface Calendar {
  /** 1..12; 1 is January. */
  readonly firstMonth: number;
  /** 1..28; 1 is the Gregorian month. */
  readonly firstDay: number;
}

/** January to December, months from the first to the last day. */
export const GREGORIAN: Calendar = { firstMonth: 1, firstDay: 1 };

/** The lengths of periods, longest last. */
export const GRAINS = ["month", "quarter", "semester", "year", "span"] as const;

/** `month`, `quarter`, `semester`, `year` or `span` (the whole strategy). */
export type Grain = (typeof GRAINS)[number];

/** A stretch of days that a number stands for. Both ends are inclusive. */
export interface Period {
  /** `2025`, `2025-S1`, `2025-Q1`, `2025-03` or `span`. */
  readonly id: string;
  readonly grain: Grain;
  readonly start: Day;
  /** The period's own last day, whatever `as of` says. */
  readonly end: Day;
}

const MONTHS: Readonly<Record<Exclude<Grain, "span">, number>> = {
  month: 1,
  quarter: 3,
  semester: 6,
  year: 12,
};

/** The reporting month (months since year 0, counted from January) that a day lies in. */
const reportingMonth = (day: Day, calendar: Calendar): number => {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return year * 12 + month - 1 - (dayOfMonth < calendar.firstDay ? 1 : 0);
};

const monthStart = (month: number, calendar: Calendar): Day =>
  dayOf(Math.floor(month / 12), (month % 12) + 1, calendar.firstDay);

const periodAt = (month: number, grain: Exclude<Grain, "span">, calendar: Calendar): Period => {
  const length = MONTHS[grain];
  const offset = calendar.firstMonth - 1;
  const first = Math.floor((month - offset) / length) * length + offset;
  const start = monthStart(first, calendar);
  const year = Math.floor((first - offset) / 12);
  const inYear = (first - offset - year * 12) / length + 1;
  const id =
    grain === "year"
      ? name(year)
      : grain === "semester"
        ? `${name(year)}-S${inYear}`
        : grain === "quarter"
          ? `${name(year)}-Q${inYear}`
          : `${name(Math.floor(first / 12))}-${String((first % 12) + 1).padStart(2, "0")}`;
  return { id, grain, start, end: addMonths(start, length) - 1 };
};

const name = (year: number): string => String(year).padStart(4, "0");

/**
 * The period of a grain that a day lies in.
 *
 * @example
 * periodOf(dayOf(2025, 5, 31), "quarter").id; // "2025-Q2"
 */
export const periodOf = (day: Day, grain: Exclude<Grain, "span">, calendar: Calendar = GREGORIAN): Period =>
  periodAt(reportingMonth(day, calendar), grain, calendar);

/** The periods of a grain that hold at least one day of `from`..`to`, in order. */
export const periodsBetween = (
  from: Day,
  to: Day,
  grain: Exclude<Grain, "span">,
  calendar: Calendar = GREGORIAN,
): readonly Period[] => {
  const periods: Period[] = [];
  for (let day = from; day <= to;) {
    const period = periodOf(day, grain, calendar);
    periods.push(period);
    day = period.end + 1;
  }
  return periods;
};

/**
 * Reads a period's name (not `span`, whose days are the strategy's); undefined when it names none.
 *
 * @example
 * formatDay(parsePeriod("2025-S2")!.start); // "2025-07-01"
 */
export const parsePeriod = (id: string, calendar: Calendar = GREGORIAN): Period | undefined => {
  const match = /^(\d{4})(?:-(?:Q([1-4])|S([12])|(0[1-9]|1[0-2])))?$/i.exec(id);
  if (match === null || Number(match[1]) === 0) return undefined;
  const year = Number(match[1]) * 12;
  const offset = calendar.firstMonth - 1;
  if (match[2]) return periodAt(year + offset + (Number(match[2]) - 1) * 3, "quarter", calendar);
  if (match[3]) return periodAt(year + offset + (Number(match[3]) - 1) * 6, "semester", calendar);
  if (match[4]) return periodAt(year + Number(match[4]) - 1, "month", calendar);
  return periodAt(year + offset, "year", calendar);
};
