import type { Text } from "@minga/core";
import type { Issue, Path } from "@minga/core/schema";
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { readText } from "../text.ts";
import { TOO_DEEP, YAML_TEXTS } from "./yaml-texts.ts";

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

/** After so many faults of writing the rest tells nothing new: one stray sign makes many. */
const MOST_FAULTS = 8;

/** Reads a YAML file; JSON is YAML too. Rejects with a FilesError when the file system refuses. */
export const readDocument = async (path: string): Promise<ConfigDocument> => parse(await readText(path), path);

const parse = (text: string, file: string): ConfigDocument => {
  const lines = new LineCounter();
  const at = (offset: number, issue: Issue): ConfigProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), ...issue };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const problems = document.errors
      .slice(0, MOST_FAULTS)
      .map(({ code, pos }) => at(pos[0], unreadable(YAML_TEXTS[code])));
    const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
    return { value, problems, locate: (issue) => at(offsetOf(document, issue.path), issue) };
  } catch {
    const problem = at(0, unreadable(TOO_DEEP));
    return { value: undefined, problems: [problem], locate: (issue) => at(0, issue) };
  }
};

const unreadable = ({ es, en }: Text): Issue => ({
  path: [],
  message: { es: `no se puede leer como YAML: ${es}`, en: `cannot be read as YAML: ${en}` },
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
