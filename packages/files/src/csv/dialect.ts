/** How a file's letters are written. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What separates the cells of a line. */
export type Separator = "," | ";" | "\t";

const SEPARATORS: readonly Separator[] = [",", ";", "\t"];

/** How a CSV file is written. */
export interface Dialect {
  readonly separator: Separator;
  /** Whether the file begins with Excel's line `sep=;`, which is no row of the table. */
  readonly declared: boolean;
}

/**
 * Tells a file's dialect from its beginning: the separator that its first line that is not blank has most of,
 * outside quotes.
 *
 * @example
 * detectDialect("Nombre;Comuna\r\n").separator; // ";"
 */
export const detectDialect = (beginning: string): Dialect => {
  const line = beginning.split(/[\r\n]/).find((candidate) => candidate.trim() !== "") ?? "";
  const declaration = /^sep=([,;\t])$/i.exec(line);
  if (declaration !== null) return { separator: declaration[1] as Separator, declared: true };
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return { separator: SEPARATORS[counts.indexOf(Math.max(...counts))]!, declared: false };
};
