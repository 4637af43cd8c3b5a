import {
  type Address,
  type Cell,
  columnLetter,
  type ColumnSpec,
  type DatasetBuilder,
  OWN_COLUMN,
  type RowSource,
  type ProblemCode,
  type ProblemData,
  type TableBuilder,
  type TableName,
  tableSpec,
} from "@minga/core";
import {
  type Coercer,
  firstFilled,
  isBlank,
  isCell,
  isWhole,
  Noted,
  type Read,
  shorten,
  SlashDate,
  trimCell,
  Unreadable,
} from "./coerce/cell.ts";
import { DateOrder } from "./coerce/date-order.ts";
import { type CoercionContext, coercerFor } from "./coerce/coercer.ts";
import { type TypedCoercer, typedCoercer } from "./coerce/typed.ts";
import type { SourceMapping } from "./mapping.ts";
import { birthdateField, daysIn } from "./identity/birthdate-field.ts";
import { describe } from "./identity/described.ts";
import type { ColumnMatch } from "./match/columns.ts";
import { matchProblems } from "./match/match-problems.ts";
import { personColumn } from "./match/person-column.ts";
import type { RowFilter } from "./match/row-filters.ts";
import { letterOf, type RawBatch, type RawPlace, type RawTable, type RawValue, textOfRaw } from "./raw.ts";

/** What one source became. */
export interface ReadTable extends RawPlace {
  readonly table: TableName;
  /** Rows that became records. */
  readonly rows: number;
  /** Rows that the mapping leaves out. */
  readonly leftOut: number;
  readonly columns: readonly ReadColumn[];
  /** Columns that are no field of the table; they stay in the file. */
  readonly extra: readonly { readonly header: string; readonly letter: string }[];
}

/** Where the cells of a field came from. */
export interface ReadColumn {
  readonly field: string;
  /** `name`: told by its header; `mapping`, `constant`, `declared-empty`: the section said so. */
  readonly by: "name" | "mapping" | "constant" | "declared-empty";
  readonly header?: string;
  readonly letter?: string;
  /** Of a field in several columns their letters, in order; `header` and `letter` are those of the first. */
  readonly parts?: readonly string[];
}

/** Takes the rows of one source. */
export interface TableReader {
  readonly push: (batch: RawBatch) => void;
  /** Ends the source: what only the whole column tells is settled. */
  readonly end: () => void;
}

/** Takes records and problems: a dataset's builder, or what only looks at them. */
export interface RecordTaker {
  readonly problems: Pick<DatasetBuilder["problems"], "add">;
  readonly table: DatasetBuilder["table"];
}

/** What reading a source needs besides its rows. */
export interface ReadingContext {
  readonly columns: ColumnMatch;
  readonly filters: readonly RowFilter[];
  readonly builder: RecordTaker;
  readonly coercion: CoercionContext;
}

/** A column that is read. */
export interface Field {
  readonly spec: ColumnSpec;
  readonly index: number;
  readonly coerce: Coercer;
  /** Of a field in several columns all of their positions, `index` first. */
  readonly parts?: readonly number[];
  /** Reads what is no text: numbers, days and truth values of a workbook. */
  readonly coerceTyped: TypedCoercer;
  /** Settles its dates with slashes when all of them were seen. */
  readonly order: DateOrder;
}

/** One source while its rows come in. */
export class TableReading implements TableReader {
  readonly #table: TableName;
  readonly #raw: RawTable;
  readonly #place: RawPlace;
  readonly #builder: RecordTaker;
  readonly #match: ColumnMatch;
  readonly #fields: readonly Field[];
  /** The column with the birthdates of those whom the rows name, and the field in which they are named. */
  readonly #birthdate: { readonly field: Omit<Field, "order">; readonly person: string } | undefined;
  readonly #constants: ReadonlyMap<string, Cell>;
  readonly #filters: readonly RowFilter[];
  readonly #target: TableBuilder;
  readonly #source: RowSource;
  /** The field whose empty cells keep a row out of every period. */
  readonly #dated: string | undefined;
  /** Positions of columns without a header in which no data was met yet. */
  readonly #unnamed: Set<number>;
  #rows = 0;
  #leftOut = 0;

