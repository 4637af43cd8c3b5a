import { NO_DAY } from "../time/day.ts";
import type { ColumnSpec } from "./column.ts";
import { NONE } from "./dataset.ts";
import { growableFloat64, growableInt32, growableInt8 } from "./growable.ts";
import { type Keys, TextPool } from "./key-dictionary.ts";
import type { ProblemCode, ProblemData } from "./problem.ts";

/**
 * A cell as the builder takes it: texts, keys, enum values and period names as strings, days (since
 * 1970-01-01), numbers and years as numbers, several keys as a list, empty as null.
 */
export type Cell = string | number | readonly string[] | null;

/** Says that a cell of the batch could not be taken. */
export type Refuse = (index: number, code: ProblemCode, data: ProblemData) => void;

const textOf = (cell: Cell | undefined): string | null =>
  cell === undefined || cell === null || typeof cell === "object" ? null : String(cell);

/** Kinds `id`, `ref` and `place`: numbers of a dictionary. */
export class KeyColumn {
  readonly codes = growableInt32();
  readonly spec: ColumnSpec;
  readonly dictionary: Keys;

  constructor(spec: ColumnSpec, dictionary: Keys) {
    this.spec = spec;
    this.dictionary = dictionary;
  }

  append(cells: readonly Cell[] | undefined, count: number): void {
    if (cells === undefined) return this.codes.fill(NONE, count);
    // Rows with one key often stand together, and looking it up is what takes long.
    let last: Cell | undefined = null;
    let code = NONE;
    for (let index = 0; index < count; index++) {
      const cell = cells[index];
      if (cell !== last) code = this.dictionary.codeOf(textOf(cell));
      last = cell;
      this.codes.push(code);
    }
  }
}

/** Kind `refs`: the codes of row i are `codes[offsets[i]..offsets[i + 1])`. */
export class KeysColumn {
  readonly offsets = growableInt32();
  readonly codes = growableInt32();
  readonly spec: ColumnSpec;
  readonly dictionary: Keys;

  constructor(spec: ColumnSpec, dictionary: Keys) {
    this.spec = spec;
    this.dictionary = dictionary;
    this.offsets.push(0);
  }

  append(cells: readonly Cell[] | undefined, count: number): void {
    for (let index = 0; index < count; index++) {
      const cell = cells?.[index] ?? null;
      const keys = typeof cell === "object" ? (cell ?? []) : [String(cell)];
      for (const key of keys) {
        const code = this.dictionary.codeOf(key);
        if (code !== NONE) this.codes.push(code);
      }
      this.offsets.push(this.codes.length);
    }
  }
}

/** Kinds `text` and `period`. */
export class TextColumn {
  readonly values: (string | null)[] = [];
  readonly #pool = new TextPool();
  readonly spec: ColumnSpec;

  constructor(spec: ColumnSpec) {
    this.spec = spec;
  }

  append(cells: readonly Cell[] | undefined, count: number): void {
    for (let index = 0; index < count; index++) {
      const text = textOf(cells?.[index])?.trim() ?? "";
      this.values.push(text === "" ? null : this.#pool.share(text));
    }
  }
}

/** Kind `day`. */
export class DayColumn {
  readonly values = growableInt32();
  readonly spec: ColumnSpec;

  constructor(spec: ColumnSpec) {
    this.spec = spec;
  }

  append(cells: readonly Cell[] | undefined, count: number): void {
    for (let index = 0; index < count; index++) {
      const cell = cells?.[index];
      this.values.push(typeof cell === "number" && Number.isSafeInteger(cell) ? cell : NO_DAY);
    }
  }
}

/** Kinds `number` and `year`. */
export class NumberColumn {
  readonly values = growableFloat64();
  readonly spec: ColumnSpec;

  constructor(spec: ColumnSpec) {
    this.spec = spec;
  }

  append(cells: readonly Cell[] | undefined, count: number): void {
    for (let index = 0; index < count; index++) {
      const cell = cells?.[index];
      this.values.push(typeof cell === "number" && Number.isFinite(cell) ? cell : Number.NaN);
    }
  }
}

/** Kind `enum`. */
export class EnumColumn {
  readonly values = growableInt8();
  readonly spec: ColumnSpec;
  readonly options: readonly string[];
  readonly #positions: ReadonlyMap<string, number>;

  constructor(spec: ColumnSpec, options: readonly string[]) {
    // Positions are kept in a signed byte.
    if (options.length > 127) throw new RangeError(`${spec.name}: at most 127 values, not ${options.length}`);
    this.spec = spec;
    this.options = options;
    this.#positions = new Map(options.map((option, position) => [option, position]));
  }

  append(cells: readonly Cell[] | undefined, count: number, refuse: Refuse): void {
    for (let index = 0; index < count; index++) {
      const text = textOf(cells?.[index])?.trim() ?? "";
      const position = this.#positions.get(text) ?? NONE;
      if (position === NONE && text !== "") {
        const labels = this.spec.values.map(({ label }) => label);
        refuse(index, "unknown-value", { found: text, expected: labels.length > 0 ? labels : this.options });
      }
      this.values.push(position);
    }
  }
}

/** A column that still grows. */
export type GrowingColumn = KeyColumn | KeysColumn | TextColumn | DayColumn | NumberColumn | EnumColumn;

/** The dictionaries and lists that the columns of one dataset share. */
export interface ColumnContext {
  /** The dictionary of a table's keys. */
  readonly keys: (table: string) => Keys;
  /** The texts that stand for places, as written. */
  readonly places: Keys;
  readonly vocabularies: Readonly<Record<"groupTypes", readonly string[]>>;
}

/** An empty column for what a table's description says of it. */
export const growingColumn = (table: string, spec: ColumnSpec, context: ColumnContext): GrowingColumn => {
  switch (spec.kind) {
    case "id":
      return new KeyColumn(spec, context.keys(table));
    case "ref":
      return new KeyColumn(spec, spec.target === "places" ? context.places : context.keys(spec.target!));
    case "place":
      return new KeyColumn(spec, context.places);
    case "refs":
      return new KeysColumn(spec, context.keys(spec.target!));
    case "text":
    case "period":
      return new TextColumn(spec);
    case "day":
      return new DayColumn(spec);
    case "number":
    case "year":
      return new NumberColumn(spec);
    case "enum":
      return new EnumColumn(
        spec,
        spec.vocabulary === undefined ? spec.values.map(({ value }) => value) : context.vocabularies[spec.vocabulary],
      );
  }
};
