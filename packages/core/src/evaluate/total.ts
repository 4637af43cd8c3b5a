import type { Aggregate } from "../formula/checked.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { Geography } from "../strategy/strategy.ts";
import { type Accumulator, ACCUMULATORS, OF_NOTHING } from "./accumulate.ts";
import type { Cube } from "./cube.ts";
import { compile } from "./expression.ts";
import { quantityIn, type Run, type Scope, type Value } from "./scope.ts";
import { rowsOf } from "./nested.ts";
import { type Days, eventDays, type InWindow, windowTest } from "./windows.ts";

/** A number for every cell of a cube; null where there is none. */
export type Cells = (cell: number) => number | null;

/** An aggregate outside any row, made ready: the tests that a row must pass, in their order. */
export interface ReadyAggregate {
  readonly node: Aggregate;
  readonly table: TableName;
  readonly cube: Cube;
  /** Calls `visit` with every cell that a row counts in, the total first. */
  readonly cellsOf: (row: number, visit: (cell: number) => void) => void;
  /** The rows to look at in the current period; those outside the window may be left out already. */
  readonly candidates: () => Iterable<number>;
  readonly inWindow: InWindow;
  readonly isCounted: Run;
  readonly valueOf: Run;
}

/** Makes an aggregate ready to run. */
export const ready = (scope: Scope, node: Aggregate, cube: Cube, geography: Geography | undefined): ReadyAggregate => {
  const { rows, where, value, window } = node;
  const quantity = quantityIn(scope);
  const { facts, current } = scope;
  const inWindow = windowTest(
    {
      facts,
      current,
      quantity,
      after: () => {
        throw new Error("a window that counts from an outer row stands outside any row");
      },
    },
    rows.table,
    window,
  );
  // Events of a whole table are found by their day; everything else is looked through.
  const isDated = rows.path.length === 0 && window !== null && tableSpec(rows.table).time.role === "event";
  const days = isDated ? current.perFrame(eventDays(window, quantity)) : undefined;
  return {
    node,
    table: rows.table,
    cube,
    cellsOf: cube.cellsOf(rows.table, geography),
    candidates: days === undefined ? () => rowsOf(scope, rows) : () => between(scope, rows.table, days()),
    inWindow,
    isCounted: where === null ? () => true : compile(scope, where),
    valueOf: value === null ? (row) => row : compile(scope, value),
  };
};

/** The rows of an event table with a day in an interval, found by halving. */
const between = function* ({ facts }: Scope, table: TableName, { from, to }: Days): Iterable<number> {
  const { rows, days } = facts.byDay(table);
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < from) low = middle + 1;
    else high = middle;
  }
  for (; low < days.length && days[low]! <= to; low++) yield rows[low]!;
};

/** The different values of a distinct count in one cell of the current period. */
export const valuesIn = (
  { cellsOf, candidates, inWindow, isCounted, valueOf }: ReadyAggregate,
  wanted: number,
): ReadonlySet<Value> => {
  const values = new Set<Value>();
  for (const row of candidates()) {
    if (!inWindow(row, row) || isCounted(row) !== true) continue;
    const value = valueOf(row);
    if (value === null) continue;
    cellsOf(row, (cell) => {
      if (cell === wanted) values.add(value);
    });
  }
  return values;
};

/** Runs an aggregate over the current period, for every cell at once. */
export const total = ({ node, cellsOf, candidates, inWindow, isCounted, valueOf }: ReadyAggregate): Cells => {
  const make = ACCUMULATORS[node.function];
  const cells = new Map<number, Accumulator>();
  for (const row of candidates()) {
    if (!inWindow(row, row) || isCounted(row) !== true) continue;
    const value = valueOf(row);
    cellsOf(row, (cell) => {
      let accumulator = cells.get(cell);
      if (accumulator === undefined) cells.set(cell, (accumulator = make()));
      accumulator.add(value);
    });
  }
  const nothing = OF_NOTHING[node.function];
  return (cell) => {
    const accumulator = cells.get(cell);
    return accumulator === undefined ? nothing : accumulator.result();
  };
};
