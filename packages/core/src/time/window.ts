import { addMonths, type Day, isMonthEnd, partsOf, dayOf } from "./day.ts";

/**
 * The first of the `months` months that end on a day. If it is its month's last day, the first of the month
 * `months - 1` earlier; else the day after the same day `months` earlier. Source: domain.md, "Time".
 *
 * @example
 * formatDay(lastMonthsStart(dayOf(2025, 3, 31), 12)); // "2024-04-01"
 * formatDay(lastMonthsStart(dayOf(2025, 3, 15), 12)); // "2024-03-16"
 */
export const lastMonthsStart = (end: Day, months: number): Day => {
  if (!isMonthEnd(end)) return addMonths(end, -months) + 1;
  const { year, month } = partsOf(end);
  return addMonths(dayOf(year, month, 1), 1 - months);
};
