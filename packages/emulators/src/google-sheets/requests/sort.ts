import { gridRangeOf } from "../a1.ts";
import type { Box } from "../box.ts";
import { invalid } from "../errors.ts";
import { type Cell, type GridRange, type Sheet, effectiveOf } from "../model.ts";
import { assertEditable } from "../protection.ts";
import type { RequestKind } from "./request.ts";

export interface SortSpec {
  readonly dimensionIndex?: number;
  readonly sortOrder?: string;
}

export const sortRange: RequestKind<{ readonly range?: GridRange; readonly sortSpecs?: readonly SortSpec[] }> = (
  { draft, email },
  { range = {}, sortSpecs = [] },
) => {
  const { sheet, box } = gridRangeOf(draft, range);
  if (
    sheet.merges.some(
      ({ top, bottom, left, right }) => top < box.bottom && bottom > box.top && left < box.right && right > box.left,
    )
  )
    throw invalid("You can't sort a range that has merged cells.");
  assertEditable(sheet, box, email);
  sortBox(sheet, box, sortSpecs);
  return {};
};

/** Orders the rows of a box; blanks stand last either way. Whether metadata of rows goes along is not known: here it stays. */
function sortBox(sheet: Sheet, box: Box, specs: readonly SortSpec[]): void {
  const rows = Array.from({ length: box.bottom - box.top }, (_, index) => sheet.rows[box.top + index] ?? []);
  const sorted = rows.toSorted((a, b) => {
    for (const { dimensionIndex = 0, sortOrder } of specs) {
      const order = compared(a[dimensionIndex], b[dimensionIndex], sortOrder === "DESCENDING");
      if (order !== 0) return order;
    }
    return 0;
  });
  while (sheet.rows.length < box.bottom && sorted.some((row) => row.length > 0)) sheet.rows.push([]);
  for (const [index, row] of sorted.entries()) {
    const old = sheet.rows[box.top + index];
    if (old === undefined) break;
    const width = Math.max(old.length, Math.min(row.length, box.right));
    sheet.rows[box.top + index] = Array.from({ length: width }, (_, column) =>
      column >= box.left && column < box.right ? row[column] : old[column],
    );
  }
}

function compared(one: Cell | undefined, other: Cell | undefined, isDescending: boolean): number {
  const [a, b] = [sortKey(one), sortKey(other)];
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  const order =
    a.rank - b.rank ||
    (typeof a.value === "number" && typeof b.value === "number"
      ? a.value - b.value
      : String(a.value).localeCompare(String(b.value), "en", { sensitivity: "base", numeric: false }));
  return isDescending ? -order : order;
}

/** Numbers before text before truth values. */
function sortKey(cell: Cell | undefined): { readonly rank: number; readonly value: string | number } | undefined {
  const value = effectiveOf(cell);
  if (value === undefined) return undefined;
  if ("numberValue" in value) return { rank: 0, value: value.numberValue };
  if ("boolValue" in value) return { rank: 2, value: Number(value.boolValue) };
  if ("stringValue" in value) return { rank: 1, value: value.stringValue };
  return { rank: 3, value: JSON.stringify(value) };
}
