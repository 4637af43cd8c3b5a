import { type FileHandle, open } from "node:fs/promises";
import { isBlank, type RawBatch } from "@minga/ingest";
import type { FileSheet, OnBytes } from "../file-sheet.ts";
import { filesError, isSystemError } from "../errors.ts";
import { inspectBytes, textOf, withFile } from "../text.ts";
import { CsvBatcher } from "./csv-batcher.ts";
import { detectDialect, type Encoding, type Separator } from "./dialect.ts";
import { CsvRows } from "./rows.ts";

/** How a CSV file is written, where the section says so; what it leaves out is told by the file. */
export interface CsvStyle {
  readonly separator?: Separator;
  readonly encoding?: Encoding;
}

/**
 * A CSV file is one sheet. Its encoding is told by reading it once; its rows are read as they are asked for. What is no
 * text, whatever its name, is a sheet without rows whose fault says so.
 */
export const csvSheets = async (path: string, name: string, style: CsvStyle): Promise<readonly FileSheet[]> => {
  const found = await withFile(path, inspectBytes);
  const sheet = { kind: "sheet", id: name, source: name } as const;
  if ("other" in found) {
    return [{ info: { ...sheet, faults: [{ code: "not-text", data: { kind: found.other } }] }, read: noRows }];
  }
  const encoding = style.encoding ?? found.encoding;
  const isOdd = style.encoding === undefined && found.guessed !== undefined;
  return [
    {
      info: {
        ...sheet,
        ...(isOdd ? { faults: [{ code: "other-encoding", data: { encoding: found.guessed } }] } : {}),
      },
      read: (onBytes) => readCsv(path, encoding, style, onBytes),
    },
  ];
};

const noRows = async function* (): AsyncGenerator<RawBatch> {};

const isBlankRow = (text: string, bounds: readonly number[], width: number): boolean => {
  for (let at = 0; at < 2 * width; at += 2) if (!isBlank(text.slice(bounds[at], bounds[at + 1]))) return false;
  return true;
};

async function* readCsv(
  path: string,
  encoding: Encoding,
  { separator }: CsvStyle,
  onBytes: OnBytes,
): AsyncGenerator<RawBatch> {
  const batcher = new CsvBatcher();
  let number = 0;
  let rows: CsvRows | undefined;
  let beginning = "";
  const begin = (): CsvRows => {
    const detected = detectDialect(beginning);
    let skipped = detected.declared ? 1 : 0;
    const begun = new CsvRows(separator ?? detected.separator, (text, bounds, width, broken) => {
      number++;
      if (skipped-- > 0 || isBlankRow(text, bounds, width)) return;
      batcher.add(number, text, bounds, width);
      if (broken) batcher.note({ code: "broken-quotes", data: {} });
    });
    begun.write(beginning);
    return begun;
  };
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    for await (const piece of textOf(file, encoding, onBytes)) {
      if (rows !== undefined) rows.write(piece);
      else {
        beginning += piece;
        if (/[\r\n]/.test(beginning.trimStart())) rows = begin();
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
