import { type CompiledStrategy, compileStrategy, type FormulaIssue, type Language, type Strategy } from "@minga/core";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { pointAt } from "../output/point-at.ts";
import { visible } from "../output/visible.ts";
import { SOURCE_HINTS } from "../texts/source.ts";
import { configPath, isConfig } from "./config-path.ts";
import { KNOWN_STRATEGIES } from "./known-strategies.ts";
import { reading } from "./reading.ts";

/** A strategy whose formulas are checked. */
export interface OpenedStrategy {
  readonly strategy: Strategy;
  readonly compiled: CompiledStrategy;
}

/** The strategy of `--strategy`, or the default one. */
export const openStrategy = (path: string | undefined, language: Language): Effect.Effect<OpenedStrategy, Failure> =>
  Effect.gen(function* () {
    const strategy = path === undefined ? KNOWN_STRATEGIES[0] : yield* readStrategyFile(path, language);
    return { strategy, compiled: yield* compiledOf(strategy, language) };
  });

/** A strategy by its id or from a file of its own, or the one that a minga.yaml (or the folder that holds it) names. */
const readStrategyFile = (path: string, language: Language): Effect.Effect<Strategy, Failure> =>
  Effect.gen(function* () {
    const known = KNOWN_STRATEGIES.find(({ id }) => id === path);
    if (known !== undefined) return known;
    if (!(yield* isConfig(path, language))) {
      return yield* reading(async () => (await import("./read-config.ts")).readStrategyAt(path, language), language);
    }
    const config = yield* configPath(path, language);
    if (config === undefined) return KNOWN_STRATEGIES[0];
    return (yield* reading(async () => (await import("./read-config.ts")).readConfigAt(config, language), language))
      .strategy;
  });

/** Checks the formulas of a strategy; what is wrong with any of them is a failure that points at all of it. */
export const compiledOf = (strategy: Strategy, language: Language): Effect.Effect<CompiledStrategy, Failure> => {
  const compiled = compileStrategy(strategy);
  return compiled.issues.length === 0
    ? Effect.succeed(compiled)
    : Effect.fail(formulaFailure(compiled.issues, language));
};

/** What is wrong with formulas of a strategy, each pointed at. */
export const formulaFailure = (issues: readonly FormulaIssue[], language: Language): Failure =>
  new Failure(
    EXIT.input,
    issues.flatMap(({ path, text, diagnostic }) => {
      const { message, lines } = pointAt(text, diagnostic, language);
      return [`${visible(path)}: ${message}`, ...lines.map((line) => `    ${line}`)];
    }),
    SOURCE_HINTS.problems[language],
  );
