import type { Dataset } from "../records/dataset.ts";
import type { Problem, ProblemCode } from "../records/problem.ts";
import type { Strategy } from "../strategy/strategy.ts";
import type { SkippedAssessmentReason } from "./assessment.ts";
import { readAssessments } from "./read-assessments.ts";

/** What each reason is among the problems of a section's files. */
const CODES: Readonly<Record<SkippedAssessmentReason, ProblemCode>> = {
  "no-kind": "assessment-without-kind",
  "unknown-item": "assessment-of-nothing",
  "no-year": "assessment-without-year",
  "out-of-range": "rating-out-of-range",
  "repeated-item": "assessment-twice",
};

/**
 * The assessments that stand nowhere: of nothing that the strategy has, or rated outside 1..5. They depend on the strategy, so
 * they are not among the dataset's own problems.
 */
export const assessmentProblems = (dataset: Dataset, strategy: Strategy): readonly Problem[] =>
  readAssessments(dataset, strategy).skipped.map(({ address, column, reason, found }) => ({
    table: "assessments",
    personal: false,
    code: CODES[reason],
    address,
    field: column,
    data: found === null ? {} : { found },
  }));