  constructor(
    table: TableName,
    raw: RawTable,
    mapping: SourceMapping,
    { columns, filters, builder, coercion }: ReadingContext,
  ) {
    this.#table = table;
    this.#raw = raw;
    this.#place = { source: raw.source, ...(raw.tab === undefined ? {} : { tab: raw.tab }) };
    this.#builder = builder;
    this.#filters = filters;
    this.#dated = dayOfEvent(table);
    this.#match = columns;
    this.#fields = this.#match.matched.map(({ spec, index, parts }) => {
      const coerce = coercerFor(table, spec, coercion, mapping);
      const field = { spec, index, coerce, coerceTyped: typedCoercer(spec, coerce), order: new DateOrder() };
      return parts === undefined ? field : { ...field, parts };
    });
    const person = personColumn(table);
    this.#birthdate =
      columns.birthdate === undefined || person === undefined
        ? undefined
        : { field: birthdateField(columns.birthdate, coercion, mapping), person: person.name };
    this.#unnamed = new Set(
      this.#match.extra.filter((index) => raw.header[index] === "" && index !== columns.birthdate),
    );
    this.#constants = this.#readConstants(mapping, coercion);
    for (const { code, index, data, spec } of matchProblems(columns, raw, filters)) {
      this.#reportColumn(code, index, data, spec);
    }
    const present = [...this.#fields, ...this.#match.declaredEmpty.map((spec) => ({ spec }))];
    const fields = [...present.map(({ spec }) => spec.name), ...this.#constants.keys()];
    this.#target = builder.table(table, fields);
    this.#source = {
      name: raw.source,
      ...(raw.tab === undefined ? {} : { tab: raw.tab }),
      letters: Object.fromEntries(this.#fields.map(({ spec, index }) => [spec.name, letterOf(raw, index)])),
      columns: fields,
    };
    this.#target.beginSource(this.#source);
  }

  push(batch: RawBatch): void {
    const { columns, rows } = batch;
    for (const { row, code, data } of batch.faults ?? []) {
      this.#builder.problems.add({
        code,
        address: { ...this.#place, row },
        table: this.#table,
        personal: false,
        data,
      });
    }
    this.#lookAtUnnamed(columns);
    const kept = this.#keptRows(batch);
    const cells: Record<string, Cell[]> = {};
    const start = this.#target.length;
    for (const field of this.#fields) {
      cells[field.spec.name] =
        field.parts === undefined
          ? this.#read(field, columns[field.index]!, batch, kept, start)
          : this.#readParts(field, field.parts, batch, kept, start);
    }
    for (const [name, cell] of this.#constants) cells[name] = kept.map(() => cell);
    this.#addBirthdates(cells, batch, kept);
    // A file that holds a table twice pushes rows of both in turn.
    this.#target.beginSource(this.#source);
    this.#target.append({
      rows: kept.length === rows.length ? rows : kept.map((index) => rows[index]!),
      ...(batch.at === undefined ? {} : { at: kept.map((index) => batch.at![index]!) }),
      columns: cells,
    });
    this.#rows += kept.length;
  }

  end(): void {
    for (const field of this.#fields) {
      const { name } = field.spec;
      const isMonthFirst = field.order.settle((row, day) => this.#target.amendDay(name, row, day));
      if (isMonthFirst) this.#reportColumn("month-first", field.index, {}, field.spec);
    }
  }

  /** What the source became so far. */
  summary(): ReadTable {
    const { header } = this.#raw;
    const at = (index: number): { header: string; letter: string } => ({
      header: header[index]!,
      letter: letterOf(this.#raw, index),
    });
    return {
      ...this.#place,
      table: this.#table,
      rows: this.#rows,
      leftOut: this.#leftOut,
      columns: [
        ...this.#match.matched.map(({ spec, index, by, parts }) => ({
          field: spec.name,
          by,
          ...at(index),
          ...(parts === undefined ? {} : { parts: parts.map((part) => letterOf(this.#raw, part)) }),
        })),
        ...[...this.#constants.keys()].map((field) => ({ field, by: "constant" as const })),
        ...this.#match.declaredEmpty.map((spec) => ({ field: spec.name, by: "declared-empty" as const })),
      ],
      extra: this.#match.extra.map(at).filter((column) => column.header !== ""),
    };
  }

  /** A field in several columns: what stands in them, one after the other. With a part that cannot be read the whole cannot. */
  #readParts(field: Field, parts: readonly number[], batch: RawBatch, kept: readonly number[], start: number): Cell[] {
    const { columns } = batch;
    const each = parts.map((index) => this.#read({ ...field, index }, columns[index]!, batch, kept, start));
    return kept.map((position, at) => {
      const isComplete = parts.every((index, part) => each[part]![at] !== null || isBlank(columns[index]![position]!));
      const texts = each.flatMap((cells) => cells[at] ?? []);
      return isComplete && texts.length > 0 ? texts.join(" ") : null;
    });
  }

  #read(field: Field, values: readonly RawValue[], batch: RawBatch, kept: readonly number[], start: number): Cell[] {
    const cells: Cell[] = [];
    // Of its length at once: an array that grows to it takes three times the memory on its way.
    cells.length = kept.length;
    // Every cell passes here: what is made for the few with something to say is not made for the others.
    for (let at = 0; at < kept.length; at++) {
      const index = kept[at]!;
      const value = values[index]!;
      let text: string | undefined;
      let read: Read;
      if (typeof value === "string") {
        text = this.#textIn(field, value, batch, index);
        read = text === "" ? null : field.coerce(text);
      } else read = field.coerceTyped(value);
      if (isCell(read)) {
        cells[at] = read;
        continue;
      }
      const isSaid = isSameCell(field, batch, index, kept[at - 1]);
      cells[at] = this.#settle(read, text ?? textOfRaw(value), field.order, start + at, (code, data) => {
        if (!isSaid) this.#reportCell(code, field, batch, index, data);
      });
    }
    return cells;
  }

  /** Adds to those whom the rows name the birthdates that stand beside them. */
  #addBirthdates(cells: Record<string, Cell[]>, batch: RawBatch, kept: readonly number[]): void {
    if (this.#birthdate === undefined) return;
    const { field, person } = this.#birthdate;
    const named = cells[person];
    if (named === undefined) return;
    cells[person] = named.map((cell, at) => {
      const index = kept[at]!;
      const days = daysIn(field, batch.columns[field.index]![index]!, (code, data) => {
        if (!isSameCell(field, batch, index, kept[at - 1])) this.#reportCell(code, field, batch, index, data);
      });
      return typeof cell === "string" ? describe(cell, days) : cell;
    });
  }

  /** The text of a cell without what surrounds it; what is wrong with it as a text is told. */
  #textIn(field: Field, value: string, batch: RawBatch, index: number): string {
    if (isWhole(value)) return value;
    let text = value;
    if (text.includes("\u0000")) {
      this.#reportCell("nul-bytes", field, batch, index, {});
      text = text.replaceAll("\u0000", "");
    }
    text = trimCell(text);
    if (text === "" && field.spec.name === this.#dated) this.#reportCell("undated-event", field, batch, index, {});
    if (text.includes("\uFFFD")) this.#reportCell("broken-text", field, batch, index, { found: shorten(text) });
    return text;
  }

  /** What stands in the table for a cell that was read, with what there is to say about it. */
  #settle(
    read: Read,
    text: string,
    order: DateOrder,
    row: number,
    report: (code: ProblemCode, data: ProblemData) => void,
  ): Cell {
    if (read instanceof Unreadable || read instanceof Noted) {
      report(read.code, { ...read.data, found: shorten(text) });
      return read instanceof Noted ? read.cell : null;
    }
    if (read instanceof SlashDate) {
      const found = shorten(text);
      return order.take(read, row, (code, data) => report(code, { ...data, found }));
    }
    return read;
  }

  /** The positions of the rows that hold anything and that the mapping does not leave out. */
  #keptRows(batch: RawBatch): readonly number[] {
    const filled: number[] = [];
    const [first = []] = batch.columns;
    for (let index = 0; index < batch.rows.length; index++) {
      const isFilled = !isBlank(first[index] ?? "") || firstFilled(batch.columns, index) !== undefined;
      if (isFilled) filled.push(index);
    }
    return this.#filters.length === 0 ? filled : filled.filter((index) => this.#keeps(batch, index));
  }

  /** Whether the mapping does not leave a row out; one that it does is told. */
  #keeps({ columns, rows }: RawBatch, index: number): boolean {
    const filter = this.#filters.find((candidate) => !candidate.keeps(textOfRaw(columns[candidate.index]![index]!)));
    if (filter === undefined) return true;
    this.#leftOut++;
    this.#builder.problems.add({
      code: "left-out-row",
      address: { ...this.#place, row: rows[index]!, column: letterOf(this.#raw, filter.index) },
      table: this.#table,
      // The column may be any: what stands there is not shown to others.
      personal: true,
      data: {
        header: this.#raw.header[filter.index]!,
        found: shorten(trimCell(textOfRaw(columns[filter.index]![index]!))),
      },
    });
    return false;
  }

  #lookAtUnnamed(columns: RawBatch["columns"]): void {
    for (const index of this.#unnamed) {
      if (columns[index]!.every(isBlank)) continue;
      this.#unnamed.delete(index);
      this.#reportColumn("unnamed-column", index, {});
    }
  }

  #readConstants({ constants = {}, ...mapping }: SourceMapping, coercion: CoercionContext): ReadonlyMap<string, Cell> {
    const read = new Map<string, Cell>();
    for (const spec of tableSpec(this.#table).columns) {
      const constant = constants[spec.name];
      if (constant === undefined) continue;
      const text = trimCell(String(constant));
      const cell = text === "" ? null : coercerFor(this.#table, spec, coercion, mapping)(text);
      const report = (code: ProblemCode, data: ProblemData): void => this.#report(code, this.#place, spec, data);
      read.set(spec.name, this.#settle(cell, text, new DateOrder(), 0, report));
    }
    return read;
  }

  #reportCell(
    code: ProblemCode,
    { spec, index }: Pick<Field, "spec" | "index">,
    batch: RawBatch,
    at: number,
    data: ProblemData,
  ): void {
    const letter = letterOf(this.#raw, index);
    const column = letter === OWN_COLUMN ? columnLetter(batch.at![at]!) : letter;
    this.#report(code, { ...this.#place, row: batch.rows[at]!, column }, spec, data);
  }

  #reportColumn(code: ProblemCode, index: number, data: ProblemData, spec?: ColumnSpec): void {
    this.#report(code, { ...this.#place, column: letterOf(this.#raw, index) }, spec, data);
  }

  #report(code: ProblemCode, address: Address, spec: ColumnSpec | undefined, data: ProblemData): void {
    this.#builder.problems.add({
      code,
      address,
      table: this.#table,
      ...(spec === undefined ? {} : { field: spec.name }),
      personal: spec !== undefined && (spec.personal || spec.target === "people"),
      data,
    });
  }
}

/** Whether a cell is that of the row before: layouts make several rows of one. */
const isSameCell = (
  { index: column }: Pick<Field, "index">,
  { rows, columns }: RawBatch,
  index: number,
  before: number | undefined,
): boolean =>
  before !== undefined && rows[index] === rows[before] && columns[column]![index] === columns[column]![before];

/** The column with the day of a table's events, where they have one of their own and it should not be empty. */
const dayOfEvent = (table: TableName): string | undefined => {
  const { time } = tableSpec(table);
  if (time.role !== "event" || time.mayBePending === true || time.date.length > 1) return undefined;
  return time.date[0];
};
