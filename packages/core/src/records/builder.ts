import type { Place, Population } from "../section/section.ts";
import { parseDay } from "../time/day.ts";
import { type ColumnContext, TextColumn } from "./columns.ts";
import { type Dataset, NONE, type TableData } from "./dataset.ts";
import { GrowingTable, type TableBuilder } from "./growing-table.ts";
import { type Identity, KeyLookup } from "./identity.ts";
import { KeyDictionary } from "./key-dictionary.ts";
import { nearPlace, placeIndex, type PlaceNames } from "./place-index.ts";
import { ProblemLog } from "./problem-log.ts";
import { PassingTable } from "./passing-table.ts";
import { closeTable, type Targets } from "./resolve.ts";
import { TABLE_NAMES, type TableName } from "./tables.ts";

/** What the records are held against: facts of the section, lists of the strategy. */
export interface DatasetOptions {
  /** The section's geography, unless the records bring a table `places` of their own. */
  readonly places: readonly Place[];
  /** Their inhabitants, unless the records bring a table `populations` of their own. */
  readonly populations?: readonly Population[];
  /** How rows are told by something else than their ids; without it references are ids alone. */
  readonly identity?: Identity;
  /** The values of the columns whose list is the strategy's. */
  readonly vocabularies: { readonly groupTypes: readonly string[] };
}

/** The name that the section's own places have as a source. */
const SECTION = "section";

/**
 * Takes a section's records, table by table and batch by batch, and makes a {@link Dataset} of them:
 * references become rows, repeated rows are found, and what cannot be taken is a problem with its address.
 * A table that is never opened is absent; one that gets no rows is empty.
 *
 * Faults of the data are problems, never exceptions; a RangeError says that the caller named a column
 * that the model does not have.
 *
 * @example
 * const builder = new DatasetBuilder({ places: [], vocabularies: { groupTypes: ["local"] } });
 * const people = builder.table("people", ["id", "joined_on"]);
 * people.beginSource({ name: "personas.csv", letters: { id: "A", joined_on: "C" } });
 * people.append({ rows: [2, 3], columns: { id: ["p1", "p2"], joined_on: [19_800, null] } });
 * builder.build().tables.get("people")?.length; // 2
 */
export class DatasetBuilder {
  /** Problems may be added from outside (a reader's) until {@link build}. */
  readonly problems = new ProblemLog();
  readonly #tables = new Map<TableName, GrowingTable>();
  readonly #context: ColumnContext;
  readonly #places: readonly Place[];
  readonly #populations: readonly Population[];
  readonly #identity: Identity | undefined;
  readonly #passing = new Map<TableName, PassingTable>();
  readonly #leftOut = new Set<TableName>();
  #targets: Targets | undefined;

