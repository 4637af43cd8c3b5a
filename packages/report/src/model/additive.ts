import type { Checked, CompiledStrategy } from "@minga/core";

/** Whether the parts of a number can be added up: `yes`; `overlap`, since one person or thing can stand in several; `no`. */
export type PartsAddUp = "yes" | "overlap" | "no";

/**
 * Tells from its definition whether an indicator's parts add up to its total. A count or a sum has every row in one
 * part; a distinct count may have one person in several; anything else (a ratio, a median) is no sum at all.
 * Source: domain.md, "Dimensions".
 */
export const partsAddUp = (compiled: CompiledStrategy, indicator: string): PartsAddUp => {
  const tell = (node: Checked): PartsAddUp => {
    if (node.node === "indicator") {
      const named = compiled.indicators.get(node.id);
      return named === undefined ? "no" : tell(named.checked);
    }
    if (node.node !== "aggregate") return "no";
    if (node.function === "distinct") return "overlap";
    return node.function === "count" || node.function === "sum" ? "yes" : "no";
  };
  const formula = compiled.indicators.get(indicator);
  return formula === undefined ? "no" : tell(formula.checked);
};
