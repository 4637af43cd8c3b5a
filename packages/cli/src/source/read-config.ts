import type { Language, Strategy } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { type Config, ConfigError, formatConfigProblem, readConfig, readStrategy } from "@minga/files";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/visible.ts";
import { KNOWN_STRATEGIES } from "./known-strategies.ts";

// Loaded only where there is a minga.yaml or a strategy file to read: they bring zod and a YAML reader along.

/** Reads a minga.yaml; rejects with a Failure that lists all that is wrong in it. */
export const readConfigAt = (path: string, language: Language): Promise<Config> =>
  inWords(() => readConfig(path, { strategies: KNOWN_STRATEGIES, defaults: defaultSection }), language);

/** Reads a strategy file; rejects with a Failure that lists all that is wrong in it. */
export const readStrategyAt = (path: string, language: Language): Promise<Strategy> =>
  inWords(() => readStrategy(path, KNOWN_STRATEGIES), language);

const inWords = async <Value>(read: () => Promise<Value>, language: Language): Promise<Value> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const lines = error.problems.map((problem) => visible(formatConfigProblem(problem, language)));
    throw new Failure(EXIT.input, lines);
  }
};
