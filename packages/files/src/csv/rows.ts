import Papa from "papaparse";
import type { Separator } from "./dialect.ts";
import { endedLength, withLineFeeds } from "./line-ends.ts";
import { takePlainRows } from "./plain-rows.ts";

// Papa Parse is the library because it forgives: ragged rows and blank lines come through as they are (udsv, three
// times as fast, drops blank lines and with them the row numbers, and runs ragged rows together), and a bad quote is an
// error entry beside the row instead of an exception (csv-parse stops, or is told to let everything pass). Its own
// streaming reads an unclosed quote to the end of the file into one cell, so this file drives its parser window by
// window and takes such a row as the line that it is written on. Rows that every parser reads alike, nearly all of nearly
// every file, are cut without it: it makes an array of arrays of all rows of a window first, and once a file has quotes
// anywhere it takes twice as long for every row.

/**
 * Takes a row as it stands in the file: a text, and of each cell where it begins there and where it ends. `broken` says that its
 * quotes do not close, or close before the cell ends. The array is the same for every row: who keeps bounds copies them.
 */
export type TakeRow = (text: string, bounds: readonly number[], width: number, broken: boolean) => void;

/** Lines end like this where the library reads them. */
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
 * Cuts the text of a CSV file, whatever its lines end in, into rows, piece by piece. Blank lines are rows of one empty cell,
 * so that the number of rows is the number that a spreadsheet shows.
 *
 * @example
 * const rows = new CsvRows(";", (text, bounds) => console.log(text.slice(bounds[0], bounds[1])));
 * rows.write(text);
 * rows.end();
 */
export class CsvRows {
  readonly #separator: Separator;
  readonly #take: TakeRow;
  readonly #parser: Papa.Parser;
  #text = "";
  #window = LARGEST_WINDOW;
  /** Whether the last window ended in a damaged row. */
  #damaged = false;

  constructor(separator: Separator, take: TakeRow) {
    this.#separator = separator;
    this.#take = take;
    this.#parser = this.#parserWith({});
  }

  write(text: string): void {
    // Only the line that goes on from the last piece is put together: joining all pieces would copy the whole file.
    const feed = this.#text === "" ? -1 : text.indexOf(NEWLINE);
    this.#text += text.slice(0, feed + 1);
    if (feed !== -1) this.#drain(false);
    this.#text += text.slice(feed + 1);
    this.#drain(false);
  }

  end(): void {
    this.#drain(true);
  }

  #drain(ended: boolean): void {
    this.#text = this.#text.slice(this.#takePlain(this.#text));
    // What is left is a line that goes on, or a row for the library.
    if (!ended && this.#text.length < this.#window) return;
    const length = ended ? this.#text.length : endedLength(this.#text);
    const text = withLineFeeds(this.#text.slice(0, length));
    let at = 0;
    while (at < text.length) {
      if (!ended && text.length - at < this.#window) break;
      const window = text.slice(at, at + this.#window);
      const last = ended && at + window.length === text.length;
      const read = this.#readWindow(window, last);
      at += read;
      // After damage small windows, so that a file full of it is not parsed to its end for every line.
      if (this.#damaged) this.#window = SMALLEST_WINDOW;
      else this.#window = read === 0 ? this.#window * 2 : Math.min(this.#window * 2, LARGEST_WINDOW);
    }
    this.#text = text.slice(at) + this.#text.slice(length);
  }

  #takePlain(text: string): number {
    return takePlainRows(text, this.#separator, (bounds, width) => this.#take(text, bounds, width, false));
  }

  /** Takes the whole rows of a window, up to and with the first damaged one; answers how much of it was read. */
  #readWindow(window: string, last: boolean): number {
    this.#damaged = false;
    const plain = this.#takePlain(window);
    return plain === window.length ? plain : plain + this.#parseWindow(window.slice(plain), last);
  }

  /** What {@link #readWindow} does, by the library. */
  #parseWindow(window: string, last: boolean): number {
    const { data, errors, meta } = this.#parser.parse(window, 0, !last) as Parsed;
    const bad = new Map<number, number>();
    for (const { row } of errors) if (row !== undefined) bad.set(row, (bad.get(row) ?? 0) + 1);
    for (const [index, cells] of data.entries()) {
      const broken = bad.has(index);
      if (broken && cells.some((cell) => cell.includes(NEWLINE))) {
        return this.#takeLine(window, index === 0 ? 0 : this.#startOf(window, index));
      }
      this.#takeCells(cells, broken);
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
    this.#takeCells(data[0] ?? [], true);
    this.#damaged = true;
    return end === -1 ? window.length : end + 1;
  }

  #takeCells(cells: readonly string[], broken: boolean): void {
    let end = 0;
    const bounds = cells.flatMap((cell) => [end, (end += cell.length)]);
    this.#take(cells.join(""), bounds, cells.length, broken);
  }

  #startOf(window: string, row: number): number {
    return (this.#parserWith({ preview: row }).parse(window, 0, true) as Parsed).meta.cursor;
  }

  #parserWith(options: Papa.ParseConfig): Papa.Parser {
    return new Papa.Parser({ delimiter: this.#separator, newline: NEWLINE, ...options });
  }
}
