import { type Box, type Shift, shiftedBox, shiftedSpan } from "./box.ts";
import { invalid } from "./errors.ts";
import type { DimensionGroup, GridRange, Metadata, Row, Sheet, Spreadsheet } from "./model.ts";

export type Dimension = "ROWS" | "COLUMNS";

export const lengthOf = (sheet: Sheet, dimension: Dimension): number =>
  dimension === "ROWS" ? sheet.rowCount : sheet.columnCount;

/** Adds rows or columns at the end. */
export function appendDimension(sheet: Sheet, dimension: Dimension, length: number): void {
  if (dimension === "ROWS") sheet.rowCount += length;
  else sheet.columnCount += length;
}

/** Puts rows or columns in; everything from there on moves, and so do merges, protection, names and metadata. */
export function insertDimension(
  draft: Spreadsheet,
  sheet: Sheet,
  dimension: Dimension,
  at: number,
  count: number,
  inheritFromBefore: boolean,
): void {
  const model = inheritFromBefore ? at - 1 : at;
  if (dimension === "ROWS") {
    const blank = (sheet.rows[model] ?? []).map((cell) => onlyFormat(cell));
    if (at < sheet.rows.length || blank.some((cell) => cell !== undefined)) {
      while (sheet.rows.length < at) sheet.rows.push([]);
      sheet.rows.splice(at, 0, ...Array.from({ length: count }, () => blank));
    }
    sheet.rowProperties = sheet.rowProperties.toSpliced(at, 0, ...Array.from({ length: count }, () => undefined));
  } else {
    sheet.rows = sheet.rows.map((row): Row => {
      if (at > row.length) return row;
      const blank = onlyFormat(row[model]);
      return row.toSpliced(at, 0, ...Array.from({ length: count }, () => blank));
    });
    sheet.columnProperties = sheet.columnProperties.toSpliced(at, 0, ...Array.from({ length: count }, () => undefined));
  }
  appendDimension(sheet, dimension, count);
  shiftAround(draft, sheet, { dimension, at, count });
}

function onlyFormat(cell: Row[number]): Row[number] {
  if (cell?.format === undefined && cell?.validation === undefined) return undefined;
  return {
    ...(cell.format && { format: cell.format }),
    ...(cell.validation !== undefined && { validation: cell.validation }),
  };
}

/** Takes rows or columns out. A sheet keeps at least one of each. */
export function deleteDimension(
  draft: Spreadsheet,
  sheet: Sheet,
  dimension: Dimension,
  start: number,
  end: number,
): void {
  if (end - start >= lengthOf(sheet, dimension))
    throw invalid(`You can't delete all the ${dimension.toLowerCase()} on the sheet.`);
  if (dimension === "ROWS") {
    sheet.rows.splice(start, end - start);
    sheet.rowProperties = sheet.rowProperties.toSpliced(start, end - start);
  } else {
    sheet.rows = sheet.rows.map((row) => row.toSpliced(start, end - start));
    sheet.columnProperties = sheet.columnProperties.toSpliced(start, end - start);
  }
  appendDimension(sheet, dimension, start - end);
  shiftAround(draft, sheet, { dimension, at: start, count: start - end });
}

/** Moves rows or columns to before a place, counted as they stand before the move. */
export function moveDimension(sheet: Sheet, dimension: Dimension, start: number, end: number, to: number): void {
  if (to >= start && to <= end) return;
  const target = to > end ? to - (end - start) : to;
  const moved = <Item>(list: readonly Item[], filler: Item): Item[] => {
    const padded = [...list, ...Array.from({ length: Math.max(0, Math.max(end, to) - list.length) }, () => filler)];
    const items = padded.splice(start, end - start);
    padded.splice(target, 0, ...items);
    return padded;
  };
  if (dimension === "ROWS") {
    sheet.rows = moved<Row>(sheet.rows, []);
    sheet.rowProperties = moved(sheet.rowProperties, undefined);
  } else {
    sheet.rows = sheet.rows.map((row) => moved(row, undefined));
    sheet.columnProperties = moved(sheet.columnProperties, undefined);
  }
}

function shiftAround(draft: Spreadsheet, sheet: Sheet, shift: Shift): void {
  sheet.merges = sheet.merges
    .map((merge) => shiftedBox(merge, shift))
    .filter(
      (merge): merge is Box => merge !== undefined && (merge.bottom - merge.top) * (merge.right - merge.left) > 1,
    );
  sheet.protectedRanges = sheet.protectedRanges.flatMap((one) => {
    const range = shiftedRange(one.range, shift);
    return range === undefined ? [] : [{ ...one, range }];
  });
  const groups = (list: readonly DimensionGroup[]): readonly DimensionGroup[] =>
    list.flatMap((group) => {
      const span = shiftedSpan(group.start, group.end, shift);
      return span === undefined ? [] : [{ ...group, start: span[0], end: span[1] }];
    });
  if (shift.dimension === "ROWS") sheet.rowGroups = groups(sheet.rowGroups);
  else sheet.columnGroups = groups(sheet.columnGroups);
  draft.namedRanges = draft.namedRanges.flatMap((named) => {
    if ((named.range.sheetId ?? 0) !== sheet.id) return [named];
    const range = shiftedRange(named.range, shift);
    return range === undefined ? [] : [{ ...named, range }];
  });
  draft.metadata = draft.metadata.flatMap((one) => shiftedMetadata(one, sheet, shift));
}

function shiftedRange(range: GridRange, shift: Shift): GridRange | undefined {
  const [from, to] =
    shift.dimension === "ROWS"
      ? (["startRowIndex", "endRowIndex"] as const)
      : (["startColumnIndex", "endColumnIndex"] as const);
  const span = shiftedSpan(range[from] ?? 0, range[to] ?? Number.POSITIVE_INFINITY, shift);
  if (span === undefined) return undefined;
  return {
    ...range,
    ...(range[from] !== undefined && { [from]: span[0] }),
    ...(range[to] !== undefined && { [to]: span[1] }),
  };
}

/** Metadata of rows or columns goes with them. */
function shiftedMetadata(one: Metadata, sheet: Sheet, shift: Shift): readonly Metadata[] {
  const { location } = one;
  if (location.sheetId !== sheet.id || location.span?.dimension !== shift.dimension) return [one];
  const span = shiftedSpan(location.span.start, location.span.end, shift);
  if (span === undefined) return [];
  return [{ ...one, location: { ...location, span: { ...location.span, start: span[0], end: span[1] } } }];
}
