import { type Address, formatRows, formatSource, type Language } from "@minga/core";
import { runsOf } from "../output/runs.ts";
import { visible } from "../output/visible.ts";
import { ROWS_OF } from "../texts/explain.ts";

/** Rows of one file or tab, as runs: pairs of first and last. */
interface SourceRows {
  readonly source: string;
  readonly runs: Int32Array;
}

/** Something with a place in the section's files. */
interface Placed {
  readonly address: Address;
}

/** Each file's rows in words, on a line, and whether all of them are told. */
export interface RowLines {
  readonly lines: readonly string[];
  readonly isCut: boolean;
}

/**
 * Presses rows into runs, file by file: `participaciones.csv filas 2-14, 17`. At most `limit` runs of each file are written.
 *
 * @example
 * rowLines(rows, { language: "es", limit: 8 }).lines; // ["participaciones.csv filas 2-14, 17"]
 */
export const rowLines = (
  rows: readonly Placed[],
  { language, limit }: { readonly language: Language; readonly limit: number },
): RowLines => {
  const all = sourcesOf(rows);
  return {
    lines: all.map(({ source, runs }) =>
      ROWS_OF[language]({
        file: visible(source),
        rows: formatRows(runs, limit),
        isOne: runs.length === 2 && runs[0] === runs[1],
      }),
    ),
    isCut: all.some(({ runs }) => runs.length / 2 > limit),
  };
};

const sourcesOf = (rows: readonly Placed[]): readonly SourceRows[] => {
  const addresses = Map.groupBy(
    rows.map(({ address }) => address),
    (address) => formatSource(address),
  );
  return [...addresses].map(([source, all]) => ({
    source,
    runs: Int32Array.from(runsOf(all.map(({ row }) => row ?? 0)).flat()),
  }));
};
