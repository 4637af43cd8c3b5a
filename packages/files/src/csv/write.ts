import type { Separator } from "./dialect.ts";

/** A cell to be written; null is empty. */
export type CsvValue = string | number | null;

/** How {@link toCsv} writes. */
export interface CsvOptions {
  readonly separator?: Separator;
  readonly newline?: "\n" | "\r\n";
}

/** A spreadsheet would take a text that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r']/;

/**
 * Undoes {@link toCsv}'s guard: an apostrophe before what a spreadsheet would take for a formula is no part of
 * the text.
 */
export const unguarded = (text: string): string =>
  text.charCodeAt(0) === 39 && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

/**
 * Writes a table as CSV. A text that a spreadsheet would run as a formula gets a leading apostrophe, which
 * reading takes off again; numbers never do.
 *
 * @example
 * toCsv(["id", "name"], [["p1", "=1+1"], ["p2", null]]); // "id,name\r\np1,'=1+1\r\np2,\r\n"
 */
export const toCsv = (
  header: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  { separator = ",", newline = "\r\n" }: CsvOptions = {},
): string => {
  const special = new RegExp(String.raw`["\r\n${separator}]|^\s|\s$`);
  const written = (cell: CsvValue): string => {
    if (cell === null) return "";
    if (typeof cell === "number") return quoted(String(cell));
    return quoted(FORMULA.test(cell) ? `'${cell}` : cell);
  };
  const quoted = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  let text = "";
  for (const row of [header, ...rows]) text += `${row.map(written).join(separator)}${newline}`;
  return text;
};
