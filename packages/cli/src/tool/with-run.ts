import type { Language } from "@minga/core";
import { beginRun, type Target } from "@minga/sync";
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
    const { others, end } = yield* orFailure(beginRun(target, state.computer), language);
    const lines = others.map(({ computer, began }) => {
      const when = `${began.slice(0, 16).replace("T", " ")} UTC`;
      return RUN.other[language]({ place: visible(name), computer: visible(computer), when });
    });
    if (lines.length > 0) {
      yield* Effect.promise(() => io.err.write(canAsk(io) ? `${lines.join("\n")}\n` : ""));
      const isWanted = canAsk(io) && (yield* agreesTo(RUN.ask[language], io, language));
      if (!isWanted) return yield* Effect.fail(new Failure(EXIT.problems, lines, RUN.hint[language]));
    }
    // What the work came to counts, whether the mark could be ended or not: it runs out by itself.
    return yield* Effect.ensuring(work, Effect.ignore(end));
  });
