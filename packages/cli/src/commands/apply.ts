import { readFile } from "node:fs/promises";
import { type Plan, PlanError, planFromJson } from "@minga/sync";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/visible.ts";
import { reading } from "../source/reading.ts";
import { withState } from "../state/use-state.ts";
import type { applySpec } from "../texts/commands/apply.ts";
import { PLAN_FAILURES, PLAN_HINTS } from "../texts/plan.ts";
import { appliedPage, isWhole } from "../tool/applied-page.ts";
import { carryOut } from "../tool/carry-out.ts";
import { openTarget } from "../tool/open-target.ts";
import { withRun } from "../tool/with-run.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga apply`: carries out a plan that was looked at. */
export const run = ({ positionals, io, language }: Invocation<typeof applySpec>): Work =>
  Effect.gen(function* () {
    const plan = yield* reading(() => planAt(positionals.plan, language), language);
    const target = yield* openTarget(plan.target, io, language);
    const applied = yield* withState(io, language, (state) =>
      withRun(state, target, plan.target, io, language, carryOut(plan, target, state.journal(), io, language)),
    );
    yield* Effect.promise(() => io.out.write(appliedPage(applied, language)));
    return isWhole(applied) ? EXIT.ok : EXIT.problems;
  });

const planAt = async (path: string, language: "es" | "en"): Promise<Plan> => {
  try {
    return planFromJson(await readFile(path, "utf8"));
  } catch (error) {
    if (!(error instanceof PlanError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    const line = visible(PLAN_FAILURES.notAPlan[language](path));
    throw new Failure(EXIT.input, [line], PLAN_HINTS.notAPlan[language]);
  }
};
