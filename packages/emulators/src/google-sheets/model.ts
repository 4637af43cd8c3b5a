import type { Access } from "../core/credentials.ts";
import type { Box } from "./box.ts";

/** A value as the API writes it; one of these alone. */
export type ExtendedValue =
  | { readonly numberValue: number }
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  | { readonly formulaValue: string }
  | { readonly errorValue: { readonly type: string; readonly message?: string } };

export interface NumberFormat {
  readonly type: string;
  readonly pattern?: string;
}

export type CellFormat = Readonly<Record<string, unknown>> & { readonly numberFormat?: NumberFormat };

export interface Cell {
  /** What was typed; absent in an empty cell, which may still have a format. */
  readonly entered?: ExtendedValue;
  /** What a formula came to. There is no evaluator: it is what the seed said, or what stood there before. */
  readonly computed?: ExtendedValue;
  readonly format?: CellFormat;
  readonly note?: string;
  readonly validation?: unknown;
}

/** A row's cells from the first column; never changed in place, so that a draft may share it. */
export type Row = readonly (Cell | undefined)[];

/** A range as the API writes it: an end that is absent is open. */
export interface GridRange {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface ProtectedRange {
  readonly protectedRangeId: number;
  readonly range: GridRange;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly unprotectedRanges?: readonly GridRange[];
  /** E-mail addresses; whoever protects a range is among them. */
  readonly editors: readonly string[];
}

export interface DimensionGroup {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

export interface Sheet {
  readonly id: number;
  title: string;
  hidden: boolean;
  /** The rest of its properties (tab colour, direction), as the API writes them. */
  extra: Readonly<Record<string, unknown>>;
  /** The rest of its grid properties (frozen rows, group controls). */
  gridExtra: Readonly<Record<string, unknown>>;
  rowCount: number;
  columnCount: number;
  /** The rows that hold something; shorter than `rowCount`. */
  rows: Row[];
  merges: readonly Box[];
  protectedRanges: readonly ProtectedRange[];
  rowProperties: readonly (Readonly<Record<string, unknown>> | undefined)[];
  columnProperties: readonly (Readonly<Record<string, unknown>> | undefined)[];
  rowGroups: readonly DimensionGroup[];
  columnGroups: readonly DimensionGroup[];
  basicFilter: unknown;
}

interface NamedRange {
  readonly namedRangeId: string;
  readonly name: string;
  readonly range: GridRange;
}

/** Where metadata stands: the file, a sheet, or some rows or columns of it. */
export interface MetadataLocation {
  readonly sheetId?: number;
  readonly span?: { readonly dimension: "ROWS" | "COLUMNS"; readonly start: number; readonly end: number };
}

export interface Metadata {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue?: string;
  readonly visibility: string;
  readonly location: MetadataLocation;
}

export interface Spreadsheet {
  readonly id: string;
  title: string;
  locale: string;
  timeZone: string;
  autoRecalc: string;
  sheets: Sheet[];
  namedRanges: readonly NamedRange[];
  metadata: readonly Metadata[];
  /** What everybody may do who is not named in `shares`. */
  access: Access;
  readonly shares: Map<string, Access>;
}

/** A copy to try changes on; rows, which are never changed in place, are shared. */
export function draftOf(spreadsheet: Spreadsheet): Spreadsheet {
  return { ...spreadsheet, sheets: spreadsheet.sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] })) };
}

export function emptySheet(id: number, title: string, rowCount = 1000, columnCount = 26): Sheet {
  return {
    id,
    title,
    hidden: false,
    extra: {},
    gridExtra: {},
    rowCount,
    columnCount,
    rows: [],
    merges: [],
    protectedRanges: [],
    rowProperties: [],
    columnProperties: [],
    rowGroups: [],
    columnGroups: [],
    basicFilter: undefined,
  };
}

export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined => sheet.rows[row]?.[column];

export function putCell(sheet: Sheet, row: number, column: number, cell: Cell | undefined): void {
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const changed = [...(sheet.rows[row] ?? [])];
  while (changed.length <= column) changed.push(undefined);
  changed[column] = cell;
  sheet.rows[row] = changed;
}

/** What a cell comes to: the value of a formula, otherwise what was typed. */
export const effectiveOf = (cell: Cell | undefined): ExtendedValue | undefined =>
  cell?.entered !== undefined && "formulaValue" in cell.entered ? cell.computed : cell?.entered;

export const isFilled = (cell: Cell | undefined): boolean => cell?.entered !== undefined;

/** A cell with another value; what else it has stays, and a formula begins with the value that stood there. */
export function withValue(cell: Cell | undefined, entered: ExtendedValue | undefined): Cell {
  const { entered: _entered, computed: _computed, ...rest } = cell ?? {};
  if (entered === undefined) return rest;
  const before = "formulaValue" in entered ? effectiveOf(cell) : undefined;
  return { ...rest, entered, ...(before !== undefined && { computed: before }) };
}
