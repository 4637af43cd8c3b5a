import { LANGUAGES, slug, type Text } from "../text/text.ts";

/** Everything that a number can be broken down by. Source: domain.md, "Dimensions". */
export const DIMENSIONS = {
  region: { es: "Región", en: "Region" },
  commune: { es: "Comuna", en: "Commune" },
  group: { es: "Grupo", en: "Group" },
  group_type: { es: "Tipo de grupo", en: "Group type" },
  project: { es: "Proyecto", en: "Project" },
  objective: { es: "Objetivo", en: "Objective" },
  gender: { es: "Género", en: "Gender" },
  age_band: { es: "Tramo de edad", en: "Age band" },
  level: { es: "Nivel de la pirámide", en: "Pyramid level" },
  stage: { es: "Etapa de la ruta", en: "Route stage" },
  organization_relation: { es: "Relación con la organización", en: "Organization relation" },
} as const satisfies Record<string, Text>;

/** The name of a dimension, as `--by` and JSON write it. */
export type Dimension = keyof typeof DIMENSIONS;

/** Every dimension, in the order of the model. */
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as readonly Dimension[];

/** The dimension of this name or label, in either language. */
export const dimensionByName = (name: string): Dimension | undefined =>
  DIMENSION_NAMES.find((dimension) =>
    [dimension, ...LANGUAGES.map((language) => DIMENSIONS[dimension][language])].some(
      (known) => slug(known) === slug(name),
    ),
  );
