import type { Address } from "./address.ts";
import type { Problem } from "./problem.ts";
import type { TableName } from "./tables.ts";

/** In a reference: the cell is empty, or what it names does not exist. */
export const NONE = -1;

/** In a place: the cell names something that is not in the section's geography. */
export const UNKNOWN_PLACE = -2;

/**
 * One column of a table, one entry a row.
 *
 * - `text` (kinds id, text, period): null is empty.
 * - `number` (kinds number, year): NaN is empty.
 * - `day`: days since 1970-01-01, `NO_DAY` is empty.
 * - `enum`: position in `options`, `NONE` is empty.
 * - `ref`: row of the target table, `NONE` is empty or dangling; a place may be `UNKNOWN_PLACE`.
 * - `refs`: the rows of the target table are `rows[offsets[i]..offsets[i + 1])`.
 */
export type ColumnData =
  | { readonly type: "text"; readonly values: readonly (string | null)[] }
  | { readonly type: "number"; readonly values: Float64Array }
  | { readonly type: "day"; readonly values: Int32Array }
  | { readonly type: "enum"; readonly options: readonly string[]; readonly values: Int8Array }
  | { readonly type: "ref"; readonly target: TableName; readonly values: Int32Array }
  | {
      readonly type: "refs";
      readonly target: TableName;
      readonly offsets: Int32Array;
      readonly rows: Int32Array;
    };

/** Why a row counts nowhere, whatever the formula; `counts` is 0. */
export const ROW_STATES = [
  "counts",
  "repeated-row",
  "conflicting-row",
  "repeated-participation",
  "no-reference",
  "same-person",
] as const;

/** See {@link ROW_STATES}. */
export type RowState = (typeof ROW_STATES)[number];

/** The rows of one table, as columns. Every source row is there, also those that count nowhere. */
export interface TableData {
  readonly name: TableName;
  readonly length: number;
  /** Only the columns that the source has. */
  readonly columns: ReadonlyMap<string, ColumnData>;
  /** Position in {@link ROW_STATES}, one a row. */
  readonly states: Uint8Array;
  /** For a repeated row the row that stands instead; otherwise `NONE`. */
  readonly standIns: Int32Array;
  /** Where a row, or one cell of it, stands in the section's files. */
  readonly address: (row: number, column?: string) => Address;
}

/** A section's records, resolved and ready to be evaluated. A table that is not there is absent, not empty. */
export interface Dataset {
  readonly tables: ReadonlyMap<TableName, TableData>;
  readonly problems: readonly Problem[];
}
