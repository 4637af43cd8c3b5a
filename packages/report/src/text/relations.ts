import { message } from "./message.ts";

/** The plan of institutional relations. */
export const RELATIONS = {
  heading: { es: "Plan de relaciones institucionales", en: "Plan of institutional relations" },
  goals: { es: "Las metas del plan", en: "The plan's goals" },
  goalCaption: message<{ label: string }>(
    ({ label }) => `${label}: indicadores que la muestran`,
    ({ label }) => `${label}: indicators that show it`,
  ),
  indicator: { es: "Indicador", en: "Indicator" },
  work: { es: "Convenios y trabajo conjunto", en: "Agreements and joint work" },
  workCaption: { es: "Convenios y trabajo conjunto por año", en: "Agreements and joint work by year" },
  workNote: {
    es: "Un convenio tiene actividad conjunta reciente si su organización estuvo en una actividad en los últimos meses antes del cierre (12, salvo que la sección cambie el supuesto).",
    en: "An agreement has a recent joint activity if its organization was in an activity in the last months before the end (12, unless the section changes the assumption).",
  },
  ladder: { es: "La escalera de las organizaciones", en: "The ladder of organizations" },
  ladderChart: message<{ day: string }>(
    ({ day }) => `Organizaciones suscritas por relación, al ${day}`,
    ({ day }) => `Subscribed organizations by relation, on ${day}`,
  ),
  ladderCaption: {
    es: "Organizaciones suscritas por relación, al cierre de cada año",
    en: "Subscribed organizations by relation, at each year's end",
  },
  relation: { es: "Relación", en: "Relation" },
  unknown: { es: "Sin relación escrita", en: "No relation written" },
  ladderNote: {
    es: "Los registros guardan la relación de hoy, sin historia: los años pasados se cuentan con ella.",
    en: "The records hold today's relation, without a history: past years are told with it.",
  },
} as const;
