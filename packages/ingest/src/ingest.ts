import {
  type ColumnSpec,
  type Dataset,
  DatasetBuilder,
  type EnumValue,
  type PassingTable,
  type ProblemCode,
  type ProblemData,
  type Section,
  type TableName,
} from "@minga/core";
import { trimCell } from "./coerce/cell.ts";
import type { CoercionContext } from "./coerce/coercer.ts";
import { Decisions, type IdentityDecision, isDecisions } from "./identity/decisions.ts";
import { finderOf } from "./identity/finder.ts";
import type { SourceMapping } from "./mapping.ts";
import { type ColumnMatch, matchColumns } from "./match/columns.ts";
import { matchTable, type TableMatch } from "./match/table.ts";
import type { RawPlace, RawTable } from "./raw.ts";
import { rowFilters } from "./match/row-filters.ts";
import { type ReadTable, type RecordTaker, type TableReader, TableReading } from "./reading.ts";

/** What records are read with: facts of the section, lists of the strategy. */
export interface IngestOptions {
  readonly section: Pick<Section, "places" | "populations" | "zone" | "calendar" | "nationalId">;
  readonly groupTypes: readonly EnumValue[];
  /**
   * Only the problems are wanted: participations, of which there may be millions, are not kept. They are put off until what
   * they refer to is read, so their sources are read more than once; see {@link Ingest.again}.
   */
  readonly checkOnly?: boolean;
  /** What was decided about who is one person is left aside: the numbers as they were before. */
  readonly undecided?: boolean;
  /** Decisions that stand in no file yet, to see what comes of them; their problems have `--decide` as source. */
  readonly decided?: readonly IdentityDecision[];
}

/** The table that is checked as it passes. */
const PASSING = "participations";

/** What came of the raw tables. */
export interface IngestResult {
  /** The records, resolved, with every problem met on the way. */
  readonly dataset: Dataset;
  /** What each source became, in the order in which they were opened. */
  readonly tables: readonly ReadTable[];
  /** Pairs of rows of people that the section decided are not one person. */
  readonly toldApart: readonly (readonly [number, number])[];
}

/**
 * Makes records of raw tables: finds each one's table and columns, reads every cell, and reports what it
 * cannot read at its address. Works in a stream: it keeps the records, not the text they came in.
 *
 * Faults of the data are problems of the dataset; nothing is thrown for them.
 *
 * @example
 * const ingest = new Ingest({ section, groupTypes: strategy.groupTypes });
 * const reader = ingest.open({ source: "personas.csv", header: ["Id", "Fecha de ingreso"] });
 * reader?.push({ rows: [2], columns: [["p1"], ["31-03-2024"]] });
 * ingest.finish().dataset.tables.get("people")?.length; // 1
 */
export class Ingest {
  readonly #builder: DatasetBuilder;
  readonly #coercion: CoercionContext;
  readonly #readings: TableReading[] = [];
  readonly #checkOnly: boolean;
  readonly #undecided: boolean;
  readonly #decisions: Decisions;
  #hasPutOff = false;
  #hasLeftOut = false;
  /** There from the second round on. */
  #passing: PassingTable | undefined;
  /** Whether this is the third round, in which nothing but repeats is told. */
  #isRepeat = false;

