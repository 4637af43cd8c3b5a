/** Where something stands in a section's own files, as a person would look it up there. */
export interface Address {
  /** The file, or the tool's base: `actividades.csv`, `Base 2025.xlsx`. */
  readonly source: string;
  /** The tab of a workbook; a file that is one table has none. */
  readonly tab?: string;
  /** The row as a spreadsheet numbers it; 1 is the first line of the file. */
  readonly row?: number;
  /** The column's letter: `D`. */
  readonly column?: string;
}

/**
 * Writes an address.
 *
 * @example
 * formatAddress({ source: "actividades.csv", row: 17, column: "D" }); // "actividades.csv D17"
 * formatAddress({ source: "base.xlsx", tab: "Taller 1", row: 4 }); // "base.xlsx › Taller 1 4"
 */
export const formatAddress = ({ row, column, ...place }: Address): string =>
  row === undefined && column === undefined
    ? formatSource(place)
    : `${formatSource(place)} ${column ?? ""}${row ?? ""}`;

/** Writes the file and the tab of an address, without the cell. */
export const formatSource = ({ source, tab }: Pick<Address, "source" | "tab">): string =>
  tab === undefined ? source : `${source} › ${tab}`;

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

/**
 * The position of a column by its letter, from 0.
 *
 * @example
 * columnIndex("AB"); // 27
 */
export const columnIndex = (letter: string): number =>
  Array.from(letter.toUpperCase()).reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
