import type { ProblemCode, ProblemData } from "@minga/core";

/** A table as a file or a tool gives it, before anything is known about it. */
export interface RawTable {
  /** The file, or the tab of a workbook: `Base de datos activistas.csv`. */
  readonly name: string;
  /** The header's cells, in the order of the columns. */
  readonly header: readonly string[];
}

/** A fault that the reader met in a row, to be reported with the row's other problems. */
export interface RawFault {
  /** The row as a spreadsheet numbers it. */
  readonly row: number;
  readonly code: ProblemCode;
  readonly data: ProblemData;
}

/** Some rows of a raw table, column by column: about 4,096 at a time. */
export interface RawBatch {
  /** The rows' numbers as a spreadsheet shows them. */
  readonly rows: readonly number[];
  /** For each column of the header the text of each row; empty is "". */
  readonly columns: readonly (readonly string[])[];
  readonly faults?: readonly RawFault[];
}

/** How many rows a batch has, more or less. */
export const BATCH_ROWS = 4096;

/**
 * The letter of a column as a spreadsheet shows it.
 *
 * @example
 * columnLetter(27); // "AB"
 */
export const columnLetter = (index: number): string => {
  const rest = Math.floor(index / 26) - 1;
  return `${rest < 0 ? "" : columnLetter(rest)}${String.fromCharCode(65 + (index % 26))}`;
};
