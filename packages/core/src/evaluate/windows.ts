import type { TimeRole } from "../records/column.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { Quantity, Window } from "../formula/checked.ts";
import type { WindowsOf } from "../formula/window.ts";
import { addMonths, type Day, dayOf, LAST_DAY, NO_DAY, partsOf } from "../time/day.ts";
import { lastMonthsStart } from "../time/window.ts";
import type { Facts } from "./facts.ts";
import type { CurrentFrame, Frame } from "./frame.ts";

/** Whether a row lies in a window; `outer` is the row that a nested aggregate belongs to. */
export type InWindow = (row: number, outer: number) => boolean;

/** Days, both inclusive. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

type EventWindow = Exclude<WindowsOf<"event">, "within">;

/** One entry a window of events, but for the one that depends on the outer row. */
const EVENT_DAYS: Readonly<Record<EventWindow, (frame: Frame, months: number) => Days>> = {
  during: ({ start, end }) => ({ from: start, to: end }),
  last: ({ end }, months) => ({ from: lastMonthsStart(end, months), to: end }),
  // Without a year of its own a period has no previous one; whoever asks is told so (`grain`).
  "previous-year": ({ yearStart }) =>
    yearStart === null ? { from: 1, to: 0 } : { from: addMonths(yearStart, -12), to: yearStart - 1 },
  ever: ({ end }) => ({ from: NO_DAY + 1, to: end }),
  "to-date": ({ strategyStart, end }) => ({ from: strategyStart, to: end }),
};

/** The days of a window over events; the checker lets no window of other tables come here. */
export const eventDays = (window: Window, quantity: (quantity: Quantity) => number): ((frame: Frame) => Days) => {
  const daysOf = EVENT_DAYS[window.window as EventWindow];
  return (frame) => daysOf(frame, window.window === "last" ? quantity(window.months) : 0);
};

/** What windows need from the evaluation. */
export interface WindowContext {
  readonly facts: Facts;
  readonly current: CurrentFrame;
  readonly quantity: (quantity: Quantity) => number;
  /** The day that a window `within` counts from, for an outer row; null where it is empty. */
  readonly after: (outer: number) => Day | null;
}

/** The test of a window on rows of a table. */
export const windowTest = (context: WindowContext, table: TableName, window: Window | null): InWindow => {
  const { time } = tableSpec(table);
  if (window === null || time.role === "none") return () => true;
  switch (time.role) {
    case "event":
      return eventTest(context, table, window);
    case "spell":
      return spellTest(context, table, window);
    case "year":
      return yearTest(context, table, time, window);
    case "period":
      return periodTest(context, table, time, window);
  }
};

const eventTest = ({ facts, current, quantity, after }: WindowContext, table: TableName, window: Window): InWindow => {
  const days = facts.days(table);
  if (window.window === "within") {
    const length = quantity(window.days);
    return (row, outer) => {
      const first = after(outer);
      const day = days[row]!;
      return first !== null && day !== NO_DAY && day > first && day <= first + length && day <= current.frame.asOf;
    };
  }
  const interval = current.perFrame(eventDays(window, quantity));
  return (row) => {
    const { from, to } = interval();
    const day = days[row]!;
    return day >= from && day <= to && day !== NO_DAY;
  };
};

/** One entry a window of spells. */
const SPELL_TESTS: Readonly<Record<WindowsOf<"spell">, (first: Day, last: Day, frame: Frame) => boolean>> = {
  "at-end": (first, last, { end }) => first <= end && last >= end,
  "any-time": (first, last, { start, end }) => first <= end && last >= start,
  started: (first, _, { start, end }) => first >= start && first <= end,
  ended: (_, last, { start, end }) => last >= start && last <= end,
  ever: (first, _, { end }) => first <= end,
};

const spellTest = ({ facts, current }: WindowContext, table: TableName, window: Window): InWindow => {
  const { starts, ends } = facts.spells(table);
  const isEmpty = (row: number): boolean => ends[row]! < starts[row]! || starts[row] === LAST_DAY;
  const test = SPELL_TESTS[window.window as WindowsOf<"spell">];
  return (row) => !isEmpty(row) && test(starts[row]!, ends[row]!, current.frame);
};

/** One entry a window of years; for `at end` see below. */
const YEAR_TESTS: Readonly<Record<Exclude<WindowsOf<"year">, "at-end">, (year: number, frame: Frame) => boolean>> = {
  during: (year, { start, end }) => dayOf(year, 1, 1) <= end && dayOf(year, 12, 31) >= start,
  ever: (year, { end }) => dayOf(year, 1, 1) <= end,
};

/**
 * `during`: the row's year touches the period; `ever`: it has begun by the period's end; `at end`: of the rows that
 * differ in their year alone, the latest that has begun by then, or else the earliest.
 */
const yearTest = (
  { facts, current }: WindowContext,
  table: TableName,
  { year }: Extract<TimeRole, { role: "year" }>,
  window: Window,
): InWindow => {
  const data = facts.column(table, year);
  if (data?.type !== "number") return () => false;
  const years = data.values;
  if (window.window === "at-end") {
    const standing = current.perFrame(({ end }) => latestRows(facts, table, year, years, partsOf(end).year));
    return (row) => standing().has(row);
  }
  const test = YEAR_TESTS[window.window as keyof typeof YEAR_TESTS];
  return (row) => !Number.isNaN(years[row]!) && test(years[row]!, current.frame);
};

const latestRows = (
  facts: Facts,
  table: TableName,
  year: string,
  years: Float64Array,
  now: number,
): ReadonlySet<number> => {
  const others = tableSpec(table).key.filter((column) => column !== year);
  const keyOf = (row: number): string =>
    JSON.stringify(
      others.map((column) => {
        const data = facts.column(table, column);
        return data === undefined || data.type === "refs" ? null : data.values[row];
      }),
    );
  const standing = new Map<string, number>();
  for (let row = 0; row < years.length; row++) {
    const value = years[row]!;
    if (Number.isNaN(value) || !facts.counts(table, row)) continue;
    const key = keyOf(row);
    const known = standing.get(key);
    const other = known === undefined ? undefined : years[known]!;
    const isBetter = other === undefined || (other > now ? value < other : value > other && value <= now);
    if (isBetter) standing.set(key, row);
  }
  return new Set(standing.values());
};

/** A row that names a period belongs to that period alone: a year's figure says nothing of its quarters. */
const PERIOD_TESTS: Readonly<Record<WindowsOf<"period">, (period: string | null, frame: Frame) => boolean>> = {
  during: (period, { id }) => period === id,
};

const periodTest = (
  { facts, current }: WindowContext,
  table: TableName,
  { period }: Extract<TimeRole, { role: "period" }>,
  window: Window,
): InWindow => {
  const data = facts.column(table, period);
  if (data?.type !== "text") return () => false;
  const test = PERIOD_TESTS[window.window as WindowsOf<"period">];
  return (row) => test(data.values[row]!, current.frame);
};
