import { type Address, columnLetter, formatAddress } from "./address.ts";
import type { Problem, ProblemCode, ProblemData } from "./problem.ts";
import type { ColumnSpec } from "./column.ts";
import { type Cell, type ColumnContext, DayColumn, type GrowingColumn, growingColumn, KeyColumn } from "./columns.ts";
import { NONE } from "./dataset.ts";
import { growableInt32 } from "./growable.ts";
import type { ProblemLog } from "./problem-log.ts";
import { type Day, NO_DAY } from "../time/day.ts";
import { type TableName, tableSpec } from "./tables.ts";

/** In {@link RowSource.letters}: each row's cell stands in the column that the row itself names (a grid of ticks). */
export const OWN_COLUMN = "*";

/** A file, or the tab of a workbook, that rows come from. */
export interface RowSource {
  readonly name: string;
  readonly tab?: string;
  /** The letter of each mapped column, by canonical name, or {@link OWN_COLUMN}. */
  readonly letters: Readonly<Record<string, string>>;
  /** The columns that it has, by canonical name, where another source of the table may have others. */
  readonly columns?: readonly string[];
}

/** Some rows, column by column; a column that is left out is empty in all of them. */
export interface RowBatch {
  /** The rows' numbers as a spreadsheet shows them. */
  readonly rows: ArrayLike<number>;
  /** For each row the position (0 is A) of the column in which its own cell stands; see {@link OWN_COLUMN}. */
  readonly at?: ArrayLike<number>;
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
}

/** Takes the rows of one table. Several sources may feed it, one after the other. */
export interface TableBuilder {
  /** How many rows it has so far. */
  readonly length: number;
  /** Says where the rows of the following batches come from; sources may take turns. */
  readonly beginSource: (source: RowSource) => void;
  /** Adds rows and answers the position of the first; throws a RangeError for a column that the table was not opened with. */
  readonly append: (batch: RowBatch) => number;
  /** Changes a day that was added; null empties it. */
  readonly amendDay: (column: string, row: number, day: Day | null) => void;
}

/** One table while its rows come in. */
export class GrowingTable implements TableBuilder {
  readonly name: TableName;
  readonly columns = new Map<string, GrowingColumn>();
  readonly #context: ColumnContext;
  readonly #log: Pick<ProblemLog, "add">;
  readonly #rows = growableInt32();
  /** Filled only where a source has rows with a column of their own. */
  readonly #at = growableInt32();
  /** The cell at which each kind of problem was told last. */
  readonly #told = new Map<string, string>();
  readonly #sources: { readonly source: RowSource; readonly start: number }[] = [];

