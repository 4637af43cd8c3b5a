import { createHash } from "node:crypto";
import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { textOfRaw } from "@minga/ingest";
import { csvSheets } from "../csv/csv-file.ts";
import { detectDialect, type Separator } from "../csv/dialect.ts";
import { type CsvValue, toCsv } from "../csv/write.ts";
import { filesError, isSystemError } from "../errors.ts";

/** A CSV file, whole: what is written into one is written by writing all of it anew. */
export interface CsvTable {
  readonly path: string;
  /** Row by row as a spreadsheet numbers them, from 1; a blank line is an empty row. */
  readonly rows: readonly (readonly string[])[];
  readonly separator: Separator;
  readonly newline: "\n" | "\r\n";
  /** Whether it begins with the mark by which Excel tells UTF-8. */
  readonly marked: boolean;
  /** What its bytes come to: whether somebody saved it meanwhile. */
  readonly digest: string;
}

const MARK = "\uFEFF";

/** Reads a CSV file; undefined where what is there is no text. */
export const readCsvTable = async (path: string): Promise<CsvTable | undefined> => {
  const bytes = await system(path, () => readFile(path));
  const [sheet] = await csvSheets(path, path, {});
  if (sheet === undefined || sheet.info.faults?.some(({ code }) => code === "not-text") === true) return undefined;
  const rows: string[][] = [];
  for await (const batch of sheet.read(() => {})) {
    for (const [index, row] of batch.rows.entries()) {
      while (rows.length < row - 1) rows.push([]);
      const width = batch.widths?.[index] ?? batch.columns.length;
      rows.push(batch.columns.slice(0, width).map((column) => textOfRaw(column[index] ?? "")));
    }
  }
  const beginning = bytes.toString("utf8", 0, 65_536);
  return {
    path,
    rows,
    separator: detectDialect(beginning.replace(MARK, "")).separator,
    newline: beginning.includes("\r\n") || !beginning.includes("\n") ? "\r\n" : "\n",
    // What was in another encoding is written as UTF-8, which Excel reads by its mark alone.
    marked: beginning.startsWith(MARK) || sheet.info.faults !== undefined,
    digest: digestOf(bytes),
  };
};

/** Whether the file is still the one that was read. */
export const isUnchanged = async ({ path, digest }: CsvTable): Promise<boolean> =>
  digestOf(await system(path, () => readFile(path))) === digest;

/** Writes a file whole or not at all: beside its place, to the disk, and then into its place. Who may read it stays as it was. */
export const writeCsvTable = async ({
  path,
  rows,
  separator,
  newline,
  marked,
}: Omit<CsvTable, "digest">): Promise<void> => {
  const [header = [], ...rest] = rows;
  const text = `${marked ? MARK : ""}${toCsv(header, rest.map(plain), { separator, newline })}`;
  const beside = `${path}.${process.pid}.tmp`;
  await system(path, async () => {
    await removeAbandoned(path);
    const standing = await stat(path).catch(() => undefined);
    const mode = standing === undefined ? undefined : standing.mode & 0o777;
    try {
      const file = await open(beside, "w", mode);
      try {
        // What the process keeps from new files it does not keep from this one.
        if (mode !== undefined) await file.chmod(mode);
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
    } finally {
      await rm(beside, { force: true });
    }
  });
};

/** Takes away what runs that were killed while they wrote this file left beside it: it holds the same people. */
const removeAbandoned = async (path: string): Promise<void> => {
  const folder = dirname(path);
  const name = basename(path);
  for (const each of await readdir(folder)) {
    if (!each.startsWith(`${name}.`)) continue;
    const writer = /^(\d+)\.tmp$/.exec(each.slice(name.length + 1))?.[1];
    if (writer !== undefined && !isAlive(Number(writer))) await rm(join(folder, each), { force: true });
  }
};

const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // Another user's may not be asked, and is alive.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
};

/** A number below zero is one, and not the beginning of a formula. */
const plain = (cells: readonly string[]): readonly CsvValue[] =>
  cells.map((cell) => (cell.startsWith("-") && String(Number(cell)) === cell ? Number(cell) : cell));

const digestOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

const system = async <Value>(path: string, work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (cause) {
    throw isSystemError(cause) ? filesError(cause, path) : cause;
  }
};
