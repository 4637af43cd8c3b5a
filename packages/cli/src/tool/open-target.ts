import { stat } from "node:fs/promises";
import type { Language } from "@minga/core";
import type { AdapterError, Target } from "@minga/sync";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { adapterFailure } from "../source/adapter-failure.ts";
import { placeIn, toolOpener } from "../source/open-tool.ts";
import { reading } from "../source/reading.ts";
import { PLAN_FAILURES, PLAN_HINTS } from "../texts/plan.ts";

/** Opens TARGET, a place in a tool or a folder of CSV files; nothing is asked of the tool yet. */
export const openTarget = (text: string, io: Io, language: Language): Effect.Effect<Target, Failure> =>
  Effect.gen(function* () {
    const place = placeIn(text);
    if (place === undefined && (yield* isFolder(text))) {
      return (yield* Effect.promise(() => import("@minga/files"))).folderTarget(text);
    }
    if (place === undefined) {
      const line = visible(PLAN_FAILURES.notAPlace[language](text));
      return yield* Effect.fail(new Failure(EXIT.usage, [line], PLAN_HINTS.notAPlace[language]));
    }
    const { target } = yield* reading(() => toolOpener(".", io, language)(place), language);
    if (target === undefined) {
      return yield* Effect.fail(new Failure(EXIT.input, [visible(PLAN_FAILURES.readOnly[language](text))]));
    }
    return target;
  });

const isFolder = (path: string): Effect.Effect<boolean> =>
  Effect.promise(async () => (await stat(path).catch(() => undefined))?.isDirectory() === true);

/** What a tool refuses is a failure that a person can mend. */
export const orFailure = <Value>(
  work: Effect.Effect<Value, AdapterError>,
  language: Language,
): Effect.Effect<Value, Failure> => Effect.mapError(work, (error) => adapterFailure(error, language));