  constructor(name: TableName, context: ColumnContext, log: Pick<ProblemLog, "add">) {
    this.name = name;
    this.#context = context;
    this.#log = log;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** Opens columns; in the rows that are already there they are empty. */
  open(columns: readonly string[]): void {
    for (const name of columns) {
      if (this.columns.has(name)) continue;
      const spec = tableSpec(this.name).columns.find((candidate) => candidate.name === name);
      if (spec === undefined) throw new RangeError(`${this.name} has no column "${name}"`);
      const column = growingColumn(this.name, spec, this.#context);
      column.append(undefined, this.length, () => {});
      this.columns.set(name, column);
    }
  }

  beginSource(source: RowSource): void {
    if (this.#sources.at(-1)?.source !== source) this.#sources.push({ source, start: this.length });
  }

  append({ rows, at, columns }: RowBatch): number {
    for (const name of Object.keys(columns)) {
      if (!this.columns.has(name)) throw new RangeError(`${this.name} was opened without the column "${name}"`);
    }
    const start = this.length;
    if (this.#sources.length === 0) this.beginSource({ name: this.name, letters: {} });
    this.#rows.append(rows);
    if (at !== undefined) {
      this.#at.fill(NONE, start - this.#at.length);
      this.#at.append(at);
    }
    for (const [name, column] of this.columns) {
      column.append(columns[name], rows.length, (index, code, data) =>
        this.report(code, start + index, column.spec, data),
      );
    }
    return start;
  }

  amendDay(name: string, row: number, day: Day | null): void {
    const column = this.columns.get(name);
    if (!(column instanceof DayColumn)) throw new RangeError(`${this.name} has no day "${name}"`);
    column.values.set(row, day ?? NO_DAY);
  }

  /** The column of the rows' own keys; a table with a composite key has none. */
  get idColumn(): KeyColumn | undefined {
    const { key, columns } = tableSpec(this.name);
    const spec = key.length === 1 ? columns.find(({ name, kind }) => name === key[0] && kind === "id") : undefined;
    const column = spec && this.columns.get(spec.name);
    return column instanceof KeyColumn ? column : undefined;
  }

  /** Where rows and cells stand. The answer holds on to nothing else of this table, which is let go. */
  addresses(): (row: number, column?: string) => Address {
    const [rows, at] = [this.#rows.finish(), this.#at.finish()];
    const sources = this.#sources;
    const { name } = this;
    return (row, column) => {
      const source = sources.findLast(({ start }) => start <= row)?.source ?? { name, letters: {} };
      return addressIn(source, rows[row], column === undefined ? undefined : letterIn(source, column, at[row]));
    };
  }

  /** Notes a problem of a row, or of one of its cells. */
  report(code: ProblemCode, row: number, column: ColumnSpec | undefined, data: ProblemData): void {
    const { source } = this.#sources.findLast(({ start }) => start <= row)!;
    const at = row < this.#at.length ? this.#at.at(row) : undefined;
    const letter = column === undefined ? undefined : letterIn(source, column.name, at);
    const address = addressIn(source, this.#rows.at(row), letter);
    // Layouts make several rows of one: what is wrong with a cell of theirs is told once.
    const cell = `${formatAddress(address)} ${data.found ?? ""}`;
    const kind = `${code} ${column?.name ?? ""}`;
    if (this.#told.get(kind) === cell) return;
    this.#told.set(kind, cell);
    this.#log.add({
      code,
      address,
      table: this.name,
      ...(column === undefined ? {} : { field: column.name }),
      personal: column !== undefined && isPersonal(column),
      data,
    } satisfies Problem);
  }

  /** Whether the source of a row has a column. */
  hasColumn(row: number, column: string): boolean {
    const { source } = this.#sources.findLast(({ start }) => start <= row)!;
    return source.columns?.includes(column) ?? this.columns.has(column);
  }

  /** Notes in each source that lacks a column that it does. */
  reportMissing(column: ColumnSpec): void {
    for (const source of new Set(this.#sources.map((entry) => entry.source))) {
      if (source.columns?.includes(column.name) ?? this.columns.has(column.name)) continue;
      const address = addressIn(source, undefined, undefined);
      this.#log.add({
        code: "missing-column",
        address,
        table: this.name,
        field: column.name,
        personal: false,
        data: {},
      });
    }
  }

  /** Notes a problem of a whole column in each source that has it; `countOf` counts among rows, from one to before another. */
  reportColumn(
    code: ProblemCode,
    column: ColumnSpec,
    data: ProblemData,
    countOf: (first: number, end: number) => number,
  ): void {
    const counts = new Map<RowSource, number>();
    for (const [index, { source, start }] of this.#sources.entries()) {
      const end = this.#sources[index + 1]?.start ?? this.length;
      counts.set(source, (counts.get(source) ?? 0) + countOf(start, end));
    }
    for (const [source, count] of counts) {
      if (count === 0) continue;
      const address = addressIn(source, undefined, letterIn(source, column.name, undefined));
      this.#log.add({ code, address, table: this.name, field: column.name, personal: false, data: { ...data, count } });
    }
  }

  /** Where a row stands, in words: `personas.csv 12`. */
  rowName(row: number): string {
    const { source } = this.#sources.findLast(({ start }) => start <= row)!;
    return formatAddress(addressIn(source, this.#rows.at(row), undefined));
  }

  /** How another row of this table is named beside `row`: its number, with its source where that differs. */
  nameBeside(row: number, other: number): string | number {
    const sourceOf = (of: number): RowSource => this.#sources.findLast(({ start }) => start <= of)!.source;
    const [here, there] = [sourceOf(row), sourceOf(other)];
    const number = this.#rows.at(other);
    if (here.name === there.name && here.tab === there.tab) return number;
    return formatAddress(addressIn(there, number, undefined));
  }
}

/** The letter of a column in a source; nothing for a row's own column where no row is meant. */
const letterIn = ({ letters }: RowSource, column: string, at: number | undefined): string | undefined => {
  const letter = letters[column];
  if (letter !== OWN_COLUMN) return letter;
  return at === undefined || at === NONE ? undefined : columnLetter(at);
};

const addressIn = ({ name, tab }: RowSource, row: number | undefined, column: string | undefined): Address => ({
  source: name,
  ...(tab === undefined ? {} : { tab }),
  ...(row === undefined ? {} : { row }),
  ...(column === undefined ? {} : { column }),
});

/** A person's key may be a name or an e-mail address in the section's own sheets. */
const isPersonal = (column: ColumnSpec): boolean => column.personal || column.target === "people";
