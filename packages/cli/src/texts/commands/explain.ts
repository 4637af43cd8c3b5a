import type { CommandSpec } from "../../arguments/spec.ts";
import { AS_OF, COMMON, INDICATOR, SOURCE, STRATEGY, TEXT_OR_JSON } from "../options.ts";

/** `minga explain`. */
export const explainSpec = {
  name: "explain",
  summary: {
    es: "dice de qué filas sale un número, y cuáles quedaron fuera y por qué",
    en: "tells which rows a number comes from, and which were left out and why",
  },
  help: [
    {
      es: "Da cuenta de un número: qué se cuenta, dicho en palabras y en fórmula; los supuestos con sus valores; las filas que contaron (archivo y fila) y las que quedaron fuera, con el motivo. Contadas y fuera suman siempre todas las filas de la tabla.",
      en: "Accounts for a number: what is counted, in words and as a formula; the assumptions with their values; the rows that counted (file and row) and those left out, with the reason. Counted and left out are always all rows of the table.",
    },
  ],
  positionals: {
    ...SOURCE,
    ...INDICATOR,
  },
  options: {
    period: {
      takes: "text",
      required: true,
      value: { es: "PERIODO", en: "PERIOD" },
      help: {
        es: "2025, 2025-S1, 2025-Q1, 2025-03 o span (toda la estrategia)",
        en: "2025, 2025-S1, 2025-Q1, 2025-03 or span (the whole strategy)",
      },
    },
    by: {
      takes: "text",
      many: true,
      value: { es: "DIMENSIÓN=PARTE", en: "DIMENSION=PART" },
      help: {
        es: "solo esta parte, por código o nombre (region=Ñuble); sin nada tras el = es la parte desconocida; se puede repetir",
        en: "only this part, by code or name (region=Ñuble); nothing after the = is the unknown part; can be repeated",
      },
    },
    ...AS_OF,
    ...TEXT_OR_JSON,
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    {
      line: "minga explain datos o1.participants --period 2025",
      help: { es: "de dónde sale el número de 2025", en: "where the number of 2025 comes from" },
    },
    {
      line: "minga explain datos o1.recurrent --period 2025-Q1 --by region=CL-RM",
      help: { es: "el del primer trimestre en una región", en: "that of the first quarter in one region" },
    },
    {
      line: "minga explain datos o4.agreements --period 2025 --format json",
      help: { es: "lo mismo, para otro programa", en: "the same, for another program" },
    },
  ],
} as const satisfies CommandSpec;
