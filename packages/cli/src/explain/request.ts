import { parseDay, parsePeriod } from "@minga/core";
import type { OptionValues } from "../arguments/spec.ts";
import { dayProblems } from "../source/as-of.ts";
import type { OpenedSource } from "../source/open-source.ts";
import type { explainSpec } from "../texts/commands/explain.ts";
import type { UsageProblem } from "../texts/usage.ts";
import { type WantedPart, wantedParts } from "./part.ts";

type Options = OptionValues<typeof explainSpec>;

/** What of the command line can be told before anything is read. */
export interface Request {
  /** Of the number, or of the later one of two. */
  readonly period: string;
  readonly by: readonly WantedPart[];
  /** What the number is compared with, if with anything. */
  readonly earlier?:
    | { readonly by: "period"; readonly period: string }
    | { readonly by: "data" | "strategy"; readonly path: string };
}

/** The options that say which number it is, and the one that it is compared with; tells all that is wrong with them. */
export const requestOf = (options: Options): Request | { readonly problems: readonly UsageProblem[] } => {
  const { period, diff, against, "against-strategy": strategy } = options;
  const problems: UsageProblem[] = [...dayProblems({ "--as-of": options["as-of"] }), ...apart(options)];
  const by: WantedPart[] = [];
  for (const part of wantedParts(options.by)) {
    if ("problem" in part) problems.push(part);
    else by.push(part);
  }
  const later = diff?.[1] ?? period;
  if (later === undefined) {
    problems.push({
      problem: "missing-one-of",
      options: [
        { es: "--period PERIODO", en: "--period PERIOD" },
        { es: "--diff ANTES DESPUÉS", en: "--diff BEFORE AFTER" },
      ],
    });
  }
  if (problems.length > 0 || later === undefined) return { problems };
  const found = { period: canonical(later), by };
  if (diff !== undefined) return { ...found, earlier: { by: "period", period: canonical(diff[0]) } };
  if (against !== undefined) return { ...found, earlier: { by: "data", path: against } };
  return strategy === undefined ? found : { ...found, earlier: { by: "strategy", path: strategy } };
};

/** Options that say two different things. */
const apart = (options: Options): readonly UsageProblem[] => {
  const pairs = [
    ["period", "diff"],
    ["diff", "against"],
    ["diff", "against-strategy"],
    ["against", "against-strategy"],
  ] as const;
  return pairs.flatMap(([one, other]): readonly UsageProblem[] =>
    options[one] === undefined || options[other] === undefined
      ? []
      : [{ problem: "not-together", options: [`--${one}`, `--${other}`] }],
  );
};

/** `2025-q1` is read as `2025-Q1`. */
const canonical = (period: string): string => (/^span$/i.test(period) ? "span" : period.toUpperCase());

/** What a strategy and a section do not have of what was asked for. */
export const problemsIn = (
  { strategy, section }: Pick<OpenedSource, "strategy" | "section">,
  { indicator, period, asOf }: { readonly indicator: string; readonly period: string; readonly asOf: string },
): readonly UsageProblem[] => {
  const known = Object.keys(strategy.indicators);
  const problems: UsageProblem[] = known.includes(indicator)
    ? []
    : [{ problem: "unknown-indicator", found: indicator, known }];
  const start = period === "span" ? parseDay(strategy.period.start) : parsePeriod(period, section.calendar)?.start;
  if (start === undefined) problems.push({ problem: "no-such-period", found: period });
  else if (start > parseDay(asOf)!) problems.push({ problem: "period-to-come", found: period, asOf });
  return problems;
};
