import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { Ingest, type IngestOptions, type IngestResult } from "@minga/ingest";
import { FilesError, filesError } from "./errors.ts";
import { type FileMapping, readCsvFile, type ReadFile } from "./read-file.ts";

/** A folder whose files are tables told by their names. */
export interface FolderSource {
  readonly folder: string;
}

/** One file, with what the section says about it. A file that holds several tables is named once for each. */
export interface FileSource extends FileMapping {
  readonly file: string;
}

/** Where records are read from. Paths are relative to the file that names them. */
export type Source = FolderSource | FileSource;

/** How far reading has come. */
export interface Progress {
  readonly file: string;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** What files are read with. */
export interface ReadOptions extends IngestOptions {
  /** Called for each piece of a file that was read. */
  readonly onProgress?: (progress: Progress) => void;
}

/** The records of some files, and what became of each file. */
export interface Reading extends IngestResult {
  readonly files: readonly ReadFile[];
  /** Files that are no tables by their kind (a text, an image); nothing is said about them. */
  readonly ignored: readonly string[];
}

const TABLES = new Set([".csv", ".tsv", ".tab"]);
const UNREAD = new Set([".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers"]);

/**
 * Reads a folder of CSV files, each a table told by its name: `personas.csv`, `people.csv`.
 *
 * Rejects with a {@link FilesError} when there is nothing to read (no such folder, empty, no known table) or
 * the file system refuses; everything that is wrong within the files is a problem of the dataset.
 *
 * @example
 * const { dataset } = await readFolder("datos", { section, groupTypes: strategy.groupTypes });
 */
export const readFolder = (path: string, options: ReadOptions): Promise<Reading> =>
  readSources([{ folder: "." }], path, options);

/**
 * Reads one CSV file, told by its name or by what the mapping says. Rejects as {@link readFolder} does.
 *
 * @example
 * const { dataset } = await readFile("export.csv", { ...options, mapping: { table: "groups" } });
 */
export const readFile = (
  path: string,
  { mapping = {}, ...options }: ReadOptions & { readonly mapping?: FileMapping },
): Promise<Reading> => readSources([{ ...mapping, file: basename(path) }], dirname(path), options);

/** Reads folders and files, as `sources` of minga.yaml names them. `base` is the folder of that file. */
export const readSources = async (sources: readonly Source[], base: string, options: ReadOptions): Promise<Reading> => {
  const ingest = new Ingest(options);
  const plan = await planOf(sources, base);
  for (const { name, kind } of plan.files) {
    if (kind === "unread") ingest.report({ source: name }, "unread-format", { extension: extname(name) });
    if (kind === "missing") ingest.report({ source: name }, "missing-file");
  }
  const tables = plan.files.filter(({ kind }) => kind === "table");
  const totalBytes = tables.reduce((sum, { size }) => sum + size, 0);
  let bytes = 0;
  const files: ReadFile[] = [];
  for (const { path, name, mappings, size } of tables) {
    const before = bytes;
    const onBytes = (read: number): void => {
      // An encoding is told by reading the file once more; progress goes by the second reading.
      bytes = Math.min(bytes + read, before + size);
      options.onProgress?.({ file: name, bytes, totalBytes });
    };
    files.push(await readCsvFile(path, ingest, { name, mappings, onBytes }));
    bytes = before + size;
  }
  const missing = plan.files.find(({ kind }) => kind === "missing");
  if (missing !== undefined && tables.length === 0) throw new FilesError("no-such-path", missing.path);
  if (!files.some(({ taken }) => taken)) {
    const names = [...plan.files.map(({ name }) => name), ...plan.ignored];
    throw new FilesError("no-known-table", base, names.join(", "));
  }
  return { ...ingest.finish(), files, ignored: plan.ignored };
};

interface PlannedFile {
  readonly path: string;
  readonly name: string;
  readonly kind: "table" | "unread" | "missing";
  readonly size: number;
  readonly mappings: readonly FileMapping[];
}

const planOf = async (
  sources: readonly Source[],
  base: string,
): Promise<{ readonly files: readonly PlannedFile[]; readonly ignored: readonly string[] }> => {
  const mappings = new Map<string, FileMapping[]>();
  const folders: string[] = [];
  for (const source of sources) {
    if ("folder" in source) {
      folders.push(resolve(base, source.folder));
      continue;
    }
    const { file, ...mapping } = source;
    const path = resolve(base, file);
    mappings.set(path, [...(mappings.get(path) ?? []), mapping]);
  }
  const found = (await Promise.all(folders.map(filesIn))).flat();
  const ignored = found.filter((path) => kindOf(path) === undefined && !mappings.has(path));
  const paths = [...new Set([...mappings.keys(), ...found.filter((path) => kindOf(path) !== undefined)])];
  const names = new Map<string, number>();
  for (const path of paths) names.set(basename(path), (names.get(basename(path)) ?? 0) + 1);
  const files = await Promise.all(
    paths.map(async (path): Promise<PlannedFile> => {
      const name = names.get(basename(path)) === 1 ? basename(path) : relative(base, path);
      const facts = await stat(path).catch(() => undefined);
      const kind = facts?.isFile() !== true ? "missing" : kindOf(path) === "unread" ? "unread" : "table";
      return { path, name, kind, size: facts?.size ?? 0, mappings: mappings.get(path) ?? [] };
    }),
  );
  return { files, ignored: ignored.map((path) => basename(path)) };
};

/** The files of a folder in the order of their names, without hidden ones and a spreadsheet's lock files. */
const filesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => !entry.isDirectory() && !/^(?:\.|~\$|minga\.ya?ml$)/.test(entry.name))
      .map(({ name }) => name)
      .toSorted();
    if (names.length === 0) throw new FilesError("empty-folder", folder);
    return names.map((name) => join(folder, name));
  } catch (cause) {
    throw cause instanceof FilesError ? cause : filesError(cause, folder);
  }
};

const kindOf = (path: string): "table" | "unread" | undefined => {
  const extension = extname(path).toLowerCase();
  return TABLES.has(extension) ? "table" : UNREAD.has(extension) ? "unread" : undefined;
};
