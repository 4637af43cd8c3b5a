import { type Dimension, dimensionByName, DIMENSION_NAMES, parseDay } from "@minga/core";
import { dayProblems } from "../source/as-of.ts";
import type { UsageProblem } from "../texts/usage.ts";

/** One day, or a stretch between two, and what to break down by. */
export interface Asked {
  readonly at: string | undefined;
  readonly between: { readonly from: string; readonly to: string } | undefined;
  readonly by: readonly Dimension[];
}

/** Reads what a ladder is asked; `known` are the dimensions that it can be broken down by. */
export const askedOf = (
  {
    at,
    from,
    to,
    by,
  }: {
    readonly at: string | undefined;
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly by: readonly string[];
  },
  known: readonly Dimension[],
): Asked | { readonly problems: readonly UsageProblem[] } => {
  const problems = [...dayProblems({ "--at": at, "--from": from, "--to": to })];
  if (from === undefined && to !== undefined)
    problems.push({ problem: "missing-option", option: "--from", value: DAY });
  if (from !== undefined && to === undefined) problems.push({ problem: "missing-option", option: "--to", value: DAY });
  if (problems.length === 0 && from !== undefined && to !== undefined && parseDay(from)! >= parseDay(to)!) {
    problems.push({ problem: "from-after-to", from, to });
  }
  const dimensions: Dimension[] = [];
  for (const name of by.flatMap((text) => text.split(",")).map((text) => text.trim())) {
    const dimension = dimensionByName(name);
    if (dimension !== undefined && known.includes(dimension)) dimensions.push(dimension);
    else
      problems.push({
        problem: "unknown-choice",
        option: "--by",
        found: name,
        known: known.length > 0 ? known : DIMENSION_NAMES,
      });
  }
  if (problems.length > 0) return { problems };
  return {
    at,
    between: from === undefined || to === undefined ? undefined : { from, to },
    by: [...new Set(dimensions)],
  };
};

const DAY = { es: "DÍA", en: "DAY" } as const;
