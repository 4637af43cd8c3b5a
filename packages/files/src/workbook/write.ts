import { type Cell, writeXlsx } from "hucre";
import type { CsvValue } from "../csv/write.ts";

/** A cell that leads somewhere. */
export class Link {
  readonly text: string;
  /** A file, relative to the one in which the link stands, with a place in it perhaps: `Base.xlsx#'Hoja 1'!D17`. */
  readonly target: string;

  constructor(text: string, target: string) {
    this.text = text;
    this.target = target;
  }
}

/** Excel opens no workbook that has more. */
const MOST_LINKS = 65_530;

/**
 * Writes one table as an .xlsx workbook. Texts stay texts: nothing in them is run as a formula.
 *
 * @example
 * await writeFile("problemas.xlsx", await toXlsx("Problemas", ["celda", "qué pasa"], [["D17", "fecha ilegible"]]));
 */
export const toXlsx = (
  tab: string,
  header: readonly string[],
  rows: Iterable<readonly (CsvValue | Link)[]>,
): Promise<Uint8Array> => {
  const cells = new Map<string, Partial<Cell>>();
  const plain = Array.from(rows, (row, at) =>
    row.map((value, column) => {
      if (!(value instanceof Link)) return value;
      const { text, target } = value;
      if (cells.size < MOST_LINKS) cells.set(`${at + 1},${column}`, { value: text, hyperlink: { target } });
      return text;
    }),
  );
  return writeXlsx({ sheets: [{ name: tab, rows: [[...header], ...plain], cells, freezePane: { rows: 1 } }] });
};
