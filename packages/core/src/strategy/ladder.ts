import type { Dimension } from "../records/dimensions.ts";
import type { CompiledStep, CompiledStrategy } from "./compile.ts";
import type { CheckedFormula } from "../formula/check/check.ts";
import type { Step, Strategy } from "./strategy.ts";

/** The two ladders on which people stand. Source: domain.md, "Route and pyramid". */
export const LADDERS = ["pyramid", "route"] as const;

/** See {@link LADDERS}. */
export type Ladder = (typeof LADDERS)[number];

/** The dimension that breaks numbers down by the steps of a ladder. */
export const STEP_DIMENSION = {
  pyramid: "level",
  route: "stage",
} as const satisfies Readonly<Record<Ladder, Dimension>>;

/** The levels of the pyramid, lowest first, or the stages of the route, first to last. */
export const stepsOf = ({ pyramid, route }: Pick<Strategy, "pyramid" | "route">, ladder: Ladder): readonly Step[] =>
  ladder === "pyramid" ? pyramid.levels : route.stages;

/** Where else a person may be than on a step; no step can bear one of these names. */
export const BESIDE = ["outside", "paused", "left"] as const;

/** The checked conditions of a ladder; `among` is what everybody on it must fulfil, where there is such a thing. */
export const compiledLadder = (
  { pyramid, route }: CompiledStrategy,
  ladder: Ladder,
): { readonly among: CheckedFormula | undefined; readonly steps: readonly CompiledStep[] } =>
  ladder === "pyramid" ? { among: pyramid.among, steps: pyramid.levels } : { among: undefined, steps: route.stages };
