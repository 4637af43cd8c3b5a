import { sheetById } from "../a1.ts";
import { invalid } from "../errors.ts";
import { mergedBy, parseMask, reaches } from "../fields-mask.ts";
import { type Sheet, emptySheet } from "../model.ts";
import { sheetProperties } from "../render.ts";
import { colourJson } from "../colour.ts";
import { type RequestKind, freshId } from "./request.ts";

interface SheetProperties {
  readonly sheetId?: number;
  readonly title?: string;
  readonly index?: number;
  readonly hidden?: boolean;
  readonly sheetType?: string;
  readonly gridProperties?: { readonly rowCount?: number; readonly columnCount?: number };
}

export const addSheet: RequestKind<{ readonly properties?: SheetProperties }> = (
  { draft, random },
  { properties = {} },
) => {
  const {
    sheetId,
    title = freeTitle(draft.sheets),
    index = draft.sheets.length,
    hidden = false,
    gridProperties,
  } = properties;
  if (draft.sheets.some((sheet) => sheet.title.toLowerCase() === title.toLowerCase())) throw takenTitle(title);
  if (sheetId !== undefined && draft.sheets.some(({ id }) => id === sheetId))
    throw invalid(`The sheet with ID "${sheetId}" already exists. Please enter another ID.`);
  const id = sheetId ?? freshId(random, (one) => draft.sheets.some((sheet) => sheet.id === one));
  const sheet = emptySheet(id, title, gridProperties?.rowCount, gridProperties?.columnCount);
  sheet.hidden = hidden;
  draft.sheets.splice(index, 0, sheet);
  takeProperties(sheet, properties as Readonly<Record<string, unknown>>, Object.keys(properties).join(","));
  return { addSheet: { properties: sheetProperties(draft, sheet) } };
};

function freeTitle(sheets: readonly Sheet[]): string {
  for (let number = sheets.length + 1; ; number++)
    if (!sheets.some(({ title }) => title === `Sheet${number}`)) return `Sheet${number}`;
}

const takenTitle = (title: string): Error =>
  invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);

export const deleteSheet: RequestKind<{ readonly sheetId?: number }> = ({ draft }, { sheetId = 0 }) => {
  if (!draft.sheets.some(({ id }) => id === sheetId)) throw invalid(`No sheet with id: ${sheetId}`);
  if (draft.sheets.length === 1) throw invalid("You can't remove all the sheets in a document.");
  draft.sheets = draft.sheets.filter(({ id }) => id !== sheetId);
  draft.metadata = draft.metadata.filter(({ location }) => location.sheetId !== sheetId);
  draft.namedRanges = draft.namedRanges.filter(({ range }) => (range.sheetId ?? 0) !== sheetId);
  return {};
};

export const updateSheetProperties: RequestKind<{ readonly properties?: SheetProperties; readonly fields?: string }> = (
  { draft },
  { properties = {}, fields },
) => {
  if (fields === undefined || fields === "") throw missingFields();
  const sheet = draft.sheets.find(({ id }) => id === (properties.sheetId ?? 0));
  if (sheet === undefined) throw invalid(`No sheet with id: ${properties.sheetId ?? 0}`);
  const mask = parseMask(fields);
  const { title, index, hidden = false, gridProperties = {} } = properties;
  if (reaches(mask, "title") && title !== undefined && title !== sheet.title) {
    if (draft.sheets.some((one) => one !== sheet && one.title.toLowerCase() === title.toLowerCase()))
      throw takenTitle(title);
    sheet.title = title;
  }
  if (reaches(mask, "hidden")) sheet.hidden = hidden;
  if (reaches(mask, "index") && index !== undefined) moveSheet(draft.sheets, sheet, index);
  if (reaches(mask, "gridProperties", "rowCount")) resizeRows(sheet, gridProperties.rowCount ?? 0);
  if (reaches(mask, "gridProperties", "columnCount")) resizeColumns(sheet, gridProperties.columnCount ?? 0);
  takeProperties(sheet, properties as Readonly<Record<string, unknown>>, fields);
  return {};
};

export const missingFields = (): Error =>
  invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");

/** `index` counts the places before the move, so moving to the right passes the sheet's own place. */
function moveSheet(sheets: Sheet[], sheet: Sheet, index: number): void {
  const from = sheets.indexOf(sheet);
  if (index > sheets.length) throw invalid(`Index out of bounds: ${index}`);
  sheets.splice(from, 1);
  sheets.splice(index > from ? index - 1 : index, 0, sheet);
}

function resizeRows(sheet: Sheet, rowCount: number): void {
  if (rowCount < 1) throw invalid("You can't delete all the rows on the sheet.");
  sheet.rowCount = rowCount;
  sheet.rows = sheet.rows.slice(0, rowCount);
  sheet.merges = sheet.merges.filter(({ bottom }) => bottom <= rowCount);
}

