import { constants } from "node:fs";
import { access, readdir } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { columnLetter, fold, slug } from "@minga/core";
import {
  type Access,
  type FieldShape,
  type Operation,
  type SchemaChange,
  type ServiceLimits,
  type StoredRow,
  type StoredTable,
  type StoredValue,
  type TableRef,
  type Target,
  textOfStored,
  ToolError,
} from "@minga/sync";
import { Effect } from "effect";
import { FilesError, filesError, isSystemError } from "../errors.ts";
import { type CsvTable, isUnchanged, readCsvTable, writeCsvTable } from "./csv-table.ts";

const LIMITS: ServiceLimits = {
  service: "CSV",
  rates: [],
  concurrency: 1,
  timeout: 60_000,
  pause: 0,
};

/** A table with the file that it was read from. */
interface LoadedTable extends StoredTable {
  readonly file: CsvTable;
  readonly header: number;
}

/**
 * A folder of CSV files as a place that minga writes to: a file for each table. A file is written whole or not at all, and
 * only if it is the one that was read: what somebody saved meanwhile is looked at first.
 *
 * @example
 * const target = folderTarget("datos");
 */
export const folderTarget = (folder: string): Target => {
  const sent = { reads: 0, writes: 0 };
  const attempt = <Value>(
    kind: keyof typeof sent,
    work: () => Promise<Value>,
  ): Effect.Effect<Value, FilesError | ToolError> =>
    Effect.tryPromise({
      try: () => {
        sent[kind] += 1;
        return work();
      },
      catch: (cause) => {
        if (cause instanceof FilesError || cause instanceof ToolError) return cause;
        if (isSystemError(cause)) return filesError(cause, folder);
        throw cause;
      },
    });
  return {
    place: `files:${resolve(folder)}`,
    limits: LIMITS,
    sent,
    most: Number.MAX_SAFE_INTEGER,
    check: attempt("reads", () => accessTo(folder)),
    load: (ref) => attempt("reads", () => loaded(folder, ref)),
    provision: (changes) =>
      attempt("writes", async () => {
        for (const change of changes) await made(folder, change);
      }),
    write: (table, operations) => attempt("writes", () => written(table as LoadedTable, operations)),
    cost: ({ creates, updates, schema }) => ({
      reads: 1,
      writes: (creates + updates > 0 ? 1 : 0) + (schema > 0 ? 1 : 0),
    }),
    kindOf: ({ name }: FieldShape): FieldShape => ({ name, kind: "any" }),
  };
};

const accessTo = async (folder: string): Promise<Access> => ({
  title: folder,
  canRead: true,
  canWrite: await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  ),
  tables: (await tablesIn(folder)).map((name) => basename(name, extname(name))),
});

const tablesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => /\.csv$/i.test(name) && !name.startsWith("."));

/** The file of a table: `personas.csv` is that of `Personas`. */
const fileOf = async (folder: string, table: string): Promise<string | undefined> => {
  const found = (await tablesIn(folder)).find((name) => fold(basename(name, extname(name))) === fold(table));
  return found === undefined ? undefined : join(folder, found);
};

const loaded = async (folder: string, { name, header = 1 }: TableRef): Promise<LoadedTable | undefined> => {
  const path = await fileOf(folder, name);
  const file = path === undefined ? undefined : await readCsvTable(path);
  return file === undefined ? undefined : tableOf(file, name, header);
};

const tableOf = (file: CsvTable, name: string, header: number): LoadedTable => {
  const fields = (file.rows[header - 1] ?? []).map((each, column) => ({
    id: columnLetter(column),
    name: each.trim(),
    kind: "any" as const,
    computed: false,
  }));
  const rows = file.rows.flatMap((cells, index) =>
    index < header || cells.every((cell) => cell.trim() === "") ? [] : [rowOf(cells, index + 1, fields.length)],
  );
  return { id: file.path, name, fields, rows, isComplete: true, file, header };
};

const rowOf = (cells: readonly string[], number: number, width: number): StoredRow => ({
  at: String(number),
  values: Array.from({ length: width }, (_, column): StoredValue => {
    const text = cells[column]?.trim() ?? "";
    return text === "" ? null : text;
  }),
});

const written = async (
  { file, fields }: LoadedTable,
  operations: readonly Operation[],
): Promise<readonly (StoredRow | undefined)[]> => {
  // Somebody saved it since: rows may stand elsewhere, so that it is looked at again.
  if (!(await isUnchanged(file))) throw new ToolError(LIMITS.service, "refused", basename(file.path));
  const rows = file.rows.map((cells) => [...cells]);
  const places = operations.map((operation) => {
    const number = operation.kind === "update" ? Number(operation.at) : rows.push([]);
    const cells = rows[number - 1]!;
    for (const [column, value] of operation.values) {
      while (cells.length < column) cells.push("");
      cells[column] = textOfStored(value);
    }
    while (cells.length < fields.length) cells.push("");
    return number;
  });
  await writeCsvTable({ ...file, rows });
  return places.map((number) => rowOf(rows[number - 1]!, number, fields.length));
};

const made = async (folder: string, change: SchemaChange): Promise<void> => {
  const path = await fileOf(folder, change.table);
  if (change.kind === "add-table") {
    if (path !== undefined) return;
    const header = change.fields.map(({ name }) => name);
    const file = join(folder, `${slug(change.table)}.csv`);
    return writeCsvTable({ path: file, rows: [header], separator: ",", newline: "\r\n", marked: false });
  }
  const file = change.kind === "add-field" && path !== undefined ? await readCsvTable(path) : undefined;
  if (change.kind !== "add-field" || file === undefined) return;
  const [header = [], ...rows] = file.rows;
  if (header.some((name) => name.trim() === change.field.name)) return;
  await writeCsvTable({ ...file, rows: [[...header, change.field.name], ...rows] });
};
