import { type FileHandle, open } from "node:fs/promises";
import { isBlank, type RawBatch } from "@minga/ingest";
import { Batcher } from "../batcher.ts";
import type { FileSheet, OnBytes } from "../file-sheet.ts";
import { filesError, isSystemError } from "../errors.ts";
import { inspectBytes, textOf, withFile } from "../text.ts";
import { detectDialect, type Encoding, type Separator } from "./dialect.ts";
import { LineEnds } from "./line-ends.ts";
import { CsvRows } from "./rows.ts";
import { unguarded } from "./write.ts";

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

async function* readCsv(
  path: string,
  encoding: Encoding,
  { separator }: CsvStyle,
  onBytes: OnBytes,
): AsyncGenerator<RawBatch> {
  const batcher = new Batcher();
  let number = 0;
  const ends = new LineEnds();
  let rows: CsvRows | undefined;
  let beginning = "";
  const begin = (): CsvRows => {
    const detected = detectDialect(beginning);
    let skipped = detected.declared ? 1 : 0;
    const begun = new CsvRows(separator ?? detected.separator, ({ cells, broken }) => {
      number++;
      if (skipped-- > 0 || cells.every(isBlank)) return;
      batcher.add(number, cells.map(unguarded));
      if (broken) batcher.note({ code: "broken-quotes", data: {} });
    });
    begun.write(beginning);
    return begun;
  };
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    for await (const piece of textOf(file, encoding, onBytes)) {
      const text = ends.write(piece);
      if (rows !== undefined) rows.write(text);
      else {
        beginning += text;
        if (beginning.trim() !== "" && beginning.trimStart().includes("\n")) rows = begin();
      }
      yield* batcher.take();
    }
    rows ??= begin();
    rows.write(ends.end());
    rows.end();
    batcher.end();
    yield* batcher.take();
  } catch (cause) {
    throw isSystemError(cause) ? filesError(cause, path) : cause;
  } finally {
    await file?.close();
  }
}