function resizeColumns(sheet: Sheet, columnCount: number): void {
  if (columnCount < 1) throw invalid("You can't delete all the columns on the sheet.");
  sheet.columnCount = columnCount;
  sheet.rows = sheet.rows.map((row) => row.slice(0, columnCount));
  sheet.merges = sheet.merges.filter(({ right }) => right <= columnCount);
}

const OWN = new Set([
  "sheetId",
  "title",
  "index",
  "hidden",
  "sheetType",
  "gridProperties",
  "tabColor",
  "tabColorStyle",
]);

/** The properties that the server keeps as they are written. */
function takeProperties(sheet: Sheet, properties: Readonly<Record<string, unknown>>, fields: string): void {
  if (fields === "") return;
  const mask = parseMask(fields);
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => !OWN.has(name)));
  if (mask === true) return;
  const own = Object.fromEntries(Object.entries(mask).filter(([name]) => !OWN.has(name)));
  sheet.extra = mergedBy(sheet.extra, kept, own);
  if (reaches(mask, "tabColorStyle") || reaches(mask, "tabColor")) {
    const { tabColor, tabColorStyle } = properties as {
      tabColor?: object | null;
      tabColorStyle?: { rgbColor?: object | null } | string;
    };
    const colour = (typeof tabColorStyle === "object" ? tabColorStyle.rgbColor : tabColor) ?? undefined;
    const { tabColor: _tabColor, tabColorStyle: _style, ...rest } = sheet.extra;
    sheet.extra =
      colour === undefined
        ? rest
        : { ...rest, tabColor: colourJson(colour), tabColorStyle: { rgbColor: colourJson(colour) } };
  }
  const grid = mask["gridProperties"];
  if (grid === undefined) return;
  const {
    rowCount: _rows,
    columnCount: _columns,
    ...gridKept
  } = (properties["gridProperties"] ?? {}) as Record<string, unknown>;
  const { rowCount: _r, columnCount: _c, ...gridMask } = grid === true ? namesOf(gridKept) : grid;
  sheet.gridExtra = mergedBy(sheet.gridExtra, gridKept, gridMask);
}

const namesOf = (object: object): Readonly<Record<string, true>> =>
  Object.fromEntries(Object.keys(object).map((name) => [name, true as const]));

export const updateSpreadsheetProperties: RequestKind<{
  readonly properties?: { readonly title?: string; readonly locale?: string; readonly timeZone?: string };
  readonly fields?: string;
}> = ({ draft }, { properties = {}, fields }) => {
  if (fields === undefined || fields === "") throw missingFields();
  const mask = parseMask(fields);
  if (reaches(mask, "title") && properties.title !== undefined) draft.title = properties.title;
  if (reaches(mask, "locale") && properties.locale !== undefined) draft.locale = properties.locale;
  if (reaches(mask, "timeZone") && properties.timeZone !== undefined) draft.timeZone = properties.timeZone;
  return {};
};

export const setBasicFilter: RequestKind<{ readonly filter?: { readonly range?: { readonly sheetId?: number } } }> = (
  { draft },
  { filter },
) => {
  sheetById(draft, filter?.range?.sheetId ?? 0).basicFilter = filter;
  return {};
};

export const clearBasicFilter: RequestKind<{ readonly sheetId?: number }> = ({ draft }, { sheetId = 0 }) => {
  sheetById(draft, sheetId).basicFilter = undefined;
  return {};
};

/** A copy of a tab with all that stands in it: what a person does before trying something. */
export const duplicateSheet: RequestKind<{
  readonly sourceSheetId?: number;
  readonly insertSheetIndex?: number;
  readonly newSheetId?: number;
  readonly newSheetName?: string;
}> = ({ draft, random }, { sourceSheetId = 0, insertSheetIndex = 0, newSheetId, newSheetName }) => {
  const source = draft.sheets.find(({ id }) => id === sourceSheetId);
  if (source === undefined) throw invalid(`No sheet with id: ${sourceSheetId}`);
  const title = newSheetName ?? copyTitle(draft.sheets, source.title);
  const isTaken = (id: number): boolean => draft.sheets.some((sheet) => sheet.id === id);
  if (draft.sheets.some((sheet) => sheet.title.toLowerCase() === title.toLowerCase())) throw takenTitle(title);
  const id = newSheetId ?? freshId(random, isTaken);
  if (isTaken(id)) throw invalid(`The sheet with ID "${id}" already exists. Please enter another ID.`);
  const copy: Sheet = { ...source, id, title, rows: [...source.rows], protectedRanges: [] };
  draft.sheets.splice(insertSheetIndex, 0, copy);
  return { duplicateSheet: { properties: sheetProperties(draft, copy) } };
};

function copyTitle(sheets: readonly Sheet[], title: string): string {
  const taken = new Set(sheets.map((sheet) => sheet.title));
  const first = `Copy of ${title}`;
  for (let number = 1; ; number++) {
    const name = number === 1 ? first : `${first} ${number}`;
    if (!taken.has(name)) return name;
  }
}
