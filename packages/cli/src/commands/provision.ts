import { isEmptyPlan, makePlan, noJournal, RUNS_TABLE } from "@minga/sync";
import { Effect } from "effect";
import { agreesTo, canAsk } from "../ask/talk.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { placeIn } from "../source/open-tool.ts";
import { openSource } from "../source/open-source.ts";
import type { provisionSpec } from "../texts/commands/provision.ts";
import { PROVISION } from "../texts/provision.ts";
import { carryOut } from "../tool/carry-out.ts";
import { openTarget, orFailure } from "../tool/open-target.ts";
import { tablesPage } from "../tool/plan-page.ts";
import { readToKeep } from "../tool/tables-to-keep.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga provision`: the tables and fields that SOURCE needs are made in a place where they are missing; no row is written. */
export const run = ({ positionals, options, io, language }: Invocation<typeof provisionSpec>): Work =>
  Effect.gen(function* () {
    const target = yield* openTarget(positionals.target, io, language);
    const opened = yield* openSource(positionals.source, { strategy: undefined, language });
    const { tables } = yield* readToKeep(opened, io, language);
    // A folder is one computer's, or shared by what keeps copies of its own.
    const runs = placeIn(positionals.target) === undefined ? [] : [{ ...RUNS_TABLE, rows: [] }];
    const whole = yield* orFailure(
      makePlan(target, positionals.target, [...tables, ...runs], { mayProvision: true, allowMany: true }),
      language,
    );
    // The rows are the plan's business, not this command's.
    const plan = {
      ...whole,
      tables: whole.tables
        .filter(({ schema }) => schema.length > 0)
        .map((table) => ({ ...table, creates: [], updates: [], leftAlone: [], same: 0, others: 0 })),
    };
    yield* Effect.promise(() => io.out.write(tablesPage(plan, language)));
    if (isEmptyPlan(plan)) return EXIT.ok;
    if (!options.yes) {
      if (!canAsk(io)) {
        return yield* Effect.fail(
          new Failure(EXIT.usage, [PROVISION.nobody[language]], PROVISION.nobodyHint[language]),
        );
      }
      if (!(yield* agreesTo(PROVISION.ask[language], io, language))) return EXIT.ok;
    }
    yield* carryOut(plan, target, noJournal, io, language);
    yield* Effect.promise(() => io.err.write(`${PROVISION.done[language]}\n`));
    return EXIT.ok;
  });
