import { homedir } from "node:os";
import { join } from "node:path";
import type { Language } from "@minga/core";
import type { State } from "@minga/sync/state";
import { Clock, Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";

/**
 * The file in which minga remembers, on this computer: `MINGA_STATE`, or `minga/state.sqlite` where the system keeps such things. It
 * stands outside the section's folder, so that it is shared with nobody by mistake.
 */
const statePath = ({ env }: Io): string =>
  env["MINGA_STATE"] ??
  join(
    env["XDG_STATE_HOME"] ?? env["LOCALAPPDATA"] ?? join(env["HOME"] ?? homedir(), ".local", "state"),
    "minga",
    "state.sqlite",
  );

/** Works with what minga remembers. No other command of this computer's has it meanwhile. */
export const withState = <Value>(
  io: Io,
  language: Language,
  work: (state: State) => Effect.Effect<Value, Failure>,
): Effect.Effect<Value, Failure> =>
  Effect.acquireUseRelease(
    Effect.gen(function* () {
      const { State: Opened } = yield* Effect.promise(() => import("@minga/sync/state"));
      const now = yield* Clock.currentTimeMillis;
      return yield* remembering(() => Opened.open(statePath(io), () => now), language);
    }),
    work,
    (state) => Effect.sync(() => state.close()),
  );

/** What the state's file refuses is a failure that a person can mend. */
export const remembering = <Value>(work: () => Value, language: Language): Effect.Effect<Value, Failure> =>
  Effect.try({
    try: work,
    catch: (error) => {
      const failure = stateFailure(error, language);
      if (failure === undefined) throw error;
      return failure;
    },
  });

/** What the state's file says, in the person's language; undefined where something else is wrong. */
export const stateFailure = (error: unknown, language: Language): Failure | undefined => {
  if (!(error instanceof Error) || !("reason" in error) || error.name !== "StateError") return undefined;
  const { message, suggestion } = (error as unknown as Describing).describe(language);
  return new Failure(EXIT.output, [visible(message)], suggestion);
};

interface Describing {
  readonly describe: (language: Language) => { readonly message: string; readonly suggestion: string };
}
