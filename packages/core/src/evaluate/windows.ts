import type { TimeRole } from "../records/column.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { Quantity, Window } from "../formula/checked.ts";
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

/** The days of a window over events; undefined for the window that depends on the outer row. */
export const eventDays =
  (window: Window, quantity: (quantity: Quantity) => number) =>
  (frame: Frame): Days => {
    const { start, end, yearStart, strategyStart } = frame;
    switch (window.window) {
      case "during":
        return { from: start, to: end };
      case "last":
        return { from: lastMonthsStart(end, quantity(window.months)), to: end };
      case "previous-year":
        // Without a year of its own a period has no previous one; whoever asks is told so (`grain`).
        return yearStart === null ? { from: 1, to: 0 } : { from: addMonths(yearStart, -12), to: yearStart - 1 };
      case "ever":
        return { from: NO_DAY + 1, to: end };
      case "to-date":
        return { from: strategyStart, to: end };
      default:
        throw new Error(`the window ${window.window} is not one of days`);
    }
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
      return periodTest(context, table, time);
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

const spellTest = ({ facts, current }: WindowContext, table: TableName, window: Window): InWindow => {
  const { starts, ends } = facts.spells(table);
  const isEmpty = (row: number): boolean => ends[row]! < starts[row]! || starts[row] === LAST_DAY;
  const tests: Partial<Record<Window["window"], (row: number, frame: Frame) => boolean>> = {
    "at-end": (row, { end }) => starts[row]! <= end && ends[row]! >= end,
    "any-time": (row, { start, end }) => starts[row]! <= end && ends[row]! >= start,
    started: (row, { start, end }) => starts[row]! >= start && starts[row]! <= end,
    ended: (row, { start, end }) => ends[row]! >= start && ends[row]! <= end,
    ever: (row, { end }) => starts[row]! <= end,
  };
  const test = tests[window.window];
  if (test === undefined) throw new Error(`the window ${window.window} is not one of spells`);
  return (row) => !isEmpty(row) && test(row, current.frame);
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
  return (row) => {
    const value = years[row]!;
    if (Number.isNaN(value)) return false;
    const { start, end } = current.frame;
    const isBegun = dayOf(value, 1, 1) <= end;
    return window.window === "ever" ? isBegun : isBegun && dayOf(value, 12, 31) >= start;
  };
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
const periodTest = (
  { facts, current }: WindowContext,
  table: TableName,
  { period }: Extract<TimeRole, { role: "period" }>,
): InWindow => {
  const data = facts.column(table, period);
  if (data?.type !== "text") return () => false;
  return (row) => data.values[row] === current.frame.id;
};
