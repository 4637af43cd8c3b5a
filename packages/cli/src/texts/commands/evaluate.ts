import type { CommandSpec } from "../../arguments/spec.ts";
import { AS_OF, BY, COMMON, INDICATORS, PERIODS, SHARED, SOURCE, STRATEGY, TABLE_CSV_OR_JSON } from "../options.ts";

/** `minga evaluate`. */
export const evaluateSpec = {
  name: "evaluate",
  summary: {
    es: "calcula los indicadores de la estrategia",
    en: "calculates the strategy's indicators",
  },
  help: [
    {
      es: "Lee los archivos de la sección y calcula los indicadores por periodo, desde el inicio de la estrategia hasta el último día que cuenta. Los números son exactos: son para quien tiene los datos. Para compartirlos, --shared reserva los recuentos pequeños de personas, y además los números con que se podrían calcular. Lo que se comparte por separado, por ejemplo por año y por trimestre, puede calcularse a partir de ambas cosas: comparte una sola.",
      en: "Reads the section's files and calculates the indicators by period, from the strategy's start to the last day that counts. The numbers are exact: they are for whoever holds the data. To share them, --shared withholds small counts of persons, and further numbers from which these could be worked out. What is shared twice, by year and by quarter, say, can be worked out from both: share one of them.",
    },
    {
      es: "La tabla es para leer. El JSON es un contrato (docs/results.schema.json) y el CSV lleva lo mismo en columnas: en una dimensión, * es el total y una celda vacía es la parte desconocida.",
      en: "The table is for reading. The JSON is a contract (docs/results.schema.json) and the CSV holds the same as columns: in a dimension * is the total and an empty cell the unknown part.",
    },
  ],
  positionals: SOURCE,
  options: {
    ...PERIODS,
    ...AS_OF,
    ...BY,
    ...INDICATORS,
    ...SHARED,
    ...TABLE_CSV_OR_JSON,
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    {
      line: "minga evaluate datos",
      help: { es: "los indicadores de cada año", en: "the indicators of each year" },
    },
    {
      line: "minga evaluate datos --grain quarter --from 2025-01-01 --by region",
      help: {
        es: "por trimestre desde 2025, en total y por región",
        en: "by quarter since 2025, in total and by region",
      },
    },
    {
      line: "minga evaluate datos --indicator o1.participants --by gender,age_band",
      help: { es: "un indicador, por género y tramo de edad", en: "one indicator, by gender and age band" },
    },
    {
      line: "minga evaluate datos --as-of 2026-06-30 --shared --format csv > indicadores.csv",
      help: {
        es: "para compartir: al 30 de junio, en una planilla, sin recuentos pequeños",
        en: "to share: as of 30 June, as a spreadsheet, without small counts",
      },
    },
    {
      line: "minga evaluate minga.yaml --format json | jq '.results[0]'",
      help: { es: "para otro programa", en: "for another program" },
    },
  ],
} as const satisfies CommandSpec;
