import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative, resolve } from "node:path";
import { isOwnName, type RawBatch, type SourceMapping } from "@minga/ingest";
import { type Adapter, type FieldInfo, toPromises } from "@minga/sync";
import { type CsvStyle, csvSheets } from "./csv/csv-file.ts";
import { FilesError, filesError } from "./errors.ts";
import type { FileSheet } from "./file-sheet.ts";

/** A folder whose files are tables told by their names. */
export interface FolderSource {
  readonly folder: string;
}

/** Tabs that hold the same table, one for each group or each month. */
export interface TabsChoice {
  /** The tabs' names, with * for what differs: `Grupo *`. Case does not count. */
  readonly like: string;
  /** The field, of every row of a tab, that the part for the * is. */
  readonly field?: string;
}

/** What a section says about a file or one tab of it: how it is written, and what it holds. */
export interface FileMapping extends SourceMapping, CsvStyle {
  /** The tab of a workbook; without one the mapping is that of every tab. */
  readonly tab?: string;
  /** Several tabs at once; one that has an entry of its own is not among them. */
  readonly tabs?: TabsChoice;
  /** It is not read: it holds no data, or it is undecided what it holds, which is a problem. */
  readonly skip?: true | "undecided";
}

/** One file, with what the section says about it. A file that holds several tables is named once for each. */
export interface FileSource extends FileMapping {
  readonly file: string;
}

/** A place in a tool, with what the section says about it. A place that holds several tables is named once for each, or once for all. */
export interface ToolSource extends FileMapping {
  /** The adapter's name or package: `google-sheets`, `@acme/minga-odk`. */
  readonly adapter: string;
  /** The place, as the adapter takes it: an id, or an address as a browser shows it. */
  readonly at: string;
}

/** What an entry of minga.yaml names: a file, or a place in a tool. */
export type SourceName = Pick<FileSource, "file"> | Pick<ToolSource, "adapter" | "at">;

/** Where records are read from. Paths are relative to the file that names them. */
export type Source = FolderSource | FileSource | ToolSource;

/** Opens the adapter of a tool; rejects where there is none. */
export type OpenTool = (source: Pick<ToolSource, "adapter" | "at">) => Promise<Adapter>;

/** For those who read files alone. */
const noTools: OpenTool = ({ adapter }) =>
  Promise.reject(new TypeError(`a source names the adapter ${adapter}, and nothing was given to open it (openTool)`));

/** What the section says, and where among the sources it does. */
export interface FoundMapping extends FileMapping {
  readonly entry: number;
}

/** A file that was found, with its sheets and what the section says about them. */
export interface OpenedFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly kind: "table" | "unread" | "missing";
  /** Where it is a place in a tool. */
  readonly tool?: Pick<ToolSource, "adapter" | "at">;
  readonly mappings: readonly FoundMapping[];
  readonly sheets: readonly FileSheet[];
}

/** What the sources of a section come to. */
export interface OpenedSources {
  readonly files: readonly OpenedFile[];
  /** Files that are no tables by their kind (a text, an image). */
  readonly ignored: readonly string[];
}

/** The row of a header that a table's own fields make. */
export const HEADER_OF_FIELDS = 0;

const TEXTS = new Set([".csv", ".tsv", ".tab"]);
const WORKBOOKS = new Set([".xlsx", ".xlsm", ".ods"]);
const UNREAD = new Set([".xlsb", ".xls", ".numbers"]);

/**
 * Finds the files of some sources and looks at each. Rejects with a {@link FilesError} when there is nothing to read or the
 * file system refuses.
 */
export const openSources = async (
  sources: readonly Source[],
  base: string,
  openTool: OpenTool = noTools,
): Promise<OpenedSources> => {
  const mappings = new Map<string, FoundMapping[]>();
  const folders: string[] = [];
  const tools = new Map<string, { readonly source: ToolSource; readonly mappings: FoundMapping[] }>();
  for (const [entry, source] of sources.entries()) {
    if ("folder" in source) {
      folders.push(resolve(base, source.folder));
      continue;
    }
    if ("adapter" in source) {
      const { adapter, at, ...mapping } = source;
      const place = tools.get(`${adapter}:${at}`) ?? { source, mappings: [] };
      // What says nothing of a table names the place alone.
      if (Object.keys(mapping).length > 0) place.mappings.push({ ...mapping, entry });
      tools.set(`${adapter}:${at}`, place);
      continue;
    }
    const { file, ...mapping } = source;
    const path = resolve(base, file);
    mappings.set(path, [...(mappings.get(path) ?? []), { ...mapping, entry }]);
  }
  const found = (await Promise.all(folders.map(filesIn))).flat();
  const ignored = found.filter((path) => kindOf(path) === undefined && !mappings.has(path));
  const paths = [...new Set([...mappings.keys(), ...found.filter((path) => kindOf(path) !== undefined)])];
  const names = new Map<string, number>();
  for (const path of paths) names.set(basename(path), (names.get(basename(path)) ?? 0) + 1);
  const files: OpenedFile[] = [];
  for (const path of paths) {
    const name = names.get(basename(path)) === 1 ? basename(path) : relative(base, path);
    const ofFile = mappings.get(path) ?? [];
    const facts = await stat(path).catch(() => undefined);
    const kind = facts?.isFile() !== true ? "missing" : kindOf(path) === "unread" ? "unread" : "table";
    const sheets = kind === "table" ? await sheetsOf(path, name, ofFile[0] ?? {}) : [];
    files.push({ name, path, size: facts?.size ?? 0, kind, mappings: ofFile, sheets });
  }
  const missing = paths.find((_, index) => files[index]!.kind === "missing");
  for (const [path, { source, mappings: said }] of tools)
    files.push(await openedTool(path, source, said, await openTool(source)));
  if (missing !== undefined && files.every(({ kind }) => kind !== "table")) {
    throw new FilesError("no-such-path", missing);
  }
  return { files, ignored: ignored.map((path) => basename(path)) };
};

