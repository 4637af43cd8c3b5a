import { readFile } from "node:fs/promises";
import type { Text } from "@minga/core";
import type { Issue, Path } from "@minga/core/schema";
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { filesError } from "../errors.ts";

/** Something wrong in a file that a person wrote, where it stands there. */
export interface ConfigProblem {
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** From the outermost field to the wrong one. */
  readonly path: Path;
  readonly message: Text;
  readonly suggestion?: string;
}

/** A YAML or JSON file whose values know where they stand. */
export interface ConfigDocument {
  readonly value: unknown;
  /** Where an issue stands, or the nearest thing that there is. */
  readonly locate: (issue: Issue) => ConfigProblem;
  /** What keeps the file from being read at all. */
  readonly problems: readonly ConfigProblem[];
}

/** Reads a YAML file; JSON is YAML too. Rejects with a FilesError when the file system refuses. */
export const readDocument = async (path: string): Promise<ConfigDocument> => {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw filesError(cause, path);
  }
  return parse(text.replace(/^\uFEFF/, ""), path);
};

const parse = (text: string, file: string): ConfigDocument => {
  const lines = new LineCounter();
  const at = (offset: number, issue: Issue): ConfigProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), ...issue };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const problems = document.errors.map(({ message, pos }) => at(pos[0], unreadable(message)));
    const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
    return { value, problems, locate: (issue) => at(offsetOf(document, issue.path), issue) };
  } catch (cause) {
    // The library throws for what is deeper than the stack, and for aliases that multiply without end.
    const problem = at(0, unreadable(cause instanceof Error ? cause.message : String(cause)));
    return { value: undefined, problems: [problem], locate: (issue) => at(0, issue) };
  }
};

const unreadable = (message: string): Issue => ({
  path: [],
  message: { es: `no se puede leer como YAML: ${message}`, en: `cannot be read as YAML: ${message}` },
});

/** Where the last part of a path that exists begins: its key where it has one. */
const offsetOf = (document: Document.Parsed, path: Path): number => {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (pair === undefined) break;
      offset = rangeOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)];
      if (item === undefined) break;
      offset = rangeOf(item) ?? offset;
      node = item;
    } else {
      break;
    }
  }
  return offset;
};

const rangeOf = (node: unknown): number | undefined =>
  typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined;
