import { formatDay, NO_DAY } from "../time/day.ts";
import { NONE } from "./dataset.ts";
import type { GrowingTable } from "./growing-table.ts";
import { type Keys } from "./key-dictionary.ts";
import { DayColumn, KeyColumn, TextColumn } from "./columns.ts";
import { type TableName, tableSpec } from "./tables.ts";

/** The rows of a table that references may lead to, while they are looked for by something else than their ids. */
export interface NamedRows {
  readonly table: TableName;
  readonly length: number;
  /** Whether the row is the first of its id, or has none: repeats of a row are not looked for. */
  readonly isFirst: (row: number) => boolean;
  /** The first row with an id. */
  readonly withId: (id: string) => number | undefined;
  /** The row that counts for a row, as far as decisions are known: itself, where nothing was decided about it. */
  readonly standing: (row: number) => number;
  /** A cell of the columns with texts, a day as 2025-03-31; null is empty, also where the table has no such column. */
  readonly text: (column: string, row: number) => string | null;
}

/** What a text that is no id may stand for: all rows that it fits, by the first of the table's keys that fits any. */
export interface RowsFound {
  /** Canonical names of the columns that tell: `["email"]`, `["name", "birthdate"]`; the table's key where the text holds an id. */
  readonly by: readonly string[];
  readonly rows: readonly number[];
  /** Further rows that it fits as far as they tell: they lack one of the columns that told. They are not meant, and that is said. */
  readonly untold?: readonly number[];
  /** The column in which every one of the rows differs from the text: it leads to none of them. */
  readonly differing?: string;
}

/** Finds the rows that a text stands for. */
export type RowFinder = (text: string) => RowsFound | undefined;

/**
 * How rows are told apart where ids alone do not tell; given to a `DatasetBuilder` as its geography is. The builder asks it
 * nothing where every reference is an id and nothing was decided.
 *
 * @example
 * const byName: Identity = {
 *   finderOf: (rows) => (text) => ({ by: ["name"], rows: rowsNamed(rows, text) }),
 *   standIns: () => undefined,
 * };
 */
export interface Identity {
  /** Undefined where the table has nothing to look for; asked at most once a table. */
  readonly finderOf: (rows: NamedRows) => RowFinder | undefined;
  /** For each row of people the row that counts instead, as the section decided, or `NONE`; never a row that has one itself. */
  readonly standIns: (people: NamedRows, find: () => RowFinder | undefined) => Int32Array | undefined;
}

/** What became of a text that is no id: the row found by some columns, or the addresses of all that it may be. */
export type TextMatch =
  | { readonly found: "row"; readonly by: readonly string[]; readonly untold: readonly string[] }
  | { readonly found: "several"; readonly candidates: readonly string[] }
  /** Rows that it fits, but for one column in which they differ from it. */
  | { readonly found: "differing"; readonly column: string; readonly candidates: readonly string[] };

/** What the keys of a table lead to. */
export interface KeysLookup {
  /** By code, the row or `NONE`. */
  readonly rows: Int32Array;
  /** By code, for the keys that are no ids. */
  readonly matches: ReadonlyMap<number, TextMatch>;
}

/** The first row of each key of a table's own dictionary. */
const firstRows = (table: GrowingTable, size: number): Int32Array => {
  const rows = new Int32Array(size).fill(NONE);
  const codes = table.idColumn?.codes.view() ?? [];
  for (let row = codes.length - 1; row >= 0; row--) {
    if (codes[row] !== NONE) rows[codes[row]!] = row;
  }
  return rows;
};

/** So many candidates are named. */
const NAMED = 8;

/**
 * Looks up the keys that refer to a table: ids first, then what the identity finds. Everything that it needs of the table is
 * read before the table is closed.
 */
export class KeyLookup {
  /** See {@link Identity.standIns}. */
  readonly standIns: Int32Array | undefined;
  readonly #table: GrowingTable;
  readonly #named: NamedRows;
  readonly #identity: Identity | undefined;
  readonly #known: KeysLookup;
  #finder: RowFinder | undefined | null = null;

