import {
  coreIndicators,
  type Dimension,
  DIMENSION_NAMES,
  dimensionByName,
  type Grain,
  parseDay,
  type Strategy,
} from "@minga/core";
import type { OptionValues } from "../arguments/spec.ts";
import { dayProblems } from "../source/as-of.ts";
import type { evaluateSpec } from "../texts/commands/evaluate.ts";
import type { UsageProblem } from "../texts/usage.ts";

type Options = OptionValues<typeof evaluateSpec>;
type RequestOptions = Pick<Options, "grain" | "by" | "from" | "to" | "as-of">;

/** What of the command line can be told before anything is read. */
export interface Request {
  readonly grain: Grain;
  readonly by: readonly Dimension[];
}

/** The dimensions that were asked for, by name or label in either language, each once, and what is wrong with the others. */
export const dimensionsOf = (
  given: readonly string[],
  known: readonly Dimension[] = DIMENSION_NAMES,
): { readonly by: readonly Dimension[]; readonly problems: readonly UsageProblem[] } => {
  const by = new Set<Dimension>();
  const problems: UsageProblem[] = [];
  for (const name of given.flatMap((text) => text.split(",")).map((text) => text.trim())) {
    const found = dimensionByName(name);
    if (found !== undefined && known.includes(found)) by.add(found);
    else problems.push({ problem: "unknown-choice", option: "--by", found: name, known });
  }
  return { by: [...by], problems };
};

/** Reads the options whose meaning does not hang on the strategy; tells all that is wrong with them. */
export const requestOf = (options: RequestOptions): Request | { readonly problems: readonly UsageProblem[] } => {
  const { from, to, "as-of": asOf } = options;
  const problems = [...dayProblems({ "--from": from, "--to": to, "--as-of": asOf })];
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : parseDay(day)));
  if (first !== undefined && last !== undefined && first > last) {
    problems.push({ problem: "from-after-to", from: from!, to: to! });
  }
  const { by, problems: unknown } = dimensionsOf(options.by);
  problems.push(...unknown);
  return problems.length > 0 ? { problems } : { grain: options.grain ?? "year", by };
};

/** The indicators that were asked for, or the strategy's own, with its extensions where these are wanted. */
export const indicatorsOf = (
  strategy: Strategy,
  { indicator, extensions }: Pick<Options, "indicator" | "extensions">,
): { readonly ids: readonly string[] } | { readonly problems: readonly UsageProblem[] } => {
  const known = Object.keys(strategy.indicators);
  if (indicator.length === 0) return { ids: extensions ? known : coreIndicators(strategy) };
  const ids = [...new Set(indicator.flatMap((text) => text.split(",")).map((id) => id.trim()))];
  const problems = ids.flatMap((found): readonly UsageProblem[] =>
    known.includes(found) ? [] : [{ problem: "unknown-indicator", found, known }],
  );
  if (problems.length > 0) return { problems };
  return {
    ids: extensions
      ? [...new Set([...ids, ...known.filter((id) => strategy.indicators[id]!.set === "extension")])]
      : ids,
  };
};