/** What the section says of a sheet: of its tab; or else of several tabs; or else of every tab of its file. */
export const mappingsOf = ({ mappings }: OpenedFile, { info }: FileSheet): readonly FoundMapping[] => {
  const own = mappings.filter(({ tab }) => tab !== undefined && tab === info.tab);
  if (own.length > 0) return own;
  const among = mappings.flatMap((mapping) => ofTabs(mapping, info.tab) ?? []);
  return among.length > 0 ? among : mappings.filter(({ tab, tabs }) => tab === undefined && tabs === undefined);
};

/** A mapping for several tabs as that of one of them; undefined where the tab is not one. */
export const ofTabs = <Mapping extends FileMapping>(mapping: Mapping, tab: string | undefined): Mapping | undefined => {
  const { tabs, ...rest } = mapping;
  if (tabs === undefined || tab === undefined) return undefined;
  const parts = tabs.like.normalize("NFC").split("*");
  const escaped = parts.map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  const found = new RegExp(`^${escaped.join("(.*)")}$`, "iu").exec(tab.normalize("NFC"));
  if (found === null) return undefined;
  const part = found[1]?.trim() ?? "";
  const own = tabs.field === undefined || part === "" ? {} : { [tabs.field]: part };
  return { ...rest, constants: { ...rest.constants, ...own } } as Mapping;
};

/** The reader of workbooks is loaded where there is one. */
const sheetsOf = async (path: string, name: string, style: CsvStyle): Promise<readonly FileSheet[]> =>
  kindOf(path) === "workbook"
    ? (await import("./workbook/workbook-file.ts")).workbookSheets(path, name)
    : csvSheets(path, name, style);

/** A place in a tool, with its tabs or tables as the sheets of a file are. */
const openedTool = async (
  path: string,
  { adapter: name, at }: ToolSource,
  mappings: readonly FoundMapping[],
  adapter: Adapter,
): Promise<OpenedFile> => {
  const { describe, read } = toPromises(adapter);
  const sheets = (await describe())
    // What minga itself keeps there (indicators, marks of runs) holds no record.
    .filter(({ tab = "" }) => !isOwnName(tab))
    .map((info): FileSheet => ({
      info,
      read: () => (info.kind === "sheet" ? read(info) : withHeader(info.fields, read(info))),
    }));
  return {
    name: sheets[0]?.info.source ?? path,
    path,
    size: 0,
    kind: "table",
    tool: { adapter: name, at },
    mappings,
    sheets,
  };
};

/** The names of a table's fields as its first row, which no row of the table has the number of. */
async function* withHeader(fields: readonly FieldInfo[], batches: AsyncIterable<RawBatch>): AsyncGenerator<RawBatch> {
  yield { rows: [HEADER_OF_FIELDS], columns: fields.map(({ name }) => [name]) };
  yield* batches;
}

/** The files of a folder in the order of their names, without hidden ones and a spreadsheet's lock files. */
const filesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => !entry.isDirectory() && !/^(?:\.|~\$|minga\.ya?ml$)/.test(entry.name))
      .map(({ name }) => name)
      .toSorted();
    if (names.length === 0) {
      const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
      if (folders.length === 0) throw new FilesError("empty-folder", folder);
      throw new FilesError(
        "only-folders",
        folder,
        folders
          .map(({ name }) => name)
          .toSorted()
          .join(", "),
      );
    }
    return names.map((name) => join(folder, name));
  } catch (cause) {
    throw cause instanceof FilesError ? cause : filesError(cause, folder);
  }
};

const kindOf = (path: string): "text" | "workbook" | "unread" | undefined => {
  const extension = extname(path).toLowerCase();
  if (TEXTS.has(extension)) return "text";
  if (WORKBOOKS.has(extension)) return "workbook";
  return UNREAD.has(extension) ? "unread" : undefined;
};
