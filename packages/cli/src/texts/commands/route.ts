import type { CommandSpec } from "../../arguments/spec.ts";
import { BY, COMMON, DAYS, SHARED, SOURCE, STRATEGY, TABLE_CSV_OR_JSON } from "../options.ts";

/** `minga route`. */
export const routeSpec = {
  name: "route",
  summary: {
    es: "dice hasta dónde llegó cada quien en la ruta, y dónde se detiene",
    en: "tells how far people have come on the route, and where they stand still",
  },
  help: [
    {
      es: "Cuenta a las personas por etapa de la ruta en un día, qué proporción siguió de cada etapa a las siguientes, en cuántos días, y dónde se detienen; o, entre dos días, quiénes avanzaron y quiénes no (docs/pyramid-and-route.md).",
      en: "Counts people by stage of the route on a day, which share went on from each stage to the later ones, in how many days, and where they stand still; or, between two days, who went on and who did not (docs/pyramid-and-route.md).",
    },
  ],
  positionals: SOURCE,
  options: { ...DAYS, ...BY, ...SHARED, ...TABLE_CSV_OR_JSON, ...STRATEGY, ...COMMON },
  examples: [
    {
      line: "minga route datos --at 2025-12-31",
      help: { es: "al cierre de 2025", en: "at the end of 2025" },
    },
    {
      line: "minga route datos --from 2024-12-31 --to 2025-12-31",
      help: { es: "qué cambió en 2025", en: "what changed in 2025" },
    },
    {
      line: "minga route datos --by region --shared --format csv",
      help: { es: "por región, para compartir", en: "by region, to share" },
    },
  ],
} as const satisfies CommandSpec;
