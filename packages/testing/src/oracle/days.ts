// Days are texts `yyyy-mm-dd`: they are compared as texts, and this is all the arithmetic there is.

/** Before every day. */
export const BEFORE_ALL = "0000-00-00";

/** After every day. */
export const AFTER_ALL = "9999-99-99";

/** How many days a month (1..12) has. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  if (month !== 2) return 31;
  if (year % 400 === 0) return 29;
  if (year % 100 === 0) return 28;
  return year % 4 === 0 ? 29 : 28;
};

/** Writes a year, month (1..12) and day of the month. */
export const dayText = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** The year of a day. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The month (1..12) of a day. */
const monthOf = (day: string): number => Number(day.slice(5, 7));

/** The day of the month of a day. */
const dayOfMonth = (day: string): number => Number(day.slice(8, 10));

/** Whether a text is a day that exists. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  yearOf(text) >= 1 &&
  monthOf(text) >= 1 &&
  monthOf(text) <= 12 &&
  dayOfMonth(text) >= 1 &&
  dayOfMonth(text) <= daysInMonth(yearOf(text), monthOf(text));

/** Whether a day is the last of its month. */
const isLastOfMonth = (day: string): boolean => dayOfMonth(day) === daysInMonth(yearOf(day), monthOf(day));

/** The day after. */
export const dayAfter = (day: string): string => {
  if (!isLastOfMonth(day)) return dayText(yearOf(day), monthOf(day), dayOfMonth(day) + 1);
  if (monthOf(day) < 12) return dayText(yearOf(day), monthOf(day) + 1, 1);
  return dayText(yearOf(day) + 1, 1, 1);
};

/** The day so many days later. */
export const daysAfter = (day: string, days: number): string => {
  let result = day;
  for (let step = 0; step < days; step++) result = dayAfter(result);
  return result;
};

/** The same day so many months earlier, or that month's last day where it has no such day. */
export const monthsBefore = (day: string, months: number): string => {
  let year = yearOf(day);
  let month = monthOf(day);
  for (let step = 0; step < months; step++) {
    month -= 1;
    if (month === 0) {
      month = 12;
      year -= 1;
    }
  }
  return dayText(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)));
};

/**
 * "last N months: if the end D is its month's last day: from the first of the month N-1 months
 * earlier; else from the day after D minus N months"
 */
export const startOfLastMonths = (end: string, months: number): string => {
  if (isLastOfMonth(end)) {
    const first = monthsBefore(dayText(yearOf(end), monthOf(end), 1), months - 1);
    return first;
  }
  return dayAfter(monthsBefore(end, months));
};

/** Days since the first day of year 1. */
const dayCount = (day: string): number => {
  const before = yearOf(day) - 1;
  let count = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let month = 1; month < monthOf(day); month++) count += daysInMonth(yearOf(day), month);
  return count + dayOfMonth(day);
};

/** How many days later `to` is than `from`; negative when it is earlier. */
export const daysFromTo = (from: string, to: string): number => dayCount(to) - dayCount(from);

/** "A birthday on 29 February falls on 1 March in common years." */
const birthdayIn = (year: number, birthdate: string): string => {
  if (birthdate.endsWith("-02-29") && daysInMonth(year, 2) === 28) return dayText(year, 3, 1);
  return dayText(year, monthOf(birthdate), dayOfMonth(birthdate));
};

/** Whole years lived on a day; negative before birth. */
export const ageOn = (birthdate: string, on: string): number => {
  const years = yearOf(on) - yearOf(birthdate);
  return on >= birthdayIn(yearOf(on), birthdate) ? years : years - 1;
};
