/**
 * A calendar day without a zone, as days since 1970-01-01 in the proleptic Gregorian calendar.
 * This is the one file that may use JavaScript's `Date`.
 */
export type Day = number;

/** Stands in columns for "no day". */
export const NO_DAY = -0x8000_0000;

/** Before every day that can be written: the start of a spell that has always been. */
export const FIRST_DAY: Day = -0x7fff_ffff;

/** After every day that can be written: the end of a spell that is still going on. */
export const LAST_DAY: Day = 0x7fff_ffff;

/** A day taken apart: full year, month 1..12, day of the month 1..31. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a year, month (1..12) and day of the month, which must exist (see {@link isDay}). */
export const dayOf = (year: number, month: number, day: number): Day => {
  // Howard Hinnant's days-from-civil: years begin in March, so that the leap day comes last.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** Takes a day apart. */
export const partsOf = (day: Day): DayParts => {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
};

/** How many days a month (1..12) has. */
const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** Whether a year 1..9999, month and day of the month name a day that exists. */
export const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/**
 * Reads `yyyy-mm-dd`; anything else, and a day that does not exist, is undefined.
 *
 * @example
 * parseDay("2024-02-29"); // 19782
 * parseDay("2025-02-29"); // undefined
 */
export const parseDay = (text: string): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? dayOf(year, month, day) : undefined;
};

/** Writes a day as `yyyy-mm-dd`. */
export const formatDay = (day: Day): string => {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
};

/** Months since year 0: equal for two days of one Gregorian month. */
export const monthIndex = (day: Day): number => {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
};

/** The same day of the month `months` later (negative: earlier), or that month's last day where it has no such day. */
export const addMonths = (day: Day, months: number): Day => {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayOf(y, m, Math.min(dayOfMonth, daysInMonth(y, m)));
};

/** Whether a day is the last of its Gregorian month. */
export const isMonthEnd = (day: Day): boolean => {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return dayOfMonth === daysInMonth(year, month);
};

/**
 * Whole years lived on a day; a birthday on 29 February falls on 1 March in common years.
 * Negative before birth. Source: domain.md, "Records".
 */
export const ageOn = (birthdate: Day, on: Day): number => {
  const born = partsOf(birthdate);
  const then = partsOf(on);
  const beforeBirthday = then.month < born.month || (then.month === born.month && then.day < born.day);
  return then.year - born.year - (beforeBirthday ? 1 : 0);
};

/** The calendar day of an instant (milliseconds since 1970) in an IANA zone. */
export const dayInZone = (instant: number, zone: string): Day => {
  const parts = zoneFormat(zone).formatToParts(instant);
  const field = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return dayOf(field("year"), field("month"), field("day"));
};

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

const zoneFormat = (zone: string): Intl.DateTimeFormat => {
  let format = zoneFormats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-CA-u-ca-iso8601-nu-latn", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    zoneFormats.set(zone, format);
  }
  return format;
};

/** Reads an ISO 8601 instant with an offset or Z as milliseconds since 1970; otherwise undefined. */
export const parseInstant = (text: string): number | undefined => {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)$/i.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  if (!isDay(year!, month!, day!) || hour! > 24 || minute! > 59 || second! > 60) return undefined;
  const offset = match[7]!.toUpperCase();
  const sign = offset.startsWith("-") ? -1 : 1;
  const digits = offset.replace(/[^\d]/g, "").padEnd(4, "0");
  const offsetMinutes = offset === "Z" ? 0 : sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4)));
  const minutes = dayOf(year!, month!, day!) * 1440 + hour! * 60 + minute! - offsetMinutes;
  return (minutes * 60 + second!) * 1000;
};

/** Today in an IANA zone, from the machine's clock: for the edges (the command line), never for a test. */
export const todayIn = (zone: string): Day => dayInZone(Date.now(), zone);
