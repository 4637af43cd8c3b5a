import { BATCH_ROWS, type RawBatch, type RawFault, type RawValue } from "@minga/ingest";
import { unguarded } from "./write.ts";

/**
 * Gathers the rows of a CSV file into batches whose columns are cut out of the text when they are first asked for: most sheets
 * have columns that nobody reads. A row may be wider or narrower than the others.
 */
export class CsvBatcher {
  readonly #full: RawBatch[] = [];
  #rows: number[] = [];
  #widths: number[] = [];
  /** Of each row the text that it stands in. */
  #texts: string[] = [];
  /** Of all cells of all rows where they begin in that text and where they end; filled up to `#end`. */
  #bounds = new Int32Array(1024);
  #end = 0;
  #faults: RawFault[] = [];
  #width = 0;

  /** Adds a row by its number as a spreadsheet shows it; `bounds` says of each cell where it begins in the text and where it ends. */
  add(row: number, text: string, bounds: readonly number[], width: number): void {
    const end = this.#end + 2 * width;
    if (end > this.#bounds.length) this.#bounds = grown(this.#bounds, end);
    const all = this.#bounds;
    for (let at = 0, to = this.#end; to < end; at++, to++) all[to] = bounds[at]!;
    this.#end = end;
    this.#rows.push(row);
    this.#texts.push(text);
    this.#widths.push(width);
    if (width > this.#width) this.#width = width;
    if (this.#rows.length === BATCH_ROWS) this.end();
  }

  /** Notes a fault of the row that was added last. */
  note(fault: Omit<RawFault, "row">): void {
    this.#faults.push({ ...fault, row: this.#rows.at(-1)! });
  }

  /** Closes the batch under way. */
  end(): void {
    if (this.#rows.length === 0) return;
    const [texts, widths, bounds] = [this.#texts, this.#widths, this.#bounds];
    const columns = madeWhenRead(this.#width, (column) => columnOf(column, texts, widths, bounds));
    this.#full.push({ rows: this.#rows, widths, columns, faults: this.#faults });
    this.#rows = [];
    this.#widths = [];
    this.#texts = [];
    this.#bounds = new Int32Array(this.#bounds.length);
    this.#end = 0;
    this.#faults = [];
    this.#width = 0;
  }

  /** The batches that are complete, each given once. */
  take(): readonly RawBatch[] {
    return this.#full.splice(0);
  }
}

const columnOf = (
  column: number,
  texts: readonly string[],
  widths: readonly number[],
  bounds: Int32Array,
): readonly RawValue[] => {
  const values: RawValue[] = [];
  // Of its length at once: an array that grows to it takes three times the memory on its way.
  values.length = texts.length;
  let first = 0;
  for (let row = 0; row < texts.length; row++) {
    const at = first + 2 * column;
    values[row] = column < widths[row]! ? unguarded(texts[row]!.slice(bounds[at], bounds[at + 1])) : "";
    first += 2 * widths[row]!;
  }
  return values;
};

/** An array each element of which is made the first time that it is read. */
const madeWhenRead = <Value>(length: number, make: (index: number) => Value): readonly Value[] => {
  const values: Value[] = [];
  for (let index = 0; index < length; index++) {
    Object.defineProperty(values, index, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = make(index);
        Object.defineProperty(values, index, { value });
        return value;
      },
    });
  }
  return values;
};

const grown = (values: Int32Array, length: number): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(Math.max(length, 2 * values.length));
  larger.set(values);
  return larger;
};
