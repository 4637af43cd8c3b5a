import { writeXlsx } from "hucre";
import type { CsvValue } from "../csv/write.ts";

/**
 * Writes one table as an .xlsx workbook. Texts stay texts: nothing in them is run as a formula.
 *
 * @example
 * await writeFile("problemas.xlsx", await toXlsx("Problemas", ["celda", "qué pasa"], [["D17", "fecha ilegible"]]));
 */
export const toXlsx = (
  tab: string,
  header: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [{ name: tab, rows: [[...header], ...Array.from(rows, (row) => [...row])], freezePane: { rows: 1 } }],
  });
