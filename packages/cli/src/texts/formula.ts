import type { Message, Text } from "@minga/core";

/** What `minga formula` says. */
export const FORMULA_TEXTS = {
  unit: { es: "Unidad", en: "Unit" },
  spanish: { es: "En español", en: "In Spanish" },
  english: { es: "En inglés", en: "In English" },
  assumptions: { es: "Supuestos (*)", en: "Assumptions (*)" },
  seeTable: {
    es: "Una condición sobre las filas de una tabla se revisa con --table, por ejemplo --table people.",
    en: "A condition on the rows of a table is checked with --table, for instance --table people.",
  },
} as const satisfies Record<string, Text>;

/** How much is wrong. */
export const WRONG: Message<number> = {
  es: (count) => (count === 1 ? "La fórmula tiene un problema:" : `La fórmula tiene ${count} problemas:`),
  en: (count) => (count === 1 ? "The formula has a problem:" : `The formula has ${count} problems:`),
};
