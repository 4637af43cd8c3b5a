import {
  type ColumnData,
  type Dataset,
  type Dimension,
  type Language,
  type Section,
  type Strategy,
  type TableName,
  tableSpec,
} from "@minga/core";
import { visible } from "../output/visible.ts";
import { TABLE_TEXTS } from "../texts/evaluate.ts";

/** What a person calls a part of a dimension; the code where it has no name. */
export type PartLabels = (dimension: string, part: string | null) => string;

/** The labels of every part: places from the section, lists from the strategy, names from the records. */
export const partLabels = (
  { section, strategy, dataset }: { readonly section: Section; readonly strategy: Strategy; readonly dataset: Dataset },
  language: Language,
): PartLabels => {
  const cache = new Map<string, ReadonlyMap<string, string>>();
  const labelsOf = (dimension: string): ReadonlyMap<string, string> => {
    switch (dimension as Dimension) {
      case "region":
      case "commune":
        return placeNames(dataset, section);
      case "group":
        return namesIn(dataset, "groups");
      case "project":
        return namesIn(dataset, "projects");
      case "group_type":
        return new Map(strategy.groupTypes.map(({ value, label }) => [value, label[language]]));
      case "objective":
        return new Map(strategy.objectives.map(({ id, label }) => [id, label[language]]));
      case "level":
        return new Map(strategy.pyramid.levels.map(({ id, label }) => [id, label[language]]));
      case "stage":
        return new Map(strategy.route.stages.map(({ id, label }) => [id, label[language]]));
      case "organization_relation": {
        const column = tableSpec("organizations").columns.find(({ name }) => name === "relation");
        return new Map(column?.values.map(({ value, label }) => [value, label[language]]));
      }
      case "gender":
      case "age_band":
        return new Map();
    }
  };
  return (dimension, part) => {
    if (part === null) return TABLE_TEXTS.unknown[language];
    const labels = cache.get(dimension) ?? labelsOf(dimension);
    cache.set(dimension, labels);
    return visible(labels.get(part) ?? part);
  };
};

/** The places' names: a table of places in the files stands before the section's. */
const placeNames = (dataset: Dataset, section: Section): ReadonlyMap<string, string> =>
  new Map([...section.places.map(({ code, name }) => [code, name] as const), ...namesIn(dataset, "places")]);

const namesIn = (dataset: Dataset, table: TableName): ReadonlyMap<string, string> => {
  const columns = dataset.tables.get(table)?.columns;
  const keys = textsOf(columns?.get(tableSpec(table).key[0]!));
  const names = textsOf(columns?.get("name"));
  return new Map(
    keys.flatMap((key, row) => {
      const name = names[row];
      return key === null || name === null || name === undefined ? [] : [[key, name] as const];
    }),
  );
};

const textsOf = (column: ColumnData | undefined): readonly (string | null)[] =>
  column?.type === "text" ? column.values : [];
