import { dayText, daysInMonth } from "./days.ts";

/** The length of a period. */
export type OracleGrain = "year" | "semester" | "quarter" | "month" | "span";

/** A period and its own first and last day, whatever `as of` says. */
export interface OraclePeriod {
  readonly id: string;
  readonly grain: OracleGrain;
  readonly start: string;
  readonly end: string;
}

/** "`span` (2024-01-01 .. 2030-12-31)" */
const STRATEGY_START = "2024-01-01";

/** See {@link STRATEGY_START}. */
const STRATEGY_END = "2030-12-31";

/** "Periods: 2025, 2025-S1, 2025-Q1, 2025-03": all of one grain that lie in a year. */
const periodsOfYear = (year: number, grain: Exclude<OracleGrain, "span">): readonly OraclePeriod[] => {
  const months = { year: 12, semester: 6, quarter: 3, month: 1 }[grain];
  const periods: OraclePeriod[] = [];
  for (let number = 1; number <= 12 / months; number++) {
    const firstMonth = (number - 1) * months + 1;
    const lastMonth = number * months;
    const name = dayText(year, firstMonth, 1).slice(0, 4);
    const id = {
      year: name,
      semester: `${name}-S${number}`,
      quarter: `${name}-Q${number}`,
      month: dayText(year, firstMonth, 1).slice(0, 7),
    }[grain];
    const start = dayText(year, firstMonth, 1);
    periods.push({ id, grain, start, end: dayText(year, lastMonth, daysInMonth(year, lastMonth)) });
  }
  return periods;
};

/**
 * The periods that hold at least one day of `from`..`to`;
 * "a period that starts after [as of] is not listed".
 */
export const listPeriods = (
  grain: OracleGrain,
  asOf: string,
  from: string = STRATEGY_START,
  to: string = STRATEGY_END,
): readonly OraclePeriod[] => {
  const candidates: OraclePeriod[] = [];
  if (grain === "span") {
    candidates.push({ id: "span", grain, start: STRATEGY_START, end: STRATEGY_END });
  } else {
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
      candidates.push(...periodsOfYear(year, grain));
    }
  }
  return candidates.filter((period) => period.end >= from && period.start <= to && period.start <= asOf);
};
