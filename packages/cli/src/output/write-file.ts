import { open, rename, rm, stat, writeFile } from "node:fs/promises";
import type { Language } from "@minga/core";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { CANNOT_WRITE, CANNOT_WRITE_HINT, NOT_REPLACED, NOT_REPLACED_HINT } from "../texts/report.ts";
import { visible } from "./visible.ts";

/** A page may take the place of another page, or of nothing. */
const PAGE = /^\s*<!doctype html/i;

/**
 * Writes a page whole or not at all: it is written beside its place and then moved there, so that a full disk or a
 * Ctrl-C leaves what stood there before. What is no file (a device, a pipe) is written to directly. A file that is no page
 * is left alone: one slip of the hand would otherwise cost a section its records.
 */
export const writePage = (path: string, text: string, language: Language): Effect.Effect<void, Failure> =>
  Effect.gen(function* () {
    const there = yield* Effect.promise(() => stat(path).catch(() => undefined));
    if (there !== undefined && !there.isFile()) return yield* attempt(() => writeFile(path, text), path, language);
    if (there !== undefined && there.size > 0) {
      const beginning = yield* attempt(() => beginningOf(path), path, language);
      if (!PAGE.test(beginning)) {
        const line = visible(NOT_REPLACED[language](path));
        return yield* Effect.fail(new Failure(EXIT.output, [line], NOT_REPLACED_HINT[language]));
      }
    }
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

const beginningOf = async (path: string): Promise<string> => {
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
