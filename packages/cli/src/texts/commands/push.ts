import type { CommandSpec } from "../../arguments/spec.ts";
import { AS_OF, BY, COMMON, INDICATORS, PERIODS, SOURCE, STRATEGY, TARGET } from "../options.ts";

/** `minga push`. */
export const pushSpec = {
  name: "push",
  summary: {
    es: "deja los indicadores como una tabla en una herramienta",
    en: "keeps the indicators as a table in a tool",
  },
  help: [
    {
      es: "Calcula los indicadores y los escribe en una tabla propia de minga, una fila por indicador, periodo y parte: valor, estado, meta, cumplimiento, qué cuenta, con qué definición, cuándo y de qué. Las columnas que agregues al lado y tus notas quedan. Repetirlo escribe solo lo que cambió.",
      en: "Calculates the indicators and writes them into a table of minga's own, one row for each indicator, period and part: value, state, target, status, what it counts, by which definition, when and from what. Columns that you add beside them and your notes stay. Repeating it writes only what changed.",
    },
    {
      es: "Esa tabla se comparte: reserva los recuentos pequeños de personas y los números que llevan a ellos, salvo con --local. Lo que una vez anterior publicó y esta no, se vacía.",
      en: "That table is shared: small counts of persons and the numbers that lead to them are withheld, unless --local is given. What an earlier run published and this one does not is emptied.",
    },
  ],
  positionals: { ...SOURCE, ...TARGET },
  options: {
    table: {
      takes: "text",
      value: { es: "NOMBRE", en: "NAME" },
      help: {
        es: "el nombre de la tabla; por defecto, Indicadores (minga)",
        en: "the table's name; by default Indicators (minga)",
      },
    },
    ...PERIODS,
    ...AS_OF,
    ...BY,
    ...INDICATORS,
    local: {
      takes: "nothing",
      help: {
        es: "con los números exactos: la tabla no se comparte",
        en: "with the exact numbers: the table is not shared",
      },
    },
    "dry-run": {
      takes: "nothing",
      help: { es: "muestra qué escribiría, y no escribe", en: "shows what it would write, and writes nothing" },
    },
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    {
      line: "minga push datos google-sheets:https://docs.google.com/spreadsheets/d/1AbC/edit",
      help: { es: "los indicadores por año, en una pestaña", en: "the indicators by year, in a tab" },
    },
    {
      line: "minga push datos airtable:appAbCdEfGhIjKlMn --grain quarter --by region",
      help: { es: "por trimestre, en total y por región", en: "by quarter, in total and by region" },
    },
  ],
} as const satisfies CommandSpec;
