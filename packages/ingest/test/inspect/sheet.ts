import type { TableName } from "@minga/core";
import type { RawBatch, SheetPreview } from "../../src/index.ts";

/** A sheet as sections and their tools write them, and what its columns are. */
export interface RealisticSheet {
  /** File, or file and tab. */
  readonly file: string;
  readonly tab?: string;
  readonly lines: readonly string[];
  /** Absent: it is of no table, and must not be taken for one without asking. */
  readonly table?: TableName;
  /** By header: the field. Other columns are none. */
  readonly fields: Readonly<Record<string, string>>;
  readonly layout?: "grid" | "joined" | "embedded";
}

// Each line is a row, its cells between bars. People and places are made up or public names of places; addresses end in example.org.
export const sheet = (
  file: string,
  table: TableName | undefined,
  fields: Record<string, string>,
  ...lines: string[]
): RealisticSheet => ({
  file,
  ...(table === undefined ? {} : { table }),
  fields,
  lines,
});

/** What an inspection is given of it. */
export const previewOf = ({ file, tab, lines }: RealisticSheet): SheetPreview => {
  const filled = lines.flatMap((line, at) => (line === "" ? [] : [{ row: at + 1, cells: line.split("|") }]));
  const width = Math.max(...filled.map(({ cells }) => cells.length));
  const batch: RawBatch = {
    rows: filled.map(({ row }) => row),
    columns: Array.from({ length: width }, (_, column) => filled.map(({ cells }) => cells[column] ?? "")),
  };
  return { place: { source: file, ...(tab === undefined ? {} : { tab }) }, batch };
};
