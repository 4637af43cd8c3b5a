import { columnIndex, columnLetter } from "@minga/core";
import { isBlank } from "../coerce/cell.ts";
import type { RawBatch } from "../raw.ts";
import { picked } from "./no-records.ts";

/** Columns side by side, by their positions; both ends belong to it. */
export interface ColumnRange {
  readonly first: number;
  readonly last: number;
}

/** Columns as a spreadsheet writes them: `F:J`. */
export const columnRange = (text: string): ColumnRange => {
  const [first = "", last = ""] = text.split(":");
  return { first: columnIndex(first), last: columnIndex(last) };
};

/** See {@link columnRange}. */
export const rangeText = ({ first, last }: ColumnRange): string => `${columnLetter(first)}:${columnLetter(last)}`;

/** Some columns of a batch as if there were no others: rows that are blank in them are no rows. */
export const withinColumns = (batch: RawBatch, { first, last }: ColumnRange): RawBatch => {
  const within = <Value>(columns: readonly Value[]): readonly Value[] => columns.slice(first, last + 1);
  const { columns, formulas, widths, rows, faults = [] } = batch;
  const own = within(columns);
  const filled = rows.flatMap((_, at) => (own.some((values) => !isBlank(values[at]!)) ? [at] : []));
  const cut = picked(
    {
      ...batch,
      columns: own,
      ...(formulas === undefined ? {} : { formulas: within(formulas) }),
      ...(widths === undefined
        ? {}
        : { widths: widths.map((width) => Math.min(Math.max(width - first, 0), own.length)) }),
    },
    filled,
  );
  const kept = new Set(cut.rows);
  return { ...cut, faults: faults.filter(({ row }) => kept.has(row)) };
};
