import { BATCH_ROWS, type RawBatch, type RawFault, type RawValue } from "@minga/ingest";

/** Gathers the rows of a sheet into batches of columns. A row may be wider or narrower than the others. */
export class Batcher {
  readonly #full: RawBatch[] = [];
  #rows: number[] = [];
  #widths: number[] = [];
  #columns: RawValue[][] = [];
  #faults: RawFault[] = [];

  /** Adds a row by its number as a spreadsheet shows it. */
  add(row: number, cells: readonly RawValue[]): void {
    const index = this.#rows.length;
    while (this.#columns.length < cells.length) this.#columns.push(Array.from({ length: index }, () => ""));
    this.#rows.push(row);
    this.#widths.push(cells.length);
    // Every cell of every file passes here: an iterator over the columns takes twice the time.
    for (let column = 0; column < this.#columns.length; column++) this.#columns[column]!.push(cells[column] ?? "");
    if (this.#rows.length === BATCH_ROWS) this.end();
  }

  /** Notes a fault of the row that was added last. */
  note(fault: Omit<RawFault, "row">): void {
    this.#faults.push({ ...fault, row: this.#rows.at(-1)! });
  }

  /** Closes the batch under way. */
  end(): void {
    if (this.#rows.length === 0) return;
    this.#full.push({ rows: this.#rows, widths: this.#widths, columns: this.#columns, faults: this.#faults });
    this.#rows = [];
    this.#widths = [];
    this.#columns = [];
    this.#faults = [];
  }

  /** The batches that are complete, each given once. */
  take(): readonly RawBatch[] {
    return this.#full.splice(0);
  }
}
