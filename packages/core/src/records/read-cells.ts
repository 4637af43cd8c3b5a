import { type ColumnData, NONE } from "./dataset.ts";

/** The cell of a row; null is empty. */
export type ReadCell<Value> = (row: number) => Value | null;

/** The texts of a column; a column that is not there is empty. */
export const readTexts = (column: ColumnData | undefined): ReadCell<string> =>
  column?.type === "text" ? (row) => column.values[row] ?? null : () => null;

/** The numbers of a column. */
export const readNumbers =
  (column: ColumnData | undefined): ReadCell<number> =>
  (row) => {
    const value = column?.type === "number" ? column.values[row]! : Number.NaN;
    return Number.isNaN(value) ? null : value;
  };

/** The values of a column with a closed list. */
export const readChoices = (column: ColumnData | undefined): ReadCell<string> =>
  column?.type === "enum"
    ? (row) => (column.values[row] === NONE ? null : (column.options[column.values[row]!] ?? null))
    : () => null;
