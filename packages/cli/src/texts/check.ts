import type { Message, Severity, Text } from "@minga/core";

/** What `minga check` calls each severity. */
export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { es: "ERROR", en: "ERROR" },
  warning: { es: "AVISO", en: "WARNING" },
  info: { es: "NOTA", en: "NOTE" },
};

export const CHECK_TEXTS = {
  mend: { es: "→", en: "→" },
  readFiles: { es: "Lo que se leyó", en: "What was read" },
  ignored: { es: "Archivos que no son tablas", en: "Files that are no tables" },
  nothing: { es: "Nada que corregir.", en: "Nothing to fix." },
} as const satisfies Record<string, Text>;

/** A file that became a table. */
export const READ_FILE: Message<{
  readonly file: string;
  readonly table: string;
  readonly rows: string;
  readonly isOne: boolean;
}> = {
  es: ({ file, table, rows, isOne }) => `${file}: ${table}, ${rows} ${isOne ? "fila" : "filas"}`,
  en: ({ file, table, rows, isOne }) => `${file}: ${table}, ${rows} ${isOne ? "row" : "rows"}`,
};

/** Indicators that cannot be told at all. */
export const CANNOT_TELL: Text = {
  es: "Indicadores sin número, porque falta algo en los archivos",
  en: "Indicators without a number, since something is missing from the files",
};

export const CANNOT_TELL_MEND: Text = {
  es: "Agrega esas tablas o columnas, si la sección las lleva.",
  en: "Add those tables or columns, if the section keeps them.",
};

/** Places within a file that are no cell. */
export const WHOLE_ROW: Message<number> = { es: (row) => `fila ${row}`, en: (row) => `row ${row}` };
export const WHOLE_COLUMN: Message<string> = {
  es: (letter) => `columna ${letter}`,
  en: (letter) => `column ${letter}`,
};

/** One note about several rows. */
export const IN_ROWS: Message<{ readonly what: string; readonly rows: string }> = {
  es: ({ what, rows }) => `${what} (filas ${rows})`,
  en: ({ what, rows }) => `${what} (rows ${rows})`,
};

/** Notes that are not listed. */
export const MORE_NOTES: Message<string> = { es: (count) => `… y ${count} más`, en: (count) => `… and ${count} more` };

export const COUNTS: Message<{ readonly errors: number; readonly warnings: number; readonly notes: number }> = {
  es: ({ errors, warnings, notes }) =>
    `${count(errors, "error", "errores")}, ${count(warnings, "aviso", "avisos")}, ${count(notes, "nota", "notas")}`,
  en: ({ errors, warnings, notes }) =>
    `${count(errors, "error", "errors")}, ${count(warnings, "warning", "warnings")}, ${count(notes, "note", "notes")}`,
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** How to say that a header has another name now. */
export const SETTLE_CHANGES: Message<string> = {
  es: (command) => `${command} lo pregunta y lo anota en minga.yaml; o vuelve a poner el encabezado de antes.`,
  en: (command) => `${command} asks and notes it in minga.yaml; or put the earlier header back.`,
};

export const MEND_FIRST: Text = { es: "Lo que conviene corregir primero", en: "What to fix first" };

/** Several problems of one kind, with the cells of the first. */
export const TO_MEND: Message<{
  readonly title: string;
  readonly file: string;
  readonly rows: string;
  readonly isOne: boolean;
  readonly cells: string;
}> = {
  es: ({ title, file, rows, isOne, cells }) =>
    `${title}: ${rows} ${isOne ? "fila" : "filas"} de ${file}${cells === "" ? "" : ` (${cells})`}`,
  en: ({ title, file, rows, isOne, cells }) =>
    `${title}: ${rows} ${isOne ? "row" : "rows"} of ${file}${cells === "" ? "" : ` (${cells})`}`,
};

/** The same where it concerns a whole file or column. */
export const TO_MEND_WHOLE: Message<{ readonly title: string; readonly file: string; readonly cells: string }> = {
  es: ({ title, file, cells }) => `${title}: ${file}${cells === "" ? "" : ` (${cells})`}`,
  en: ({ title, file, cells }) => `${title}: ${file}${cells === "" ? "" : ` (${cells})`}`,
};
