import { sheetById } from "../a1.ts";
import { type Dimension, appendDimension as extend, deleteDimension as remove } from "../dimension.ts";
import { insertDimension as insert, lengthOf, moveDimension as move } from "../dimension.ts";
import { invalid } from "../errors.ts";
import { mergedBy, parseMask } from "../fields-mask.ts";
import type { DimensionGroup, Sheet, Spreadsheet } from "../model.ts";
import { assertEditable } from "../protection.ts";
import type { RequestKind } from "./request.ts";
import { missingFields } from "./sheets.ts";

interface DimensionRange {
  readonly sheetId?: number;
  readonly dimension?: Dimension;
  readonly startIndex?: number;
  readonly endIndex?: number;
}

interface Span {
  readonly sheet: Sheet;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
}

function spanOf(draft: Spreadsheet, range: DimensionRange | undefined): Span {
  const { sheetId = 0, dimension, startIndex = 0, endIndex } = range ?? {};
  const sheet = sheetById(draft, sheetId);
  if (dimension !== "ROWS" && dimension !== "COLUMNS") throw invalid("dimension must be set");
  return { sheet, dimension, start: startIndex, end: endIndex ?? lengthOf(sheet, dimension) };
}

function assertOnSheet({ sheet, dimension, start, end }: Span): void {
  const length = lengthOf(sheet, dimension);
  if (start >= end) throw invalid(`range.endIndex[${end}] must be after range.startIndex[${start}].`);
  if (end > length)
    throw invalid(`Cannot ${dimension === "ROWS" ? "use row" : "use column"} ${end}: the sheet has ${length}.`);
}

export const appendDimension: RequestKind<{
  readonly sheetId?: number;
  readonly dimension?: Dimension;
  readonly length?: number;
}> = ({ draft }, { sheetId, dimension, length = 0 }) => {
  const { sheet, dimension: kind } = spanOf(draft, {
    ...(sheetId !== undefined && { sheetId }),
    ...(dimension && { dimension }),
  });
  if (length < 1) throw invalid("length must be greater than 0.");
  extend(sheet, kind, length);
  return {};
};

export const insertDimension: RequestKind<{ readonly range?: DimensionRange; readonly inheritFromBefore?: boolean }> = (
  { draft },
  { range, inheritFromBefore = false },
) => {
  const { sheet, dimension, start, end } = spanOf(draft, range);
  if (start >= end) throw invalid(`range.endIndex[${end}] must be after range.startIndex[${start}].`);
  if (start > lengthOf(sheet, dimension))
    throw invalid(`range.startIndex[${start}] is after the last one on the sheet.`);
  if (inheritFromBefore && start === 0) throw invalid("inheritFromBefore cannot be true if inserting at index 0.");
  insert(draft, sheet, dimension, start, end - start, inheritFromBefore);
  return {};
};

export const deleteDimension: RequestKind<{ readonly range?: DimensionRange }> = ({ draft, email }, { range }) => {
  const span = spanOf(draft, range);
  assertOnSheet(span);
  const { sheet, dimension, start, end } = span;
  const isRows = dimension === "ROWS";
  const box = {
    top: isRows ? start : 0,
    left: isRows ? 0 : start,
    bottom: isRows ? end : sheet.rowCount,
    right: isRows ? sheet.columnCount : end,
  };
  assertEditable(sheet, box, email);
  remove(draft, sheet, dimension, start, end);
  return {};
};

export const moveDimension: RequestKind<{ readonly source?: DimensionRange; readonly destinationIndex?: number }> = (
  { draft },
  { source, destinationIndex = 0 },
) => {
  const span = spanOf(draft, source);
  assertOnSheet(span);
  move(span.sheet, span.dimension, span.start, span.end, destinationIndex);
  return {};
};

export const updateDimensionProperties: RequestKind<{
  readonly range?: DimensionRange;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly fields?: string;
}> = ({ draft }, { range, properties = {}, fields }) => {
  if (fields === undefined || fields === "") throw missingFields();
  const { sheet, dimension, start, end } = spanOf(draft, range);
  const mask = parseMask(fields);
  const list = [...(dimension === "ROWS" ? sheet.rowProperties : sheet.columnProperties)];
  while (list.length < end) list.push(undefined);
  for (let at = start; at < end; at++) {
    const changed = mergedBy(list[at] ?? {}, properties, mask);
    list[at] = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== false));
  }
  if (dimension === "ROWS") sheet.rowProperties = list;
  else sheet.columnProperties = list;
  return {};
};

/** Widths are not measured here: the request is checked and changes nothing. */
export const autoResizeDimensions: RequestKind<{ readonly dimensions?: DimensionRange }> = (
  { draft },
  { dimensions },
) => {
  assertOnSheet(spanOf(draft, dimensions));
  return {};
};

export const addDimensionGroup: RequestKind<{ readonly range?: DimensionRange }> = ({ draft }, { range }) => {
  const { sheet, dimension, start, end } = spanOf(draft, range);
  const groups = groupsOf(sheet, dimension);
  const inside = groups.filter((group) => group.start <= start && group.end >= end).length;
  const changed = [...groups, { start, end, depth: inside + 1 }];
  const control = dimension === "ROWS" ? "rowGroupControlAfter" : "columnGroupControlAfter";
  sheet.gridExtra = { ...sheet.gridExtra, [control]: true };
  return { addDimensionGroup: putGroups(sheet, dimension, changed) };
};

export const deleteDimensionGroup: RequestKind<{ readonly range?: DimensionRange }> = ({ draft }, { range }) => {
  const { sheet, dimension, start, end } = spanOf(draft, range);
  const groups = groupsOf(sheet, dimension);
  const found = groups.findLast((group) => group.start === start && group.end === end);
  if (found === undefined) throw invalid(`Cannot delete dimension group, none exist over the entire range.`);
  return {
    deleteDimensionGroup: putGroups(
      sheet,
      dimension,
      groups.filter((group) => group !== found),
    ),
  };
};

const groupsOf = (sheet: Sheet, dimension: Dimension): readonly DimensionGroup[] =>
  dimension === "ROWS" ? sheet.rowGroups : sheet.columnGroups;

function putGroups(sheet: Sheet, dimension: Dimension, groups: readonly DimensionGroup[]): object {
  if (dimension === "ROWS") sheet.rowGroups = groups;
  else sheet.columnGroups = groups;
  if (groups.length === 0) return {};
  const dimensionGroups = groups.map(({ start, end, depth }) => ({
    range: { ...(sheet.id !== 0 && { sheetId: sheet.id }), dimension, startIndex: start, endIndex: end },
    depth,
  }));
  return { dimensionGroups };
}
