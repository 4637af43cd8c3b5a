import type { Message, Text } from "@minga/core";

/** What `minga explain` says. */
export const EXPLAIN_TEXTS = {
  assumptions: { es: "Supuestos", en: "Assumptions" },
  partial: {
    es: "Periodo incompleto: no ha terminado, o los registros empiezan dentro de él.",
    en: "Partial period: it is not over, or the records begin within it.",
  },
  noNumber: { es: "Sin número", en: "No number" },
  noneCounted: { es: "No contó ninguna fila.", en: "No row counted." },
} as const satisfies Record<string, Text>;

/** What a count of rows is about. */
export interface RowCount {
  readonly rows: string;
  readonly isOne: boolean;
}

export const COUNTED: Message<RowCount> = {
  es: ({ rows, isOne }) => (isOne ? `Contó ${rows} fila:` : `Contaron ${rows} filas:`),
  en: ({ rows, isOne }) => (isOne ? `${rows} row counted:` : `${rows} rows counted:`),
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
    `${counted} ${counted === "1" ? "contada" : "contadas"} + ${leftOut} fuera = ${all}, todas las filas de ${table}`,
  en: ({ counted, leftOut, all, table }) => `${counted} counted + ${leftOut} left out = ${all}, all rows of ${table}`,
};

/** Of a ratio both sides. */
export const RATIO: Message<{ readonly value: string; readonly above: string; readonly below: string }> = {
  es: ({ value, above, below }) => `${value} (${above} entre ${below})`,
  en: ({ value, above, below }) => `${value} (${above} over ${below})`,
};
