import type { CommandSpec } from "../../arguments/spec.ts";
import { BY, COMMON, DAYS, SHARED, SOURCE, STRATEGY, TABLE_CSV_OR_JSON } from "../options.ts";

/** `minga pyramid`. */
export const pyramidSpec = {
  name: "pyramid",
  summary: {
    es: "dice dónde está cada quien en la pirámide, y quién sube y baja",
    en: "tells where people stand on the pyramid, and who rises and falls",
  },
  help: [
    {
      es: "Cuenta a las personas por nivel de la pirámide en un día, o entre dos: quiénes entraron, subieron, siguieron, bajaron, quedaron en pausa o salieron, y de qué nivel a cuál. Los niveles son condiciones de la estrategia, que la sección puede cambiar (docs/pyramid-and-route.md).",
      en: "Counts people by level of the pyramid on a day, or between two: who entered, rose, held, fell, paused or left, and from which level to which. The levels are conditions of the strategy, which a section can change (docs/pyramid-and-route.md).",
    },
  ],
  positionals: SOURCE,
  options: { ...DAYS, ...BY, ...SHARED, ...TABLE_CSV_OR_JSON, ...STRATEGY, ...COMMON },
  examples: [
    {
      line: "minga pyramid datos --at 2025-12-31",
      help: { es: "al cierre de 2025", en: "at the end of 2025" },
    },
    {
      line: "minga pyramid datos --from 2024-12-31 --to 2025-12-31",
      help: { es: "qué cambió en 2025", en: "what changed in 2025" },
    },
    {
      line: "minga pyramid datos --by region --shared --format csv",
      help: { es: "por región, para compartir", en: "by region, to share" },
    },
  ],
} as const satisfies CommandSpec;
