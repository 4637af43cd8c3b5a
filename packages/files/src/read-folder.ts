import { basename, dirname, extname } from "node:path";
import type { SheetLink } from "@minga/sync";
import { Ingest, type IngestOptions, type IngestResult, type RawPlace, SheetReading } from "@minga/ingest";
import { FilesError } from "./errors.ts";
import type { FileSheet } from "./file-sheet.ts";
import {
  type FileMapping,
  HEADER_OF_FIELDS,
  mappingsOf,
  ofTabs,
  type OpenedFile,
  type OpenedSources,
  openSources,
  type OpenTool,
  type Source,
} from "./sources.ts";

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
  /** Opens the sources that stand in a tool. */
  readonly openTool?: OpenTool;
}

/** The records of some files, and what became of each sheet. */
export interface Reading extends IngestResult {
  /** Every sheet that was looked at, and whether it became a table; if not, why stands among the problems. */
  readonly sheets: readonly (RawPlace & {
    readonly path: string;
    readonly taken: boolean;
    /** Where a browser shows it, of a tool. */
    readonly link?: SheetLink;
  })[];
  /** Files that are no tables by their kind (a text, an image); nothing is said about them. */
  readonly ignored: readonly string[];
}

/**
 * Reads a folder of CSV files and workbooks, each file or tab a table told by its name: `personas.csv`, `people.csv`.
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
 * Reads one file, told by its name or by what the mapping says. Rejects as {@link readFolder} does.
 *
 * @example
 * const { dataset } = await readFile("export.csv", { ...options, mapping: { table: "groups" } });
 */
export const readFile = (
  path: string,
  { mapping = {}, ...options }: ReadOptions & { readonly mapping?: FileMapping },
): Promise<Reading> => readSources([{ ...mapping, file: basename(path) }], dirname(path), options);

/** Reads folders and files, as `sources` of minga.yaml names them. `base` is the folder of that file. */
export const readSources = async (sources: readonly Source[], base: string, options: ReadOptions): Promise<Reading> =>
  readOpened(await openSources(sources, base, options.openTool), base, options);

/** Reads sources that are open. */
export const readOpened = async (opened: OpenedSources, base: string, options: ReadOptions): Promise<Reading> => {
  const ingest = new Ingest(options);
  const totalBytes = opened.files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  const sheets: Reading["sheets"][number][] = [];
  const putOff: (() => Promise<boolean>)[] = [];
  for (const file of opened.files) {
    reportFile(ingest, file);
    let bytes = 0;
    for (const sheet of file.sheets) {
      const mappings = mappingsOf(file, sheet);
      if (mappings.some(({ skip }) => skip === "undecided")) ingest.report(placeOf(sheet), "undecided-sheet");
      if (mappings.some(({ skip }) => skip !== undefined)) continue;
      const read = (start: number, all: number): Promise<boolean> =>
        readSheet(ingest, sheet, mappings, (more) => {
          bytes = Math.min(bytes + more, file.size);
          options.onProgress?.({ file: file.name, bytes: start + bytes, totalBytes: all });
        });
      const { link } = sheet.info;
      const taken = await read(before, totalBytes);
      sheets.push({ ...placeOf(sheet), path: file.path, taken, ...(link === undefined ? {} : { link }) });
      if (!ingest.takePutOff()) continue;
      putOff.push(() => {
        bytes = 0;
        return read(0, file.size);
      });
    }
    before += file.size;
  }
  while (putOff.length > 0 && ingest.again()) for (const read of putOff) await read();
  // One that minga.yaml describes otherwise than it is now is known all the same.
  if (!sheets.some(({ taken }) => taken) && !ingest.hasLeftOut) {
    const names = [...opened.files.map(({ name }) => name), ...opened.ignored];
    throw new FilesError("no-known-table", base, names.join(", "));
  }
  return { ...ingest.finish(), sheets, ignored: opened.ignored };
};

const reportFile = (ingest: Ingest, { name, kind, mappings, sheets }: OpenedFile): void => {
  if (kind === "unread") ingest.report({ source: name }, "unread-format", { extension: extname(name) });
  if (kind === "missing") {
    ingest.report({ source: name }, "missing-file");
    for (const { table } of mappings) if (table !== undefined) ingest.leaveOut(table);
  }
  if (kind !== "table") return;
  for (const mapping of mappings) {
    const { tab, tabs, skip, table } = mapping;
    const isThere =
      tab === undefined
        ? tabs === undefined || sheets.some(({ info }) => ofTabs(mapping, info.tab) !== undefined)
        : sheets.some(({ info }) => info.tab === tab);
    if (isThere || skip !== undefined) continue;
    ingest.report({ source: name, tab: tab ?? tabs!.like }, "missing-file");
    // What is read of the table elsewhere is only a part of it.
    if (table !== undefined) ingest.leaveOut(table);
  }
};

const placeOf = ({ info: { source, tab } }: FileSheet): RawPlace => ({ source, ...(tab === undefined ? {} : { tab }) });

const readSheet = async (
  ingest: Ingest,
  sheet: FileSheet,
  mappings: readonly FileMapping[],
  onBytes: (bytes: number) => void,
): Promise<boolean> => {
  const place = placeOf(sheet);
  const faults = sheet.info.faults ?? [];
  for (const { code, data } of faults) ingest.report(place, code, data);
  const reading = new SheetReading(ingest, place, sheet.info.kind === "table" ? headedByFields(mappings) : mappings);
  for await (const batch of sheet.read(onBytes)) reading.push(batch);
  if (faults.length === 0 || reading.begun) reading.end();
  return reading.taken;
};

/** Where a table knows its fields they are its header, whatever its first rows look like. */
const headedByFields = (mappings: readonly FileMapping[]): readonly FileMapping[] =>
  (mappings.length === 0 ? [{}] : mappings).map((mapping) => ({ ...mapping, header: HEADER_OF_FIELDS }));
