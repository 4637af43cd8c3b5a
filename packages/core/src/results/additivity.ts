import type { Aggregate, Checked } from "../formula/checked.ts";
import type { AggregateName } from "../formula/functions.ts";
import { WINDOWS } from "../formula/window.ts";
import type { Dimension } from "../records/dimensions.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";
import type { Additivity } from "./result.ts";

/** Dimensions of which one row may lie in several parts: an activity with organizations of several relations. */
const SEVERAL: ReadonlySet<Dimension> = new Set(["organization_relation"]);

const NONE: Additivity = { overPeriods: "no", overParts: "no" };

/**
 * Whether an indicator's numbers may be added up, told from its definition: a count of events adds up over periods and parts,
 * a stock stands as it was last, different persons are counted again, a ratio is none of this.
 *
 * @param by the dimensions that the parts are of
 * @throws RangeError when the strategy has no such indicator
 * @example
 * additivityOf(compiled, "o1.monitoring"); // { overPeriods: "sum", overParts: "sum" }
 * additivityOf(compiled, "o1.participants"); // { overPeriods: "no", overParts: "union" }
 */
export const additivityOf = (
  compiled: CompiledStrategy,
  indicator: string,
  by: readonly Dimension[] = [],
): Additivity => {
  const formula = compiled.indicators.get(indicator);
  if (formula === undefined) throw new RangeError(`the strategy has no indicator ${indicator}`);
  const found = ofNode(compiled, formula.checked);
  return found.overParts === "sum" && by.some((dimension) => SEVERAL.has(dimension))
    ? { ...found, overParts: "union" }
    : found;
};

const ofNode = (compiled: CompiledStrategy, node: Checked): Additivity => {
  switch (node.node) {
    case "indicator": {
      const named = compiled.indicators.get(node.id);
      return named === undefined ? NONE : ofNode(compiled, named.checked);
    }
    case "aggregate":
      return ofAggregate(node);
    case "negate":
      return ofNode(compiled, node.operand);
    case "arithmetic": {
      const [left, right] = [ofNode(compiled, node.left), ofNode(compiled, node.right)];
      if (node.operator === "+" || node.operator === "-") return both(left, right);
      // Times or by a bare number: the same with another scale.
      if (node.right.node === "number") return left;
      if (node.operator === "*" && node.left.node === "number") return right;
      // What stands at the end of a period stands at the end of a longer one.
      return {
        overPeriods: left.overPeriods === "last" && right.overPeriods === "last" ? "last" : "no",
        overParts: "no",
      };
    }
    default:
      return NONE;
  }
};

const both = (a: Additivity, b: Additivity): Additivity => ({
  overPeriods: a.overPeriods === b.overPeriods ? a.overPeriods : "no",
  overParts: a.overParts === b.overParts ? a.overParts : "no",
});

/** What becomes of each aggregate over parts. */
const OVER_PARTS: Readonly<Record<AggregateName, Additivity["overParts"]>> = {
  count: "sum",
  sum: "sum",
  distinct: "union",
  min: "no",
  max: "no",
  average: "no",
  median: "no",
};

const ofAggregate = ({ function: name, window }: Aggregate): Additivity => {
  const overPeriods = window === null ? "no" : WINDOWS[window.window].overPeriods;
  const overParts = OVER_PARTS[name];
  // Of different persons or values only a stock goes on standing; so does a median or an average of a stock.
  return { overPeriods: overParts === "sum" || overPeriods === "last" ? overPeriods : "no", overParts };
};
