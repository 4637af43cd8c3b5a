import { basename, extname } from "node:path";
import { columnIndex, type Dataset, type Language, type TableData, type TableName, tableSpec } from "@minga/core";
import { type RawPlace, type RawValue, type ReadTable, textOfRaw } from "@minga/ingest";
import { fitting, type StoredValue, textOfStored, type WantedRow, type WantedTable } from "@minga/sync";
import type { FileSheet } from "../file-sheet.ts";
import { readOpened, type Reading, type ReadOptions } from "../read-folder.ts";
import { type FileMapping, mappingsOf, type OpenedFile, openSources, type Source } from "../sources.ts";
import { valueOf } from "./cell-value.ts";
import { keyOfRows } from "./keys.ts";
import { kindOf, type KeptColumn, type Linked } from "./kinds.ts";

/** A section's tables as another place is to keep them. */
export interface TablesToKeep {
  readonly tables: readonly WantedTable[];
  readonly reading: Reading;
  /** Sheets that are read and cannot be kept elsewhere row by row: grids of ticks, several names in a cell. */
  readonly left: readonly RawPlace[];
}

/**
 * The rows that a section's sources hold, as they are to stand in a tool: each sheet a table with the section's own columns,
 * every cell as it is written, those that a field's kind can hold in that kind. Titles, totals and notes are no rows. Rows
 * that the model leaves out (repeated, without a reference) are kept: they are the section's.
 *
 * @param language in which tables are called where one sheet alone holds them
 * @example
 * const { tables } = await tablesToKeep([{ folder: "." }], "datos", options, "es");
 */
export const tablesToKeep = async (
  sources: readonly Source[],
  base: string,
  options: ReadOptions,
  language: Language,
): Promise<TablesToKeep> => {
  const opened = await openSources(sources, base, options.openTool);
  const reading = await readOpened(opened, base, options);
  const found: KeptSheet[] = [];
  const left: RawPlace[] = [];
  for (const file of opened.files) {
    for (const sheet of file.sheets) {
      const ofSheet = reading.tables.filter(({ source, tab }) => isAt(sheet, source, tab));
      if (ofSheet.length === 0) continue;
      const mappings = mappingsOf(file, sheet);
      const [read] = ofSheet;
      if (ofSheet.length > 1 || mappings.some(({ grid, joined }) => grid !== undefined || joined !== undefined)) {
        left.push({ source: sheet.info.source, ...(sheet.info.tab === undefined ? {} : { tab: sheet.info.tab }) });
      } else found.push({ file, sheet, read: read!, mapping: mappings[0] ?? {} });
    }
  }
  const drafts: Draft[] = [];
  for (const each of found) drafts.push(await draftOf(each, found, reading.dataset, options, language));
  return { tables: tablesOf(drafts), reading, left };
};

interface KeptSheet {
  readonly file: OpenedFile;
  readonly sheet: FileSheet;
  readonly read: ReadTable;
  readonly mapping: FileMapping;
}

/** A table whose kinds of fields are still to be settled: links need to know the other tables. */
interface Draft {
  readonly name: string;
  readonly table: TableName;
  readonly columns: readonly KeptColumn[];
  readonly rows: readonly { readonly values: readonly StoredValue[]; readonly address: WantedRow["address"] }[];
}

const isAt = ({ info }: FileSheet, source: string, tab: string | undefined): boolean =>
  info.source === source && info.tab === tab;

const draftOf = async (
  { file, sheet, read, mapping }: KeptSheet,
  all: readonly KeptSheet[],
  dataset: Dataset,
  options: ReadOptions,
  language: Language,
): Promise<Draft> => {
  const { table } = read;
  const isOnly = all.filter((each) => each.read.table === table).length === 1;
  const own = sheet.info.tab ?? basename(file.name, extname(file.name));
  const columns = columnsOf(read, language);
  const data = dataset.tables.get(table);
  const records = recordsAt(data, sheet);
  const cells = await cellsOf(sheet, records, columns);
  const rows = [...records].map(([row, record]) => {
    const raw = cells.get(row) ?? [];
    const values = columns.map((column, at) =>
      valueOf(raw[at] ?? "", column, { data, record, mapping, options, language }),
    );
    return { values, address: { source: read.source, ...(read.tab === undefined ? {} : { tab: read.tab }), row } };
  });
  return { name: isOnly ? tableSpec(table).label[language] : own, table, columns, rows };
};

