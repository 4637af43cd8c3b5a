import { dirname, resolve } from "node:path";
import { type Language, nearest, type Section, type Strategy, StrategyError } from "@minga/core";
import {
  formatIssue,
  type Issue,
  parseSection,
  parseStrategy,
  type Path,
  readWith,
  SectionError,
} from "@minga/core/schema";
import type { SourceMapping } from "@minga/ingest";
import { checkMapping } from "@minga/ingest/schema";
import type { Source, TabsChoice } from "../sources.ts";
import { type ConfigDocument, type ConfigProblem, readDocument } from "./document.ts";
import { isoRegions } from "./iso-regions.ts";
import { type ConfigOutline, configSchema } from "./schema.ts";

/** What minga.yaml says, read and checked. */
export interface Config {
  readonly path: string;
  /** The folder that paths in the file are relative to. */
  readonly base: string;
  readonly strategy: Strategy;
  readonly section: Section;
  readonly sources: readonly Source[];
}

/** What minga.yaml is read against. */
export interface ConfigOptions {
  /** The strategies that can be named by their id; the first is taken where the file names none. */
  readonly strategies: readonly [Strategy, ...Strategy[]];
  /** The section whose facts stand where the file says nothing else. */
  readonly defaults: Section;
}

/** A minga.yaml, or a strategy that it names, that cannot be used. All that is wrong is in `problems`. */
export class ConfigError extends Error {
  readonly _tag = "ConfigError";
  override readonly name = "ConfigError";
  readonly problems: readonly ConfigProblem[];
  readonly isRetryable = false;

  constructor(found: readonly ConfigProblem[]) {
    const problems = found.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
    super(problems.map((problem) => formatConfigProblem(problem)).join("\n"));
    this.problems = problems;
  }
}

/**
 * Writes a problem as one line.
 *
 * @example
 * formatConfigProblem(problem, "es"); // "minga.yaml:3:1: secton: no existe ese campo…; ¿quisiste decir section?"
 */
export const formatConfigProblem = (problem: ConfigProblem, language: Language = "en"): string =>
  `${problem.file}:${problem.line}:${problem.column}: ${formatIssue(problem, language)}`;

/**
 * Reads minga.yaml and the strategy that it names.
 *
 * Rejects with a {@link ConfigError} that lists everything that is wrong, each at its line and column, and
 * with a FilesError when a file is not there or cannot be read.
 *
 * @example
 * const config = await readConfig("minga.yaml", { strategies: [aiChile20242030], defaults: defaultSection });
 * const { dataset } = await readSources(config.sources, config.base, {
 *   section: config.section,
 *   groupTypes: config.strategy.groupTypes,
 * });
 */
export const readConfig = async (path: string, { strategies, defaults }: ConfigOptions): Promise<Config> => {
  const document = await readDocument(path);
  if (document.problems.length > 0) throw new ConfigError(document.problems);
  const reading = readWith(configSchema, document.value ?? {});
  const outline: ConfigOutline = "issues" in reading ? {} : reading.value;
  const problems = ("issues" in reading ? reading.issues : sourceIssues(outline)).map(document.locate);
  const attempt = <Value>(value: () => Value): Value | undefined => {
    try {
      return value();
    } catch (error) {
      if (!(error instanceof SectionError)) throw error;
      problems.push(...under(["section"], error.issues).map(document.locate));
      return undefined;
    }
  };
  const written = fieldOf(document.value, "section");
  const section =
    written === undefined ? defaults : attempt(() => parseSection(written, { defaults, regionsOf: isoRegions }));
  const strategy = await strategyOf(outline, document, dirname(path), strategies).catch((error: unknown) => {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.problems);
    return undefined;
  });
  if (problems.length > 0 || section === undefined || strategy === undefined) throw new ConfigError(problems);
  return { path, base: dirname(path), section, strategy, sources: sourcesOf(outline) };
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

const under = (path: Path, issues: readonly Issue[]): readonly Issue[] =>
  issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));

/**
 * Reads a strategy from a JSON or YAML file: a whole one, or changes to one of `bases`. Rejects as
 * {@link readConfig} does.
 */
export const readStrategy = async (path: string, bases: readonly Strategy[]): Promise<Strategy> => {
  const document = await readDocument(path);
  if (document.problems.length > 0) throw new ConfigError(document.problems);
  try {
    return parseStrategy(document.value, { bases });
  } catch (error) {
    if (!(error instanceof StrategyError)) throw error;
    throw new ConfigError(error.issues.map(document.locate));
  }
};

