import type { Language } from "@minga/core";
import { type AppliedTable, applyPlan, type Journal, type Plan, type Target } from "@minga/sync";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { adapterFailure, isAdapterError } from "../source/adapter-failure.ts";
import { withProgress } from "../source/progress.ts";
import { APPLIED, PLAN_FAILURES, PLAN_HINTS } from "../texts/plan.ts";

/** Carries out a plan, and says how far it has come. */
export const carryOut = (
  plan: Plan,
  target: Target,
  journal: Journal,
  io: Io,
  language: Language,
): Effect.Effect<readonly AppliedTable[], Failure> =>
  withProgress(io, (tell) => {
    const applied = applyPlan(plan, target, {
      journal,
      onProgress: ({ left, ...progress }) =>
        tell(APPLIED.progress[language]({ ...progress, seconds: Math.ceil(left / 1000) })),
    });
    return Effect.mapError(applied, (error) =>
      isAdapterError(error)
        ? adapterFailure(error, language)
        : new Failure(EXIT.output, [PLAN_FAILURES.journal[language](error.message)], PLAN_HINTS.journal[language]),
    );
  });
