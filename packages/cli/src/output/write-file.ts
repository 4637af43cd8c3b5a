import { open, rename, rm, stat, writeFile } from "node:fs/promises";
import type { Language } from "@minga/core";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { CANNOT_WRITE, CANNOT_WRITE_HINT, NOT_REPLACED, NOT_REPLACED_HINT } from "../texts/report.ts";
import { visible } from "./visible.ts";

/**
 * Writes a file whole or not at all: it is written beside its place and then moved there, so that a full disk or a
 * Ctrl-C leaves what stood there before. What is no file (a device, a pipe) is written to directly. A file that is not
 * replaceable is left alone: one slip of the hand would otherwise cost a section its records. `mode` is who may read it: a file
 * of personal data is its owner's alone.
 */
export const writeWhole = (
  path: string,
  content: string | Uint8Array,
  language: Language,
  isReplaceable: (path: string) => Promise<boolean>,
  mode = 0o666,
): Effect.Effect<void, Failure> =>
  Effect.gen(function* () {
    const there = yield* Effect.promise(() => stat(path).catch(() => undefined));
    if (there !== undefined && !there.isFile()) return yield* attempt(() => writeFile(path, content), path, language);
    if (there !== undefined && there.size > 0) {
      if (!(yield* attempt(() => isReplaceable(path), path, language))) {
        const line = visible(NOT_REPLACED[language](path));
        return yield* Effect.fail(new Failure(EXIT.output, [line], NOT_REPLACED_HINT[language]));
      }
    }
    yield* Effect.acquireUseRelease(
      Effect.succeed(`${path}.${process.pid}.tmp`),
      (beside) =>
        attempt(
          async () => {
            await writeFile(beside, content, { mode });
            await rename(beside, path);
          },
          path,
          language,
        ),
      // Where nothing could be written there is nothing to take away either, and that is told already.
      (beside) => Effect.promise(() => rm(beside, { force: true }).catch(() => {})),
    );
  });

/** Writes a page; it may take the place of another page, or of nothing. */
export const writePage = (path: string, page: string, language: Language): Effect.Effect<void, Failure> =>
  writeWhole(path, page, language, async () => /^\s*<!doctype html/i.test(await beginningOf(path)));

/** The first letters of a file. */
export const beginningOf = async (path: string): Promise<string> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await file.close();
  }
};

const attempt = <Value>(work: () => Promise<Value>, path: string, language: Language): Effect.Effect<Value, Failure> =>
  Effect.tryPromise({
    try: work,
    catch: (cause) => {
      const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
      return new Failure(EXIT.output, [visible(CANNOT_WRITE[language]({ path, why }))], CANNOT_WRITE_HINT[language]);
    },
  });