  constructor(table: GrowingTable, keys: Keys, identity: Identity | undefined) {
    const rows = firstRows(table, keys.size);
    this.#table = table;
    this.#identity = identity;
    this.#named = namedRows(table, keys, { rows, standing: (row) => this.#standing(row) });
    this.standIns = table.name === "people" ? identity?.standIns(this.#named, () => this.#finderOnce()) : undefined;
    const known = { rows, matches: new Map<number, TextMatch>() };
    this.#fill(known, keys, 0);
    this.#known = known;
  }

  /** Whether anything can lead to a row. */
  get isReachable(): boolean {
    return this.#table.idColumn !== undefined || this.#finderOnce() !== undefined;
  }

  /** What keys lead to; those that came after this table was complete are looked for anew. */
  of(keys: Keys): KeysLookup {
    const { rows, matches } = this.#known;
    if (keys.size <= rows.length || !this.#hasFinder()) return this.#known;
    const more = { rows: new Int32Array(keys.size).fill(NONE), matches: new Map(matches) };
    more.rows.set(rows);
    this.#fill(more, keys, rows.length);
    return more;
  }

  #fill(
    lookup: { readonly rows: Int32Array; readonly matches: Map<number, TextMatch> },
    keys: Keys,
    from: number,
  ): void {
    const { rows, matches } = lookup;
    for (let code = from; code < rows.length; code++) {
      if (rows[code] !== NONE) {
        rows[code] = this.#standing(rows[code]!);
        continue;
      }
      const found = this.#finderOnce()?.(keys.keyOf(code));
      if (found === undefined) continue;
      const standing = [...new Set(found.rows.map((row) => this.#standing(row)))];
      if (found.differing !== undefined) {
        matches.set(code, { found: "differing", column: found.differing, candidates: this.#called(standing) });
      } else if (standing.length === 1) {
        rows[code] = standing[0]!;
        if (found.by.length === 1 && found.by[0] === this.#key) continue;
        const untold = new Set((found.untold ?? []).map((row) => this.#standing(row)));
        untold.delete(standing[0]!);
        matches.set(code, { found: "row", by: found.by, untold: this.#called([...untold]) });
      } else if (standing.length > 1) {
        matches.set(code, { found: "several", candidates: this.#called(standing) });
      }
    }
  }

  /** What rows are called in a problem; of many the first. */
  #called(rows: readonly number[]): readonly string[] {
    const named = rows.slice(0, NAMED).map((row) => this.#table.rowName(row));
    return rows.length > NAMED ? [...named, "…"] : named;
  }

  get #key(): string {
    return tableSpec(this.#table.name).key[0]!;
  }

  #standing(row: number): number {
    const other = this.standIns?.[row] ?? NONE;
    return other === NONE ? row : other;
  }

  #hasFinder(): boolean {
    return this.#finderOnce() !== undefined;
  }

  #finderOnce(): RowFinder | undefined {
    if (this.#finder === null) this.#finder = this.#identity?.finderOf(this.#named);
    return this.#finder;
  }
}

const namedRows = (
  table: GrowingTable,
  keys: Keys,
  { rows, standing }: { readonly rows: Int32Array } & Pick<NamedRows, "standing">,
): NamedRows => {
  // The rows of ids become the rows that stand for them: what is the first of its id is asked of a copy.
  const first = rows.slice();
  const codes = table.idColumn?.codes;
  return {
    table: table.name,
    length: table.length,
    standing,
    isFirst: (row) => {
      const code = codes?.at(row) ?? NONE;
      return code === NONE || first[code] === row;
    },
    withId: (id) => {
      const code = keys.find(id);
      const row = code === undefined ? NONE : (first[code] ?? NONE);
      return row === NONE ? undefined : row;
    },
    text: (name, row) => {
      const column = table.columns.get(name);
      if (column instanceof TextColumn) return column.values[row] ?? null;
      if (column instanceof DayColumn) {
        const day = column.values.at(row);
        return day === NO_DAY ? null : formatDay(day);
      }
      if (!(column instanceof KeyColumn)) return null;
      const code = column.codes.at(row);
      return code === NONE ? null : column.dictionary.keyOf(code);
    },
  };
};
