import type { Ingest } from "../ingest.ts";
import type { SourceMapping } from "../mapping.ts";
import { type RawBatch, type RawFault, type RawPlace, type RawValue, textOfRaw } from "../raw.ts";
import type { TableReader } from "../reading.ts";
import { isBlank } from "../coerce/cell.ts";

/**
 * Reads a sheet in which the header stands among the rows: the first row that is not blank is the header, those under it
 * are records. One sheet may be read into several tables, one for each mapping.
 *
 * @example
 * const sheet = new SheetReading(ingest, { source: "personas.csv" }, []);
 * sheet.push({ rows: [1, 2], columns: [["Id", "p1"]] });
 * sheet.end();
 */
export class SheetReading {
  readonly #ingest: Ingest;
  readonly #place: RawPlace;
  readonly #mappings: readonly SourceMapping[];
  #readers: readonly TableReader[] = [];
  #width: number | undefined;

  constructor(ingest: Ingest, place: RawPlace, mappings: readonly SourceMapping[]) {
    this.#ingest = ingest;
    this.#place = place;
    this.#mappings = mappings.length === 0 ? [{}] : mappings;
  }

  /** Whether a header was met. */
  get begun(): boolean {
    return this.#width !== undefined;
  }

  /** Whether the sheet became a table; if not, why stands among the problems. */
  get taken(): boolean {
    return this.#readers.length > 0;
  }

  push(batch: RawBatch): void {
    const start = this.#width === undefined ? this.#begin(batch) : 0;
    if (this.#width === undefined || !this.taken) return;
    const body = under(batch, start, this.#width);
    if (body.rows.length === 0 && (body.faults ?? []).length === 0) return;
    const ragged = raggedRows(body, this.#width);
    const table = ragged.length === 0 ? body : { ...body, faults: [...(body.faults ?? []), ...ragged] };
    for (const reader of this.#readers) reader.push(table);
  }

  /** Ends the sheet; one without any row is a problem. */
  end(): void {
    if (this.#width === undefined) this.#ingest.report(this.#place, "empty-file");
    for (const reader of this.#readers) reader.end();
  }

  /** Looks for the header and answers the position of the first row under it. */
  #begin({ rows, columns, widths }: RawBatch): number {
    for (let index = 0; index < rows.length; index++) {
      if (columns.every((values) => isBlank(values[index]!))) continue;
      const width = widths?.[index] ?? lastFilled(columns, index) + 1;
      this.#width = width;
      const header = columns.slice(0, width).map((values) => textOfRaw(values[index]!));
      this.#readers = this.#mappings.flatMap((mapping) => this.#ingest.open({ ...this.#place, header }, mapping) ?? []);
      return index + 1;
    }
    return rows.length;
  }
}

const lastFilled = (columns: RawBatch["columns"], index: number): number =>
  columns.findLastIndex((values) => !isBlank(values[index]!));

/** The rows of a batch from a position on, with as many columns as the header has, and the faults from the header on. */
const under = (batch: RawBatch, start: number, width: number): RawBatch => {
  const { columns, formulas, widths, rows, faults } = batch;
  const blank: readonly RawValue[] = rows.map(() => "");
  const wide = Array.from({ length: width }, (_, column) => columns[column] ?? blank);
  if (start === 0 && columns.length === width) return batch;
  const first = rows[Math.max(start - 1, 0)]!;
  return {
    rows: rows.slice(start),
    columns: wide.map((values) => (start === 0 ? values : values.slice(start))),
    ...(widths === undefined ? {} : { widths: widths.slice(start) }),
    ...(formulas === undefined
      ? {}
      : {
          formulas: formulas
            .slice(0, width)
            .map((cells) => cells.filter((cell) => cell >= start).map((cell) => cell - start)),
        }),
    ...(faults === undefined ? {} : { faults: faults.filter(({ row }) => row >= first) }),
    ...(columns.length <= width ? {} : { beyond: columns.slice(width).map((values) => values.slice(start)) }),
  };
};

/** Cells that are missing at the end are blank; cells beyond the header matter where they hold something. */
const raggedRows = (
  { rows, widths, ...batch }: RawBatch & { readonly beyond?: RawBatch["columns"] },
  width: number,
): readonly RawFault[] =>
  rows.flatMap((row, index): readonly RawFault[] => {
    const cells = widths?.[index] ?? width;
    if (cells === width) return [];
    if (cells > width && (batch.beyond ?? []).every((values) => isBlank(values[index]!))) return [];
    return [{ row, code: "ragged-row", data: { cells, expected: width } }];
  });
