import { parseDay, type Section } from "@minga/core";
import type { OptionValues } from "../arguments/spec.ts";
import type { DAY_OR_TWO } from "../texts/options.ts";
import type { UsageProblem } from "../texts/usage.ts";
import { asOfIn, dayProblems } from "./as-of.ts";

type Options = OptionValues<{
  name: string;
  summary: never;
  help: [];
  positionals: never;
  options: typeof DAY_OR_TWO;
  examples: [];
}>;

/** One day, or two of which the first is before the second. */
export type DayOrTwo = { readonly at: string } | { readonly from: string; readonly to: string };

/** What is wrong with `--at`, `--from` and `--to` whatever day it is. */
export const dayOrTwoProblems = ({ at, from, to }: Options): readonly UsageProblem[] => {
  const problems = [...dayProblems({ "--at": at, "--from": from, "--to": to })];
  for (const [option, given] of [
    ["--from", from],
    ["--to", to],
  ] as const) {
    if (at !== undefined && given !== undefined) problems.push({ problem: "not-together", options: ["--at", option] });
  }
  if (at === undefined && from === undefined && to !== undefined) {
    problems.push({ problem: "missing-option", option: "--from", value: { es: "DÍA", en: "DAY" } });
  }
  if (from !== undefined && to !== undefined) problems.push(...orderProblems(from, to));
  return problems;
};

/** The days that were asked for, today where nothing was said; or that today is not after `--from`. */
export const dayOrTwo = (
  { at, from, to }: Options,
  section: Section,
): DayOrTwo | { readonly problems: readonly UsageProblem[] } => {
  if (from === undefined) return { at: asOfIn(section, at) };
  const last = asOfIn(section, to);
  const problems = orderProblems(from, last);
  return problems.length > 0 ? { problems } : { from, to: last };
};

const orderProblems = (from: string, to: string): readonly UsageProblem[] => {
  const [first, last] = [parseDay(from), parseDay(to)];
  return first !== undefined && last !== undefined && first >= last ? [{ problem: "not-before", from, to }] : [];
};
