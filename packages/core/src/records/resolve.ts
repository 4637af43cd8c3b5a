import { formatDay, NO_DAY } from "../time/day.ts";
import { DayColumn, EnumColumn, type GrowingColumn, KeyColumn, KeysColumn, NumberColumn } from "./columns.ts";
import { type ColumnData, NONE, type TableData, UNKNOWN_PLACE } from "./dataset.ts";
import type { GrowingTable } from "./growing-table.ts";
import type { Keys } from "./key-dictionary.ts";
import { type NearPlace, type PlaceIndex, type PlaceMatch, placeReference, placeValue } from "./place-index.ts";
import { markRepeats, type Resolved, stateCode } from "./repeats.ts";
import { type TableName, tableSpec } from "./tables.ts";

/** What references are resolved against. */
export interface Targets {
  readonly places: PlaceIndex;
  readonly nearPlace: NearPlace;
  /** The first row of each key of a table; undefined where nothing can lead to a row of it. */
  readonly rowsOf: (table: string) => Int32Array | undefined;
  /** Whether the table is there, with or without a column of ids. */
  readonly has: (table: string) => boolean;
}

/** The first row of each key of a table's own dictionary. */
export const firstRows = (table: GrowingTable): Int32Array => {
  const id = table.idColumn;
  const rows = new Int32Array(id?.dictionary.size ?? 0).fill(NONE);
  const codes = id?.codes.view() ?? [];
  for (let row = codes.length - 1; row >= 0; row--) {
    if (codes[row] !== NONE) rows[codes[row]!] = row;
  }
  return rows;
};

/** What the references of a table lead to. */
export interface References {
  readonly resolved: Resolved;
  /** For each column of places by name: what each of its texts stands for. */
  readonly matches: ReadonlyMap<string, readonly PlaceMatch[]>;
}

/** Finds out what every key that a table refers to leads to. */
export const resolveReferences = (table: GrowingTable, targets: Targets): References => {
  const matches = new Map<string, readonly PlaceMatch[]>();
  const resolved = new Map<string, Int32Array>();
  for (const [name, column] of table.columns) {
    if (!(column instanceof KeyColumn || column instanceof KeysColumn) || column.spec.target === undefined) continue;
    if (column.spec.target === "places") {
      const found = placeMatches(column.dictionary, column.spec.level, targets.places);
      matches.set(name, found);
      resolved.set(name, Int32Array.from(found, column.spec.kind === "place" ? placeValue : placeReference));
    } else {
      resolved.set(name, targets.rowsOf(column.spec.target) ?? new Int32Array(column.dictionary.size).fill(NONE));
    }
  }
  return { resolved, matches };
};

/** Resolves what the rows of a table refer to, decides what becomes of each row, and closes the table. */
export const closeTable = (table: GrowingTable, targets: Targets): TableData => {
  const references = resolveReferences(table, targets);
  const { resolved } = references;
  const states = new Uint8Array(table.length);
  const standIns = new Int32Array(table.length).fill(NONE);
  markWithoutReference(table, resolved, states);
  markRepeats(table, resolved, { states, standIns });
  reportReversedSpells(table);
  const columns = new Map<string, ColumnData>();
  for (const [name, column] of table.columns) {
    checkReferences(table, column, references, targets);
    columns.set(name, closeColumn(column, resolved.get(name)));
  }
  return { name: table.name, length: table.length, columns, states, standIns, address: table.addresses() };
};

const placeMatches = (texts: Keys, level: string | undefined, places: PlaceIndex): readonly PlaceMatch[] =>
  Array.from({ length: texts.size }, (_, code) => places(texts.keyOf(code), level));

/** A row without its person, activity, group or organization counts nowhere. */
export const markWithoutReference = (table: GrowingTable, resolved: Resolved, states: Uint8Array): void => {
  const noReference = stateCode("no-reference");
  for (const spec of tableSpec(table.name).columns) {
    if (!spec.required) continue;
    const column = table.columns.get(spec.name);
    const codes = column instanceof KeyColumn ? column.codes.view() : undefined;
    const rowOf = resolved.get(spec.name);
    // Not knowing whose row it is, nothing can count it.
    table.reportMissing(spec);
    for (let row = 0; row < states.length; row++) {
      const code = codes?.[row] ?? NONE;
      if (code !== NONE && rowOf![code]! >= 0) continue;
      states[row] = noReference;
      if (code === NONE && table.hasColumn(row, spec.name)) table.report("missing-reference", row, spec, {});
    }
  }
};