  constructor({ section, groupTypes, checkOnly = false, undecided = false, decided = [] }: IngestOptions) {
    this.#undecided = undecided;
    this.#checkOnly = checkOnly;
    this.#builder = new DatasetBuilder({
      places: section.places,
      populations: section.populations,
      identity: {
        finderOf,
        standIns: (people, find) => this.#decisions.standIns(people, find),
      },
      vocabularies: { groupTypes: groupTypes.map(({ value }) => value) },
    });
    this.#decisions = new Decisions(this.#builder.problems);
    this.#decisions.add(decided);
    this.#coercion = {
      zone: section.zone,
      calendar: section.calendar,
      nationalId: section.nationalId,
      vocabularies: { groupTypes },
    };
  }

  /** Begins a source. Undefined when it is no table that can be read; why stands among the problems. */
  open({ header, ...place }: RawTable, mapping: SourceMapping = {}): TableReader | undefined {
    const raw: RawTable = { ...place, header: header.map((cell) => trimCell(cell.replaceAll("\u0000", ""))) };
    if (mapping.table === undefined && isDecisions(raw)) {
      return this.#passing === undefined && !this.#undecided ? this.#decisions.open(raw) : undefined;
    }
    const names = [raw.title, raw.tab, raw.tab === undefined ? raw.source : undefined].filter(
      (name) => name !== undefined,
    );
    const match: TableMatch =
      mapping.table === undefined ? matchTable(names, raw.header) : { table: mapping.table, by: "name" };
    if (match.table === undefined) {
      const { candidates } = match;
      this.report(raw, "unknown-table", candidates.length > 1 ? { candidates } : {});
      return undefined;
    }
    const isPassing = this.#checkOnly && match.table === PASSING;
    if (this.#passing === undefined && isPassing) {
      this.#hasPutOff = true;
      return PUT_OFF;
    }
    if (this.#passing !== undefined && !isPassing) return undefined;
    if (match.by === "columns") this.#note(raw, "table-by-columns", {}, match.table);
    const columns = matchColumns(match.table, raw.header, mapping, raw.letters);
    const { filters, missing } = rowFilters(raw.header, mapping);
    if (missing.length > 0 || columns.missing.length > 0) {
      this.#block(raw, match.table, [...missing.map((name) => ({ header: name })), ...columns.missing]);
      return undefined;
    }
    const reading = new TableReading(match.table, raw, mapping, {
      columns,
      filters,
      builder: this.#passing === undefined ? this.#builder : takerOf(this.#passing),
      coercion: this.#coercion,
    });
    if (!this.#isRepeat) this.#readings.push(reading);
    return reading;
  }

  /** Whether a table was put off since this was last asked; see {@link again}. */
  takePutOff(): boolean {
    const has = this.#hasPutOff;
    this.#hasPutOff = false;
    return has;
  }

  /**
   * Begins another round over the sources with tables that were put off, once all others are read; false where none is
   * needed.
   *
   * @example
   * while (putOff.length > 0 && ingest.again()) for (const source of putOff) read(source, ingest);
   */
  again(): boolean {
    if (this.#passing === undefined) {
      this.#passing = this.#builder.passing(PASSING);
      return true;
    }
    this.#isRepeat = this.#passing.again();
    return this.#isRepeat;
  }

  /**
   * Says that a source lacks columns without which a table cannot be read as the section said. The whole table is left out,
   * from whatever source: numbers of what is left of it would look like true ones.
   */
  block(place: RawPlace, table: TableName, headers: readonly string[]): void {
    this.#block(
      place,
      table,
      headers.map((header) => ({ header })),
    );
  }

  /** Whether a table was left out since it cannot be read as the section said. */
  get hasLeftOut(): boolean {
    return this.#hasLeftOut;
  }

  /** Leaves a table out of the dataset, whatever source it is read from. */
  leaveOut(table: TableName): void {
    this.#hasLeftOut = true;
    this.#builder.leaveOut(table);
  }

  #block(place: RawPlace, table: TableName, gone: readonly Gone[]): void {
    for (const { header: found, near, field } of gone) {
      this.#note(
        place,
        "mapped-column-missing",
        { found, ...(near === undefined ? {} : { near }) },
        table,
        field?.name,
      );
    }
    this.leaveOut(table);
  }

  /** Notes a problem of a whole source: a reader's, such as a format that it does not read. */
  report(place: RawPlace, code: ProblemCode, data: ProblemData = {}): void {
    // Later rounds meet it again.
    if (this.#passing === undefined) this.#note(place, code, data);
  }

  /** Notes something about one row of a source. */
  reportRow(place: RawPlace, row: number, code: ProblemCode, data: ProblemData = {}): void {
    if (this.#passing === undefined) this.#note({ ...place, row }, code, data);
  }

  #note(
    { source, tab, row }: RawPlace & { row?: number },
    code: ProblemCode,
    data: ProblemData,
    table?: TableName,
    field?: string,
  ): void {
    (this.#passing ?? this.#builder).problems.add({
      code,
      address: { source, ...(tab === undefined ? {} : { tab }), ...(row === undefined ? {} : { row }) },
      ...(table === undefined ? {} : { table }),
      ...(field === undefined ? {} : { field }),
      personal: false,
      data,
    });
  }

  /** Resolves everything. Nothing can be opened or pushed afterwards. */
  finish(): IngestResult {
    const dataset = this.#builder.build();
    const tables = this.#readings.map((reading) => reading.summary());
    return { dataset, tables, toldApart: this.#decisions.toldApart };
  }
}

/** A column that the mapping names and a source lacks. */
type Gone = Pick<ColumnMatch["missing"][number], "header" | "near"> & { readonly field?: ColumnSpec };

/** Reads nothing: the table's turn is still to come. */
const PUT_OFF: TableReader = { push: () => {}, end: () => {} };

const takerOf = (passing: PassingTable): RecordTaker => ({
  problems: passing.problems,
  table: (_name, columns) => passing.open(columns),
});
