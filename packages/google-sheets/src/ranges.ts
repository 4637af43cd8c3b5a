import { columnLetter } from "@minga/core";

/** A tab's name as ranges write it. */
export const quoted = (tab: string): string => `'${tab.replaceAll("'", "''")}'`;

/** Rows of a tab, counted from 1, both included, in all columns up to a last one. */
export const rowsOf = (tab: string, first: number, last: number, width: number): string =>
  `${quoted(tab)}!A${first}:${columnLetter(Math.max(width, 1) - 1)}${last}`;
