import { Effect } from "effect";
import { agreesTo, canAsk } from "../ask/talk.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { remembering, withState } from "../state/use-state.ts";
import type { forgetSpec } from "../texts/commands/forget.ts";
import { FORGET } from "../texts/forget.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga forget`: a person is erased from what minga remembers on this computer. */
export const run = ({ positionals, options, io, language }: Invocation<typeof forgetSpec>): Work =>
  withState(io, language, (state) =>
    Effect.gen(function* () {
      const { person } = positionals;
      const count = yield* remembering(() => state.mentions(person), language);
      const say = (text: string): Effect.Effect<void> => Effect.promise(() => io.err.write(`${text}\n`));
      if (count === 0) {
        yield* say(FORGET.nothing[language]);
        return EXIT.ok;
      }
      if (!options.yes) {
        if (!canAsk(io)) {
          return yield* Effect.fail(new Failure(EXIT.usage, [FORGET.nobody[language]], FORGET.nobodyHint[language]));
        }
        if (!(yield* agreesTo(FORGET.ask[language](count), io, language))) return EXIT.ok;
      }
      yield* remembering(() => state.forget(person), language);
      yield* say(FORGET.done[language](count));
      return EXIT.ok;
    }),
  );
