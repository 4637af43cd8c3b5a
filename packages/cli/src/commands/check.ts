import { dirname, relative, resolve } from "node:path";
import { evaluate, type Language, LANGUAGES, type Problem, type Result } from "@minga/core";
import { filesAdapter, inspectSources, Link, type Reading, toCsv, toXlsx } from "@minga/files";
import { toPromises } from "@minga/sync";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { inWorkingOrder } from "../check/order.ts";
import { findingsPage } from "../check/page.ts";
import { problemTable, type Standing } from "../check/table.ts";
import { EXIT } from "../exit-code.ts";
import { changeIn } from "../inspect/doubt-line.ts";
import { changesOf } from "../inspect/renaming.ts";
import type { Failure } from "../failure.ts";
import { type Io, widthOf } from "../io.ts";
import { ChunkWriter } from "../output/chunks.ts";
import { styleOf } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { beginningOf, writeWhole } from "../output/write-file.ts";
import { asOfIn, dayProblems } from "../source/as-of.ts";
import { openSource, type OpenedSource } from "../source/open-source.ts";
import { toolOpener } from "../source/open-tool.ts";
import { commandOn, countProblems, problemsOf } from "../source/problem-note.ts";
import { readRecords } from "../source/read-records.ts";
import { reading } from "../source/reading.ts";
import { PROBLEM_COLUMNS, PROBLEMS_TAB } from "../texts/check-table.ts";
import type { checkSpec } from "../texts/commands/check.ts";
import { WRITTEN } from "../texts/report.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga check`: what there is to mend in the files. */
export const run = ({ positionals, options, io, language }: Invocation<typeof checkSpec>): Work =>
  Effect.gen(function* () {
    const wrong = [...dayProblems({ "--as-of": options["as-of"] })];
    if (options.to !== undefined && !/\.(?:csv|xlsx)$/i.test(options.to)) {
      wrong.push({ problem: "unknown-choice", option: "--to", found: options.to, known: ["*.csv", "*.xlsx"] });
    }
    if (wrong.length > 0) return yield* Effect.fail(usageFailure(wrong, "minga check", language));
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const { strategy, section } = opened;
    const read = yield* readRecords(opened, io, language, { checkOnly: true });
    const { dataset } = read;
    const problems = problemsOf(dataset, { strategy, section, asOf: asOfIn(section, options["as-of"]) });
    // What is absent from the files is absent in every period: one is enough.
    const { start, end } = strategy.period;
    const untold = evaluate(dataset, { strategy, section, from: start, to: start, asOf: end }).filter(isAbsent);
    if (options.to !== undefined) {
      const inOrder = inWorkingOrder(problems, read);
      yield* writeTable(options.to, inOrder, standingFrom(options.to, read, opened.base), language);
    }
    const changes = yield* changesIn(problems, opened, io, language);
    const layout = {
      language,
      shared: options.shared,
      style: styleOf(io.out, io.env),
      width: Math.min(widthOf(io.out), 120),
    };
    const command = commandOn("inspect", positionals.source);
    const findings = { reading: read, problems, untold, changes: { lines: changes, command } };
    yield* Effect.promise(async () => {
      if (options.to !== undefined) await io.err.write(`${WRITTEN[language](visible(options.to))}\n`);
      const writer = new ChunkWriter(io.out);
      for (const line of findingsPage(findings, layout)) await writer.add(`${line}\n`);
      await writer.flush();
    });
    const { errors, warnings } = countProblems(problems);
    return errors + warnings > 0 ? EXIT.problems : EXIT.ok;
  });

/** The headers that minga.yaml names and the files lack, with what seems to have taken their place. */
const changesIn = (
  problems: readonly Problem[],
  { sources, base, section, strategy: { groupTypes } }: OpenedSource,
  io: Io,
  language: Language,
): Effect.Effect<readonly string[], Failure> => {
  const named = sources.filter((source) => !("folder" in source));
  if (!problems.some(({ code }) => code === "mapped-column-missing") || named.length === 0) return Effect.succeed([]);
  return Effect.map(
    reading(
      () => inspectSources(named, base, { section, groupTypes, openTool: toolOpener(base, io, language) }),
      language,
    ),
    (inspection) => changesOf(inspection).map(({ sheet, change }) => changeIn(sheet, change, language)),
  );
};

/** Writes the list as a table, in the format that the file's name says. It may take the place of an earlier list alone. */
const writeTable = (
  path: string,
  problems: readonly Problem[],
  standing: Standing,
  language: Language,
): Effect.Effect<void, Failure> => {
  const { header, rows } = problemTable(problems, standing, language);
  if (!/\.xlsx$/i.test(path)) {
    // In a text a link is its target.
    const texts = rows.map((row) => row.map((value) => (value instanceof Link ? value.target : value)));
    return writeWhole(path, toCsv(header, texts), language, isList);
  }
  return Effect.flatMap(
    Effect.promise(() => toXlsx(PROBLEMS_TAB[language], header, rows)),
    (bytes) => writeWhole(path, bytes, language, isWorkbookOfLists),
  );
};

/** Where sources stand, seen from the list. */
const standingFrom = (list: string, { sheets }: Reading, base: string): Standing => {
  const paths = new Map(sheets.map(({ source, path }) => [source, path]));
  return {
    pathOf: (source) =>
      relative(dirname(resolve(list)), paths.get(source) ?? resolve(base, source)).replaceAll("\\", "/"),
    linkOf: (source, tab) => sheets.find((sheet) => sheet.source === source && sheet.tab === tab)?.link,
  };
};

const isList = async (path: string): Promise<boolean> => {
  const beginning = await beginningOf(path);
  const { severity, file } = PROBLEM_COLUMNS;
  return LANGUAGES.some((language) => beginning.startsWith(`${severity[language]},${file[language]},`));
};

const isWorkbookOfLists = async (path: string): Promise<boolean> => {
  const sheets = await toPromises(filesAdapter([{ file: path }], ".")).describe();
  const tabs: readonly string[] = Object.values(PROBLEMS_TAB);
  return sheets.length === 1 && sheets[0]!.tab !== undefined && tabs.includes(sheets[0]!.tab);
};

const isAbsent = (result: Result): boolean =>
  result.state === "missing" && (result.reason.code === "absent-table" || result.reason.code === "absent-column");
