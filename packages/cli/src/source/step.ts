import { Effect } from "effect";
import { setImmediate } from "node:timers/promises";

/** Lets the rest of the process have its turn between two pieces of long work: a Ctrl-C is heard here. */
export const breathe: Effect.Effect<void> = Effect.promise(() => setImmediate());
