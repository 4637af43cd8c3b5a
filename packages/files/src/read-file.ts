import { type FileHandle, open } from "node:fs/promises";
import {
  BATCH_ROWS,
  type Ingest,
  type RawBatch,
  type RawFault,
  type SourceMapping,
  type TableReader,
} from "@minga/ingest";
import { detectDialect, type Dialect, type Encoding, type Separator } from "./csv/dialect.ts";
import { type CsvRow, CsvRows } from "./csv/rows.ts";
import { detectEncoding, textOf } from "./csv/text.ts";
import { unguarded } from "./csv/write.ts";
import { filesError } from "./errors.ts";

/** What a section says about a CSV file: how it is written, and what it holds. */
export interface FileMapping extends SourceMapping {
  readonly separator?: Separator;
  readonly encoding?: Encoding;
}

/** How a file was read. */
export interface ReadFile {
  /** The name that the rows' addresses carry. */
  readonly name: string;
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** Whether it became a table; if not, why stands among the problems. */
  readonly taken: boolean;
}

/** What reading a file needs besides its path. */
export interface ReadFileOptions {
  /** The name that the rows' addresses are to carry. */
  readonly name: string;
  /** One mapping for each table that the file holds; none: one table, told by names. */
  readonly mappings: readonly FileMapping[];
  readonly onBytes: (bytes: number) => void;
}

/**
 * Reads a CSV file into an ingest, in a stream. Throws a FilesError when the file system refuses; everything
 * that is wrong within the file is a problem.
 */
export const readCsvFile = async (path: string, ingest: Ingest, options: ReadFileOptions): Promise<ReadFile> => {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    return await readOpen(file, ingest, options);
  } catch (cause) {
    throw isSystemError(cause) ? filesError(cause, path) : cause;
  } finally {
    await file?.close();
  }
};

const isSystemError = (cause: unknown): boolean => cause instanceof Error && "syscall" in cause;

const readOpen = async (file: FileHandle, ingest: Ingest, options: ReadFileOptions): Promise<ReadFile> => {
  const { name, mappings, onBytes } = options;
  const declared = mappings[0] ?? {};
  const encoding = declared.encoding ?? (await detectEncoding(file));
  if (declared.encoding === undefined && encoding === "windows-1252") {
    ingest.report({ source: name }, "other-encoding", { encoding: "Windows-1252" });
  }
  const table = new TableOfRows((header) =>
    (mappings.length === 0 ? [{}] : mappings).flatMap(
      (mapping) => ingest.open({ source: name, header }, mapping) ?? [],
    ),
  );
  let dialect: Dialect | undefined;
  let rows: CsvRows | undefined;
  let beginning = "";
  const begin = (): CsvRows => {
    const detected = detectDialect(beginning);
    dialect = { ...detected, separator: declared.separator ?? detected.separator };
    if (dialect.declared) table.skip(1);
    const begun = new CsvRows(dialect, (row) => table.take(row));
    begun.write(beginning);
    return begun;
  };
  for await (const text of textOf(file, encoding, onBytes)) {
    if (rows !== undefined) rows.write(text);
    else {
      beginning += text;
      if (beginning.trim() !== "" && /[\r\n]/.test(beginning.trimStart())) rows = begin();
    }
  }
  rows ??= begin();
  rows.end();
  table.end();
  if (!table.begun) ingest.report({ source: name }, "empty-file");
  return { name, encoding, separator: dialect?.separator ?? ",", taken: table.taken };
};

/** Gathers rows into batches of columns: the first row that is not blank is the header. */
class TableOfRows {
  readonly #open: (header: readonly string[]) => readonly TableReader[];
  #readers: readonly TableReader[] = [];
  #width: number | undefined;
  #number = 0;
  #skipped = 0;
  #rows: number[] = [];
  #columns: string[][] = [];
  #faults: RawFault[] = [];

  constructor(openTable: (header: readonly string[]) => readonly TableReader[]) {
    this.#open = openTable;
  }

  /** Whether a header was met. */
  get begun(): boolean {
    return this.#width !== undefined;
  }

  /** Whether the header is that of a table. */
  get taken(): boolean {
    return this.#readers.length > 0;
  }

  /** Leaves out the next rows, which count as rows of the file. */
  skip(count: number): void {
    this.#skipped = count;
  }

  take({ cells, broken }: CsvRow): void {
    const row = ++this.#number;
    if (row <= this.#skipped || cells.every((cell) => cell.trim() === "")) return;
    if (this.#width === undefined) {
      this.#width = cells.length;
      this.#readers = this.#open(cells.map(unguarded));
      this.#columns = cells.map(() => []);
      return;
    }
    if (!this.taken) return;
    if (broken) this.#faults.push({ row, code: "broken-quotes", data: {} });
    if (cells.length !== this.#width) this.#noteWidth(row, cells);
    this.#rows.push(row);
    for (let index = 0; index < this.#width; index++) this.#columns[index]!.push(unguarded(cells[index] ?? ""));
    if (this.#rows.length === BATCH_ROWS) this.end();
  }

  /** Hands on what was gathered. */
  end(): void {
    if (this.#rows.length === 0) return;
    const batch: RawBatch = { rows: this.#rows, columns: this.#columns, faults: this.#faults };
    for (const reader of this.#readers) reader.push(batch);
    this.#rows = [];
    this.#columns = this.#columns.map(() => []);
    this.#faults = [];
  }

  /** Cells that are missing at the end are blank; cells beyond the header matter where they hold something. */
  #noteWidth(row: number, cells: readonly string[]): void {
    const expected = this.#width!;
    if (cells.length > expected && cells.slice(expected).every((cell) => cell.trim() === "")) return;
    this.#faults.push({ row, code: "ragged-row", data: { cells: cells.length, expected } });
  }
}
