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
  seems: {
    es: (name) => `parece de «${name}»`,
    en: (name) => `it seems to be of “${name}”`,
  },
  referredTo: {
    es: () => "otra hoja nombra por ella las filas de esta",
    en: () => "another sheet names the rows of this one by it",
  },
  refers: {
    es: (name) => `sus celdas nombran filas de otra hoja («${name}»)`,
    en: (name) => `its cells name rows of another sheet (“${name}”)`,
  },
} as const satisfies Record<string, Message<string>>;

/** A field in several columns. */
export const PART_OF: Message<string> = {
  es: (headers) => `se junta de varias columnas: ${headers}`,
  en: (headers) => `it is put together of several columns: ${headers}`,
};

/** A grid. */
export const TICKS: Text = {
  es: "columnas con marcas de asistencia, una al lado de la otra",
  en: "columns of attendance ticks, side by side",
};

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

/** Two columns that may hold one field. */
export const CLAIMED: Text = {
  es: "otra columna parece ser lo mismo",
  en: "another column seems to be the same",
};

/** What cells say of a field. */
export const SHAPES = {
  fits: {
    es: ({ field, percent }) => `el ${percent} % de las celdas calza con «${field}»`,
    en: ({ field, percent }) => `${percent} % of the cells fit “${field}”`,
  },
  doesNot: {
    es: ({ field, percent }) => `solo el ${percent} % de las celdas calza con «${field}»`,
    en: ({ field, percent }) => `only ${percent} % of the cells fit “${field}”`,
  },
} as const satisfies Record<string, Message<{ readonly field: string; readonly percent: number }>>;

/** A table beside another one. */
export const BESIDE: Text = {
  es: "está al lado de otras columnas, con una en blanco entre medio: pueden ser dos tablas o una",
  en: "it stands beside other columns with a blank one between: they may be two tables or one",
};

/** Tables of which each column names a row. */
export const COMPLETE: Text = {
  es: "tiene las columnas que cada fila necesita",
  en: "it has the columns that every row needs",
};
