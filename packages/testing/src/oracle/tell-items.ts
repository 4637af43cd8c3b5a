import type { ResultCell, Result, Unit } from "@minga/core";
import { crossed, subsets } from "./breakdown.ts";
import { amountOf, median, notApplicable, within } from "./cell.ts";
import { type OracleItem, type OracleView, viewOf } from "./items.ts";
import type { OracleOptions } from "./options.ts";
import type { OracleWorld } from "./world.ts";

/** What is asked of ladders: of the geography and the assumptions, on days of its own. */
export type OracleLadderOptions = Omit<OracleOptions, "asOf" | "from" | "to" | "grain" | "keptSince" | "indicators">;

/** Looks at one day, which is the last one that counts. */
export const viewOn = (world: OracleWorld, day: string, options: OracleLadderOptions): OracleView =>
  viewOf(world, { id: day, grain: "month", start: day, end: day }, { ...options, asOf: day, grain: "month" });

/** A key, `{ level: "owning" }`, with what lies under it. */
export interface OracleKey {
  readonly key: Readonly<Record<string, string | null>>;
  readonly items: readonly OracleItem[];
  /** For a share: what it is a share of. */
  readonly below?: readonly OracleItem[];
}

/** Tells keys in every cell of the breakdown: counts, shares, or the median of the items' amounts. */
export const tellKeys = (
  head: { readonly indicator: string; readonly period: string; readonly unit: Unit },
  keys: readonly OracleKey[],
  view: OracleView,
  options: OracleLadderOptions,
): readonly Result[] => {
  const asked: OracleOptions = { ...options, asOf: view.asOf, grain: "month" };
  return subsets(options.by ?? []).flatMap((dimensions) =>
    crossed(dimensions, view, asked).flatMap((parts) =>
      keys.map(({ key, items, below }): Result => {
        const here = within(items, parts);
        const all = below === undefined ? undefined : within(below, parts);
        return {
          indicator: head.indicator,
          period: head.period,
          by: { ...key, ...Object.fromEntries(parts) },
          ...cellOf(head.unit, here, all),
          unit: head.unit,
        };
      }),
    ),
  );
};

const cellOf = (unit: Unit, items: readonly OracleItem[], below: readonly OracleItem[] | undefined): ResultCell => {
  if (below !== undefined) {
    const [numerator, denominator] = [amountOf(items), amountOf(below)];
    if (denominator === 0) return notApplicable("division-by-zero");
    return { state: "value", value: numerator / denominator, numerator, denominator };
  }
  if (unit !== "days") return { state: "value", value: amountOf(items) };
  const amounts = items.map(({ amount }) => amount ?? 0);
  return amounts.length === 0 ? notApplicable("no-rows") : { state: "value", value: median(amounts) };
};
