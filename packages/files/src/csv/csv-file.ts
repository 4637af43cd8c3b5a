import { type FileHandle, open } from "node:fs/promises";
import type { RawBatch } from "@minga/ingest";
import { Batcher } from "../batcher.ts";
import type { FileSheet, OnBytes } from "../file-sheet.ts";
import { filesError, isSystemError } from "../errors.ts";
import { detectDialect, type Encoding, type Separator } from "./dialect.ts";
import { CsvRows } from "./rows.ts";
import { detectEncoding, textOf } from "./text.ts";
import { unguarded } from "./write.ts";

/** How a CSV file is written, where the section says so; what it leaves out is told by the file. */
export interface CsvStyle {
  readonly separator?: Separator;
  readonly encoding?: Encoding;
}

/** Opens a file for as long as it is used; a failure of the file system is a FilesError. */
const withFile = async <Value>(path: string, use: (file: FileHandle) => Promise<Value>): Promise<Value> => {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    return await use(file);
  } catch (cause) {
    throw isSystemError(cause) ? filesError(cause, path) : cause;
  } finally {
    await file?.close();
  }
};

/** A CSV file is one sheet. Its encoding is told by reading it once; its rows are read as they are asked for. */
export const csvSheets = async (path: string, name: string, style: CsvStyle): Promise<readonly FileSheet[]> => {
  const encoding = style.encoding ?? (await withFile(path, detectEncoding));
  const isOdd = style.encoding === undefined && encoding === "windows-1252";
  return [
    {
      info: {
        kind: "sheet",
        id: name,
        source: name,
        ...(isOdd ? { faults: [{ code: "other-encoding", data: { encoding: "Windows-1252" } }] } : {}),
      },
      read: (onBytes) => readCsv(path, encoding, style, onBytes),
    },
  ];
};

async function* readCsv(
  path: string,
  encoding: Encoding,
  { separator }: CsvStyle,
  onBytes: OnBytes,
): AsyncGenerator<RawBatch> {
  const batcher = new Batcher();
  let number = 0;
  let rows: CsvRows | undefined;
  let beginning = "";
  const begin = (): CsvRows => {
    const detected = detectDialect(beginning);
    let skipped = detected.declared ? 1 : 0;
    const begun = new CsvRows({ ...detected, separator: separator ?? detected.separator }, ({ cells, broken }) => {
      number++;
      if (skipped-- > 0 || cells.every((cell) => cell.trim() === "")) return;
      batcher.add(number, cells.map(unguarded));
      if (broken) batcher.note({ code: "broken-quotes", data: {} });
    });
    begun.write(beginning);
    return begun;
  };
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    for await (const text of textOf(file, encoding, onBytes)) {
      if (rows !== undefined) rows.write(text);
      else {
        beginning += text;
        if (beginning.trim() !== "" && /[\r\n]/.test(beginning.trimStart())) rows = begin();
      }
      yield* batcher.take();
    }
    rows ??= begin();
    rows.end();
    batcher.end();
    yield* batcher.take();
  } catch (cause) {
    throw isSystemError(cause) ? filesError(cause, path) : cause;
  } finally {
    await file?.close();
  }
}
