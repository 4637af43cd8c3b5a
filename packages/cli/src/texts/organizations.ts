import type { Text } from "@minga/core";

/** What the tables of `minga organizations` say. */
export const ORGANIZATION_TEXTS = {
  title: { es: "Relación con las organizaciones", en: "Relations with organizations" },
  subscribed: { es: "organizaciones", en: "organizations" },
  agreements: { es: "convenios", en: "agreements" },
  working: { es: "con trabajo", en: "working" },
  idle: { es: "sin trabajo", en: "idle" },
  none: { es: "(sin relación escrita)", en: "(no relation written)" },
  flow: { es: "Organizaciones suscritas", en: "Subscribed organizations" },
  agreementFlow: { es: "Convenios vigentes", en: "Agreements in force" },
  before: { es: "al principio", en: "at the start" },
  entered: { es: "entraron", en: "entered" },
  held: { es: "siguen", en: "held" },
  left: { es: "salieron", en: "left" },
  after: { es: "al final", en: "at the end" },
  legend: {
    es: "con trabajo, sin trabajo: convenios cuya organización tuvo o no una actividad conjunta en los últimos meses (supuesto agreement_idle_months).",
    en: "working, idle: agreements whose organization had or had not a joint activity in the last months (assumption agreement_idle_months).",
  },
  noHistory: {
    es: "Los registros guardan la relación de hoy, sin su historia: no se puede decir qué organización pasó de un nivel a otro.",
    en: "The records hold the relation of today, without its history: which organization went from one level to another cannot be told.",
  },
} as const satisfies Record<string, Text>;
