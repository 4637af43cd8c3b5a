import type { Message, Text } from "@minga/core";
import type { TableProposal } from "@minga/ingest";

/** What `minga inspect` says of sheets, tables and columns. */
export const INSPECT_TEXTS = {
  decided: { es: "ya está en minga.yaml", en: "in minga.yaml already" },
  hidden: { es: "hoja oculta", en: "hidden tab" },
  unknownTable: { es: "no se sabe qué tabla es", en: "not known which table it is" },
  noData: { es: "no son datos", en: "no data" },
  inGrid: { es: "asistencia, en la cuadrícula", en: "attendance, in the grid" },
  joined: { es: "nombres: uno o varios por celda", en: "names: one or several in a cell" },
  birthdate: { es: "nacimiento de quien se nombra", en: "birthdate of whom it names" },
  open: { es: "sin decidir", en: "undecided" },
  unused: { es: "no se usa", en: "not used" },
  noHeader: { es: "(sin encabezado)", en: "(no header)" },
  empty: { es: "vacío", en: "empty" },
  withheld: { es: "…", en: "…" },
  first: { es: "Así quedan las primeras filas:", en: "What the first rows become:" },
  noneBecomes: { es: "Ninguna de las primeras filas queda.", en: "None of the first rows becomes a record." },
  values: { es: "Valores:", en: "Values:" },
  doubts: { es: "Dudas", en: "Doubts" },
  changes: { es: "Cambió desde que se anotó en minga.yaml", en: "Changed since it was noted in minga.yaml" },
  closed: { es: "No se pueden mirar", en: "Cannot be looked into" },
  ignored: { es: "Archivos que no son tablas", en: "Files that are no tables" },
  nothingNew: { es: "No hay nada nuevo que anotar.", en: "There is nothing new to note." },
} as const satisfies Record<string, Text>;

/** How sure a proposal is, in a word. */
export const CONFIDENCE: { readonly [Word in "sure" | "likely" | "doubtful"]: Text } = {
  sure: { es: "seguro", en: "sure" },
  likely: { es: "probable", en: "likely" },
  doubtful: { es: "dudoso", en: "doubtful" },
};

/** The layouts of a table that are not one row for each record. */
export const LAYOUTS: { readonly [Layout in Exclude<TableProposal["layout"], "long">]: Text } = {
  grid: {
    es: "como cuadrícula: personas hacia abajo, actividades hacia el lado",
    en: "as a grid: people downwards, activities sideways",
  },
  joined: { es: "con varios nombres en una celda", en: "with several names in a cell" },
  embedded: { es: "con otra tabla en una de sus columnas", en: "with another table in one of its columns" },
  tabs: { es: "una hoja por cada uno", en: "a tab for each one" },
};

/** A table and where it stands. */
export const TABLE_AT: Message<{ readonly range: string; readonly rows: string; readonly isOne: boolean }> = {
  es: ({ range, rows, isOne }) => `${range}, ${rows} ${isOne ? "fila" : "filas"}`,
  en: ({ range, rows, isOne }) => `${range}, ${rows} ${isOne ? "row" : "rows"}`,
};

export const LEFT_OUT_ROWS: Message<{ readonly totals: string; readonly notes: string }> = {
  es: ({ totals, notes }) =>
    `No se leen: ${[totals === "" ? "" : `totales (fila ${totals})`, notes === "" ? "" : `notas (fila ${notes})`].filter((each) => each !== "").join(" y ")}`,
  en: ({ totals, notes }) =>
    `Not read: ${[totals === "" ? "" : `totals (row ${totals})`, notes === "" ? "" : `notes (row ${notes})`].filter((each) => each !== "").join(" and ")}`,
};

/** Between what something may be. */
export const OR: Text = { es: "; o ", en: "; or " };

/** Columns that are not listed. */
export const MORE_UNUSED: Message<number> = {
  es: (count) => `… y ${count} columnas más que no se usan`,
  en: (count) => `… and ${count} more columns that are not used`,
};

/** What a text in a column of words stands for. */
export const VALUE: Message<{
  readonly header: string;
  readonly written: string;
  readonly value: string;
  readonly rows: number;
}> = {
  es: ({ header, written, value, rows }) =>
    `«${header}»: «${written}» → ${value} (${rows} ${rows === 1 ? "fila" : "filas"})`,
  en: ({ header, written, value, rows }) =>
    `“${header}”: “${written}” → ${value} (${rows} ${rows === 1 ? "row" : "rows"})`,
};