/** Reports what a column refers to and is not there. */
export const checkReferences = (
  table: GrowingTable,
  column: GrowingColumn,
  references: References,
  targets: Targets,
): void => {
  if (!(column instanceof KeyColumn || column instanceof KeysColumn)) return;
  const { spec, dictionary } = column;
  const rowOf = references.resolved.get(spec.name);
  const matches = references.matches.get(spec.name);
  if (rowOf === undefined) return;
  const codes = column.codes.view();
  if (spec.target !== "places" && targets.rowsOf(spec.target!) === undefined) {
    const code = targets.has(spec.target!) ? "keyless-target" : "missing-target";
    table.reportColumn(code, spec, { target: spec.target }, (first, end) => countOf(column, first, end));
    return;
  }
  const check = (row: number, code: number): void => {
    if (code === NONE || rowOf[code]! >= 0) return;
    const found = dictionary.keyOf(code);
    const match = matches?.[code];
    if (match?.found === "several") {
      table.report("ambiguous-place", row, spec, { found, candidates: match.codes });
    } else if (spec.kind === "place") {
      const near = targets.nearPlace(found, spec.level);
      table.report("unknown-place", row, spec, { found, target: spec.target, ...(near === undefined ? {} : { near }) });
    } else {
      table.report("dangling-reference", row, spec, { found, target: spec.target });
    }
  };
  if (column instanceof KeyColumn) {
    for (let row = 0; row < codes.length; row++) check(row, codes[row]!);
    return;
  }
  const offsets = column.offsets.view();
  for (let row = 0; row < table.length; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) check(row, codes[at]!);
  }
};

/** How many keys the rows of a column name, from `first` to before `end`. */
const countOf = (column: KeyColumn | KeysColumn, first: number, end: number): number => {
  const codes = column.codes.view();
  const bounds = column instanceof KeyColumn ? [first, end] : [column.offsets.at(first), column.offsets.at(end)];
  return codes.subarray(...bounds).reduce((sum, code) => (code === NONE ? sum : sum + 1), 0);
};

export const reportReversedSpells = (table: GrowingTable): void => {
  const { time, columns } = tableSpec(table.name);
  if (time.role !== "spell") return;
  const [start, end] = [table.columns.get(time.start), table.columns.get(time.end)];
  if (!(start instanceof DayColumn && end instanceof DayColumn)) return;
  const [starts, ends] = [start.values.view(), end.values.view()];
  const spec = columns.find(({ name }) => name === time.end);
  for (let row = 0; row < table.length; row++) {
    if (starts[row] === NO_DAY || ends[row] === NO_DAY || ends[row]! >= starts[row]!) continue;
    table.report("reversed-spell", row, spec, { start: formatDay(starts[row]!), end: formatDay(ends[row]!) });
  }
};

const closeColumn = (column: GrowingColumn, rowOf: Int32Array | undefined): ColumnData => {
  if (column instanceof DayColumn) return { type: "day", values: column.values.finish() };
  if (column instanceof NumberColumn) return { type: "number", values: column.values.finish() };
  if (column instanceof EnumColumn) {
    return { type: "enum", options: column.options, values: column.values.finish() };
  }
  if (column instanceof KeyColumn) return closeKeys(column, rowOf);
  if (column instanceof KeysColumn) return closeKeyLists(column, rowOf!);
  return { type: "text", values: column.values };
};

const closeKeys = ({ spec, codes, dictionary }: KeyColumn, rowOf: Int32Array | undefined): ColumnData => {
  if (spec.target === undefined || rowOf === undefined) {
    return {
      type: "text",
      values: Array.from(codes.view(), (code) => (code === NONE ? null : dictionary.keyOf(code))),
    };
  }
  // The codes become rows in place: a column of a million references exists once.
  const values = codes.finish();
  for (let row = 0; row < values.length; row++) {
    if (values[row] !== NONE) values[row] = rowOf[values[row]!]!;
  }
  return { type: "ref", target: spec.target as TableName, values };
};

const closeKeyLists = ({ spec, offsets, codes }: KeysColumn, rowOf: Int32Array): ColumnData => {
  const [from, keys] = [offsets.view(), codes.view()];
  const closed = new Int32Array(from.length);
  const rows: number[] = [];
  for (let row = 0; row + 1 < from.length; row++) {
    const found = new Set<number>();
    for (const code of keys.subarray(from[row], from[row + 1])) found.add(rowOf[code]!);
    for (const target of found) if (target !== NONE && target !== UNKNOWN_PLACE) rows.push(target);
    closed[row + 1] = rows.length;
  }
  return { type: "refs", target: spec.target as TableName, offsets: closed, rows: Int32Array.from(rows) };
};
