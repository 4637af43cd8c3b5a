import { inBoth, type Text } from "../text/text.ts";
import { formatDay, NO_DAY } from "../time/day.ts";
import { DayColumn, EnumColumn, type GrowingColumn, KeyColumn, KeysColumn, NumberColumn } from "./columns.ts";
import { type ColumnData, NONE, type TableData, UNKNOWN_PLACE } from "./dataset.ts";
import type { GrowingTable } from "./growing-table.ts";
import type { KeyLookup, KeysLookup } from "./identity.ts";
import type { Keys } from "./key-dictionary.ts";
import { type NearPlace, type PlaceIndex, type PlaceMatch, placeReference, placeValue } from "./place-index.ts";
import { columnSpec } from "./relations.ts";
import { markRepeats, markSamePeople, type Resolved, stateCode } from "./repeats.ts";
import { type TableName, tableSpec } from "./tables.ts";

/** What references are resolved against. */
export interface Targets {
  readonly places: PlaceIndex;
  readonly nearPlace: NearPlace;
  /** Looks up the keys of a table; undefined where the table is not there, and for places. */
  readonly lookup: (table: string) => KeyLookup | undefined;
  /** Whether the table is there, with or without a column of ids. */
  readonly has: (table: string) => boolean;
}

/** What the references of a table lead to. */
export interface References {
  readonly resolved: Resolved;
  /** For each column of places by name: what each of its texts stands for. */
  readonly matches: ReadonlyMap<string, readonly PlaceMatch[]>;
  /** For each other column by name: what its keys that are no ids stand for. */
  readonly texts: ReadonlyMap<string, KeysLookup["matches"]>;
}

/** Finds out what every key that a table refers to leads to. */
export const resolveReferences = (table: GrowingTable, targets: Targets): References => {
  const matches = new Map<string, readonly PlaceMatch[]>();
  const texts = new Map<string, KeysLookup["matches"]>();
  const resolved = new Map<string, Int32Array>();
  for (const [name, column] of table.columns) {
    if (!(column instanceof KeyColumn || column instanceof KeysColumn) || column.spec.target === undefined) continue;
    if (column.spec.target === "places") {
      const found = placeMatches(column.dictionary, column.spec.level, targets.places);
      matches.set(name, found);
      resolved.set(name, Int32Array.from(found, column.spec.kind === "place" ? placeValue : placeReference));
    } else {
      const found = targets.lookup(column.spec.target)?.of(column.dictionary);
      resolved.set(name, found?.rows ?? new Int32Array(column.dictionary.size).fill(NONE));
      if (found !== undefined && found.matches.size > 0) texts.set(name, found.matches);
    }
  }
  return { resolved, matches, texts };
};

/** Resolves what the rows of a table refer to, decides what becomes of each row, and closes the table. */
export const closeTable = (table: GrowingTable, targets: Targets): TableData => {
  const references = resolveReferences(table, targets);
  const { resolved } = references;
  const states = new Uint8Array(table.length);
  const standIns = new Int32Array(table.length).fill(NONE);
  markWithoutReference(table, resolved, states);
  markSamePeople(table, targets.lookup(table.name)?.standIns, { states, standIns });
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
  if (spec.target !== "places" && targets.lookup(spec.target!)?.isReachable !== true) {
    const code = targets.has(spec.target!) ? "keyless-target" : "missing-target";
    table.reportColumn(code, spec, { target: spec.target }, (first, end) => countOf(column, first, end));
    return;
  }
  const texts = references.texts.get(spec.name);
  if (texts !== undefined) reportMatches(table, column, texts);
  const check = (row: number, code: number): void => {
    if (code === NONE) return;
    const text = texts?.get(code);
    if (text?.found === "row" && text.untold.length > 0) {
      const data = { found: dictionary.keyOf(code), by: labelOf(spec.target as TableName, text.by) };
      table.report("untold-namesake", row, spec, { ...data, target: spec.target, candidates: text.untold });
    }
    if (rowOf[code]! >= 0) return;
    const found = dictionary.keyOf(code);
    const match = matches?.[code];
    if (match?.found === "several") {
      table.report("ambiguous-place", row, spec, { found, candidates: match.codes });
    } else if (spec.kind === "place") {
      const near = targets.nearPlace(found, spec.level);
      table.report("unknown-place", row, spec, { found, target: spec.target, ...(near === undefined ? {} : { near }) });
    } else if (text?.found === "differing") {
      const differing = labelOf(spec.target as TableName, [text.column]);
      const { candidates } = text;
      table.report("differing-reference", row, spec, { found, target: spec.target, differing, candidates });
    } else if (text?.found === "several") {
      table.report("ambiguous-reference", row, spec, { found, target: spec.target, candidates: text.candidates });
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

/** Tells, once for each way, how many references were found by something else than an id. */
const reportMatches = (table: GrowingTable, column: KeyColumn | KeysColumn, texts: KeysLookup["matches"]): void => {
  const ways = new Map<string, readonly string[]>();
  for (const match of texts.values()) if (match.found === "row") ways.set(match.by.join(" "), match.by);
  const target = column.spec.target as TableName;
  for (const [way, columns] of ways) {
    const by = labelOf(target, columns);
    const isOf = (code: number): boolean => {
      const match = texts.get(code);
      return match?.found === "row" && match.by.join(" ") === way;
    };
    table.reportColumn("matched-reference", column.spec, { target, by }, (first, end) =>
      countOf(column, first, end, isOf),
    );
  }
};

/** What columns are called together: `Name and birthdate`. */
const labelOf = (target: TableName, names: readonly string[]): Text =>
  inBoth((language) =>
    names
      .map((name) => columnSpec(target, name).label[language])
      .map((label, at) => (at === 0 ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`))
      .join({ es: " y ", en: " and " }[language]),
  );

/** How many keys the rows of a column name, from `first` to before `end`. */
const countOf = (
  column: KeyColumn | KeysColumn,
  first: number,
  end: number,
  counts = (code: number): boolean => code !== NONE,
): number => {
  const codes = column.codes.view();
  const bounds = column instanceof KeyColumn ? [first, end] : [column.offsets.at(first), column.offsets.at(end)];
  return codes.subarray(...bounds).reduce((sum, code) => (counts(code) ? sum + 1 : sum), 0);
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
