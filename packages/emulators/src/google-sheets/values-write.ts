import { columnName, exceeds, rangeName, rangeOf } from "./a1.ts";
import type { Box } from "./box.ts";
import { rawValue, typedValue } from "./entered.ts";
import { invalid, invalidField } from "./errors.ts";
import { type Sheet, type Spreadsheet, cellAt, putCell, withValue } from "./model.ts";
import { assertEditable } from "./protection.ts";
import { type RenderOptions, type ValueRange, valueRange } from "./values-read.ts";

export type InputOption = "RAW" | "USER_ENTERED";
type Input = string | number | boolean | null;
export type InputRows = readonly (readonly Input[])[];

/** What one range of a write came to. */
export interface Updated {
  readonly spreadsheetId: string;
  readonly updatedRange: string;
  readonly updatedRows?: number;
  readonly updatedColumns?: number;
  readonly updatedCells?: number;
  readonly updatedData?: ValueRange;
}

/** The values of a request, by rows; throws the service's 400 where they are no list of lists. */
export function inputRows(body: unknown, field = "data"): InputRows {
  const { values, majorDimension } = (body ?? {}) as { readonly values?: unknown; readonly majorDimension?: unknown };
  if (values === undefined || values === null) return [];
  if (!Array.isArray(values)) throw notAList(`${field}.values`, values);
  const lines = values.map((line: unknown, index) => {
    if (!Array.isArray(line)) throw notAList(`${field}.values[${index}]`, line);
    return line.map((value: unknown, position) => input(value, `${field}.values[${index}][${position}]`));
  });
  return majorDimension === "COLUMNS" ? turned(lines) : lines;
}

function notAList(field: string, value: unknown): Error {
  const description = `Invalid value at '${field}' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(value)}`;
  return invalidField(field, description);
}

function input(value: unknown, field: string): Input {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw invalid(`Invalid ${field}: ${Array.isArray(value) ? "list_value" : "struct_value"} {\n}\n`);
}

function turned(columns: InputRows): InputRows {
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null));
}

/** Writes values over a range: `null` leaves a cell alone, `""` empties it; formats, notes and validation stay. */
export function writeValues(
  draft: Spreadsheet,
  range: string,
  rows: InputRows,
  option: InputOption,
  email: string,
): { readonly updated: Updated; readonly sheet: Sheet; readonly box: Box } {
  const { sheet, box } = rangeOf(draft, range);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filled = { top: box.top, left: box.left, bottom: box.top + rows.length, right: box.left + width };
  const isOneCell = box.bottom - box.top === 1 && box.right - box.left === 1;
  if (!isOneCell) assertInside(sheet, box, filled);
  if (filled.bottom > sheet.rowCount || filled.right > sheet.columnCount) throw exceeds(sheet, filled);
  const written = rows.length === 0 || width === 0 ? box : filled;
  return { updated: fill(draft, sheet, written, rows, option, email), sheet, box: written };
}

function assertInside(sheet: Sheet, box: Box, filled: Box): void {
  const within = `Requested writing within range [${rangeName(sheet, box)}], but tried writing to`;
  if (filled.bottom > box.bottom) throw invalid(`${within} row [${box.bottom + 1}]`);
  if (filled.right > box.right) throw invalid(`${within} column [${columnName(box.right)}]`);
}

/** Puts rows of values into a box of a sheet that is wide enough. */
export function fill(
  draft: Spreadsheet,
  sheet: Sheet,
  box: Box,
  rows: InputRows,
  option: InputOption,
  email: string,
): Updated {
  assertEditable(sheet, box, email);
  const touched = { rows: new Set<number>(), columns: new Set<number>(), cells: 0 };
  for (const [index, row] of rows.entries()) {
    for (const [position, value] of row.entries()) {
      if (value === null) continue;
      if (typeof value === "string" && value.length > 50_000)
        throw invalid("Your input contains more than the maximum of 50000 characters in a single cell.");
      put(draft, sheet, box.top + index, box.left + position, value, option);
      touched.rows.add(index);
      touched.columns.add(position);
      touched.cells += 1;
    }
  }
  return {
    spreadsheetId: draft.id,
    updatedRange: rangeName(sheet, box),
    ...(touched.cells > 0 && {
      updatedRows: touched.rows.size,
      updatedColumns: touched.columns.size,
      updatedCells: touched.cells,
    }),
  };
}

function put(
  draft: Spreadsheet,
  sheet: Sheet,
  row: number,
  column: number,
  value: string | number | boolean,
  option: InputOption,
): void {
  const before = cellAt(sheet, row, column);
  const { value: entered, numberFormat } = option === "RAW" ? rawValue(value) : typedValue(value, before, draft.locale);
  const cell = withValue(before, entered);
  const brings = numberFormat !== undefined && cell.format?.numberFormat === undefined;
  putCell(sheet, row, column, brings ? { ...cell, format: { ...cell.format, numberFormat } } : cell);
}

/** Empties a range; formats, notes and validation stay. */
export function clearValues(draft: Spreadsheet, range: string, email: string): string {
  const { sheet, box } = rangeOf(draft, range);
  assertEditable(sheet, box, email);
  for (let row = box.top; row < Math.min(box.bottom, sheet.rows.length); row++) {
    sheet.rows[row] = (sheet.rows[row] ?? []).map((cell, column) =>
      column >= box.left && column < box.right && cell !== undefined ? withValue(cell, undefined) : cell,
    );
  }
  return rangeName(sheet, box);
}

/** The values as they stand after a write, where the request asked for them. */
export function withData(draft: Spreadsheet, written: ReturnType<typeof writeValues>, options: RenderOptions): Updated {
  return { ...written.updated, updatedData: valueRange(draft, written.sheet, written.box, options) };
}
