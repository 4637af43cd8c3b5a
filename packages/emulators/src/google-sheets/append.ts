import { rangeName, rangeOf } from "./a1.ts";
import { type Box, touches } from "./box.ts";
import { insertDimension } from "./dimension.ts";
import { type Sheet, type Spreadsheet, cellAt, isFilled } from "./model.ts";
import { type InputOption, type InputRows, fill } from "./values-write.ts";

/**
 * Appends rows below the table that the service takes the range to mean, which need not be the one that was meant: a row whose
 * inner cell is empty makes two tables side by side, and the next rows stand below the right one. Recorded for `["x","","z"]`
 * twice; the rest from the documentation's examples.
 */
export function appendValues(
  draft: Spreadsheet,
  range: string,
  rows: InputRows,
  options: { readonly input: InputOption; readonly insertRows: boolean },
  email: string,
) {
  const { sheet, box } = rangeOf(draft, range);
  const table = lastTable(sheet, box);
  const top = table?.bottom ?? box.top;
  const left = table?.left ?? box.left;
  const width = Math.max(1, ...rows.map((row) => row.length));
  const target = { top, left, bottom: top + Math.max(1, rows.length), right: left + width };
  if (options.insertRows && top < sheet.rowCount) insertDimension(draft, sheet, "ROWS", top, rows.length, false);
  sheet.rowCount = Math.max(sheet.rowCount, target.bottom);
  sheet.columnCount = Math.max(sheet.columnCount, target.right);
  const updated = fill(draft, sheet, target, rows, options.input, email);
  return { sheet, box: target, updated, ...(table !== undefined && { tableRange: rangeName(sheet, table) }) };
}

/** The table that ends lowest, and rightmost among those, of all that reach into the range. */
function lastTable(sheet: Sheet, range: Box): Box | undefined {
  const tables = tablesOf(sheet).filter((table) => touches(table, range));
  return tables.toSorted((a, b) => b.bottom - a.bottom || b.right - a.right)[0];
}

/** Blocks of filled cells, each grown until all around it is empty. */
function tablesOf(sheet: Sheet): readonly Box[] {
  const tables: Box[] = [];
  for (const [row, cells] of sheet.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const isKnown = tables.some(
        ({ top, left, bottom, right }) => row >= top && row < bottom && column >= left && column < right,
      );
      if (isFilled(cell) && !isKnown) tables.push(grown(sheet, row, column));
    }
  }
  return tables;
}

function grown(sheet: Sheet, row: number, column: number): Box {
  let { top, left, bottom, right } = { top: row, left: column, bottom: row + 1, right: column + 1 };
  const above = (): boolean => top > 0 && hasFilled(sheet, top - 1, top, left - 1, right + 1);
  const below = (): boolean => hasFilled(sheet, bottom, bottom + 1, left - 1, right + 1);
  const before = (): boolean => left > 0 && hasFilled(sheet, top - 1, bottom + 1, left - 1, left);
  const after = (): boolean => hasFilled(sheet, top - 1, bottom + 1, right, right + 1);
  for (let isDone = false; !isDone;) {
    // Tables are longer than wide: each side is looked along only when the rows have come to an end.
    while (above()) top -= 1;
    while (below()) bottom += 1;
    isDone = true;
    if (before()) [left, isDone] = [left - 1, false];
    if (after()) [right, isDone] = [right + 1, false];
  }
  return { top, left, bottom, right };
}

function hasFilled(sheet: Sheet, top: number, bottom: number, left: number, right: number): boolean {
  for (let row = Math.max(0, top); row < Math.min(bottom, sheet.rows.length); row++)
    for (let column = Math.max(0, left); column < right; column++)
      if (isFilled(cellAt(sheet, row, column))) return true;
  return false;
}
