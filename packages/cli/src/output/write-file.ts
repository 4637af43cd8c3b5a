import { rename, rm, stat, writeFile } from "node:fs/promises";
import type { Language } from "@minga/core";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { CANNOT_WRITE, CANNOT_WRITE_HINT } from "../texts/report.ts";
import { visible } from "./visible.ts";

/**
 * Writes a file whole or not at all: it is written beside its place and then moved there, so that a full disk or a
 * Ctrl-C leaves what stood there before. What is no file (a device, a pipe) is written to directly.
 */
export const writeWhole = (path: string, text: string, language: Language): Effect.Effect<void, Failure> =>
  Effect.gen(function* () {
    const there = yield* Effect.promise(() => stat(path).catch(() => undefined));
    if (there !== undefined && !there.isFile()) return yield* attempt(() => writeFile(path, text), path, language);
    yield* Effect.acquireUseRelease(
      Effect.succeed(`${path}.${process.pid}.tmp`),
      (beside) =>
        attempt(
          async () => {
            await writeFile(beside, text);
            await rename(beside, path);
          },
          path,
          language,
        ),
      (beside) => Effect.promise(() => rm(beside, { force: true })),
    );
  });

const attempt = (write: () => Promise<void>, path: string, language: Language): Effect.Effect<void, Failure> =>
  Effect.tryPromise({
    try: write,
    catch: (cause) => {
      const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
      return new Failure(EXIT.output, [visible(CANNOT_WRITE[language]({ path, why }))], CANNOT_WRITE_HINT[language]);
    },
  });
