import { exceeds, gridRangeOf, sheetById } from "../a1.ts";
import type { Box } from "../box.ts";
import { type CellData, changedCell } from "../cell-json.ts";
import { invalid } from "../errors.ts";
import { type Mask, parseMask } from "../fields-mask.ts";
import { type GridRange, type Sheet, cellAt, isFilled, putCell } from "../model.ts";
import { assertEditable } from "../protection.ts";
import { type RequestKind } from "./request.ts";
import { missingFields } from "./sheets.ts";

interface RowData {
  readonly values?: readonly (CellData | null)[];
}

function maskOf(fields: string | undefined): Mask {
  if (fields === undefined || fields === "") throw missingFields();
  return parseMask(fields);
}

function put(sheet: Sheet, row: number, column: number, data: CellData, mask: Mask): void {
  const { userEnteredValue } = data;
  if (
    userEnteredValue !== undefined &&
    "stringValue" in userEnteredValue &&
    userEnteredValue.stringValue.length > 50_000
  )
    throw invalid("Your input contains more than the maximum of 50000 characters in a single cell.");
  const before = cellAt(sheet, row, column);
  const after = changedCell(before, data, mask);
  if (before !== undefined || after !== undefined) putCell(sheet, row, column, after);
}

interface GridCoordinate {
  readonly sheetId?: number;
  readonly rowIndex?: number;
  readonly columnIndex?: number;
}

export const updateCells: RequestKind<{
  readonly rows?: readonly RowData[];
  readonly fields?: string;
  readonly range?: GridRange;
  readonly start?: GridCoordinate;
}> = ({ draft, email }, { rows = [], fields, range, start }) => {
  const mask = maskOf(fields);
  const width = Math.max(0, ...rows.map(({ values = [] }) => values.length));
  const target =
    range === undefined
      ? startedAt(sheetById(draft, start?.sheetId ?? 0), start, rows.length, width)
      : gridRangeOf(draft, range);
  const { sheet, box } = target;
  if (rows.length > box.bottom - box.top)
    throw invalid(`Attempting to write row: ${box.bottom}, beyond the last requested row of: ${box.bottom - 1}`);
  if (width > box.right - box.left)
    throw invalid(`Attempting to write column: ${box.right}, beyond the last requested column of: ${box.right - 1}`);
  assertEditable(sheet, box, email);
  for (let row = box.top; row < box.bottom; row++) {
    const values = rows[row - box.top]?.values ?? [];
    // In a range, fields that the rows do not reach are cleared; from a start, they are left alone.
    const across = range === undefined ? values.length : box.right - box.left;
    for (let at = 0; at < across; at++) put(sheet, row, box.left + at, values[at] ?? {}, mask);
  }
  return {};
};

function startedAt(
  sheet: Sheet,
  start: GridCoordinate = {},
  height: number,
  width: number,
): { sheet: Sheet; box: Box } {
  const { rowIndex: top = 0, columnIndex: left = 0 } = start;
  const box = { top, left, bottom: top + height, right: left + width };
  if (box.bottom > sheet.rowCount || box.right > sheet.columnCount) throw exceeds(sheet, box);
  return { sheet, box };
}

/** Adds rows after the last one with data, and rows to the grid where it is full. */
export const appendCells: RequestKind<{
  readonly sheetId?: number;
  readonly rows?: readonly RowData[];
  readonly fields?: string;
}> = ({ draft, email }, { sheetId = 0, rows = [], fields }) => {
  const mask = maskOf(fields);
  const sheet = sheetById(draft, sheetId);
  const top = sheet.rows.findLastIndex((row) => row.some(isFilled)) + 1;
  const width = Math.max(1, ...rows.map(({ values = [] }) => values.length));
  sheet.rowCount = Math.max(sheet.rowCount, top + rows.length);
  sheet.columnCount = Math.max(sheet.columnCount, width);
  assertEditable(sheet, { top, left: 0, bottom: top + rows.length, right: width }, email);
  for (const [index, { values = [] }] of rows.entries())
    for (const [column, data] of values.entries()) put(sheet, top + index, column, data ?? {}, mask);
  return {};
};

export const repeatCell: RequestKind<{
  readonly range?: GridRange;
  readonly cell?: CellData;
  readonly fields?: string;
}> = ({ draft, email }, { range = {}, cell = {}, fields }) => {
  const mask = maskOf(fields);
  const { sheet, box } = gridRangeOf(draft, range);
  assertEditable(sheet, box, email);
  eachCell(box, (row, column) => put(sheet, row, column, cell, mask));
  return {};
};

export const setDataValidation: RequestKind<{ readonly range?: GridRange; readonly rule?: object }> = (
  { draft, email },
  { range = {}, rule },
) => {
  const { sheet, box } = gridRangeOf(draft, range);
  assertEditable(sheet, box, email);
  const data = rule === undefined ? {} : { dataValidation: rule };
  eachCell(box, (row, column) => put(sheet, row, column, data, { dataValidation: true }));
  return {};
};

export function eachCell(box: Box, visit: (row: number, column: number) => void): void {
  for (let row = box.top; row < box.bottom; row++)
    for (let column = box.left; column < box.right; column++) visit(row, column);
}
