import type { ResultCell } from "@minga/core";
import type { OracleDefinition } from "./definition.ts";
import type { OracleItem, OracleView } from "./items.ts";
import type { OracleDimension } from "./options.ts";

/** The part of each dimension that a cell stands for; none for a total. */
export type CellParts = readonly (readonly [dimension: OracleDimension, part: string | null])[];

/** The items that lie in a cell. */
export const within = (items: readonly OracleItem[], parts: CellParts): readonly OracleItem[] =>
  items.filter((item) => parts.every(([dimension, part]) => item.parts[dimension] === part));

/** How many distinct things there are, or what they add up to. */
export const amountOf = (items: readonly OracleItem[]): number => {
  const seen = new Set<object>();
  let amount = 0;
  for (const item of items) {
    if (seen.has(item.what)) continue;
    seen.add(item.what);
    amount += item.amount ?? 1;
  }
  return amount;
};

/** "median [...] (mean of the middle two)" */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  const lower = sorted[middle - 1] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
};

/** "**not-applicable** (division by zero, a dimension that an indicator cannot reach)" */
export const notApplicable = (
  code: "division-by-zero" | "no-rows" | "unreachable-dimension" | "grain",
  detail: readonly string[] = [],
): ResultCell => ({ state: "not-applicable", reason: { code, detail } });

const inRegion = (items: readonly OracleItem[], region: string): number =>
  amountOf(within(items, [["region", region]]));

/** "½ Σ|aᵢ − pᵢ| between people and population by region" */
const dissimilarity = (a: readonly OracleItem[], p: readonly OracleItem[], regions: readonly string[]): ResultCell => {
  let allA = 0;
  let allP = 0;
  for (const region of regions) {
    allA += inRegion(a, region);
    allP += inRegion(p, region);
  }
  if (allA === 0 || allP === 0) return notApplicable("division-by-zero");
  let sum = 0;
  for (const region of regions) sum += Math.abs(inRegion(a, region) / allA - inRegion(p, region) / allP);
  return { state: "value", value: sum / 2 };
};

/** Computes every cell of one indicator in one period; the lists of what counts are made once. */
export const cellsOf = (
  definition: OracleDefinition,
  view: OracleView,
  by: readonly OracleDimension[],
): ((parts: CellParts) => ResultCell) => {
  const { measure, grain, reaches } = definition;
  if (grain !== undefined && view.period.grain !== grain) return () => notApplicable("grain", [grain]);
  const unreachable = by.filter((dimension) => !reaches.includes(dimension));
  if (unreachable.length > 0) return () => notApplicable("unreachable-dimension", unreachable);
  switch (measure.kind) {
    case "count": {
      const items = measure.items(view);
      return (parts) => ({ state: "value", value: amountOf(within(items, parts)) });
    }
    case "ratio": {
      const above = measure.above(view);
      const below = measure.below(view);
      return (parts) => {
        // "A ratio keeps its numerator and denominator."
        const numerator = amountOf(within(above, parts));
        const denominator = amountOf(within(below, parts));
        if (denominator === 0) return notApplicable("division-by-zero");
        const value = (numerator / denominator) * (measure.times ?? 1);
        return { state: "value", value, numerator, denominator };
      };
    }
    case "median": {
      const items = measure.items(view);
      return (parts) => {
        const amounts = within(items, parts).map((item) => item.amount ?? 0);
        if (amounts.length === 0) return notApplicable("no-rows");
        return { state: "value", value: median(amounts) };
      };
    }
    case "dissimilarity": {
      const cell = dissimilarity(measure.a(view), measure.p(view), view.regions);
      return () => cell;
    }
    default:
      return measure satisfies never;
  }
};
