import { rangeName, rangeOf } from "./a1.ts";
import type { Box } from "./box.ts";
import { type DateTimeRender, type ValueRender, renderedValue } from "./cell-text.ts";
import { invalid } from "./errors.ts";
import { type Sheet, type Spreadsheet, cellAt } from "./model.ts";

export interface RenderOptions {
  readonly majorDimension: "ROWS" | "COLUMNS";
  readonly valueRenderOption: ValueRender;
  readonly dateTimeRenderOption: DateTimeRender;
}

/** A block of values as answers write it: without `values` where all of it is empty. */
export interface ValueRange {
  readonly range: string;
  readonly majorDimension: "ROWS" | "COLUMNS";
  readonly values?: readonly (readonly unknown[])[];
}

/** The options of an address; Throws the service's 400 for a word that it does not know. */
export function renderOptions(query: URLSearchParams, prefix = ""): RenderOptions {
  const name = (key: string): string => (prefix === "" ? key : `${prefix}${key[0]?.toUpperCase()}${key.slice(1)}`);
  return {
    majorDimension: prefix === "" ? choice(query, "majorDimension", ["ROWS", "COLUMNS"]) : "ROWS",
    valueRenderOption: choice(query, name("valueRenderOption"), ["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"]),
    dateTimeRenderOption: choice(query, name("dateTimeRenderOption"), ["SERIAL_NUMBER", "FORMATTED_STRING"]),
  };
}

/** A word of an address among those that are known; the first of them where it is absent. */
export function choice<Word extends string>(
  query: URLSearchParams,
  key: string,
  words: readonly [Word, ...Word[]],
): Word {
  const given = query.get(key);
  if (given === null || given === "") return words[0];
  const known = words.find((word) => word === given);
  if (known === undefined)
    throw invalid(`Invalid value at '${snake(key)}' (type.googleapis.com/google.apps.sheets.v4), "${given}"`);
  return known;
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export function readValues(spreadsheet: Spreadsheet, range: string, options: RenderOptions): ValueRange {
  const { sheet, box } = rangeOf(spreadsheet, range);
  return valueRange(spreadsheet, sheet, box, options);
}

export function valueRange(spreadsheet: Spreadsheet, sheet: Sheet, box: Box, options: RenderOptions): ValueRange {
  const { majorDimension, valueRenderOption, dateTimeRenderOption } = options;
  const value = (row: number, column: number): unknown =>
    renderedValue(cellAt(sheet, row, column), spreadsheet.locale, valueRenderOption, dateTimeRenderOption);
  const isByRow = majorDimension === "ROWS";
  const [lines, across] = isByRow
    ? [span(box.top, Math.min(box.bottom, sheet.rows.length)), span(box.left, box.right)]
    : [span(box.left, box.right), span(box.top, Math.min(box.bottom, sheet.rows.length))];
  const values = trimmed(
    lines.map((line) => cut(across.map((position) => (isByRow ? value(line, position) : value(position, line))))),
  );
  return { range: rangeName(sheet, box), majorDimension, ...(values.length > 0 && { values }) };
}

const span = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** Blanks at the end are left out; a text of no letters counts as one. */
function cut(line: readonly unknown[]): readonly unknown[] {
  return line.slice(0, line.findLastIndex((value) => value !== "") + 1);
}

function trimmed(lines: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
}
