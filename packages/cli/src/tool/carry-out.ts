import type { Language } from "@minga/core";
import {
  type AdapterError,
  type AppliedTable,
  type ApplyProgress,
  applyPlan,
  type Journal,
  type JournalError,
  type Plan,
  type Target,
} from "@minga/sync";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { stateFailure } from "../state/use-state.ts";
import { adapterFailure, isAdapterError } from "../source/adapter-failure.ts";
import { withProgress } from "../source/progress.ts";
import { APPLIED, PLAN_FAILURES, PLAN_HINTS } from "../texts/plan.ts";

/** What kept a plan from being carried out. */
export const writingFailure = (error: AdapterError | JournalError, language: Language): Failure =>
  isAdapterError(error)
    ? adapterFailure(error, language)
    : (stateFailure(error.cause, language) ??
      new Failure(EXIT.output, [PLAN_FAILURES.journal[language](error.message)], PLAN_HINTS.journal[language]));

/** How far it has come. */
export const progressLine = ({ left, ...progress }: ApplyProgress, language: Language): string =>
  APPLIED.progress[language]({ ...progress, seconds: Math.ceil(left / 1000) });

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
      onProgress: (progress) => tell(progressLine(progress, language)),
    });
    return Effect.mapError(applied, (error) => writingFailure(error, language));
  });
