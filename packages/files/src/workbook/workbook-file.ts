import { readFile } from "node:fs/promises";
import { type RawBatch, RawDay, RawError, type RawValue } from "@minga/ingest";
import { type CellValue, EncryptedFileError, HucreError, streamOdsRows, type StreamRow, streamXlsxRows } from "hucre";
import { Batcher } from "../batcher.ts";
import { filesError, isSystemError } from "../errors.ts";
import type { FileSheet } from "../file-sheet.ts";
import { unpackedSize } from "./archive.ts";
import { type Tab, tabsOfOds, tabsOfXlsx } from "./tabs.ts";

// hucre is the library because it streams rows of .xlsx and .ods files in bounded memory with their dates told from numbers, has no
// dependencies, and refuses what is encrypted or too large with errors that can be told apart.

/** What unpacks to more is refused before it is unpacked: a section's workbook has a hundredth of it. */
const LARGEST_UNPACKED = 2 ** 30;
const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const FAILED = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!)$/;

/** The tabs of an .xlsx or .ods file. One that cannot be opened is a sheet without rows whose fault says why. */
export const workbookSheets = async (path: string, name: string): Promise<readonly FileSheet[]> => {
  const bytes = await bytesOf(path);
  const unreadable = (code: Unreadable, data = {}): readonly FileSheet[] => [
    { info: { kind: "sheet", id: name, source: name, faults: [{ code, data }] }, read: noRows },
  ];
  const size = unpackedSize(bytes);
  if (size !== undefined && size > LARGEST_UNPACKED) return unreadable("oversized-file");
  const isOds = /\.ods$/i.test(path);
  try {
    const tabs = await (isOds ? tabsOfOds : tabsOfXlsx)(bytes);
    return tabs.map((tab): FileSheet => ({
      info: {
        kind: "sheet",
        id: `${name}\u0000${tab.name}`,
        source: name,
        tab: tab.name,
        ...(tab.hidden ? { hidden: true } : {}),
        ...(tab.merges.length > 0 ? { merges: tab.merges } : {}),
      },
      read: (onBytes) =>
        readTab(isOds ? odsRows(bytes, tab) : xlsxRows(bytes, tab), tab, () => onBytes(bytes.length / tabs.length)),
    }));
  } catch (error) {
    if (!(error instanceof HucreError)) throw error;
    if (!(error instanceof EncryptedFileError)) return unreadable("damaged-file");
    return isOldWorkbook(bytes) ? unreadable("unread-format", { extension: ".xls" }) : unreadable("encrypted-file");
  }
};

type Unreadable = "encrypted-file" | "damaged-file" | "oversized-file" | "unread-format";

/** The stream in which the container of an encrypted workbook keeps it. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/** Whether a file is an .xls whatever its name: its container is that of an encrypted workbook too, without what that holds. */
const isOldWorkbook = (bytes: Uint8Array): boolean =>
  !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED);

const noRows = async function* (): AsyncGenerator<RawBatch> {};

const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (cause) {
    throw isSystemError(cause) ? filesError(cause, path) : cause;
  }
};

const xlsxRows = (bytes: Uint8Array, tab: Tab): AsyncIterable<StreamRow> => streamXlsxRows(bytes, { sheet: tab.name });

const odsRows = (bytes: Uint8Array, tab: Tab): AsyncIterable<StreamRow> =>
  streamOdsRows(bytes, { sheets: [tab.index] });

async function* readTab(rows: AsyncIterable<StreamRow>, tab: Tab, onEnd: () => void): AsyncGenerator<RawBatch> {
  const batcher = new Batcher();
  try {
    for await (const { index, values } of rows) {
      const cells = values.map(rawOf);
      const width = cells.findLastIndex((value) => value !== "") + 1;
      if (width === 0) continue;
      batcher.add(index + 1, cells.slice(0, width));
      yield* marked(batcher.take(), tab);
    }
  } catch (error) {
    if (!(error instanceof HucreError)) throw error;
    // What stands before the damage is kept, and where it begins is told.
    batcher.note({ code: "damaged-file", data: {} });
  }
  batcher.end();
  yield* marked(batcher.take(), tab);
  onEnd();
}

/** Adds which cells hold a formula, where that is known. */
function* marked(batches: readonly RawBatch[], { formulas }: Tab): Generator<RawBatch> {
  for (const { widths: _, ...batch } of batches) {
    if (formulas.size === 0) yield batch;
    else {
      yield {
        ...batch,
        formulas: batch.columns.map((_column, column) =>
          batch.rows.flatMap((row, position) => (formulas.get(row)?.has(column) === true ? [position] : [])),
        ),
      };
    }
  }
}

const rawOf = (value: CellValue): RawValue => {
  if (value === null) return "";
  if (value instanceof Date) {
    const time = value.getTime();
    const day = Math.floor(time / MS_PER_DAY);
    return new RawDay(day, Math.floor((time - day * MS_PER_DAY) / MS_PER_MINUTE));
  }
  return typeof value === "string" && FAILED.test(value) ? new RawError(value) : value;
};
