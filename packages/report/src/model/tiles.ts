import type { Place } from "@minga/core";

/** Where a place stands on a tile map, in tiles from the left and the top. */
export interface Tile {
  readonly code: string;
  /** What is written on it: the code without its country. */
  readonly short: string;
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

/** Chile from north to south; the coast left of the capital. */
const CHILE: Readonly<Record<string, readonly [column: number, row: number]>> = {
  "CL-AP": [0.5, 0],
  "CL-TA": [0.5, 1],
  "CL-AN": [0.5, 2],
  "CL-AT": [0.5, 3],
  "CL-CO": [0.5, 4],
  "CL-VS": [0, 5],
  "CL-RM": [1, 5],
  "CL-LI": [0.5, 6],
  "CL-ML": [0.5, 7],
  "CL-NB": [0.5, 8],
  "CL-BI": [0.5, 9],
  "CL-AR": [0.5, 10],
  "CL-LR": [0.5, 11],
  "CL-LL": [0.5, 12],
  "CL-AI": [0.5, 13],
  "CL-MA": [0.5, 14],
};

/** How many tiles a row of a map without a known shape has. */
const ACROSS = 2;

/**
 * A section's regions as tiles of one size: Chile's in the country's shape, any others row by row in the section's order.
 *
 * @example
 * tilesOf(section.places)[0]; // { code: "CL-AP", short: "AP", name: "Arica y Parinacota", column: 0.5, row: 0 }
 */
export const tilesOf = (places: readonly Place[]): readonly Tile[] => {
  const regions = places.filter(({ level }) => level === "region");
  const isChile = regions.every(({ code }) => Object.hasOwn(CHILE, code));
  return regions.map(({ code, name }, index) => {
    const [column, row] = isChile ? CHILE[code]! : [index % ACROSS, Math.floor(index / ACROSS)];
    return { code, short: code.replace(/^[A-Z]{2}-/, ""), name, column, row };
  });
};
