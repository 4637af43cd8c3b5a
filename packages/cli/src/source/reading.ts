import type { Language } from "@minga/core";
import { Effect } from "effect";
import { Failure } from "../failure.ts";
import { adapterFailure, isAdapterError } from "./adapter-failure.ts";

/** Runs something that reads files or a tool; what keeps them from being read is a failure, anything else our own fault. */
export const reading = <Value>(read: () => Promise<Value>, language: Language): Effect.Effect<Value, Failure> =>
  Effect.catch(Effect.tryPromise({ try: read, catch: (error) => error }), (error): Effect.Effect<never, Failure> => {
    if (error instanceof Failure) return Effect.fail(error);
    return isAdapterError(error) ? Effect.fail(adapterFailure(error, language)) : Effect.die(error);
  });
