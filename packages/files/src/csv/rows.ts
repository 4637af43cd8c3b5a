import Papa from "papaparse";
import type { Separator } from "./dialect.ts";

// Papa Parse is the library because it forgives: ragged rows and blank lines come through as they are (udsv, three
// times as fast, drops blank lines and with them the row numbers, and runs ragged rows together), and a bad quote is an
// error entry beside the row instead of an exception (csv-parse stops, or is told to let everything pass). Its own
// streaming reads an unclosed quote to the end of the file into one cell, so this file drives its parser window by
// window and takes such a row as the line that it is written on.

/** A row as it stands in the file. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Its quotes do not close, or close before the cell ends. */
  readonly broken: boolean;
}

/** Lines end like this once {@link LineEnds} has read them. */
const NEWLINE = "\n";
/** A row that goes on over several lines for more characters than this is a quote that was never closed. */
const LONGEST_ROW = 1 << 20;
const LARGEST_WINDOW = 1 << 16;
const SMALLEST_WINDOW = 1 << 11;
/** So many bad quotes in a row of several lines, and it is not waited for its end. */
const HOPELESS = 3;

interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code?: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Cuts the text of a CSV file, its lines ending in LF, into rows, piece by piece. Blank lines are rows of one empty cell,
 * so that the number of rows is the number that a spreadsheet shows.
 *
 * @example
 * const rows = new CsvRows(";", (row) => console.log(row.cells));
 * rows.write(text);
 * rows.end();
 */
export class CsvRows {
  readonly #separator: Separator;
  readonly #take: (row: CsvRow) => void;
  readonly #parser: Papa.Parser;
  #text = "";
  #window = LARGEST_WINDOW;
  /** Whether the last window ended in a damaged row. */
  #damaged = false;

  constructor(separator: Separator, take: (row: CsvRow) => void) {
    this.#separator = separator;
    this.#take = take;
    this.#parser = this.#parserWith({});
  }

  write(text: string): void {
    this.#text += text;
    this.#drain(false);
  }

  end(): void {
    this.#drain(true);
  }

  #drain(ended: boolean): void {
    let at = 0;
    while (at < this.#text.length) {
      if (!ended && this.#text.length - at < this.#window) break;
      const window = this.#text.slice(at, at + this.#window);
      const last = ended && at + window.length === this.#text.length;
      const read = this.#readWindow(window, last);
      at += read;
      // After damage small windows, so that a file full of it is not parsed to its end for every line.
      if (this.#damaged) this.#window = SMALLEST_WINDOW;
      else this.#window = read === 0 ? this.#window * 2 : Math.min(this.#window * 2, LARGEST_WINDOW);
    }
    this.#text = this.#text.slice(at);
  }

  /** Takes the whole rows of a window, up to and with the first damaged one; answers how much of it was read. */
  #readWindow(window: string, last: boolean): number {
    const { data, errors, meta } = this.#parser.parse(window, 0, !last) as Parsed;
    const bad = new Map<number, number>();
    for (const { row } of errors) if (row !== undefined) bad.set(row, (bad.get(row) ?? 0) + 1);
    this.#damaged = false;
    for (const [index, cells] of data.entries()) {
      const broken = bad.has(index);
      if (broken && cells.some((cell) => cell.includes(NEWLINE))) {
        return this.#takeLine(window, index === 0 ? 0 : this.#startOf(window, index));
      }
      this.#take({ cells, broken });
    }
    if (last) return window.length;
    const rest = window.length - meta.cursor;
    const hopeless = rest >= LONGEST_ROW || (bad.get(data.length) ?? 0) >= HOPELESS;
    return hopeless && window.includes(NEWLINE, meta.cursor) ? this.#takeLine(window, meta.cursor) : meta.cursor;
  }

  /** Takes one line as it is written, whatever its quotes say. */
  #takeLine(window: string, start: number): number {
    const end = window.indexOf(NEWLINE, start);
    const line = window.slice(start, end === -1 ? undefined : end);
    const { data } = this.#parserWith({ fastMode: true }).parse(line, 0, false) as Parsed;
    this.#take({ cells: data[0] ?? [], broken: true });
    this.#damaged = true;
    return end === -1 ? window.length : end + 1;
  }

  #startOf(window: string, row: number): number {
    return (this.#parserWith({ preview: row }).parse(window, 0, true) as Parsed).meta.cursor;
  }

  #parserWith(options: Papa.ParseConfig): Papa.Parser {
    return new Papa.Parser({ delimiter: this.#separator, newline: NEWLINE, ...options });
  }
}
