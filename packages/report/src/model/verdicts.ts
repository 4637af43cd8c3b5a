import { additivityOf, type Result, type Standing, standingOf, type Target, type TargetStatus } from "@minga/core";
import type { ReportModel, ReportYear } from "./model.ts";

/** One indicator of one objective in one year, held against its annual target. */
export interface AnnualVerdict {
  readonly indicator: string;
  readonly objective: number;
  readonly result: Result | undefined;
  readonly target: Target | undefined;
  /** Undefined where there is no target. */
  readonly verdict: TargetStatus | undefined;
}

/** How a number stands to a target; undefined where there is no target. */
export const standing = (
  { compiled, strategy, asOf }: ReportModel,
  target: Target | undefined,
  result: Result | undefined,
): Standing | undefined =>
  target === undefined
    ? undefined
    : standingOf(target, result, { strategy, asOf, additivity: additivityOf(compiled, target.indicator) });

/** Whether a baseline is a small number of persons, which a page to be shared does not show. */
export const isHiddenBaseline = (
  { isLocal, input }: ReportModel,
  baseline: number | null,
  unit: Result["unit"] | undefined,
): boolean =>
  !isLocal && unit === "persons" && baseline !== null && baseline >= 1 && baseline < input.section.smallestShown;

/** The annual target of a year, if the section wrote one. */
export const annualTarget = (
  { targets }: ReportModel,
  indicator: string,
  year: Pick<ReportYear, "id">,
): Target | undefined =>
  targets.find((each) => each.kind === "annual" && each.indicator === indicator && each.period.id === year.id);

/** Every indicator of every objective in a year; `objective` is its position on the page. */
export const annualVerdicts = (model: ReportModel, year: ReportYear): readonly AnnualVerdict[] =>
  model.groups.flatMap(({ indicators }, objective) =>
    indicators.map((indicator) => {
      const target = annualTarget(model, indicator, year);
      const result = model.cells.get(indicator, year.id);
      const verdict = standing(model, target, result)?.status;
      return { indicator, objective, result, target, verdict };
    }),
  );