/** What is not sure enough to be taken without asking. */
export const DOUBTS = {
  table: {
    es: ({ what }) => `no se sabe qué tabla es${what === "" ? "" : `; ¿${what}?`}`,
    en: ({ what }) => `it is not known which table it is${what === "" ? "" : `; ${what}?`}`,
  },
  column: {
    es: ({ what, header }) => `«${header}»: ¿${what}?`,
    en: ({ what, header }) => `“${header}”: ${what}?`,
  },
  value: {
    es: ({ what, header, written }) => `«${header}»: ¿«${written}» es ${what}?`,
    en: ({ what, header, written }) => `“${header}”: is “${written}” ${what}?`,
  },
  dates: {
    es: ({ header }) => `«${header}»: hay fechas con el día primero y con el mes primero; ¿03/04/2025 es 3 de abril?`,
    en: ({ header }) => `“${header}”: some dates have the day first and some the month; is 03/04/2025 3 April?`,
  },
  numbers: {
    es: ({ header }) => `«${header}»: no se sabe si 1.234 es mil doscientos treinta y cuatro`,
    en: ({ header }) => `“${header}”: it cannot be told whether 1.234 is one thousand two hundred and thirty-four`,
  },
} as const satisfies Record<
  string,
  Message<{ readonly what: string; readonly header: string; readonly written: string }>
>;

/** A header that minga.yaml names and the file does not have any more. */
export const CHANGED: Message<{
  readonly place: string;
  readonly was: string;
  readonly field: string;
  readonly now: string;
}> = {
  es: ({ place, was, field, now }) =>
    `${place} tenía «${was}»${field === "" ? "" : ` (${field})`}${now === "" ? ", y ya no está" : `, ahora ${now}: ¿se le cambió el nombre?`}`,
  en: ({ place, was, field, now }) =>
    `${place} had “${was}”${field === "" ? "" : ` (${field})`}${now === "" ? ", and it is gone" : `, now ${now}: was it renamed?`}`,
};

export const COLUMN_AT: Message<{ readonly header: string; readonly letter: string }> = {
  es: ({ header, letter }) => `«${header}» (columna ${letter})`,
  en: ({ header, letter }) => `“${header}” (column ${letter})`,
};

/** minga.yaml was written. */
export const NOTED: Message<{ readonly path: string; readonly count: number }> = {
  es: ({ path, count }) =>
    `Escrito: ${path}${count === 0 ? "" : ` (${count === 1 ? "1 tabla nueva" : `${count} tablas nuevas`})`}`,
  en: ({ path, count }) =>
    `Written: ${path}${count === 0 ? "" : ` (${count === 1 ? "1 new table" : `${count} new tables`})`}`,
};

export const DOUBTS_LEFT: Message<{ readonly count: number; readonly command: string }> = {
  es: ({ count, command }) =>
    `${count === 1 ? "Queda 1 duda" : `Quedan ${count} dudas`}; para verlas y decidirlas una a una, en una terminal: ${command}`,
  en: ({ count, command }) =>
    `${count === 1 ? "1 doubt remains" : `${count} doubts remain`}; to see and settle them one by one, on a terminal: ${command}`,
};

/** SOURCE has a minga.yaml, and --write names another. */
export const OTHER_CONFIG: Message<string> = {
  es: (path) => `la carpeta ya tiene su minga.yaml: se anota en él (--write ${path})`,
  en: (path) => `the folder has its minga.yaml already: note it there (--write ${path})`,
};

export const LOOKING: Text = { es: "Mirando las planillas", en: "Looking at the sheets" };

/** What there is, in a line. */
export const FOUND_TABLES: Message<{ readonly tables: number; readonly sheets: number; readonly doubts: number }> = {
  es: ({ tables, sheets, doubts }) =>
    `${sheets === 1 ? "Una hoja mirada" : `${sheets} hojas miradas`}: ${tables === 1 ? "una tabla reconocida" : `${tables} tablas reconocidas`}${doubts === 0 ? "" : `, ${doubts === 1 ? "una duda" : `${doubts} dudas`}`}.`,
  en: ({ tables, sheets, doubts }) =>
    `${sheets === 1 ? "One sheet looked at" : `${sheets} sheets looked at`}: ${tables === 1 ? "one table recognized" : `${tables} tables recognized`}${doubts === 0 ? "" : `, ${doubts === 1 ? "one doubt" : `${doubts} doubts`}`}.`,
};
