import { type Dataset, formatAddress, type TableName } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { Ingest, type IngestResult, type RawTable, type SourceMapping } from "../src/index.ts";

const GROUP_TYPES = [
  { value: "local", label: { es: "Grupo local", en: "Local group" }, aliases: ["núcleo"] },
  { value: "commission", label: { es: "Comisión ad hoc", en: "Ad hoc commission" }, aliases: ["comisión"] },
];

/** One source as lines of cells, the header first; rows are numbered as in a file. */
export interface Given {
  readonly name: string;
  readonly lines: readonly (readonly string[])[];
  readonly mapping?: SourceMapping;
}

/** Reads sources that are given as lines. */
export const read = (...sources: readonly Given[]): IngestResult => {
  const ingest = new Ingest({ section: defaultSection, groupTypes: GROUP_TYPES });
  for (const { name, lines, mapping } of sources) {
    const [header = [], ...rows] = lines;
    const raw: RawTable = { source: name, header };
    const reader = ingest.open(raw, mapping);
    reader?.push({
      rows: rows.map((_, index) => index + 2),
      columns: header.map((_, column) => rows.map((row) => row[column] ?? "")),
    });
    reader?.end();
  }
  return ingest.finish();
};

/** Reads one column of one table, given as texts, and answers its cells. */
export const readColumn = (
  table: TableName,
  field: string,
  texts: readonly string[],
  mapping: SourceMapping = {},
): { readonly cells: readonly unknown[]; readonly problems: readonly string[]; readonly dataset: Dataset } => {
  const { dataset } = read({ name: `${table}.csv`, lines: [[field], ...texts.map((text) => [text])], mapping });
  return { cells: cellsOf(dataset, table, field), problems: problemsOf(dataset), dataset };
};

export const cellsOf = (dataset: Dataset, table: TableName, field: string): readonly unknown[] => {
  const data = dataset.tables.get(table)?.columns.get(field);
  if (data === undefined) return ["absent"];
  if (data.type === "enum") return [...data.values].map((position) => data.options[position] ?? null);
  return data.type === "refs" ? [...data.rows] : [...data.values];
};

export const problemsOf = (dataset: Dataset): readonly string[] =>
  dataset.problems
    .filter(({ code }) => code !== "missing-column")
    .map(({ code, address }) => `${formatAddress(address)} ${code}`);
