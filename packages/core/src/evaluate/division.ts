import type { Checked } from "../formula/checked.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";
import type { Geography } from "../strategy/strategy.ts";

/** A division at the top of a formula, perhaps times a bare number: a ratio per 100,000. */
export interface Division {
  readonly left: Checked;
  readonly right: Checked;
  readonly geography: Geography | undefined;
  readonly scale: number;
}

/** An indicator's formula and geography. */
export const indicatorFormula = (
  { indicators, strategy }: CompiledStrategy,
  id: string,
): { readonly formula: Checked; readonly geography: Geography | undefined } => ({
  formula: indicators.get(id)!.checked,
  geography: strategy.indicators[id]!.geography,
});

/** The division that a formula is, by itself or by an indicator that it names; null where it is none. */
export const divisionOf = (
  compiled: CompiledStrategy,
  node: Checked,
  geography: Geography | undefined,
): Division | null => {
  if (node.node === "indicator") {
    const { formula, geography: its } = indicatorFormula(compiled, node.id);
    return divisionOf(compiled, formula, its);
  }
  if (node.node === "arithmetic" && node.operator === "*" && node.right.node === "number") {
    const division = divisionOf(compiled, node.left, geography);
    return division === null ? null : { ...division, scale: division.scale * node.right.value };
  }
  const isRatio =
    node.node === "arithmetic" && node.operator === "/" && node.type.kind === "number" && node.type.unit === "ratio";
  return isRatio ? { left: node.left, right: node.right, geography, scale: 1 } : null;
};
