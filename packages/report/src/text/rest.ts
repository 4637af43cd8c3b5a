import type { Severity, Text } from "@minga/core";
import type { NowhereReason } from "../model/left-out.ts";
import { counted, message } from "./message.ts";
import { FORMATS } from "./format.ts";

const { es, en } = FORMATS;

export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { es: "Corregir", en: "Correct" },
  warning: { es: "Revisar", en: "Check" },
  info: { es: "Para saber", en: "Good to know" },
};

export const NOWHERE: Readonly<Record<NowhereReason, Text>> = {
  "repeated-row": { es: "repite otra fila", en: "repeats another row" },
  "conflicting-row": { es: "misma clave que otra fila", en: "same key as another row" },
  "repeated-participation": { es: "misma persona y actividad", en: "same person and activity" },
  "no-reference": { es: "lo que nombra no existe", en: "what it names does not exist" },
  "same-person": { es: "la misma persona que otra fila", en: "the same person as another row" },
  "no-date": { es: "sin fecha", en: "no date" },
};

/** What was left out. */
export const LEFT_OUT = {
  heading: { es: "Qué quedó fuera", en: "What was left out" },
  intro: {
    es: "Las celdas se nombran; lo que dicen no se muestra. «minga check» las cuenta una por una a quien tiene los datos.",
    en: "Cells are named; what they say is not shown. “minga check” tells them one by one to who holds the data.",
  },
  problems: { es: "Lo que hay que revisar en los registros", en: "What to look at in the records" },
  noProblems: { es: "No se encontró nada que revisar.", en: "Nothing to look at was found." },
  problem: { es: "Qué pasa", en: "What" },
  todo: { es: "Qué hacer", en: "What to do" },
  count: { es: "Veces", en: "Times" },
  where: { es: "Dónde", en: "Where" },
  more: message<{ count: number }>(
    ({ count }) => `y ${es.number(count)} más`,
    ({ count }) => `and ${en.number(count)} more`,
  ),
  nowhere: { es: "Filas que no cuentan en ningún indicador", en: "Rows that count in no indicator" },
  noNowhere: { es: "Todas las filas cuentan.", en: "Every row counts." },
  table: { es: "Tabla", en: "Table" },
  rows: { es: "Filas", en: "Rows" },
  ofRows: message<{ rows: number; all: number }>(
    ({ rows, all }) => `${es.number(rows)} de ${es.number(all)}`,
    ({ rows, all }) => `${en.number(rows)} of ${en.number(all)}`,
  ),
  countNowhere: { es: "No cuentan", en: "Count nowhere" },
} as const;

/** The assumptions that were used. */
export const ASSUMPTIONS = {
  heading: { es: "Supuestos que se usaron", en: "Assumptions that were used" },
  intro: {
    es: "Lo que la estrategia deja abierto y había que decidir para poder contar. La sección puede cambiar cualquiera; los números cambian con él.",
    en: "What the strategy leaves open and had to be decided in order to count. The section can change any of them; the numbers change with it.",
  },
  caption: {
    es: "Supuestos que se usaron, con su valor y su motivo",
    en: "Assumptions that were used, with value and reason",
  },
  none: { es: "Ninguno.", en: "None." },
  assumption: { es: "Supuesto", en: "Assumption" },
  value: { es: "Valor", en: "Value" },
  reason: { es: "Motivo", en: "Reason" },
  source: { es: "Fuente", en: "Source" },
  since: message<{ day: string }>(
    ({ day }) => `vale desde el ${day}`,
    ({ day }) => `holds from ${day}`,
  ),
  usedBy: message<{ count: number }>(
    ({ count }) => `lo usa${count === 1 ? "" : "n"} ${counted(count, es.number(count), "indicador", "indicadores")}`,
    ({ count }) => `used by ${counted(count, en.number(count), "indicator", "indicators")}`,
  ),
  yes: { es: "sí", en: "yes" },
  no: { es: "no", en: "no" },
  empty: { es: "ninguno", en: "none" },
  always: { es: "desde siempre", en: "since always" },
  never: { es: "todavía no", en: "not yet" },
} as const;