/** The columns of a sheet from the left, and after them what the section says of every row. */
const columnsOf = (read: ReadTable, language: Language): readonly KeptColumn[] => {
  const specs = tableSpec(read.table).columns;
  const named = read.columns.flatMap(({ field, by, header, letter, parts }): readonly KeptColumn[] => {
    const spec = specs.find(({ name }) => name === field);
    if (spec === undefined || by === "declared-empty") return [];
    // What its name does not tell is called as the model calls it: nobody there says again what it is.
    const name = by === "name" && header !== undefined ? header : spec.label[language];
    return [
      {
        name,
        spec,
        ...(letter === undefined ? {} : { position: columnIndex(letter) }),
        ...(parts === undefined ? {} : { parts: parts.map(columnIndex) }),
      },
    ];
  });
  const extra = read.extra
    .filter(({ header }) => header.trim() !== "")
    .map(({ header, letter }): KeptColumn => ({ name: header, position: columnIndex(letter) }));
  const last = Number.MAX_SAFE_INTEGER;
  const inOrder = [...named, ...extra].toSorted((a, b) => (a.position ?? last) - (b.position ?? last));
  const seen = new Map<string, number>();
  return inOrder.map((column) => {
    const count = (seen.get(column.name) ?? 0) + 1;
    seen.set(column.name, count);
    return count === 1 ? column : { ...column, name: `${column.name} (${count})` };
  });
};

/** The rows of a sheet that became records, by their numbers in it. */
const recordsAt = (data: TableData | undefined, sheet: FileSheet): ReadonlyMap<number, number> => {
  const found = new Map<number, number>();
  for (let record = 0; record < (data?.length ?? 0); record++) {
    const { source, tab, row } = data!.address(record);
    if (row !== undefined && isAt(sheet, source, tab)) found.set(row, record);
  }
  return found;
};

const cellsOf = async (
  sheet: FileSheet,
  records: ReadonlyMap<number, number>,
  columns: readonly KeptColumn[],
): Promise<ReadonlyMap<number, readonly RawValue[]>> => {
  const found = new Map<number, readonly RawValue[]>();
  for await (const batch of sheet.read(() => {})) {
    for (const [index, row] of batch.rows.entries()) {
      if (!records.has(row)) continue;
      found.set(
        row,
        columns.map(({ position, parts }) => {
          const cell = (column: number): RawValue => batch.columns[column]?.[index] ?? "";
          if (parts !== undefined) return inOneText(parts.map(cell));
          return position === undefined ? "" : cell(position);
        }),
      );
    }
  }
  return found;
};

/** A field in several columns is in one elsewhere. */
const inOneText = (cells: readonly RawValue[]): string =>
  cells
    .map((cell) => textOfRaw(cell).trim())
    .filter((text) => text !== "")
    .join(" ");

/** Settles what each column becomes, and which one tells the rows apart: that one stands first. */
const tablesOf = (drafts: readonly Draft[]): readonly WantedTable[] => {
  const keysOf = new Map(
    drafts.map((draft) => [
      draft,
      keyOfRows(
        draft.table,
        draft.columns,
        draft.rows.map(({ values }) => values),
      ),
    ]),
  );
  const linked: Linked = (table) => {
    const [draft, ...others] = drafts.filter((each) => each.table === table);
    const key = draft === undefined ? undefined : keysOf.get(draft);
    // A row of several sheets could be named by any of them.
    if (draft === undefined || others.length > 0 || key === undefined || !("column" in key)) return undefined;
    return {
      name: draft.name,
      keys: new Set(draft.rows.map(({ values }) => textOfStored(values[key.column] ?? null))),
    };
  };
  return drafts.map((draft): WantedTable => {
    const { name, columns, rows } = draft;
    const key = keysOf.get(draft)!;
    const shapes = columns.map((column, at) =>
      kindOf(
        column,
        rows.map(({ values }) => values[at] ?? null),
        linked,
      ),
    );
    const typed = (values: readonly StoredValue[]): readonly StoredValue[] =>
      shapes.map(({ kind }, at) => fitting(kind, values[at] ?? null) ?? null);
    if (!("column" in key)) {
      const others = <Value>(all: readonly Value[]): readonly Value[] => all.filter((_, at) => at !== key.instead);
      return {
        name,
        key: key.field.name,
        fields: [key.field, ...others(shapes)],
        rows: rows.map(({ values, address }, at) => wantedRow([key.keys[at]!, ...others(typed(values))], address)),
      };
    }
    const first = <Value>(all: readonly Value[]): readonly Value[] => [
      all[key.column]!,
      ...all.filter((_, at) => at !== key.column),
    ];
    return {
      name,
      key: shapes[key.column]!.name,
      fields: first(shapes),
      rows: rows.map(({ values, address }) => wantedRow(first(typed(values)), address)),
    };
  });
};

const wantedRow = (values: readonly StoredValue[], address: WantedRow["address"]): WantedRow => ({
  values,
  ...(address === undefined ? {} : { address }),
});
