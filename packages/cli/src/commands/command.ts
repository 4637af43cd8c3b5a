import type { Language } from "@minga/core";
import type { Effect } from "effect";
import type { Arguments, CommandSpec } from "../arguments/spec.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Failure } from "../failure.ts";
import type { Io } from "../io.ts";

/** What a command is run with. */
export interface Invocation<Spec extends CommandSpec> extends Arguments<Spec> {
  readonly io: Io;
  readonly language: Language;
}

/** A command's work: it ends with an exit code or with something that a person can mend. */
export type Work = Effect.Effect<ExitCode, Failure>;

/** A command whose code is loaded when it is asked for, so that help and small commands answer at once. */
export interface Command {
  readonly spec: CommandSpec;
  readonly start: (args: Arguments<CommandSpec>, io: Io, language: Language) => Promise<Work>;
}

/** Ties a command's specification to its code. */
export const command = <Spec extends CommandSpec>(
  spec: Spec,
  load: () => Promise<{ readonly run: (invocation: Invocation<Spec>) => Work }>,
): Command => ({
  spec,
  start: async (args, io, language) => {
    const { run } = await load();
    // Read by this very specification (see main.ts).
    return run({ ...(args as Arguments<Spec>), io, language });
  },
});
