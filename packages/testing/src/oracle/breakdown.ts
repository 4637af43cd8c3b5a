import type { CellParts } from "./cell.ts";
import { ageBands, type OracleView } from "./items.ts";
import { KNOWN_VALUES, type OracleDimension, type OracleOptions, STRATEGY_OBJECTIVES } from "./options.ts";

const distinct = (values: readonly (string | null)[]): readonly string[] =>
  [...new Set(values.filter((value) => value !== null))].toSorted();

/**
 * "A breakdown lists every part of the section's geography, zeros too, plus the unknown part".
 * Other dimensions list what they know likewise, and null last.
 */
const partsOf = (dimension: OracleDimension, view: OracleView, options: OracleOptions): readonly (string | null)[] => {
  const known: Record<OracleDimension, readonly string[]> = {
    region: options.regions,
    commune: options.communes,
    group: distinct(view.world.groups.map((group) => group.id)),
    group_type: options.groupTypes ?? KNOWN_VALUES.groupType,
    project: distinct(view.world.projects.map((project) => project.id)),
    objective: options.objectives ?? STRATEGY_OBJECTIVES,
    gender: distinct(view.world.people.map((person) => person.gender)),
    age_band: ageBands(view.assumptions),
  };
  return [...known[dimension], null];
};

/** No dimension (the total), each of them, each two of them and so on: a crossed breakdown has its margins. */
export const subsets = (by: readonly OracleDimension[]): readonly (readonly OracleDimension[])[] => {
  let found: readonly (readonly OracleDimension[])[] = [[]];
  for (const dimension of by) found = [...found, ...found.map((one) => [...one, dimension])];
  return found;
};

/** Every choice of one part for each dimension. */
export const crossed = (
  by: readonly OracleDimension[],
  view: OracleView,
  options: OracleOptions,
): readonly CellParts[] => {
  let cells: readonly CellParts[] = [[]];
  for (const dimension of by) {
    const parts = partsOf(dimension, view, options);
    cells = cells.flatMap((cell) => parts.map((part): CellParts => [...cell, [dimension, part]]));
  }
  return cells;
};
