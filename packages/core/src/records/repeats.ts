import { NO_DAY } from "../time/day.ts";
import { DayColumn, EnumColumn, type GrowingColumn, KeyColumn, KeysColumn, NumberColumn } from "./columns.ts";
import { NONE, ROW_STATES, type RowState } from "./dataset.ts";
import type { GrowingTable } from "./growing-table.ts";
import { tableSpec } from "./tables.ts";

/** A row state as it is stored. */
export const stateCode = (state: RowState): number => ROW_STATES.indexOf(state);

/** For each reference column by name: the row of the target table that a code leads to, or below zero. */
export type Resolved = ReadonlyMap<string, Int32Array>;

/** What becomes of a table's rows. */
export interface RowStates {
  readonly states: Uint8Array;
  readonly standIns: Int32Array;
}

/** Marks the rows that repeat another one's key, and reports them. Source: domain.md, "Duplicates". */
export const markRepeats = (table: GrowingTable, resolved: Resolved, rows: RowStates): void => {
  const byStatus = table.name === "participations";
  const status = table.columns.get("status");
  const strength = byStatus && status instanceof EnumColumn ? strengthOf(status) : () => 0;
  const same = sameContents(table);
  eachRepeat(table, resolved, rows, (row, standing) => {
    if (!byStatus) {
      rows.states[row] = stateCode(same(row, standing) ? "repeated-row" : "conflicting-row");
      rows.standIns[row] = standing;
      return standing;
    }
    const [stronger, weaker] = strength(row) < strength(standing) ? [row, standing] : [standing, row];
    rows.states[weaker] = stateCode("repeated-participation");
    rows.standIns[weaker] = stronger;
    return stronger;
  });
  report(table, rows);
};

/** Marks the people that the section decided are somebody else's second row. They count as the row that stands for them. */
export const markSamePeople = (table: GrowingTable, decided: Int32Array | undefined, rows: RowStates): void => {
  for (const [row, standing] of decided?.entries() ?? []) {
    if (standing === NONE) continue;
    rows.states[row] = stateCode("same-person");
    rows.standIns[row] = standing;
    table.report("same-person", row, undefined, { first: table.nameBeside(row, standing) });
  }
};

/** The order of the list is the order of strength; an empty status comes last. */
const strengthOf = (status: EnumColumn): ((row: number) => number) => {
  const values = status.values.view();
  return (row) => (values[row] === NONE ? status.options.length : values[row]!);
};

const report = (table: GrowingTable, { states, standIns }: RowStates): void => {
  const id = table.idColumn;
  const noReference = stateCode("no-reference");
  const codes = id?.codes.view();
  for (let row = 0; row < table.length; row++) {
    if (states[row] !== 0 && states[row] !== noReference) {
      // A row that stood for a while may have given way to a stronger one: name the one that stands in the end.
      let standing = standIns[row]!;
      while (standIns[standing] !== NONE) standing = standIns[standing]!;
      standIns[row] = standing;
      const state = ROW_STATES[states[row]!];
      if (state !== undefined && state !== "counts" && state !== "no-reference" && state !== "same-person") {
        table.report(state, row, undefined, { first: table.nameBeside(row, standing) });
      }
    } else if (codes?.[row] === NONE && states[row] === 0) {
      table.report("missing-key", row, id!.spec, {});
    }
  }
};

/**
 * Calls back for each row whose key an earlier row has; the answer is the row that stands from then on.
 * Rows without any of their key take no part; nor, where the key is made of references, do rows that lack one. With an
 * id of its own a row that lacks its organization is still the first of that id.
 */
const eachRepeat = (
  table: GrowingTable,
  resolved: Resolved,
  { states }: RowStates,
  repeat: (row: number, standing: number) => number,
): void => {
  const keys = keyValues(table, resolved);
  if (keys.length === 0) return;
  // A hash table of row numbers: a Map with an entry a row would take ten times the memory.
  let size = 16;
  while (size < table.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(NONE);
  for (let row = 0; row < table.length; row++) {
    if (states[row] !== 0 && table.idColumn === undefined) continue;
    let hash = 0;
    let isBlank = true;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]![row]!;
      isBlank &&= key === NONE || key === NO_DAY;
      hash = Math.imul(hash ^ key, 0x9e37_79b1);
      hash ^= hash >>> 15;
    }
    if (isBlank) continue;
    for (let slot = hash & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const standing = slots[slot]!;
      if (standing === NONE) {
        slots[slot] = row;
        break;
      }
      if (isSameKey(keys, row, standing)) {
        slots[slot] = repeat(row, standing);
        break;
      }
    }
  }
};

/** Not a function within the loop over the rows: that would make an object for each of them. */
const isSameKey = (keys: readonly (Int32Array | Int8Array)[], a: number, b: number): boolean =>
  keys.every((values) => values[a] === values[b]);

/** The key's columns as whole numbers that are equal where the cells are; a column that is not there says nothing. */
export const keyValues = (table: GrowingTable, resolved: Resolved): readonly (Int32Array | Int8Array)[] =>
  tableSpec(table.name).key.flatMap((name) => {
    const column = table.columns.get(name);
    return column === undefined ? [] : [numbersOf(column, resolved.get(name))];
  });

const numbersOf = (column: GrowingColumn, rowOf: Int32Array | undefined): Int32Array | Int8Array => {
  if (column instanceof KeyColumn) {
    const codes = column.codes.view();
    if (rowOf === undefined) return codes;
    const rows = new Int32Array(codes.length);
    // Keys that came after the table that they name was complete are not among its rows; without a word they would be its row 0.
    for (let row = 0; row < rows.length; row++) rows[row] = codes[row] === NONE ? NONE : (rowOf[codes[row]!] ?? NONE);
    return rows;
  }
  if (column instanceof DayColumn || column instanceof EnumColumn) return column.values.view();
  if (column instanceof KeysColumn) return new Int8Array(column.offsets.length - 1);
  const numbers = new Map<string | number | null, number>([
    [null, NONE],
    [Number.NaN, NONE],
  ]);
  const values = column instanceof NumberColumn ? column.values.view() : column.values;
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    let code = numbers.get(value);
    if (code === undefined) numbers.set(value, (code = numbers.size));
    codes[row] = code;
  }
  return codes;
};

/** Whether two rows of a table hold the same in every column, as written. */
const sameContents = (table: GrowingTable): ((a: number, b: number) => boolean) => {
  const tests = [...table.columns.values()].map((column): ((a: number, b: number) => boolean) => {
    if (column instanceof KeysColumn) {
      const [offsets, codes] = [column.offsets.view(), column.codes.view()];
      const keys = (row: number): string => codes.subarray(offsets[row], offsets[row + 1]).join();
      return (a, b) => keys(a) === keys(b);
    }
    const values =
      column instanceof KeyColumn
        ? column.codes.view()
        : "view" in column.values
          ? column.values.view()
          : column.values;
    return (a, b) => Object.is(values[a], values[b]);
  });
  return (a, b) => tests.every((test) => test(a, b));
};
