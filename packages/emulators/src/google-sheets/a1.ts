import type { Box } from "./box.ts";
import { invalid } from "./errors.ts";
import type { GridRange, Sheet, Spreadsheet } from "./model.ts";

/** `A`, `Z`, `AA`: a column's letters from its position. */
export function columnName(position: number): string {
  let rest = position + 1;
  let name = "";
  while (rest > 0) {
    name = String.fromCodePoint(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}

const columnOf = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1;

const quoted = (title: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && corner(title) === undefined ? title : `'${title.replaceAll("'", "''")}'`;

/** A range as answers name it: `Sheet1!A1:C3`, `'Otra hoja'!A1`. */
export function rangeName(sheet: Sheet, box: Box): string {
  const first = `${columnName(box.left)}${box.top + 1}`;
  const last = `${columnName(box.right - 1)}${box.bottom}`;
  return `${quoted(sheet.title)}!${first === last ? first : `${first}:${last}`}`;
}

export interface SheetBox {
  readonly sheet: Sheet;
  readonly box: Box;
}

/**
 * The cells that a range names, cut at the edge of the grid: `Sheet1`, `'Sheet1'!A2:C`, `A1:B2` on the first sheet, a named
 * range. Throws the service's 400 where it names nothing, or begins outside of the grid.
 */
export function rangeOf(spreadsheet: Spreadsheet, text: string): SheetBox {
  const { title, cells } = splitRange(text);
  const sheet = title === undefined ? undefined : spreadsheet.sheets.find((one) => one.title === title);
  if (title !== undefined && sheet === undefined) throw unparsed(text);
  const onSheet = sheet ?? spreadsheet.sheets[0];
  if (onSheet === undefined) throw unparsed(text);
  if (cells === undefined) return { sheet: onSheet, box: whole(onSheet) };
  const open = parseCells(cells);
  if (open !== undefined) return { sheet: onSheet, box: onGrid(onSheet, open, text) };
  const named = spreadsheet.namedRanges.find(({ name }) => name === cells);
  if (named !== undefined) return gridRangeOf(spreadsheet, named.range);
  const titled = title === undefined ? spreadsheet.sheets.find((one) => one.title === cells) : undefined;
  if (titled !== undefined) return { sheet: titled, box: whole(titled) };
  throw unparsed(text);
}

/** The cells of a range in the API's own form; open ends reach to the edge of the grid. */
export function gridRangeOf(spreadsheet: Spreadsheet, range: GridRange): SheetBox {
  const sheet = sheetById(spreadsheet, range.sheetId ?? 0);
  const box = {
    top: range.startRowIndex ?? 0,
    left: range.startColumnIndex ?? 0,
    bottom: range.endRowIndex ?? sheet.rowCount,
    right: range.endColumnIndex ?? sheet.columnCount,
  };
  if (box.bottom > sheet.rowCount || box.right > sheet.columnCount) throw exceeds(sheet, box);
  return { sheet, box };
}

export function sheetById(spreadsheet: Spreadsheet, id: number): Sheet {
  const sheet = spreadsheet.sheets.find((one) => one.id === id);
  if (sheet === undefined) throw invalid(`No grid with id: ${id}`);
  return sheet;
}

/** A box as the API writes it; `sheetId: 0` is left out, as the service does. */
export const gridRangeJson = (sheetId: number, box: Box): GridRange => ({
  ...(sheetId !== 0 && { sheetId }),
  startRowIndex: box.top,
  endRowIndex: box.bottom,
  startColumnIndex: box.left,
  endColumnIndex: box.right,
});

export const whole = (sheet: Sheet): Box => ({ top: 0, left: 0, bottom: sheet.rowCount, right: sheet.columnCount });

export const exceeds = (sheet: Sheet, box: Box): Error =>
  invalid(
    `Range (${rangeName(sheet, box)}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
  );

const unparsed = (text: string): Error => invalid(`Unable to parse range: ${text}`);

function splitRange(text: string): { readonly title: string | undefined; readonly cells: string | undefined } {
  const apart = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (apart !== null) return { title: apart[1]?.replaceAll("''", "'"), cells: apart[2] };
  const at = text.lastIndexOf("!");
  return at < 0 ? { title: undefined, cells: text } : { title: text.slice(0, at), cells: text.slice(at + 1) };
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

function corner(text: string): Corner | undefined {
  const match = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/.exec(text);
  if (match === null || text === "") return undefined;
  const [, letters, digits] = match;
  return {
    ...(letters !== undefined && { column: columnOf(letters) }),
    ...(digits !== undefined && { row: Number(digits) - 1 }),
  };
}

function parseCells(text: string): Partial<Box> | undefined {
  const [first = "", second, ...more] = text.split(":");
  const start = corner(first);
  const end = second === undefined ? start : corner(second);
  if (start === undefined || end === undefined || more.length > 0) return undefined;
  if (second === undefined && (start.row === undefined || start.column === undefined)) return undefined;
  const rows = ordered(start.row, end.row);
  const columns = ordered(start.column, end.column);
  return { ...rows("top", "bottom"), ...columns("left", "right") };
}

/** Both ends given in any order; an end that is absent is open. */
function ordered(first: number | undefined, second: number | undefined) {
  const isReversed = first !== undefined && second !== undefined && second < first;
  const [low, high] = isReversed ? [second, first] : [first, second];
  return (from: keyof Box, to: keyof Box): Partial<Box> => ({
    ...(low !== undefined && { [from]: low }),
    ...(high !== undefined && { [to]: high + 1 }),
  });
}

function onGrid(sheet: Sheet, open: Partial<Box>, text: string): Box {
  const { top = 0, left = 0, bottom = sheet.rowCount, right = sheet.columnCount } = open;
  if (top >= sheet.rowCount || left >= sheet.columnCount) throw exceeds(sheet, { top, left, bottom, right });
  const box = { top, left, bottom: Math.min(bottom, sheet.rowCount), right: Math.min(right, sheet.columnCount) };
  if (box.top >= box.bottom || box.left >= box.right) throw unparsed(text);
  return box;
}
