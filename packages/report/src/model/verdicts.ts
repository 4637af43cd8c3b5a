import type { Result } from "@minga/core";
import type { ReportModel, ReportYear } from "./model.ts";
import { type Target, type Verdict, verdictOf } from "./targets.ts";

/** One indicator of one objective in one year, held against its annual target. */
export interface AnnualVerdict {
  readonly indicator: string;
  readonly objective: number;
  readonly result: Result | undefined;
  readonly target: Target | undefined;
  /** Undefined where there is no target. */
  readonly verdict: Verdict | undefined;
}

/** The annual target of a year, if the section wrote one. */
export const annualTarget = ({ targets }: ReportModel, indicator: string, year: ReportYear): Target | undefined =>
  targets.find((each) => each.kind === "annual" && each.indicator === indicator && each.period.id === year.id);

/** Every indicator of every objective in a year; `objective` is its position on the page. */
export const annualVerdicts = (model: ReportModel, year: ReportYear): readonly AnnualVerdict[] =>
  model.groups.flatMap(({ indicators }, objective) =>
    indicators.map((indicator) => {
      const target = annualTarget(model, indicator, year);
      const result = model.cells.get(indicator, year.id);
      const verdict = target === undefined ? undefined : verdictOf(target, result, year.isRunning);
      return { indicator, objective, result, target, verdict };
    }),
  );
