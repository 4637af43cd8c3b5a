import { NONE } from "../records/dataset.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { Facts } from "./facts.ts";

/** The row of `places` in which a row of a table stands; negative where that is empty or unknown. */
export type PlaceOf = (table: TableName, level: "region" | "commune") => (row: number) => number;

/** Applies the place rules of the tables. Source: domain.md, "Dimensions". */
export const placesOf = (facts: Facts): PlaceOf => {
  const placeOf: PlaceOf = (table, level) => {
    if (table === "places") return placeItself(facts, level);
    const { place } = tableSpec(table);
    const own = facts.references(table, level);
    switch (place.rule) {
      case "own":
        return (row) => own[row]!;
      case "of": {
        const { references, placeThere } = elsewhere(table, place.column, level);
        return (row) => (references[row]! < 0 ? NONE : placeThere(references[row]!));
      }
      case "own-else": {
        // "Its own region and commune if it has either": a cell that names no place of the section is not empty.
        const [region, commune] = [facts.references(table, "region"), facts.references(table, "commune")];
        const { references, placeThere } = elsewhere(table, place.column, level);
        return (row) => {
          if (region[row] !== NONE || commune[row] !== NONE) return own[row]!;
          return references[row]! < 0 ? NONE : placeThere(references[row]!);
        };
      }
      case "none":
        return () => NONE;
    }
  };
  const elsewhere = (table: TableName, column: string, level: "region" | "commune") => {
    const target = tableSpec(table).columns.find(({ name }) => name === column)!.target as TableName;
    return { references: facts.references(table, column), placeThere: placeOf(target, level) };
  };
  return placeOf;
};

/** A region is its own region, a commune its own commune in its parent region. */
const placeItself = (facts: Facts, level: "region" | "commune"): ((row: number) => number) => {
  const levels = facts.column("places", "level");
  const parents = facts.references("places", "parent");
  const levelOf = (row: number): string | null => (levels?.type === "text" ? levels.values[row]! : null);
  return (row) => {
    if (levelOf(row) === level) return row;
    const parent = parents[row]!;
    return parent >= 0 && levelOf(parent) === level ? parent : NONE;
  };
};
