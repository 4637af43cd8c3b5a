import type { Row, TableName } from "@minga/core";
import { isDay } from "./days.ts";
import { KNOWN_VALUES } from "./options.ts";

/** A cell of plain records that holds a text. */
export type TextCell = string | null | undefined;

/** An empty cell is null, undefined or a text of nothing. */
export const textOf = (cell: TextCell): string | null =>
  cell === undefined || cell === null || cell === "" ? null : cell;

/** "An **unreadable cell** counts as empty" */
export const dayIn = (cell: TextCell): string | null => {
  const text = textOf(cell);
  return text !== null && isDay(text) ? text : null;
};

/** "An **unreadable cell** counts as empty" */
export const oneOf = (cell: TextCell, values: readonly string[]): string | null => {
  const text = textOf(cell);
  return text !== null && values.includes(text) ? text : null;
};

/** Whether some row has a column, or there is no row that could: an absent column is one that no row has. */
export const hasColumn = (rows: readonly object[], column: string): boolean =>
  rows.length === 0 || rows.some((row) => Object.hasOwn(row, column));

/**
 * "A repeated id or key: an identical repeat counts once, with a differing one the first row
 * stands". Rows without an id are nobody's repeat.
 */
export const standing = <R>(rows: readonly R[] | undefined, keyOf: (row: R) => string | null): readonly R[] => {
  const seen = new Set<string>();
  const kept: R[] = [];
  for (const row of rows ?? []) {
    const key = keyOf(row);
    if (key !== null && seen.has(key)) continue;
    if (key !== null) seen.add(key);
    kept.push(row);
  }
  return kept;
};

const strength = (row: Row<"participations">): number => {
  const status = oneOf(row.status, KNOWN_VALUES.status);
  const statuses: readonly string[] = KNOWN_VALUES.status;
  return status === null ? statuses.length : statuses.indexOf(status);
};

/** "one participation per person and activity, the strongest status stands (attended first)" */
export const strongestParticipations = (
  rows: readonly Row<"participations">[] | undefined,
): readonly Row<"participations">[] => {
  const strongest = new Map<string, Row<"participations">>();
  for (const row of rows ?? []) {
    const key = JSON.stringify([textOf(row.person), textOf(row.activity)]);
    const other = strongest.get(key);
    if (other === undefined || strength(row) < strength(other)) strongest.set(key, row);
  }
  return [...strongest.values()];
};

/** The tables that a list of columns (`table.column`) names. */
export const tablesOf = (columns: readonly string[]): readonly TableName[] => [
  ...new Set(columns.map((column) => column.split(".")[0] as TableName)),
];
