import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "@minga/core";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/visible.ts";
import { SOURCE_HINTS, SOURCE_TEXTS } from "../texts/source.ts";
import { reading } from "./reading.ts";

/** Whether a path means a minga.yaml: a folder, or a file of that name. */
export const isConfig = (path: string, language: Language): Effect.Effect<boolean, Failure> =>
  Effect.map(factsOf(path, language), (facts) => facts.isDirectory() || /(?:^|[/\\])minga\.ya?ml$/i.test(path));

/** The minga.yaml that SOURCE names or holds; undefined for a folder without one. */
export const configPath = (path: string, language: Language): Effect.Effect<string | undefined, Failure> =>
  Effect.gen(function* () {
    const facts = yield* factsOf(path, language);
    if (!facts.isDirectory()) {
      if (/\.ya?ml$/i.test(path)) return path;
      const message = visible(SOURCE_TEXTS.notASource[language](path));
      return yield* Effect.fail(new Failure(EXIT.input, [message], SOURCE_HINTS.notASource[language]));
    }
    for (const name of ["minga.yaml", "minga.yml"]) {
      const file = join(path, name);
      if (yield* Effect.promise(() => isFile(file))) return file;
    }
    return undefined;
  });

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

const factsOf = (path: string, language: Language): Effect.Effect<Stats, Failure> =>
  reading(async () => {
    try {
      return await stat(path);
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
      const isAbsent = code === "ENOENT" || code === "ENOTDIR" || code === "ERR_INVALID_ARG_VALUE";
      const { FilesError } = await import("@minga/files");
      throw new FilesError(isAbsent ? "no-such-path" : "not-readable", path, code, cause);
    }
  }, language);
