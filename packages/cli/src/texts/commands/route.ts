import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON, DAY_OR_TWO, SHARED, SOURCE, STRATEGY, TABLE_CSV_OR_JSON } from "../options.ts";

/** `minga route`. */
export const routeSpec = {
  name: "route",
  summary: {
    es: "hasta qué etapa de la ruta llegó cada quien, cuánto tarda y dónde se detiene",
    en: "which stage of the route people have come to, how long it takes and where they stand still",
  },
  help: [
    {
      es: "Cada persona de la lista cuenta una vez, en la etapa más avanzada que cumple ese día; las anteriores no hacen falta. Dice además qué parte de quienes llegaron a una etapa siguió a otra y en cuántos días, y dónde se detiene la gente.",
      en: "Everybody on the list counts once, at the furthest stage that they fulfil on that day; the earlier ones are not required. It also tells what share of those who reached a stage went on to another and in how many days, and where people stand still.",
    },
    {
      es: "Con --from y --to dice qué pasó con cada persona entre las dos fechas, y los motivos de quienes se fueron. Los números son exactos; --shared oculta los pequeños, y los motivos. El JSON es un contrato (docs/pyramid-and-route.schema.json).",
      en: "With --from and --to it tells what became of everybody between the two dates, and the reasons of those who left. The numbers are exact; --shared withholds the small ones, and the reasons. The JSON is a contract (docs/pyramid-and-route.schema.json).",
    },
  ],
  positionals: SOURCE,
  options: {
    ...DAY_OR_TWO,
    by: {
      takes: "text",
      many: true,
      value: { es: "DIMENSIÓN[,DIMENSIÓN]", en: "DIMENSION[,DIMENSION]" },
      help: {
        es: "además del total, cada parte: region, commune, gender, age_band, level",
        en: "beside the total each part: region, commune, gender, age_band, level",
      },
    },
    ...SHARED,
    ...TABLE_CSV_OR_JSON,
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    {
      line: "minga route datos --at 2026-06-30",
      help: { es: "la ruta al 30 de junio", en: "the route on 30 June" },
    },
    {
      line: "minga route datos --from 2025-12-31 --to 2026-06-30",
      help: { es: "quién avanzó en el semestre, y quién se fue", en: "who advanced in the semester, and who left" },
    },
    {
      line: "minga route datos --at 2026-06-30 --by gender --format csv > ruta.csv",
      help: { es: "por género, en una planilla", en: "by gender, as a spreadsheet" },
    },
  ],
} as const satisfies CommandSpec;
