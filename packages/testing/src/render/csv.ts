/** How a table is written as text. */
export interface CsvOptions {
  /** Between two cells; a comma by default. */
  readonly separator?: "," | ";" | "\t";
  /** Whether the text begins with a byte order mark, as Excel writes it. */
  readonly bom?: boolean;
  /** Whether lines end as Windows ends them. */
  readonly crlf?: boolean;
}

/** Writes rows of cells; a cell is quoted where it has to be. */
export const csvText = (rows: readonly (readonly string[])[], options: CsvOptions = {}): string => {
  const { separator = ",", bom = false, crlf = false } = options;
  const end = crlf ? "\r\n" : "\n";
  const quoted = (cell: string): string =>
    cell.includes(separator) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = rows.map((row) => row.map(quoted).join(separator) + end);
  return (bom ? "\uFEFF" : "") + lines.join("");
};

/**
 * The letters of a column, counted from 0.
 *
 * @example
 * columnLetters(27); // "AB"
 */
export const columnLetters = (column: number): string => {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
};
