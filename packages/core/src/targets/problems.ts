import type { Dataset } from "../records/dataset.ts";
import type { Problem, ProblemCode } from "../records/problem.ts";
import type { Section } from "../section/section.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { readTargets } from "./read-targets.ts";
import type { SkippedReason } from "./target.ts";

/** What each reason is among the problems of a section's files. */
const CODES: Readonly<Record<SkippedReason, ProblemCode>> = {
  "unknown-indicator": "target-of-nothing",
  "retired-indicator": "target-of-retired",
  "no-period": "target-without-period",
  "not-a-year": "target-without-period",
  "no-kind": "target-without-kind",
  "unknown-part": "target-of-unknown-part",
  "no-number": "target-without-number",
};

/**
 * The targets that are compared with nothing, and those that equal their baseline. They depend on the strategy, so they are not
 * among the dataset's own problems.
 */
export const targetProblems = (
  dataset: Dataset,
  strategy: Strategy,
  section: Pick<Section, "calendar" | "places">,
): readonly Problem[] => {
  const { targets, skipped } = readTargets(dataset, strategy, section);
  const plain = { table: "targets", personal: false } as const;
  return [
    ...skipped.map(({ address, column, reason, found }): Problem => ({
      ...plain,
      code: CODES[reason],
      address,
      field: column,
      data: found === null ? {} : { found },
    })),
    ...targets.flatMap(({ address, baseline, target }): readonly Problem[] =>
      baseline === null || target === null || baseline !== target
        ? []
        : [{ ...plain, code: "target-is-baseline", address, field: "target", data: { found: String(target) } }],
    ),
  ];
};
