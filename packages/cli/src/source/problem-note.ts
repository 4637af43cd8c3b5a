import {
  assessmentProblems,
  type Dataset,
  futureBirthdates,
  type Language,
  parseDay,
  type Problem,
  PROBLEMS,
  type Section,
  type Strategy,
  targetProblems,
} from "@minga/core";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { PROBLEMS_LEFT } from "../texts/evaluate.ts";

/** All that is wrong with the records, also what depends on the last day that counts or on the strategy. */
export const problemsOf = (
  dataset: Dataset,
  { strategy, section, asOf }: { readonly strategy: Strategy; readonly section: Section; readonly asOf: string },
): readonly Problem[] => [
  ...dataset.problems,
  ...futureBirthdates(dataset, parseDay(asOf)!),
  ...targetProblems(dataset, strategy, section),
  ...assessmentProblems(dataset, strategy),
];

/** How many problems there are to work on. Of a long list the closing problem stands for many. */
export const countProblems = (
  problems: readonly Problem[],
): { readonly errors: number; readonly warnings: number; readonly notes: number } => {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { code, rest } of problems) counts[PROBLEMS[code].severity] += rest?.count ?? 1;
  return { errors: counts.error, warnings: counts.warning, notes: counts.info };
};

/** Says on stderr that the files have problems, and how to see them. */
export const noteProblems = async (
  problems: readonly Problem[],
  source: string,
  io: Io,
  language: Language,
): Promise<void> => {
  const { errors, warnings } = countProblems(problems);
  if (errors + warnings === 0) return;
  await io.err.write(`${PROBLEMS_LEFT[language]({ errors, warnings, command: commandOn("check", source) })}\n`);
};

/** A command as it is typed: `minga check datos`. */
export const commandOn = (name: string, source: string): string =>
  `minga ${name} ${/^[\w./\\:-]+$/.test(source) ? source : `"${visible(source)}"`}`;
