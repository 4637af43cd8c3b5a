import { type ExplainedRow, formatRows, formatSource, type Language } from "@minga/core";
import { runsOf } from "../output/runs.ts";
import { visible } from "../output/visible.ts";
import { ROWS_OF } from "../texts/explain.ts";

/** Rows of one file, as runs: pairs of first and last. */
export interface FileRows {
  readonly file: string;
  readonly rows: readonly (readonly [first: number, last: number])[];
}

/**
 * Presses rows into runs, file by file.
 *
 * @example
 * fileRunsOf(rows); // [{ file: "participaciones.csv", rows: [[2, 14], [17, 17]] }]
 */
export const fileRunsOf = (rows: readonly ExplainedRow[]): readonly FileRows[] => {
  const numbers = new Map<string, number[]>();
  for (const { address } of rows) {
    const known = numbers.get(formatSource(address));
    if (known === undefined) numbers.set(formatSource(address), [address.row ?? 0]);
    else known.push(address.row ?? 0);
  }
  return [...numbers].map(([file, all]) => ({ file, rows: runsOf(all) }));
};

/** Each file's rows on a line: `participaciones.csv filas 2-14, 17`. */
export const rowLines = (rows: readonly ExplainedRow[], language: Language): readonly string[] =>
  fileRunsOf(rows).map(({ file, rows: runs }) =>
    ROWS_OF[language]({
      file: visible(file),
      rows: formatRows(Int32Array.from(runs.flat())),
      isOne: runs.length === 1 && runs[0]![0] === runs[0]![1],
    }),
  );
