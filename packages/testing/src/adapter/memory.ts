import { parseDay } from "@minga/core";
import { type RawBatch, RawDay, RawError, type RawValue } from "@minga/ingest";
import { type Adapter, AdapterError, type ErrorText, no, noWriting, type SheetInfo, YES } from "@minga/sync";
import { Effect, Stream } from "effect";
import type { SeedCell, SeedSheet } from "./seed.ts";

/** A sheet that was asked for and is not there. */
class MemoryError extends AdapterError<"no-such-sheet"> {
  override readonly name = "MemoryError";
  readonly isRetryable = false;

  describe(): ErrorText {
    return { message: this.message, suggestion: "describe() lists the sheets" };
  }
}

/** Few, so that a test of several batches is short. */
const BATCH = 100;

/**
 * An adapter over sheets in memory: the port's smallest implementation, for tests of what stands on it.
 *
 * @example
 * const adapter = memoryAdapter([{ tab: "Personas", rows: [["Id"], ["p1"]] }]);
 */
export const memoryAdapter = (sheets: readonly SeedSheet[]): Adapter => ({
  name: "memory",
  capabilities: {
    "typed-days": YES,
    formulas: YES,
    "formula-errors": YES,
    merges: YES,
    hidden: YES,
    tabs: YES,
    fields: no("never", {
      es: "los encabezados de una hoja están entre sus filas",
      en: "a sheet's headers stand among its rows",
    }),
    ...noWriting("notimpl", { es: "memoryTool escribe", en: "memoryTool writes" }),
  },
  describe: Effect.sync(() => sheets.map(infoOf)),
  read: ({ id }) => {
    const sheet = sheets.find(({ tab }) => tab === id);
    return sheet === undefined
      ? Stream.fail(new MemoryError("no-such-sheet", `there is no sheet ${id}`))
      : Stream.fromIterable(batchesOf(sheet));
  },
});

const infoOf = ({ tab, hidden, merge }: SeedSheet): SheetInfo => ({
  kind: "sheet",
  id: tab,
  source: "memory",
  tab,
  ...(hidden === true ? { hidden } : {}),
  ...(merge === undefined
    ? {}
    : { merges: [{ firstRow: merge[0], firstColumn: merge[1], lastRow: merge[2], lastColumn: merge[3] }] }),
});

function* batchesOf({ rows }: SeedSheet): Generator<RawBatch> {
  const held = rows.flatMap((cells, index) =>
    cells.every((cell) => cell === null) ? [] : [{ row: index + 1, cells }],
  );
  for (let at = 0; at < held.length; at += BATCH) {
    const part = held.slice(at, at + BATCH);
    const width = Math.max(...part.map(({ cells }) => cells.length));
    const columns = Array.from({ length: width }, (_, column) => part.map(({ cells }) => cells[column] ?? null));
    yield {
      rows: part.map(({ row }) => row),
      columns: columns.map((cells) => cells.map(rawOf)),
      formulas: columns.map((cells) =>
        cells.flatMap((cell, index) => (typeof cell === "object" && cell !== null && "formula" in cell ? [index] : [])),
      ),
    };
  }
}

const rawOf = (cell: SeedCell): RawValue => {
  if (cell === null) return "";
  if (typeof cell !== "object") return cell;
  if ("day" in cell) return new RawDay(parseDay(cell.day)!);
  return "error" in cell ? new RawError(cell.error) : cell.value;
};
