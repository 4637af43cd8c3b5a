import type { CommandSpec } from "../../arguments/spec.ts";
import { BY, COMMON, DAYS, SHARED, SOURCE, STRATEGY, TABLE_CSV_OR_JSON } from "../options.ts";

/** `minga organizations`. */
export const organizationsSpec = {
  name: "organizations",
  summary: {
    es: "dice cómo está la relación con las organizaciones",
    en: "tells how relations with organizations stand",
  },
  help: [
    {
      es: "Cuenta las organizaciones suscritas por nivel de relación, los convenios con y sin trabajo conjunto reciente, y los encuentros y actividades conjuntas; o, entre dos días, cuáles llegaron, siguieron y se fueron. La relación no tiene historia: un día pasado se cuenta con las relaciones de hoy.",
      en: "Counts subscribed organizations by level of relation, agreements with and without recent joint work, and meetings and joint activities; or, between two days, which came, stayed and went. The relation has no history: a past day is told with the relations of today.",
    },
  ],
  positionals: SOURCE,
  options: { ...DAYS, ...BY, ...SHARED, ...TABLE_CSV_OR_JSON, ...STRATEGY, ...COMMON },
  examples: [
    {
      line: "minga organizations datos --at 2025-12-31",
      help: { es: "al cierre de 2025", en: "at the end of 2025" },
    },
    {
      line: "minga organizations datos --from 2024-12-31 --to 2025-12-31",
      help: { es: "qué cambió en 2025", en: "what changed in 2025" },
    },
    {
      line: "minga organizations datos --by region --shared --format csv",
      help: { es: "por región, para compartir", en: "by region, to share" },
    },
  ],
} as const satisfies CommandSpec;
