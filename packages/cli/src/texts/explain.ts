import type { Message, Text } from "@minga/core";

/** What `minga explain` says of one number. */
export const EXPLAIN_TEXTS = {
  assumptions: { es: "Supuestos en vigor en el periodo", en: "Assumptions in force in the period" },
  predicates: { es: "Condiciones que usa", en: "Conditions that it uses" },
  partial: {
    es: "Periodo incompleto: no ha terminado, o los registros empiezan dentro de él.",
    en: "Partial period: it is not over, or the records begin within it.",
  },
  break: {
    es: "La definición cambia en este periodo: no se compara con los anteriores.",
    en: "The definition changes in this period: not to be compared with those before.",
  },
  noNumber: { es: "Sin número", en: "No number" },
  noneCounted: { es: "No contó ninguna fila.", en: "No row counted." },
  emptyCell: { es: "sin dato", en: "empty" },
  values: { es: "valores distintos", en: "different values" },
  value: { es: "valor", en: "value" },
  cut: {
    es: "Las listas largas están cortadas (…): --all las muestra enteras; --format csv da cada fila en una línea.",
    en: "Long lists are cut (…): --all shows them whole; --format csv gives each row on a line.",
  },
} as const satisfies Record<string, Text>;

/** A name for exactly this definition. */
export const VERSION: Message<string> = {
  es: (version) => `definición ${version}`,
  en: (version) => `definition ${version}`,
};

/** What a count of rows is about. */
export interface RowCount {
  readonly rows: string;
  readonly isOne: boolean;
}

export const COUNTED: Message<RowCount> = {
  es: ({ rows, isOne }) => (isOne ? `Contó ${rows} fila:` : `Contaron ${rows} filas:`),
  en: ({ rows, isOne }) => (isOne ? `${rows} row counted:` : `${rows} rows counted:`),
};

/** Rows, and how many different things they count: `Contaron 45 filas, de 41 personas:`. */
export const COUNTED_OF: Message<RowCount & { readonly things: string; readonly called: string }> = {
  es: ({ rows, isOne, things, called }) =>
    `${isOne ? `Contó ${rows} fila` : `Contaron ${rows} filas`}, de ${things} ${called}:`,
  en: ({ rows, isOne, things, called }) => `${rows} ${isOne ? "row" : "rows"} counted, for ${things} ${called}:`,
};

/** The rows behind a row, by the table that they are of. */
export const BEHIND: Message<{ readonly table: string; readonly rows: string }> = {
  es: ({ table, rows }) => `por sus ${table}: ${rows}`,
  en: ({ table, rows }) => `by their ${table}: ${rows}`,
};

export const LEFT_OUT_ROWS: Message<RowCount> = {
  es: ({ rows, isOne }) => (isOne ? `Quedó fuera ${rows} fila:` : `Quedaron fuera ${rows} filas:`),
  en: ({ rows, isOne }) => (isOne ? `${rows} row was left out:` : `${rows} rows were left out:`),
};

/** One reason and its rows. */
export const REASON_LINE: Message<{ readonly rows: string; readonly reason: string }> = {
  es: ({ rows, reason }) => `${rows}: ${reason}`,
  en: ({ rows, reason }) => `${rows}: ${reason}`,
};

/** Cells of a column that a reason points at, with what is wrong with them. */
export const CELL_LINE: Message<{ readonly cells: string; readonly column: string; readonly wrong: string }> = {
  es: ({ cells, column, wrong }) => `«${column}» ${cells}${wrong === "" ? "" : `: ${wrong}`}`,
  en: ({ cells, column, wrong }) => `“${column}” ${cells}${wrong === "" ? "" : `: ${wrong}`}`,
};

export const ROWS_OF: Message<{ readonly file: string; readonly rows: string; readonly isOne: boolean }> = {
  es: ({ file, rows, isOne }) => `${file} ${isOne ? "fila" : "filas"} ${rows}`,
  en: ({ file, rows, isOne }) => `${file} ${isOne ? "row" : "rows"} ${rows}`,
};

/** The account: nothing is lost on the way. */
export const BALANCE: Message<{
  readonly counted: string;
  readonly leftOut: string;
  readonly all: string;
  readonly table: string;
}> = {
  es: ({ counted, leftOut, all, table }) =>
    `${counted} contadas + ${leftOut} fuera = ${all}, todas las filas de ${table}`,
  en: ({ counted, leftOut, all, table }) => `${counted} counted + ${leftOut} left out = ${all}, all rows of ${table}`,
};

/** Of a ratio both sides. */
export const RATIO: Message<{ readonly value: string; readonly above: string; readonly below: string }> = {
  es: ({ value, above, below }) => `${value} (${above} entre ${below})`,
  en: ({ value, above, below }) => `${value} (${above} over ${below})`,
};
