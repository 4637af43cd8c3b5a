import { editedConfig } from "@minga/files";
import { Effect } from "effect";
import type { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { writeWhole } from "../output/write-file.ts";
import { reading } from "../source/reading.ts";
import { INSPECT_TEXTS, NOTED } from "../texts/inspect.ts";
import { editsOf, type Noting, saysAnything } from "./edits.ts";

/** Writes what was decided; says how many tables are new in minga.yaml, or that nothing is. */
export const note = (target: string, noting: Noting, io: Io): Effect.Effect<void, Failure> =>
  Effect.gen(function* () {
    const { language } = noting;
    const edits = editsOf(noting);
    if (!saysAnything(edits)) {
      yield* Effect.promise(() => io.err.write(`${INSPECT_TEXTS.nothingNew[language]}\n`));
      return;
    }
    const text = yield* reading(() => editedConfig(target, edits), language);
    // What stood there is in the text.
    yield* writeWhole(target, text, language, () => Promise.resolve(true));
    const count = (edits.added ?? []).filter(({ source }) => source.skip === undefined).length;
    yield* Effect.promise(() => io.err.write(`${NOTED[language]({ path: visible(target), count })}\n`));
  });
