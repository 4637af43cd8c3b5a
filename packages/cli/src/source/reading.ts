import type { Language } from "@minga/core";
import type { AdapterError } from "@minga/sync";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/visible.ts";

/** Runs something that reads files; what keeps them (or a tool) from being read is a failure, anything else our own fault. */
export const reading = <Value>(read: () => Promise<Value>, language: Language): Effect.Effect<Value, Failure> =>
  Effect.catch(Effect.tryPromise({ try: read, catch: (error) => error }), (error): Effect.Effect<never, Failure> => {
    if (error instanceof Failure) return Effect.fail(error);
    if (!isAdapterError(error)) return Effect.die(error);
    const { message, suggestion } = error.describe(language);
    return Effect.fail(new Failure(EXIT.input, [visible(message)], suggestion));
  });

// By its tag, not by its class: commands that read no records need not load the packages that do.
const isAdapterError = (error: unknown): error is AdapterError =>
  error instanceof Error && "_tag" in error && error._tag === "AdapterError" && "describe" in error;
