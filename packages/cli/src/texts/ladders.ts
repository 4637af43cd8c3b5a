import type { BESIDE, Text } from "@minga/core";

/** What is told of a ladder, by what follows the dot in its measure: `route.people`. */
export const MEASURES: Readonly<Record<string, Text>> = {
  people: { es: "Personas", en: "People" },
  paused: { es: "De ellas, en pausa", en: "Of them, in pause" },
  outside: { es: "En la lista y en ningún escalón", en: "On the list and on no step" },
  left: { es: "Salieron de la lista", en: "Left the list" },
  audience: { es: "Audiencia (una cifra, no personas)", en: "Audience (a figure, not persons)" },
  before: { es: "Estaban antes", en: "Stood before" },
  after: { es: "Están después", en: "Stand after" },
  flow: { es: "Qué fue de ellas", en: "What became of them" },
  reached: { es: "Llegaron alguna vez", en: "Ever reached" },
  conversion: { es: "Proporción que siguió", en: "Share that went on" },
  already: { es: "Ya estaban más allá", en: "Had been beyond already" },
  timed: { es: "Con las dos fechas conocidas", en: "With both days known" },
  days: { es: "Días hasta seguir (mediana)", en: "Days until they went on (median)" },
  dated: { es: "Con fecha conocida de llegada", en: "With a known day of arrival" },
  "standing-days": { es: "Días en el mismo escalón (mediana)", en: "Days on the same step (median)" },
  stalled: { es: "Detenidas más que la mediana", en: "Standing still for longer than the median" },
  subscribed: { es: "Organizaciones suscritas", en: "Subscribed organizations" },
  agreements: { es: "Convenios vigentes", en: "Agreements in force" },
  working: { es: "Convenios con trabajo conjunto reciente", en: "Agreements with recent joint work" },
  idle: { es: "Convenios sin trabajo conjunto reciente", en: "Agreements without recent joint work" },
};

/** What became of a person or an organization between two days. */
export const OUTCOME_WORDS: Readonly<Record<string, Text>> = {
  entered: { es: "entraron", en: "entered" },
  rose: { es: "subieron", en: "rose" },
  held: { es: "siguieron", en: "held" },
  fell: { es: "bajaron", en: "fell" },
  paused: { es: "quedaron en pausa", en: "paused" },
  left: { es: "salieron", en: "left" },
  came: { es: "llegaron", en: "came" },
  stayed: { es: "siguieron", en: "stayed" },
  went: { es: "se fueron", en: "went" },
};

/** Where else than on a step. */
export const BESIDE_WORDS: Readonly<Record<(typeof BESIDE)[number], Text>> = {
  outside: { es: "fuera", en: "outside" },
  paused: { es: "en pausa", en: "in pause" },
  left: { es: "salió", en: "left" },
};

export const LADDER_TEXTS = {
  outcome: { es: "qué pasó", en: "what happened" },
  from: { es: "de", en: "from" },
  to: { es: "a", en: "to" },
  all: { es: "Total", en: "Total" },
  leftReasons: {
    es: "Motivos de salida, como se escribieron (datos personales)",
    en: "Reasons for leaving, as written (personal data)",
  },
  progress: { es: "En el camino", en: "Along the way" },
} as const satisfies Record<string, Text>;
