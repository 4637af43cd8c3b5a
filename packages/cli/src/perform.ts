import { Cause, Effect, Exit } from "effect";
import type { Work } from "./commands/command.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { Failure } from "./failure.ts";
import type { Io } from "./io.ts";

/** What to do with each way in which work can end without doing what was asked. */
export interface Endings {
  readonly io: Io;
  readonly failed: (failure: Failure) => Promise<ExitCode>;
  /** A fault of minga's own. */
  readonly broken: (error: unknown) => Promise<ExitCode>;
  readonly interrupted: () => Promise<void>;
}

/** Runs a command's work. When the person stops it, what it holds (a progress line, a half-written file) is cleared. */
export const perform = async (work: Work, { io, failed, broken, interrupted }: Endings): Promise<ExitCode> => {
  const exit = await Effect.runPromiseExit(
    Effect.catchTag(work, "Failure", (failure) => Effect.promise(() => failed(failure))),
    { signal: io.signal },
  );
  if (Exit.isSuccess(exit)) return exit.value;
  if (Cause.hasInterruptsOnly(exit.cause)) {
    await interrupted();
    return EXIT.interrupted;
  }
  return broken(Cause.squash(exit.cause));
};
