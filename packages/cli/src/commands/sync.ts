import {
  type Both,
  applySync,
  isEmptyPlan,
  isRefused,
  planSync,
  SIDES,
  type SyncedPlace,
  type SyncPlan,
  type TablePlan,
} from "@minga/sync";
import { Effect } from "effect";
import { agreesTo, canAsk } from "../ask/talk.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/visible.ts";
import { withProgress } from "../source/progress.ts";
import { remembering, withState } from "../state/use-state.ts";
import { syncPage } from "../sync/sync-page.ts";
import type { syncSpec } from "../texts/commands/sync.ts";
import { SYNC } from "../texts/sync.ts";
import { appliedPage, isWhole } from "../tool/applied-page.ts";
import { progressLine, writingFailure } from "../tool/carry-out.ts";
import { openTarget, orFailure } from "../tool/open-target.ts";
import { settleEarlier } from "../tool/settle.ts";
import { marked } from "../tool/with-run.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga sync`: two places come to say the same. */
export const run = ({ positionals, options, io, language }: Invocation<typeof syncSpec>): Work =>
  Effect.gen(function* () {
    const keys = keysIn(options.key);
    if ("problem" in keys) {
      return yield* Effect.fail(new Failure(EXIT.usage, [SYNC.badKey[language](visible(keys.problem))]));
    }
    const first = { name: positionals.a, target: yield* openTarget(positionals.a, io, language) };
    const second = { name: positionals.b, target: yield* openTarget(positionals.b, io, language) };
    if (first.target.place === second.target.place) {
      return yield* Effect.fail(new Failure(EXIT.usage, [SYNC.samePlace[language]]));
    }
    const places: Both<SyncedPlace> = { first, second };
    return yield* withState(io, language, (state) =>
      Effect.gen(function* () {
        const isDry = options["dry-run"];
        if (!isDry) {
          for (const side of SIDES) {
            yield* settleEarlier(state, places[side].target, places[side].name, "ask", io, language);
          }
        }
        const memory = yield* remembering(() => state.between(first.target.place, second.target.place), language);
        const { prefer, table } = options;
        const how = {
          keys: keys.found,
          allowMany: options["allow-many"],
          allowMissing: options["allow-missing"],
          ...(prefer === undefined ? {} : { prefer: prefer === "A" ? ("first" as const) : ("second" as const) }),
          ...(table.length === 0 ? {} : { tables: table }),
        };
        const plan = yield* orFailure(planSync(places, memory, how), language);
        if (plan.tables.length + plan.refused.length === 0) {
          return yield* Effect.fail(new Failure(EXIT.input, [SYNC.noTables[language]], SYNC.noTablesHint[language]));
        }
        yield* Effect.promise(() => io.out.write(syncPage(plan, places, language)));
        const isIdle = SIDES.every((side) => isEmptyPlan(plan.plans[side]));
        if (isDry) return isSettled(plan) ? EXIT.ok : EXIT.problems;
        if (!isIdle && !options.yes) {
          if (!canAsk(io)) {
            return yield* Effect.fail(new Failure(EXIT.usage, [SYNC.nobody[language]], SYNC.nobodyHint[language]));
          }
          if (!(yield* agreesTo(SYNC.ask[language], io, language))) return isSettled(plan) ? EXIT.ok : EXIT.problems;
        }
        // Where there is nothing to write, what they agree on is noted all the same.
        const work = withProgress(io, (tell) =>
          Effect.mapError(
            applySync(plan, places, memory, (progress) => tell(progressLine(progress, language))),
            (error) => writingFailure(error, language),
          ),
        );
        const written = SIDES.filter((side) => !isEmptyPlan(plan.plans[side]));
        const applied = yield* written.reduce(
          (inner, side) => marked(state, places[side].target, places[side].name, io, language, inner),
          work,
        );
        yield* Effect.promise(async () => {
          for (const side of written) {
            await io.out.write(`${SYNC.inPlace[language](visible(places[side].name))}\n`);
            const touched = new Set(plan.plans[side].tables.filter(isTouched).map(({ table: name }) => name));
            await io.out.write(
              appliedPage(
                applied[side].filter((each) => touched.has(each.table)),
                language,
              ),
            );
          }
        });
        return isSettled(plan) && SIDES.every((side) => isWhole(applied[side])) ? EXIT.ok : EXIT.problems;
      }),
    );
  });

const isTouched = ({ schema, creates, updates }: TablePlan): boolean =>
  schema.length + creates.length + updates.length > 0;

/** Whether nothing is left to a person. */
const isSettled = ({ tables, refused, plans }: SyncPlan): boolean =>
  refused.length === 0 &&
  tables.every(({ conflicts }) => conflicts.length === 0) &&
  SIDES.every((side) => !isRefused(plans[side]));

const keysIn = (
  texts: readonly string[],
): { readonly found: ReadonlyMap<string, string> } | { readonly problem: string } => {
  const found = new Map<string, string>();
  for (const text of texts) {
    const at = text.indexOf("=");
    if (at <= 0 || at === text.length - 1) return { problem: text };
    found.set(text.slice(0, at).trim(), text.slice(at + 1).trim());
  }
  return { found };
};
