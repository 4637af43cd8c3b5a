import type { CommandSpec } from "../../arguments/spec.ts";
import { AS_OF, COMMON, INDICATOR, SOURCE, STRATEGY, TEXT_JSON_OR_CSV } from "../options.ts";

/** `minga explain`. */
export const explainSpec = {
  name: "explain",
  summary: {
    es: "dice de qué filas sale un número, y por qué no es otro",
    en: "tells which rows a number comes from, and why it is not another one",
  },
  help: [
    {
      es: "Da cuenta de un número: qué se cuenta, dicho en palabras y en fórmula, con un código que es el mismo en dos informes solo si la definición es la misma; los supuestos en vigor en el periodo; las filas que contaron (archivo y fila), cada persona con las suyas; y las que quedaron fuera, con el motivo y las celdas que no se pudieron leer. Contadas y fuera suman siempre todas las filas de la tabla.",
      en: "Accounts for a number: what is counted, in words and as a formula, with a code that two reports share only where the definition is the same; the assumptions in force in the period; the rows that counted (file and row), each person with theirs; and those left out, with the reason and the cells that could not be read. Counted and left out are always all rows of the table.",
    },
    {
      es: "También dice por qué un número no es otro, entre dos periodos (--diff), dos versiones de los datos (--against) o dos estrategias (--against-strategy): quién entró, quién salió y por qué. La cuenta cuadra exactamente.",
      en: "It also tells why a number is not another one, between two periods (--diff), two versions of the data (--against) or two strategies (--against-strategy): who came in, who left, and why. The account adds up exactly.",
    },
    {
      es: "Muestra ids y direcciones de filas, así que el resultado es para quien tiene los datos. Nunca muestra nombres ni correos. El JSON es un contrato: docs/receipt.schema.json y docs/change.schema.json. El CSV da cada fila en una línea.",
      en: "It shows ids and addresses of rows, so its output is for whoever holds the data. It never shows names or e-mail addresses. The JSON is a contract: docs/receipt.schema.json and docs/change.schema.json. The CSV gives each row on a line.",
    },
  ],
  positionals: { ...SOURCE, ...INDICATOR },
  options: {
    period: {
      takes: "text",
      value: { es: "PERIODO", en: "PERIOD" },
      help: {
        es: "2025, 2025-S1, 2025-Q1, 2025-03 o span (toda la estrategia)",
        en: "2025, 2025-S1, 2025-Q1, 2025-03 or span (the whole strategy)",
      },
    },
    diff: {
      takes: "text",
      pair: true,
      value: { es: "ANTES DESPUÉS", en: "BEFORE AFTER" },
      help: {
        es: "por qué el número de un periodo no es el de otro; en lugar de --period",
        en: "why the number of one period is not that of another; instead of --period",
      },
    },
    against: {
      takes: "text",
      value: { es: "ORIGEN", en: "SOURCE" },
      help: {
        es: "compara con otra versión de los datos, anterior: una carpeta o su minga.yaml",
        en: "compares with another, earlier version of the data: a folder or its minga.yaml",
      },
    },
    "against-strategy": {
      takes: "text",
      value: { es: "ARCHIVO", en: "FILE" },
      help: {
        es: "compara con lo que daría otra estrategia, anterior: como en --strategy",
        en: "compares with what another, earlier strategy would give: as for --strategy",
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
    all: {
      takes: "nothing",
      help: { es: "listas enteras, por largas que sean", en: "lists as a whole, however long" },
    },
    ...AS_OF,
    ...TEXT_JSON_OR_CSV,
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
      line: "minga explain datos o1.recurrent --diff 2025-Q1 2025-Q2",
      help: {
        es: "quién entró y quién salió de un trimestre al siguiente",
        en: "who came in and who left from one quarter to the next",
      },
    },
    {
      line: "minga explain datos o1.participants --period 2025 --against respaldo-marzo",
      help: {
        es: "qué filas cambiaron el número desde un respaldo de los datos",
        en: "which rows changed the number since a backup of the data",
      },
    },
    {
      line: "minga explain datos o4.agreements --period 2025 --format csv > convenios.csv",
      help: { es: "todas las filas, para una planilla", en: "all rows, for a spreadsheet" },
    },
  ],
} as const satisfies CommandSpec;
