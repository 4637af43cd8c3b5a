import type { Path } from "@minga/core/schema";
import { type Document, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, YAMLMap, YAMLSeq } from "yaml";
import { FilesError } from "../errors.ts";
import type { FileMapping, SourceName } from "../sources.ts";
import { readText } from "../text.ts";

/** An entry to add to `sources`, and what to say beside it. */
export interface AddedSource {
  /** As minga.yaml has it: the file relative to it, the tab, what it holds. */
  readonly source: SourceName & Omit<FileMapping, "separator" | "encoding">;
  /** Lines above the entry. */
  readonly above?: readonly string[];
  /** The position of the entry whose place it takes: one that left open what this one says. */
  readonly instead?: number;
  /** Beside a column, by its field. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** A name that stands in minga.yaml and is to be another. */
export interface Renaming {
  /** From the outermost field to the name: `["sources", 0, "columns", "email"]`. */
  readonly path: Path;
  /** Whether the name is the key at the path (`only`, `except`) and not its value. */
  readonly isKey: boolean;
  readonly to: string;
}

/** Something that minga.yaml does not say yet. */
export interface Fact {
  /** From the outermost field to the new one: `["sources", 0, "columns", "email"]`. */
  readonly path: Path;
  readonly value: unknown;
}

/** What to change in a minga.yaml. */
export interface ConfigEdits {
  /** Lines at the top of a file that is new. */
  readonly heading?: readonly string[];
  /** What is said where nothing is said yet; where something stands, that stays. */
  readonly facts?: readonly Fact[];
  /** A folder whose files are read by their names, and lines above it; said where the file has no `sources` yet. */
  readonly folder?: { readonly folder: string; readonly above: readonly string[] };
  readonly added?: readonly AddedSource[];
  /** Headers to add to what entries ignore. */
  readonly ignored?: readonly { readonly path: Path; readonly headers: readonly string[] }[];
  readonly renamed?: readonly Renaming[];
  /** Lines at the end that say what is undecided; they take the place of the earlier ones. */
  readonly open?: readonly string[];
}

/** Begins the lines that say what is undecided: other comments are the person's own. */
const OPEN_MARK = "#? ";

/**
 * Changes the text of a minga.yaml that can be read, or begins one of an empty text. Whatever stands in it stays, comments too: entries
 * and facts are added, and only the names that `renamed` points at become others.
 *
 * @example
 * editConfig("", { added: [{ source: { file: "Socios.xlsx", table: "people", columns: { name: "Nombre" } } }] });
 */
export const editConfig = (text: string, edits: ConfigEdits): string => {
  const { heading = [], facts = [], folder, added = [], ignored = [], renamed = [], open = [] } = edits;
  const kept = text.split("\n").filter((line) => !line.startsWith(OPEN_MARK));
  const document = parseDocument(kept.join("\n"));
  if (!isMap(document.contents)) document.contents = document.createNode({}) as unknown as typeof document.contents;
  if (text.trim() === "" && heading.length > 0) document.commentBefore = commentOf(heading);
  for (const each of renamed) rename(document, each);
  for (const { path, value } of facts) if (!document.hasIn(path)) document.setIn(path, document.createNode(value));
  if (folder !== undefined && !document.has("sources")) {
    put(document, document.createNode({ folder: folder.folder }), folder.above);
  }
  for (const entry of added) put(document, nodeOf(document, entry), entry.above, entry.instead);
  for (const { path, headers } of ignored) addTo(document, [...path, "ignore"], headers);
  const lines = open.map((line) => `${OPEN_MARK}${onOneLine(line)}\n`);
  return `${document.toString({ lineWidth: 0 })}${lines.length > 0 ? "\n" : ""}${lines.join("")}`;
};

const addTo = (document: Document, path: Path, values: readonly string[]): void => {
  const there: unknown = document.getIn(path);
  if (!isSeq(there)) document.setIn(path, document.createNode(values));
  else for (const value of values) there.add(document.createNode(value));
};

const rename = (document: Document, { path, isKey, to }: Renaming): void => {
  if (!isKey) {
    const node = document.getIn(path, true);
    // The scalar stays, and with it the comment beside it.
    if (isScalar(node)) node.value = to;
    else document.setIn(path, to);
    return;
  }
  const holder = document.getIn(path.slice(0, -1), true);
  const pair = isMap(holder) ? holder.items.find(({ key }) => textOf(key) === String(path.at(-1))) : undefined;
  if (isScalar(pair?.key)) pair.key.value = to;
};

const textOf = (key: unknown): string => String(isScalar(key) ? key.value : key);

const sourcesOf = (document: Document): YAMLSeq => {
  const there = document.get("sources", true);
  if (isSeq(there)) {
    // What is added does not fit into `[ ]`.
    there.flow = false;
    return there;
  }
  const sources = new YAMLSeq(document.schema);
  const key = document.createNode("sources") as Scalar;
  key.spaceBefore = isMap(document.contents) && document.contents.items.length > 0;
  document.set(key, sources);
  return sources;
};

/** Adds an entry, set apart from the one before it where lines stand above it. */
const put = (document: Document, node: Node, above: readonly string[] = [], instead?: number): void => {
  const sources = sourcesOf(document);
  if (above.length > 0) {
    node.commentBefore = commentOf(above);
    node.spaceBefore = sources.items.length > 0;
  }
  if (instead === undefined) sources.add(node);
  else sources.items[instead] = node;
};

const nodeOf = (document: Document, { source, beside = {} }: AddedSource): Node => {
  const node = document.createNode(source) as Node;
  if (!(node instanceof YAMLMap)) return node;
  const columns: unknown = node.get("columns", true);
  for (const { key, value } of isMap(columns) ? columns.items : []) {
    const comment = beside[textOf(key)];
    if (isMap(value)) value.flow = true;
    else if (isScalar(value) && comment !== undefined) value.comment = commentOf([comment]);
  }
  return node;
};

const commentOf = (lines: readonly string[]): string => lines.map((line) => ` ${onOneLine(line)}`).join("\n");

/** A tab's name may hold a line break; a comment may not. */
const onOneLine = (line: string): string => line.replaceAll(/[\s\p{Cc}]+/gu, " ");

/** The text of a minga.yaml with changes; of one that is not there yet its first text. Rejects as `readConfig` does. */
export const editedConfig = async (path: string, edits: ConfigEdits): Promise<string> => {
  try {
    return editConfig(await readText(path), edits);
  } catch (cause) {
    if (cause instanceof FilesError && cause.reason === "no-such-path") return editConfig("", edits);
    throw cause;
  }
};
