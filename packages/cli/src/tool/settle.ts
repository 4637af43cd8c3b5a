import type { Language } from "@minga/core";
import { isEmptyPlan, planRestore, type Target } from "@minga/sync";
import type { State } from "@minga/sync/state";
import { Clock, Effect } from "effect";
import { agreesTo, canAsk } from "../ask/talk.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { remembering } from "../state/use-state.ts";
import { SETTLE } from "../texts/settle.ts";
import { appliedPage } from "./applied-page.ts";
import { carryOut } from "./carry-out.ts";
import { orFailure } from "./open-target.ts";
import { tablesPage } from "./plan-page.ts";

/** Milliseconds within which a request lands, if it does, whose sender died. */
const LANDS = 10_000;

/** What is done with what a run that was cut wrote into rows that it did not mean. */
export type Decision = "restore" | "keep" | "ask";

/**
 * Looks at what an earlier run began in a place and did not come to look at, before anything else is written there.
 *
 * @param name the place as the command line names it
 * @returns whether there was anything to look at
 */
export const settleEarlier = (
  state: State,
  target: Target,
  name: string,
  decision: Decision,
  io: Io,
  language: Language,
): Effect.Effect<boolean, Failure> =>
  Effect.gen(function* () {
    const notes = yield* remembering(() => state.openNotes(target.place), language);
    if (notes.length === 0) return false;
    const close = remembering(() => state.closeNotes(notes.map(({ id }) => id)), language);
    const told = { place: visible(name), when: `${notes[0]!.made.slice(0, 16).replace("T", " ")} UTC` };
    const say = (text: string): Effect.Effect<void> => Effect.promise(() => io.err.write(`${text}\n`));
    // What a process that died had sent may still be on its way: looked at too early, a row would be made twice.
    const newest = Math.max(...notes.map(({ made }) => Date.parse(made)));
    const left = Math.min(newest + LANDS - (yield* Clock.currentTimeMillis), LANDS);
    if (left > 0) {
      yield* say(SETTLE.waiting[language]({ place: visible(name), seconds: Math.ceil(left / 1000) }));
      yield* Effect.sleep(left);
    }
    const read = planRestore(
      notes.map(({ note }) => note),
      target,
      name,
    );
    const plan = yield* orFailure(read, language);
    if (isEmptyPlan(plan)) {
      yield* say(SETTLE.clean[language](told));
      yield* close;
      return true;
    }
    yield* say(SETTLE.strayed[language](told));
    yield* say(tablesPage(plan, language).trimEnd());
    if (decision === "ask" && !canAsk(io)) {
      const hint = SETTLE.openHint[language](visible(name));
      return yield* Effect.fail(new Failure(EXIT.problems, [SETTLE.open[language](told)], hint));
    }
    const isWanted = decision === "ask" ? yield* agreesTo(SETTLE.ask[language], io, language) : decision === "restore";
    if (isWanted) {
      const applied = yield* carryOut(plan, target, state.journal(), io, language);
      yield* say(appliedPage(applied, language).trimEnd());
    }
    yield* say(isWanted ? SETTLE.restored[language] : SETTLE.kept[language]);
    yield* close;
    return true;
  });
