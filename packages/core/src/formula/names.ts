import { type Dimension, DIMENSIONS } from "../records/dimensions.ts";
import { slug, type Text } from "../text/text.ts";

/** How a dimension is called in a formula of each language. */
export const dimensionName = (dimension: Dimension): Text => ({ es: slug(DIMENSIONS[dimension].es), en: dimension });

/** How a formula calls the place of a row, and what a place has: `place.region`. */
export const PLACE: Text = { es: "lugar", en: "place" };

/** See {@link PLACE}. */
export const LEVELS = {
  region: { en: "region", es: "region" },
  commune: { en: "commune", es: "comuna" },
} as const satisfies Record<string, Text>;

const LEVELS_BY_NAME: ReadonlyMap<string, keyof typeof LEVELS> = new Map(
  (["region", "commune"] as const).flatMap((level) =>
    Object.values(LEVELS[level]).map((name) => [name, level] as const),
  ),
);

/** Every name of a level. */
export const LEVEL_NAMES: readonly string[] = [...LEVELS_BY_NAME.keys()];

/** The level of places of this name, in either language. */
export const levelByName = (name: string): keyof typeof LEVELS | undefined => LEVELS_BY_NAME.get(slug(name));

/** Whether a name is that of the place of a row, in either language. */
export const isPlace = (name: string): boolean => Object.values(PLACE).includes(slug(name));
