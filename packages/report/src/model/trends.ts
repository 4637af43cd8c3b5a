import type { Result, Standing, Target } from "@minga/core";
import type { ReportModel } from "./model.ts";
import { annualTarget, isHiddenBaseline, standing } from "./verdicts.ts";

/** One indicator in one year beside what it was to reach. */
export interface TrendPoint {
  readonly year: string;
  readonly isRunning: boolean;
  /** Undefined for a year to come. */
  readonly result: Result | undefined;
  /** The annual target, or the final one that falls due then. */
  readonly target: Target | undefined;
  readonly standing: Standing | undefined;
  /** Where the number would be by now on an even way to the annual target; null where that is over or cannot be told. */
  readonly expected: number | null;
  /** Where it would be at the year's end on an even way from the baseline to the final target; null where it cannot be told. */
  readonly path: number | null;
}

/** An indicator over the years of the page, and on to the last year that it has a target for. */
export const trendOf = (model: ReportModel, indicator: string): readonly TrendPoint[] => {
  const targets = model.targets.filter((each) => each.indicator === indicator && each.target !== null);
  const final = targets.find(({ kind }) => kind === "final");
  const annual = new Map(targets.filter(({ kind }) => kind === "annual").map((target) => [target.period.id, target]));
  const shown = new Set(model.years.map(({ id }) => id));
  const later = [...annual.values(), ...(final === undefined ? [] : [final])]
    .map(({ period }) => period)
    .filter(({ id, start }) => !shown.has(id) && start > model.asOf);
  const years = [
    ...model.years,
    ...[...new Map(later.map((period) => [period.id, { id: period.id, period, isRunning: false }])).values()].toSorted(
      (a, b) => a.period.start - b.period.start,
    ),
  ];
  return years.map((year) => {
    const result = resultOf(model, indicator, year.id);
    const due = final?.period.id === year.id ? final : undefined;
    const target = annualTarget(model, indicator, year) ?? due;
    const found = shown.has(year.id) ? standing(model, target, result) : undefined;
    const isHidden = target !== undefined && isHiddenBaseline(model, target.baseline, result?.unit);
    return {
      year: year.id,
      isRunning: year.isRunning,
      result,
      target: target?.target === null ? undefined : target,
      standing: found,
      expected: year.isRunning && !isHidden ? (found?.expected ?? null) : null,
      path: final === undefined ? null : onTheWay(model, final, year.period.end, result?.unit),
    };
  });
};

/** The number of one of the page's indicators, one of an objective or an extension. */
export const resultOf = (model: ReportModel, indicator: string, year: string): Result | undefined =>
  model.cells.get(indicator, year) ?? model.answers.extensions.get(indicator, year);

const onTheWay = (
  model: ReportModel,
  { baseline, target, period }: Target,
  day: number,
  unit: Result["unit"] | undefined,
): number | null => {
  const first = model.years[0]?.period.start;
  if (baseline === null || target === null || first === undefined || day > period.end) return null;
  if (isHiddenBaseline(model, baseline, unit)) return null;
  return baseline + ((target - baseline) * (day - first + 1)) / (period.end - first + 1);
};