  constructor(options: DatasetOptions) {
    const dictionaries = new Map<string, KeyDictionary>();
    this.#places = options.places;
    this.#identity = options.identity;
    this.#populations = options.populations ?? [];
    this.#context = {
      vocabularies: options.vocabularies,
      places: new KeyDictionary(),
      keys: (table) => {
        let dictionary = dictionaries.get(table);
        if (dictionary === undefined) dictionaries.set(table, (dictionary = new KeyDictionary()));
        return dictionary;
      },
    };
  }

  /** Opens a table with the columns that a source has; opened again, it gains the columns that it lacks. */
  table(name: TableName, columns: readonly string[]): TableBuilder {
    let table = this.#tables.get(name);
    if (table === undefined) {
      table = new GrowingTable(name, this.#context, this.problems);
      this.#tables.set(name, table);
    }
    table.open(columns);
    return table;
  }

  /**
   * Opens a table whose rows are checked and not kept; in the dataset it has its columns and no rows. Every other table must
   * be complete.
   */
  passing(name: TableName): PassingTable {
    const table = new PassingTable(name, this.#context, this.#targetsOnce(), this.problems);
    this.#passing.set(name, table);
    return table;
  }

  /**
   * Leaves a table out, whatever rows it has or gets: a source of it cannot be read as it should be, and a part of it would
   * give numbers that look true. In the dataset it is absent.
   */
  leaveOut(name: TableName): void {
    this.#leftOut.add(name);
  }

  /** Resolves everything. The builder is spent afterwards. */
  build(): Dataset {
    const targets = this.#targetsOnce();
    for (const [name, { columns }] of this.#passing) if (!this.#leftOut.has(name)) this.table(name, columns);
    // References are looked for in tables that are still whole.
    for (const name of TABLE_NAMES) targets.lookup(name);
    const tables = new Map<TableName, TableData>();
    for (const name of TABLE_NAMES) {
      const table = this.#tables.get(name);
      if (table !== undefined) tables.set(name, closeTable(table, targets));
    }
    return { tables, problems: this.problems.list() };
  }

  /** What references lead to, once every table that they lead to is complete. */
  #targetsOnce(): Targets {
    if (this.#targets !== undefined) return this.#targets;
    for (const name of this.#leftOut) this.#tables.delete(name);
    // Every dataset has places; none of them is known here.
    if (this.#leftOut.has("places")) this.table("places", ["code"]);
    if (!this.#tables.has("places")) {
      this.#addPlaces();
      // They are of the section's own places.
      if (!this.#tables.has("populations") && this.#populations.length > 0) this.#addPopulations();
    }
    // The index is made of the table's codes, names and levels; its parents are resolved with the others.
    const names = placeNames(this.#tables.get("places")!);
    const lookups = new Map<string, KeyLookup>();
    this.#targets = {
      places: placeIndex(names),
      nearPlace: nearPlace(names),
      has: (name) => this.#tables.has(name as TableName),
      lookup: (name) => {
        const table = this.#tables.get(name as TableName);
        if (table === undefined || name === "places") return undefined;
        let found = lookups.get(name);
        if (found === undefined) {
          lookups.set(name, (found = new KeyLookup(table, this.#context.keys(name), this.#identity)));
        }
        return found;
      },
    };
    return this.#targets;
  }

  #addPopulations(): void {
    const rows = this.#populations;
    const columns = {
      place: rows.map(({ place }) => place),
      year: rows.map(({ year }) => year),
      base: rows.map(({ base }) => base),
      inhabitants: rows.map(({ inhabitants }) => inhabitants),
    };
    const table = this.table("populations", Object.keys(columns));
    table.beginSource({ name: SECTION, letters: {} });
    table.append({ rows: rows.map((_, index) => index + 1), columns });
  }

  #addPlaces(): void {
    const places = this.#places;
    const of = (read: (place: Place) => string | number | null | undefined): (string | number | null)[] =>
      places.map((place) => read(place) ?? null);
    const columns = {
      code: of((place) => place.code),
      country: of((place) => place.country),
      level: of((place) => place.level),
      name: of((place) => place.name),
      aliases: of((place) => place.aliases.join("; ")),
      parent: of((place) => place.parent),
      strategic_since: of(({ strategicSince }) => (strategicSince === undefined ? null : parseDay(strategicSince))),
    };
    const table = this.table("places", Object.keys(columns));
    table.beginSource({ name: SECTION, letters: {} });
    table.append({ rows: places.map((_, index) => index + 1), columns });
  }
}

/** What the rows of the table `places` are called. */
const placeNames = (table: GrowingTable): readonly PlaceNames[] => {
  const text = (name: string, row: number): string | null => {
    const column = table.columns.get(name);
    return column instanceof TextColumn ? (column.values[row] ?? null) : null;
  };
  const codes = table.idColumn;
  return Array.from({ length: table.length }, (_, row) => {
    const code = codes?.codes.at(row) ?? NONE;
    return {
      code: code === NONE ? null : codes!.dictionary.keyOf(code),
      name: text("name", row),
      level: text("level", row),
      aliases: text("aliases", row),
    };
  });
};
