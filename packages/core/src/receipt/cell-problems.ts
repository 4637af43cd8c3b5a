import { groupBy } from "../collections/group-by.ts";
import { type Address, formatAddress } from "../records/address.ts";
import type { Problem } from "../records/problem.ts";
import type { TableName } from "../records/tables.ts";

/** What is wrong with a cell; nothing for most. */
export type CellProblems = (table: TableName, column: string, address: Address) => readonly Problem[];

/** Finds the problems of cells in a log. It is gone through once, when the first cell is asked for. */
export const cellProblems = (problems: readonly Problem[]): CellProblems => {
  let index: ReadonlyMap<string, readonly Problem[]> | undefined;
  return (table, column, address) => {
    index ??= groupBy(problems, nameOf);
    const { row, ...place } = address;
    const exact = index.get(nameOf({ table, field: column, address })) ?? [];
    if (row === undefined) return exact;
    // Of a long list the closing problem names the further rows, and stands for their column.
    const closing = (index.get(nameOf({ table, field: column, address: place })) ?? []).filter(({ rest }) =>
      holds(rest?.rows ?? new Int32Array(), row),
    );
    return [...exact, ...closing];
  };
};

const nameOf = ({ table, field, address }: Pick<Problem, "table" | "field" | "address">): string =>
  JSON.stringify([table, field, formatAddress(address)]);

/** Whether a row is in one of the runs: pairs of first and last. */
const holds = (runs: Int32Array, row: number): boolean => {
  for (let at = 0; at < runs.length; at += 2) if (runs[at]! <= row && row <= runs[at + 1]!) return true;
  return false;
};
