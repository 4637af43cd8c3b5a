import type { Language } from "@minga/core";
import { beginRun, endRun, type Target } from "@minga/sync";
import type { State } from "@minga/sync/state";
import { Effect } from "effect";
import { agreesTo, canAsk } from "../ask/talk.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { RUN } from "../texts/run.ts";
import { orFailure } from "./open-target.ts";
import { settleEarlier } from "./settle.ts";

/**
 * Writes to a place: what an earlier run left is settled first, and a mark in the place tells other computers.
 *
 * @param name the place as the command line names it
 */
export const withRun = <Value>(
  state: State,
  target: Target,
  name: string,
  io: Io,
  language: Language,
  work: Effect.Effect<Value, Failure>,
): Effect.Effect<Value, Failure> =>
  Effect.andThen(
    settleEarlier(state, target, name, "ask", io, language),
    marked(state, target, name, io, language, work),
  );

/** Writes to a place in which nothing of an earlier run is left to settle. */
export const marked = <Value>(
  state: State,
  target: Target,
  name: string,
  io: Io,
  language: Language,
  work: Effect.Effect<Value, Failure>,
): Effect.Effect<Value, Failure> =>
  Effect.gen(function* () {
    const { computer } = state;
    const others = yield* orFailure(beginRun(target, computer), language);
    for (const { computer: other, began } of others) {
      const when = `${began.slice(0, 16).replace("T", " ")} UTC`;
      const line = RUN.other[language]({ place: visible(name), computer: visible(other), when });
      if (!canAsk(io)) return yield* Effect.fail(new Failure(EXIT.problems, [line], RUN.hint[language]));
      yield* Effect.promise(() => io.err.write(`${line}\n`));
      if (!(yield* agreesTo(RUN.ask[language], io, language))) {
        return yield* Effect.fail(new Failure(EXIT.problems, [line], RUN.hint[language]));
      }
    }
    // What the work came to counts, whether the mark could be ended or not: it runs out by itself.
    return yield* Effect.ensuring(work, Effect.ignore(endRun(target, computer)));
  });
