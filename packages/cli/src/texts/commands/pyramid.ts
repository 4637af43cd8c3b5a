import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON, DAY_OR_TWO, SHARED, SOURCE, STRATEGY, TABLE_CSV_OR_JSON } from "../options.ts";

/** `minga pyramid`. */
export const pyramidSpec = {
  name: "pyramid",
  summary: {
    es: "cuántas personas hay en cada nivel de la pirámide, o cómo se movieron",
    en: "how many people stand on each level of the pyramid, or how they moved",
  },
  help: [
    {
      es: "Cada persona registrada cuenta una vez, en el nivel más alto que cumple ese día. Con --from y --to dice qué pasó con cada una entre las dos fechas: entró, subió, se mantuvo, bajó, entró en pausa o se fue, y de qué nivel a cuál. Un nivel alcanzado en el mes anterior se conserva (supuesto grace_months), salvo que la persona se haya ido.",
      en: "Each registered person counts once, on the highest level that they fulfil on that day. With --from and --to it tells what became of everybody between the two dates: entered, rose, held, fell, paused or left, and from which level to which. A level reached within the month before is kept (assumption grace_months), unless the person left.",
    },
    {
      es: "Los niveles son de la estrategia: minga strategy los muestra, y una sección puede redefinirlos. Los números son exactos; --shared oculta los pequeños. El JSON es un contrato (docs/pyramid-and-route.schema.json).",
      en: "The levels are the strategy's: minga strategy shows them, and a section can redefine them. The numbers are exact; --shared withholds the small ones. The JSON is a contract (docs/pyramid-and-route.schema.json).",
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
        es: "además del total, cada parte: region, commune, gender, age_band, stage",
        en: "beside the total each part: region, commune, gender, age_band, stage",
      },
    },
    ...SHARED,
    ...TABLE_CSV_OR_JSON,
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    {
      line: "minga pyramid datos --at 2026-06-30",
      help: { es: "la pirámide al 30 de junio", en: "the pyramid on 30 June" },
    },
    {
      line: "minga pyramid datos --from 2024-12-31 --to 2025-12-31",
      help: { es: "quién subió y quién bajó durante 2025", en: "who rose and who fell during 2025" },
    },
    {
      line: "minga pyramid datos --at 2025-12-31 --by region --shared",
      help: { es: "por región, para compartir", en: "by region, to share" },
    },
  ],
} as const satisfies CommandSpec;
