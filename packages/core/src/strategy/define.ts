import { checkStrategy } from "./check.ts";
import { StrategyError } from "./issue.ts";
import type { Strategy } from "./strategy.ts";

/**
 * Gives back the strategy after checking that what it refers to exists. An indicator id that an objective or a linked
 * text names and `indicators` does not hold is a compile error; formulas are checked when the strategy is compiled.
 *
 * @throws {StrategyError} with every issue, each naming its path.
 * @example
 * const strategy = defineStrategy({ id: "my-section-2025", period: { start: "2025-01-01", end: "2028-12-31" }, ... });
 */
export const defineStrategy = <const IndicatorId extends string, const AssumptionName extends string>(
  strategy: Strategy<IndicatorId, AssumptionName>,
): Strategy<IndicatorId, AssumptionName> => {
  const issues = checkStrategy(strategy);
  if (issues.length > 0) throw new StrategyError(issues);
  return strategy;
};