const strategyOf = async (
  { strategy: named }: ConfigOutline,
  document: ConfigDocument,
  base: string,
  strategies: ConfigOptions["strategies"],
): Promise<Strategy> => {
  if (named === undefined) return strategies[0];
  const known = strategies.find(({ id }) => id === named);
  if (known !== undefined) return known;
  if (/\.(?:json|ya?ml)$/i.test(named)) return readStrategy(resolve(base, named), strategies);
  const ids = strategies.map(({ id }) => id);
  const suggestion = nearest(named, ids);
  const issue: Issue = {
    path: ["strategy"],
    message: {
      es: `no se conoce la estrategia «${named}»; hay: ${ids.join(", ")}, o la ruta de un archivo .json o .yaml`,
      en: `there is no strategy “${named}”; there are: ${ids.join(", ")}, or the path of a .json or .yaml file`,
    },
    ...(suggestion === undefined ? {} : { suggestion }),
  };
  throw new ConfigError([document.locate(issue)]);
};

const sourceIssues = ({ sources = [] }: ConfigOutline): readonly Issue[] =>
  sources.flatMap((source, index) => {
    const { file, folder, adapter, at, tab, tabs, skip, separator, encoding, ...mapping } = source;
    const issues = [...checkMapping(mapping), ...checkTabs(tab, tabs, mapping)];
    const names = [file, folder, adapter, at, tab, skip].filter((name) => name !== undefined).length;
    if (skip !== undefined && Object.keys(source).length > names) {
      issues.push({
        path: ["skip"],
        message: {
          es: "lo que no se lee no lleva más campos: deja `skip`, o deja los demás",
          en: "what is not read takes no other fields: leave `skip`, or leave the others",
        },
      });
    }
    if ([file, folder, adapter].filter((name) => name !== undefined).length !== 1) {
      issues.push({
        path: [],
        message: {
          es: "necesita `file`, `folder` o `adapter`, uno de los tres",
          en: "needs `file`, `folder` or `adapter`, one of the three",
        },
      });
    } else if ((adapter === undefined) !== (at === undefined)) {
      issues.push({
        path: [adapter === undefined ? "at" : "adapter"],
        message: {
          es: "`adapter` y `at` van juntos: la herramienta, y el lugar en ella",
          en: "`adapter` and `at` go together: the tool, and the place in it",
        },
      });
    } else if (adapter !== undefined && (separator !== undefined || encoding !== undefined)) {
      issues.push({
        path: [separator === undefined ? "encoding" : "separator"],
        message: { es: "es de un archivo de texto, no de una herramienta", en: "is about a text file, not a tool" },
      });
    } else if (folder !== undefined && Object.keys(source).length > 1) {
      issues.push({
        path: ["folder"],
        message: {
          es: "una carpeta no lleva más campos: di lo de cada archivo en una entrada con `file`",
          en: "a folder takes no other fields: say what concerns a file in an entry with `file`",
        },
      });
    }
    return under(["sources", index], issues);
  });

/** The field of the tabs' names is checked as a constant: that is what it becomes. */
const checkTabs = (tab: string | undefined, tabs: TabsChoice | undefined, mapping: SourceMapping): readonly Issue[] => {
  if (tabs === undefined) return [];
  const { table, columns } = mapping;
  const field = tabs.field === undefined ? {} : { constants: { [tabs.field]: tabs.like } };
  const ofField = checkMapping({
    ...(table === undefined ? {} : { table }),
    ...(columns === undefined ? {} : { columns }),
    ...field,
  }).filter(({ path }) => path[0] === "constants");
  const issues = ofField.map((issue) => ({ ...issue, path: ["tabs", "field"] }));
  if (tab === undefined) return issues;
  return [
    ...issues,
    {
      path: ["tabs"],
      message: {
        es: "dice de qué hojas se trata, y `tab` también: deja uno",
        en: "names tabs, and so does `tab`: keep one",
      },
    },
  ];
};

const sourcesOf = ({ sources = [{ folder: "." }] }: ConfigOutline): readonly Source[] =>
  sources.map(({ file, folder, adapter, at, separator, ...rest }): Source => {
    if (adapter !== undefined) return { ...rest, adapter, at: at ?? "" };
    if (file === undefined) return { folder: folder ?? "." };
    return { ...rest, file, ...(separator === undefined ? {} : { separator: separator === "tab" ? "\t" : separator }) };
  });
