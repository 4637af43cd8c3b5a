import type { Window } from "../formula/checked.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import { type Calendar, periodOf } from "../time/calendar.ts";
import { addMonths, type Day, dayOf, FIRST_DAY, LAST_DAY, NO_DAY, partsOf } from "../time/day.ts";
import type { Facts } from "./facts.ts";
import { quantityIn, type Scope } from "./scope.ts";
import type { Days } from "./windows.ts";

/** Calls `see` with days on which something may come to be otherwise than on the day before, for one row. */
export type DaysOfChange = (row: number, range: Days, see: (day: Day) => void) => void;

/** The days on which rows of a table come into a window that ends on a day, or fall out of it, as that day goes on. */
export const windowChanges = (scope: Scope, table: TableName, window: Window | null): DaysOfChange | undefined => {
  const { time } = tableSpec(table);
  if (window === null) return undefined;
  if (time.role === "event") return eventChanges(scope, table, window);
  return time.role === "spell" ? spellChanges(scope.facts, table, window) : undefined;
};

const eventChanges = (scope: Scope, table: TableName, window: Window): DaysOfChange => {
  const days = scope.facts.days(table);
  // A window of the last months ends with the same day so many months later (time/window.ts), so then an event is out.
  const months = window.window === "last" ? quantityIn(scope)(window.months) : undefined;
  return (row, _, see) => {
    const day = days[row]!;
    if (day === NO_DAY) return;
    see(day);
    if (months !== undefined) see(addMonths(day, months));
  };
};

const spellChanges = (facts: Facts, table: TableName, window: Window): DaysOfChange => {
  const { starts, ends } = facts.spells(table);
  const whenEnded = window.window === "ended" ? 0 : 1;
  return (row, _, see) => {
    const [start, end] = [starts[row]!, ends[row]!];
    if (end < start) return;
    if (start !== FIRST_DAY && start !== LAST_DAY) see(start);
    if (end !== LAST_DAY) see(end + whenEnded);
  };
};

/** Whether rows stand in a window, or not, by the period that a day lies in, and not by the day alone. */
export const hangsOnPeriod = (table: TableName, window: Window | null): boolean => {
  const { role } = tableSpec(table).time;
  if (window === null || role === "none") return false;
  if (role === "year" || role === "period") return true;
  return ["during", "previous-year", "any-time", "started", "ended"].includes(window.window);
};

/** The first days of years, by the section's calendar and by the one in which years are written. */
export const yearStarts = (calendar: Calendar): DaysOfChange => {
  return (_, { from, to }, see) => {
    for (let { year } = partsOf(from); year <= partsOf(to).year + 1; year++) {
      see(dayOf(year, 1, 1));
      see(periodOf(dayOf(year, 1, 1), "year", calendar).start);
    }
  };
};
