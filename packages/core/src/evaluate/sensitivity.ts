import type { Dataset } from "../records/dataset.ts";
import type { Result } from "../results/result.ts";
import { allReferences } from "../strategy/compile.ts";
import type { AssumptionValue, Strategy } from "../strategy/strategy.ts";
import { compiledOnce, evaluate, type EvaluateOptions } from "./evaluate.ts";

/** What to try. */
export interface SensitivityOptions<
  IndicatorId extends string = string,
  AssumptionName extends string = string,
> extends Omit<EvaluateOptions<IndicatorId>, "indicators" | "strategy"> {
  readonly strategy: Strategy<IndicatorId, AssumptionName>;
  readonly indicator: IndicatorId;
  readonly assumption: AssumptionName;
  /** The values to try; each of the kind of the assumption's own. */
  readonly values: readonly AssumptionValue[];
}

/** What one value of the assumption comes to. */
export interface SensitivityRun {
  readonly value: AssumptionValue;
  /** Whether the strategy has this value now. */
  readonly isCurrent: boolean;
  readonly results: readonly Result[];
}

/**
 * Tells one indicator once for each value of an assumption, so that the choice can be seen. A value stands for all periods,
 * whatever it was earlier.
 *
 * @throws RangeError when the assumption does not exist, or the indicator does not read it
 * @throws FormulaError when a value makes a formula wrong (a window of no months)
 * @example
 * sensitivity(dataset, { strategy, section, asOf: "2025-12-31", indicator: "o1.recurrent", assumption: "recurrent_participations", values: [2, 3, 4] });
 */
export const sensitivity = <IndicatorId extends string, AssumptionName extends string>(
  dataset: Dataset,
  { strategy, indicator, assumption, values, ...options }: SensitivityOptions<IndicatorId, AssumptionName>,
): readonly SensitivityRun[] => {
  const compiled = compiledOnce(strategy);
  const formula = compiled.indicators.get(indicator);
  if (formula === undefined) throw new RangeError(`the strategy has no indicator ${indicator}`);
  if (!Object.hasOwn(strategy.assumptions, assumption)) {
    throw new RangeError(`the strategy has no assumption ${assumption}`);
  }
  if (!allReferences(compiled, formula.checked).assumptions.has(assumption)) {
    throw new RangeError(`${indicator} does not read ${assumption}`);
  }
  const { earlier: _, ...spec } = strategy.assumptions[assumption];
  return values.map((value) => {
    const tried: Strategy = { ...strategy, assumptions: { ...strategy.assumptions, [assumption]: { ...spec, value } } };
    return {
      value,
      isCurrent: JSON.stringify(value) === JSON.stringify(spec.value),
      results: evaluate<string>(dataset, { ...options, strategy: tried, indicators: [indicator] }),
    };
  });
};
