import { type RawBatch, type RawFault, type RawValue } from "../raw.ts";
import { isBlank } from "../coerce/cell.ts";

/** The rows from..to of a batch (to exclusive), with as many columns as the header has; `ragged-row` is added to its faults. */
export const tableSlice = (batch: RawBatch, from: number, to: number, width: number): RawBatch => {
  const { columns, formulas, rows, faults = [] } = batch;
  const isWhole = from === 0 && to === rows.length;
  const cut = <Value>(values: readonly Value[]): readonly Value[] => (isWhole ? values : values.slice(from, to));
  const cellsOf = (column: number): readonly RawValue[] => columns[column] ?? rows.map(() => "");
  const first = rows[Math.max(from - 1, 0)] ?? 0;
  const last = to < rows.length ? rows[to]! - 1 : Number.POSITIVE_INFINITY;
  const ownFaults = isWhole ? faults : faults.filter(({ row }) => row >= first && row <= last);
  const ragged = raggedRows(batch, from, to, width);
  return {
    rows: cut(rows),
    // A reader may make a column only when it is read: these are not touched.
    columns:
      isWhole && columns.length === width
        ? columns
        : Array.from({ length: width }, (_, column) => cut(cellsOf(column))),
    ...(formulas === undefined
      ? {}
      : {
          formulas: Array.from({ length: width }, (_, column) =>
            (formulas[column] ?? []).filter((cell) => cell >= from && cell < to).map((cell) => cell - from),
          ),
        }),
    faults: ragged.length === 0 ? ownFaults : [...ownFaults, ...ragged],
  };
};

/** Cells that are missing at the end are blank; cells beyond the header matter where they hold something. */
const raggedRows = (
  { rows, widths, columns }: RawBatch,
  from: number,
  to: number,
  width: number,
): readonly RawFault[] => {
  if (widths === undefined) return [];
  const ragged: RawFault[] = [];
  for (let index = from; index < to; index++) {
    const cells = widths[index]!;
    if (cells === width) continue;
    if (cells > width && columns.slice(width).every((values) => isBlank(values[index]!))) continue;
    ragged.push({ row: rows[index]!, code: "ragged-row", data: { cells, expected: width } });
  }
  return ragged;
};
