import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON, DAY_OR_TWO, PERIODS, SHARED, SOURCE, STRATEGY, TABLE_CSV_OR_JSON } from "../options.ts";

/** `minga organizations`. */
export const organizationsSpec = {
  name: "organizations",
  summary: {
    es: "las organizaciones según su relación, sus convenios y el trabajo conjunto",
    en: "the organizations by their relation, their agreements and the joint work",
  },
  help: [
    {
      es: "Cuenta las organizaciones suscritas ese día por su relación (redes, coordinación, cooperación, colaboración), los convenios vigentes con y sin trabajo conjunto, y por periodo lo que muestra cada meta del plan de relaciones. Con --from y --to dice cuáles entraron, siguen y salieron.",
      en: "Counts the organizations subscribed on that day by their relation (networking, coordinating, cooperating, collaborating), the agreements in force with and without joint work, and by period what shows each goal of the plan of relations. With --from and --to it tells which entered, held and left.",
    },
    {
      es: "Los registros guardan la relación de hoy, sin su historia: no se puede decir qué organización pasó de un nivel a otro. El JSON es un contrato (docs/organizations.schema.json).",
      en: "The records hold the relation of today, without its history: which organization went from one level to another cannot be told. The JSON is a contract (docs/organizations.schema.json).",
    },
  ],
  positionals: SOURCE,
  options: {
    ...DAY_OR_TWO,
    grain: PERIODS.grain,
    by: {
      takes: "text",
      many: true,
      value: { es: "DIMENSIÓN", en: "DIMENSION" },
      help: { es: "además del total, cada región: region", en: "beside the total each region: region" },
    },
    ...SHARED,
    ...TABLE_CSV_OR_JSON,
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    {
      line: "minga organizations datos --at 2026-06-30",
      help: { es: "cómo están al 30 de junio", en: "how they stand on 30 June" },
    },
    {
      line: "minga organizations datos --from 2024-12-31 --to 2025-12-31",
      help: { es: "cuáles entraron y cuáles salieron en 2025", en: "which entered and which left in 2025" },
    },
    {
      line: "minga organizations datos --at 2026-06-30 --grain semester --by region --format csv",
      help: { es: "por semestre y región, en una planilla", en: "by semester and region, as a spreadsheet" },
    },
  ],
} as const satisfies CommandSpec;
