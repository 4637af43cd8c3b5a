import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { visible } from "../output/visible.ts";
import { withState } from "../state/use-state.ts";
import type { restoreSpec } from "../texts/commands/restore.ts";
import { SETTLE } from "../texts/settle.ts";
import { openTarget } from "../tool/open-target.ts";
import { settleEarlier } from "../tool/settle.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga restore`: what a run that was cut wrote into the wrong rows is put back. */
export const run = ({ positionals, options, io, language }: Invocation<typeof restoreSpec>): Work =>
  Effect.gen(function* () {
    const name = positionals.target;
    const target = yield* openTarget(name, io, language);
    const decision = options.keep ? "keep" : options.yes ? "restore" : "ask";
    const isAny = yield* withState(io, language, (state) => settleEarlier(state, target, name, decision, io, language));
    if (!isAny) yield* Effect.promise(() => io.err.write(`${SETTLE.nothing[language](visible(name))}\n`));
    return EXIT.ok;
  });
