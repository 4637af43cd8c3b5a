import { type SheetBox, gridRangeJson, rangeOf, whole } from "./a1.ts";
import type { Box } from "./box.ts";
import { cellJson } from "./cell-json.ts";
import { metadataJson } from "./metadata.ts";
import type { DimensionGroup, Sheet, Spreadsheet } from "./model.ts";
import { mayEdit } from "./protection.ts";
import { DEFAULT_FORMAT, THEME } from "./theme.ts";

export interface RenderRequest {
  /** Absent: every sheet, whole. */
  readonly ranges: readonly string[];
  readonly hasGridData: boolean;
  /** Who asks. */
  readonly email: string;
}

/** A file as `spreadsheets.get` answers it, before the field mask. */
export function spreadsheetJson(spreadsheet: Spreadsheet, request: RenderRequest): Readonly<Record<string, unknown>> {
  const wanted: readonly SheetBox[] =
    request.ranges.length === 0
      ? spreadsheet.sheets.map((sheet) => ({ sheet, box: whole(sheet) }))
      : request.ranges.map((range) => rangeOf(spreadsheet, range));
  const sheets = spreadsheet.sheets.filter((sheet) => wanted.some((one) => one.sheet === sheet));
  const ofFile = spreadsheet.metadata.filter(({ location }) => location.sheetId === undefined);
  return {
    spreadsheetId: spreadsheet.id,
    properties: {
      title: spreadsheet.title,
      locale: spreadsheet.locale,
      autoRecalc: spreadsheet.autoRecalc,
      timeZone: spreadsheet.timeZone,
      defaultFormat: DEFAULT_FORMAT,
      spreadsheetTheme: THEME,
    },
    sheets: sheets.map((sheet) => {
      const boxes = wanted.filter((one) => one.sheet === sheet).map(({ box }) => box);
      return sheetJson(spreadsheet, sheet, request.hasGridData ? boxes : [], request.email);
    }),
    ...(spreadsheet.namedRanges.length > 0 && {
      namedRanges: spreadsheet.namedRanges.map((named) => ({ ...named, range: withoutZero(named.range) })),
    }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheet.id}/edit`,
    ...(ofFile.length > 0 && { developerMetadata: ofFile.map(metadataJson) }),
  };
}

function sheetJson(spreadsheet: Spreadsheet, sheet: Sheet, boxes: readonly Box[], email: string) {
  const metadata = spreadsheet.metadata.filter(({ location }) => location.sheetId === sheet.id && !location.span);
  const groups = (dimension: string, list: readonly DimensionGroup[]) =>
    list.map(({ start, end, depth }) => ({
      range: { ...(sheet.id !== 0 && { sheetId: sheet.id }), dimension, startIndex: start, endIndex: end },
      depth,
    }));
  return {
    properties: sheetProperties(spreadsheet, sheet),
    ...(boxes.length > 0 && { data: boxes.map((box) => gridData(spreadsheet, sheet, box)) }),
    ...(sheet.merges.length > 0 && { merges: sheet.merges.map((merge) => gridRangeJson(sheet.id, merge)) }),
    ...(sheet.protectedRanges.length > 0 && {
      protectedRanges: sheet.protectedRanges.map(({ editors, range, ...one }) => ({
        ...one,
        range: withoutZero(range),
        requestingUserCanEdit: mayEdit({ ...one, range, editors }, email),
        editors: { users: editors },
      })),
    }),
    ...(sheet.rowGroups.length > 0 && { rowGroups: groups("ROWS", sheet.rowGroups) }),
    ...(sheet.columnGroups.length > 0 && { columnGroups: groups("COLUMNS", sheet.columnGroups) }),
    ...(sheet.basicFilter !== undefined && { basicFilter: sheet.basicFilter }),
    ...(metadata.length > 0 && { developerMetadata: metadata.map(metadataJson) }),
  };
}

export function sheetProperties(spreadsheet: Spreadsheet, sheet: Sheet) {
  return {
    sheetId: sheet.id,
    title: sheet.title,
    index: spreadsheet.sheets.findIndex(({ id }) => id === sheet.id),
    sheetType: "GRID",
    gridProperties: { rowCount: sheet.rowCount, columnCount: sheet.columnCount, ...sheet.gridExtra },
    ...(sheet.hidden && { hidden: true }),
    ...sheet.extra,
  };
}

export function withoutZero<Range extends { readonly sheetId?: number }>(range: Range): Range | Omit<Range, "sheetId"> {
  const { sheetId, ...rest } = range;
  return sheetId === 0 ? rest : range;
}

function gridData(spreadsheet: Spreadsheet, sheet: Sheet, box: Box) {
  const rows = sheet.rows.slice(box.top, box.bottom).map((row) => {
    const cells = row.slice(box.left, box.right).map((cell) => cellJson(cell, spreadsheet.locale));
    const values = cells.slice(0, cells.findLastIndex((cell) => Object.keys(cell).length > 0) + 1);
    return values.length === 0 ? {} : { values };
  });
  const rowData = rows.slice(0, rows.findLastIndex((row) => "values" in row) + 1);
  const properties = (list: Sheet["rowProperties"], start: number, end: number) =>
    Array.from({ length: end - start }, (_, index) => ({ pixelSize: 21, ...list[start + index] }));
  return {
    ...(box.top > 0 && { startRow: box.top }),
    ...(box.left > 0 && { startColumn: box.left }),
    ...(rowData.length > 0 && { rowData }),
    rowMetadata: properties(sheet.rowProperties, box.top, box.bottom),
    columnMetadata: properties(sheet.columnProperties, box.left, box.right).map((column) => ({
      ...column,
      pixelSize: 100,
    })),
  };
}
