import type { SeedTable, SeedValue } from "../seed/table.ts";
import type { Access } from "../core/credentials.ts";
import type { CellData } from "./cell-json.ts";
import { changedCell } from "./cell-json.ts";
import { type Cell, type ExtendedValue, type Sheet, type Spreadsheet, emptySheet } from "./model.ts";
import { serialOf } from "./serial.ts";

/** A cell to begin with: a plain value, a day, a formula with what it comes to, or a cell in the API's own form. */
export type SeedCell = SeedValue | { readonly formula: string; readonly value?: string | number | boolean } | CellData;

export interface SheetSeed {
  readonly title: string;
  readonly rows: readonly (readonly SeedCell[])[];
  readonly rowCount?: number;
  readonly columnCount?: number;
  readonly hidden?: boolean;
}

export interface SpreadsheetSeed {
  readonly id?: string;
  readonly title?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  /** What everybody may do; `write` unless told. */
  readonly access?: Access;
  readonly sheets: readonly SheetSeed[];
}

/** Tables as a file with a tab for each: a header in row 1, days as numbers with their format. */
export function spreadsheetOfTables(tables: readonly SeedTable[]): SpreadsheetSeed {
  const sheets = tables.map(({ name, fields, rows }) => ({
    title: name,
    rows: [fields.map((field) => field.name), ...rows],
  }));
  // A file has one tab at the least.
  return { title: "Minga", sheets: sheets.length > 0 ? sheets : [{ title: "Hoja 1", rows: [] }] };
}

export function spreadsheetOfSeed(id: string, seed: SpreadsheetSeed, sheetId: (index: number) => number): Spreadsheet {
  const sheets = seed.sheets.map((sheet, index) => sheetOfSeed(sheetId(index), sheet));
  return {
    id,
    title: seed.title ?? "Untitled spreadsheet",
    locale: seed.locale ?? "en_US",
    timeZone: seed.timeZone ?? "Etc/GMT",
    autoRecalc: "ON_CHANGE",
    sheets: sheets.length > 0 ? sheets : [emptySheet(0, "Sheet1")],
    namedRanges: [],
    metadata: [],
    access: seed.access ?? "write",
    shares: new Map(),
  };
}

function sheetOfSeed(id: number, seed: SheetSeed): Sheet {
  const width = Math.max(0, ...seed.rows.map((row) => row.length));
  const sheet = emptySheet(
    id,
    seed.title,
    seed.rowCount ?? Math.max(1000, seed.rows.length),
    seed.columnCount ?? Math.max(26, width),
  );
  sheet.hidden = seed.hidden ?? false;
  sheet.rows = seed.rows.map((row) => row.map(cellOfSeed));
  return sheet;
}

function cellOfSeed(seed: SeedCell): Cell | undefined {
  if (seed === null || seed === "") return undefined;
  if (typeof seed !== "object") return { entered: plain(seed) };
  if (Array.isArray(seed)) return { entered: { stringValue: seed.join(", ") } };
  if ("day" in seed) {
    const [year = 0, month = 0, day = 0] = seed.day.split("-").map(Number);
    const numberValue = serialOf(year, month, day);
    if (numberValue === undefined) throw new RangeError(`There is no day ${seed.day}`);
    return { entered: { numberValue }, format: { numberFormat: { type: "DATE", pattern: "yyyy-mm-dd" } } };
  }
  if ("formula" in seed) {
    const { formula, value } = seed;
    return { entered: { formulaValue: formula }, ...(value !== undefined && { computed: plain(value) }) };
  }
  return changedCell(undefined, seed as CellData, true);
}

function plain(value: string | number | boolean): ExtendedValue {
  if (typeof value === "number") return { numberValue: value };
  return typeof value === "boolean" ? { boolValue: value } : { stringValue: value };
}
