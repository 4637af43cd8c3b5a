import type { Language } from "@minga/core";
import {
  type Both,
  isEmptyPlan,
  isRefused,
  planSync,
  SIDES,
  type SyncedPlace,
  type SyncOptions,
  type SyncPlan,
} from "@minga/sync";
import { Effect } from "effect";
import { agreesTo, canAsk } from "../ask/talk.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { remembering, withState } from "../state/use-state.ts";
import { carryOutSync } from "../sync/carry-out-sync.ts";
import { syncPage } from "../sync/sync-page.ts";
import type { syncSpec } from "../texts/commands/sync.ts";
import { SYNC } from "../texts/sync.ts";
import { openTarget, orFailure } from "../tool/open-target.ts";
import { settleEarlier } from "../tool/settle.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga sync`: two places come to say the same. */
export const run = ({ positionals, options, io, language }: Invocation<typeof syncSpec>): Work =>
  Effect.gen(function* () {
    const how = yield* askedFor(options, language);
    const first = { name: positionals.a, target: yield* openTarget(positionals.a, io, language) };
    const second = { name: positionals.b, target: yield* openTarget(positionals.b, io, language) };
    if (first.target.place === second.target.place) {
      return yield* Effect.fail(new Failure(EXIT.usage, [SYNC.samePlace[language]]));
    }
    const places: Both<SyncedPlace> = { first, second };
    const isDry = options["dry-run"];
    return yield* withState(io, language, (state) =>
      Effect.gen(function* () {
        for (const side of isDry ? [] : SIDES) {
          yield* settleEarlier(state, places[side].target, places[side].name, "ask", io, language);
        }
        const memory = yield* remembering(() => state.between(first.target.place, second.target.place), language);
        const plan = yield* orFailure(planSync(places, memory, how), language);
        if (plan.tables.length + plan.refused.length === 0) {
          return yield* Effect.fail(new Failure(EXIT.input, [SYNC.noTables[language]], SYNC.noTablesHint[language]));
        }
        yield* Effect.promise(() => io.out.write(syncPage(plan, places, language)));
        const isWanted = !isDry && (options.yes || (yield* isAgreedTo(plan, io, language)));
        const stands = !isWanted || (yield* carryOutSync(plan, places, state, memory, io, language));
        return isSettled(plan) && stands ? EXIT.ok : EXIT.problems;
      }),
    );
  });

/** Whether the person wants what was shown. Where there is nothing to write there is nothing to ask. */
const isAgreedTo = (plan: SyncPlan, io: Io, language: Language): Effect.Effect<boolean, Failure> =>
  SIDES.every((side) => isEmptyPlan(plan.plans[side]))
    ? Effect.succeed(true)
    : canAsk(io)
      ? agreesTo(SYNC.ask[language], io, language)
      : Effect.fail(new Failure(EXIT.usage, [SYNC.nobody[language]], SYNC.nobodyHint[language]));

/** Whether nothing is left to a person. */
const isSettled = ({ tables, refused, plans }: SyncPlan): boolean =>
  refused.length === 0 &&
  tables.every(({ conflicts }) => conflicts.length === 0) &&
  SIDES.every((side) => !isRefused(plans[side]));

const askedFor = (
  options: Invocation<typeof syncSpec>["options"],
  language: Language,
): Effect.Effect<SyncOptions, Failure> => {
  const wrong = options.key.filter((text) => !KEY.test(text));
  if (wrong.length > 0) {
    return Effect.fail(
      new Failure(
        EXIT.usage,
        wrong.map((text) => SYNC.badKey[language](visible(text))),
      ),
    );
  }
  const keys = options.key.map((text) => [KEY.exec(text)![1]!.trim(), KEY.exec(text)![2]!.trim()] as const);
  const { prefer, table } = options;
  return Effect.succeed({
    keys: new Map(keys),
    allowMany: options["allow-many"],
    allowMissing: options["allow-missing"],
    ...(prefer === undefined ? {} : { prefer: prefer === "A" ? "first" : "second" }),
    ...(table.length === 0 ? {} : { tables: table }),
  });
};

const KEY = /^([^=]+)=(.+)$/s;
