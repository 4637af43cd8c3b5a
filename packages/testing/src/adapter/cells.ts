import type { RawBatch, RawValue } from "@minga/ingest";

/** What some batches hold: filled cells by their row and column (`2 0`), which of them are computed, how long each batch is. */
export const cellsIn = (batches: readonly RawBatch[]) => {
  const cells = new Map<string, RawValue>();
  const formulas: string[] = [];
  for (const { rows, columns, formulas: marks = [] } of batches) {
    for (const [column, values] of columns.entries()) {
      for (const [index, value] of values.entries()) if (value !== "") cells.set(`${rows[index]} ${column}`, value);
      for (const index of marks[column] ?? []) formulas.push(`${rows[index]} ${column}`);
    }
  }
  return { cells, formulas, sizes: batches.map(({ rows }) => rows.length) };
};

/** Puts entries of {@link cellsIn} in the order in which a batch has them: column by column. */
export const byColumn = ([a]: readonly unknown[], [b]: readonly unknown[]): number => {
  const [rowA, columnA] = String(a).split(" ").map(Number);
  const [rowB, columnB] = String(b).split(" ").map(Number);
  return columnA! - columnB! || rowA! - rowB!;
};
