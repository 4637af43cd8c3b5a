import { resolve } from "node:path";
import type { RawBatch } from "@minga/ingest";
import { type Adapter, type Capabilities, no, type SheetInfo, YES } from "@minga/sync";
import { Effect, Stream } from "effect";
import { FilesError } from "./errors.ts";
import type { FileSheet } from "./file-sheet.ts";
import { openSources, type Source } from "./sources.ts";
import { folderTarget } from "./target/folder-target.ts";

/** What a folder of files can do. Workbooks are read; what is written are CSV files. */
export const CAPABILITIES: Capabilities = {
  "typed-days": YES,
  formulas: YES,
  "formula-errors": YES,
  merges: YES,
  hidden: YES,
  tabs: YES,
  fields: no("never", {
    es: "los encabezados de un archivo están entre sus filas",
    en: "a file's headers stand among its rows",
  }),
  write: YES,
  provision: YES,
  choices: no("never", { es: "un archivo CSV solo tiene textos", en: "a CSV file has texts alone" }),
  links: no("never", { es: "la celda tiene la clave de la otra fila", en: "a cell holds the other row's key" }),
  atomic: YES,
  "repeatable-create": YES,
  "fixed-rows": YES,
};

/**
 * Files and folders of files behind the adapter port: CSV files, and the tabs of .xlsx and .ods workbooks.
 *
 * @example
 * const adapter = filesAdapter([{ folder: "." }], "datos");
 * for await (const batch of toPromises(adapter).read(sheet)) console.log(batch.rows.length);
 */
export const filesAdapter = (sources: readonly Source[], base: string): Adapter => {
  const known = new Map<string, FileSheet>();
  const folder = sources.find((source) => "folder" in source)?.folder ?? ".";
  return {
    name: "files",
    capabilities: CAPABILITIES,
    target: folderTarget(resolve(base, folder)),
    describe: Effect.map(
      attempt(() => openSources(sources, base)),
      ({ files }) => {
        const sheets = files.flatMap((file) => file.sheets);
        for (const sheet of sheets) known.set(sheet.info.id, sheet);
        return sheets.map(({ info }) => info);
      },
    ),
    read: ({ id }: SheetInfo): Stream.Stream<RawBatch, FilesError> => {
      const sheet = known.get(id);
      if (sheet === undefined) return Stream.fail(new FilesError("no-such-path", id));
      return Stream.fromAsyncIterable(
        sheet.read(() => {}),
        asFilesError,
      );
    },
  };
};

const asFilesError = (cause: unknown): FilesError => {
  if (cause instanceof FilesError) return cause;
  throw cause;
};

const attempt = <Value>(work: () => Promise<Value>): Effect.Effect<Value, FilesError> =>
  Effect.tryPromise({ try: work, catch: asFilesError });
