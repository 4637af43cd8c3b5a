import {
  type Address,
  type AggregateReceipt,
  formatAddress,
  type Language,
  type LeftOut,
  type Receipt,
  type ReceiptRow,
} from "@minga/core";
import { toCsv } from "@minga/files";
import { shownId } from "./shown-id.ts";

/** The columns of `minga explain --format csv`. */
const COLUMNS = [
  "aggregate",
  "table",
  "state",
  "reason",
  "condition",
  "source",
  "tab",
  "row",
  "id",
  "person",
  "counts",
  "cells",
  "stand_in",
] as const;

/** How many rows are made into text at once. */
const ROWS = 1000;

/**
 * A receipt as CSV: one line for each source row and aggregate, counted or with the reason why not. `aggregate` is the place
 * of the aggregate in the formula, from 1; `counts` the id of what the row counts, `cells` what the reason points at.
 */
export const receiptCsv = function* ({ aggregates }: Receipt, language: Language): Generator<string> {
  yield toCsv(COLUMNS, []);
  for (const [index, aggregate] of aggregates.entries()) {
    const groups: readonly (LeftOut | { readonly rows: readonly ReceiptRow[] })[] = [
      { rows: aggregate.counted },
      ...aggregate.leftOut,
    ];
    for (const group of groups) {
      for (let at = 0; at < group.rows.length; at += ROWS) {
        const rows = group.rows
          .slice(at, at + ROWS)
          .map((row) => [index + 1, ...rowCells(row, aggregate, "code" in group ? group : null, language)]);
        // A header of no columns leaves an empty line, which is not wanted between two pieces of one table.
        yield toCsv([], rows).slice("\r\n".length);
      }
    }
  }
};

const rowCells = (
  row: ReceiptRow,
  { table, function: name, personal }: AggregateReceipt,
  reason: LeftOut | null,
  language: Language,
): readonly (string | number | null)[] => {
  const { address, id, person, value, cells, standIn } = row;
  return [
    table,
    reason === null ? "counted" : "left-out",
    reason?.code ?? null,
    reason?.condition?.[language] ?? null,
    ...placeCells(address),
    shownId(id),
    shownId(person),
    personal || name === "count" ? null : typeof value === "string" ? shownId(value) : value,
    cells.map((cell) => formatAddress(cell.address)).join("; "),
    standIn === undefined ? null : formatAddress(standIn.address),
  ];
};

/** Source, tab and row in columns of their own. */
export const placeCells = ({ source, tab, row }: Address): readonly (string | number | null)[] => [
  source,
  tab ?? null,
  row ?? null,
];
