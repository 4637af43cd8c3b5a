import { evaluate, withhold } from "@minga/core";
import { isRefused, makePlan, type Plan } from "@minga/sync";
import { Clock, Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { indicatorsOf, requestOf } from "../evaluate/request.ts";
import { EXIT } from "../exit-code.ts";
import { resultsToKeep, withWithdrawn } from "../push/results-table.ts";
import { asOfIn } from "../source/as-of.ts";
import { openSource } from "../source/open-source.ts";
import { partLabels } from "../source/part-labels.ts";
import { noteProblems, problemsOf } from "../source/problem-note.ts";
import { withProgress } from "../source/progress.ts";
import { readRecords } from "../source/read-records.ts";
import { breathe } from "../source/step.ts";
import { withState } from "../state/use-state.ts";
import type { pushSpec } from "../texts/commands/push.ts";
import { PUSH } from "../texts/push.ts";
import { EVALUATING } from "../texts/source.ts";
import { appliedPage, isWhole } from "../tool/applied-page.ts";
import { carryOut } from "../tool/carry-out.ts";
import { openTarget, orFailure } from "../tool/open-target.ts";
import { planPage } from "../tool/plan-page.ts";
import { withRun } from "../tool/with-run.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga push`: the indicators as a table in a tool. */
export const run = ({ positionals, options, io, language }: Invocation<typeof pushSpec>): Work =>
  Effect.gen(function* () {
    const request = requestOf(options);
    if ("problems" in request) return yield* Effect.fail(usageFailure(request.problems, "minga push", language));
    const target = yield* openTarget(positionals.target, io, language);
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const { strategy, section } = opened;
    const wanted = indicatorsOf(strategy, options);
    if ("problems" in wanted) return yield* Effect.fail(usageFailure(wanted.problems, "minga push", language));
    const { dataset, sheets } = yield* readRecords(opened, io, language);
    const asOf = asOfIn(section, options["as-of"]);
    const exact = yield* withProgress(io, (tell) =>
      Effect.forEach(wanted.ids, (indicator, done) =>
        Effect.gen(function* () {
          tell(EVALUATING[language]({ indicator, done: done + 1, all: wanted.ids.length }));
          yield* breathe;
          return evaluate(dataset, { strategy, section, asOf, ...request, indicators: [indicator] });
        }),
      ),
    );
    // What one push publishes is withheld together: numbers of several indicators can lead to one of them.
    const results = options.local
      ? exact
      : withhold(
          exact.map((each) => ({ results: each, strategy, asOf })),
          section,
        );
    const labels = partLabels({ section, strategy, dataset }, language);
    const sources = [...new Set(sheets.filter(({ taken }) => taken).map(({ source }) => source))];
    const computed = `${new Date(yield* Clock.currentTimeMillis).toISOString().slice(0, 16)}Z`;
    const given = { results: results.flat(), dataset, strategy, section, asOf, computed, sources, labels };
    const table = resultsToKeep(given, options.table, language);
    const planned = Effect.gen(function* () {
      const stored = yield* target.load({ name: table.name });
      // The table is minga's own: it is made where it is not there, and all of it may change.
      const how = { mayProvision: true, allowMany: true };
      return yield* makePlan(target, positionals.target, [withWithdrawn(table, stored, language)], how);
    });
    if (options.local) yield* Effect.promise(() => io.err.write(`${PUSH.exact[language]}\n`));
    const shown = (plan: Plan): Effect.Effect<void> =>
      Effect.promise(() => io.out.write(planPage(plan, target.limits.service, language)));
    if (options["dry-run"]) {
      const plan = yield* orFailure(planned, language);
      yield* shown(plan);
      return isRefused(plan) ? EXIT.problems : EXIT.ok;
    }
    const applied = yield* withState(io, language, (state) => {
      const work = Effect.gen(function* () {
        const plan = yield* orFailure(planned, language);
        if (!isRefused(plan)) return yield* carryOut(plan, target, state.journal(), io, language);
        yield* shown(plan);
        return undefined;
      });
      return withRun(state, target, positionals.target, io, language, work);
    });
    if (applied === undefined) return EXIT.problems;
    yield* Effect.promise(async () => {
      await io.out.write(appliedPage(applied, language));
      await noteProblems(problemsOf(dataset, { strategy, section, asOf }), positionals.source, io, language);
    });
    return isWhole(applied) ? EXIT.ok : EXIT.problems;
  });
