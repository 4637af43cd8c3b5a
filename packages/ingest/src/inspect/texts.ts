import type { Message, Text } from "@minga/core";

/** Why a sheet is no data. */
export const NOT_DATA = {
  empty: { es: "está vacía", en: "it is empty" },
  text: { es: "es texto suelto, sin columnas", en: "it is text by itself, without columns" },
} as const satisfies Record<string, Text>;

/** Why something is proposed. */
export const EVIDENCE = {
  name: {
    es: (name) => `se llama «${name}»`,
    en: (name) => `it is called “${name}”`,
  },
  similar: {
    es: (name) => `se parece a «${name}»`,
    en: (name) => `it resembles “${name}”`,
  },
  claimed: {
    es: (name) => `otra columna también parece ser «${name}»`,
    en: (name) => `another column seems to be “${name}” too`,
  },
} as const satisfies Record<string, Message<string>>;

/** How many columns are fields of a table. */
export const FITTING: Message<number> = {
  es: (count) => (count === 1 ? "1 columna es suya" : `${count} columnas son suyas`),
  en: (count) => (count === 1 ? "1 column is of it" : `${count} columns are of it`),
};

/** A table that lacks what every row of it needs. */
export const LACKING: Message<string> = {
  es: (fields) => `le falta: ${fields}`,
  en: (fields) => `it lacks: ${fields}`,
};
