import type { Language, Section } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import type { Source } from "@minga/files";
import { Effect } from "effect";
import type { Failure } from "../failure.ts";
import { configPath } from "./config-path.ts";
import { KNOWN_STRATEGIES } from "./known-strategies.ts";
import { compiledOf, openStrategy, type OpenedStrategy } from "./open-strategy.ts";
import { placeIn } from "./open-tool.ts";
import { reading } from "./reading.ts";

/** A section's strategy and facts, and where its records are; the records themselves are not read yet. */
export interface OpenedSource extends OpenedStrategy {
  readonly section: Section;
  /** The folder that the sources are relative to. */
  readonly base: string;
  readonly sources: readonly Source[];
}

/**
 * Opens SOURCE: a minga.yaml, or a folder, whose minga.yaml is used where it has one, or a place in a tool. `strategy` takes the place of the
 * one that minga.yaml names.
 */
export const openSource = (
  path: string,
  options: { readonly strategy: string | undefined; readonly language: Language },
): Effect.Effect<OpenedSource, Failure> =>
  Effect.gen(function* () {
    const { language } = options;
    const place = placeIn(path);
    const config = place === undefined ? yield* configPath(path, language) : undefined;
    const bare = { strategy: KNOWN_STRATEGIES[0], section: defaultSection };
    const found =
      place !== undefined
        ? { ...bare, base: ".", sources: [place] }
        : config === undefined
          ? { ...bare, base: path, sources: [{ folder: "." }] }
          : yield* reading(async () => (await import("./read-config.ts")).readConfigAt(config, language), language);
    const { section, base, sources } = found;
    if (options.strategy !== undefined) {
      return { ...(yield* openStrategy(options.strategy, language)), section, base, sources };
    }
    const compiled = yield* compiledOf(found.strategy, language);
    return { strategy: found.strategy, compiled, section, base, sources };
  });
