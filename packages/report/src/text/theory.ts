import { counted, message } from "./message.ts";
import { FORMATS } from "./format.ts";

const { es, en } = FORMATS;

/** The theory of change, its barriers beside what shows them. */
export const THEORY = {
  heading: { es: "Teoría de cambio", en: "Theory of change" },
  intro: {
    es: "De lo que se puede cambiar, por el camino elegido, a lo que se quiere alcanzar. Cada parte lleva a los objetivos y a los indicadores que la muestran.",
    en: "From what can be changed, along the chosen way, to what is to be reached. Each part leads to the objectives and to the indicators that show it.",
  },
  barriers: { es: "¿Qué podemos cambiar?", en: "What can we change?" },
  barriersKind: { es: "Barreras", en: "Barriers" },
  means: { es: "¿Cómo lo podemos lograr?", en: "How can we achieve it?" },
  meansKind: { es: "Caminos", en: "Means" },
  aims: { es: "¿Qué queremos alcanzar?", en: "What do we want to reach?" },
  aimsKind: { es: "Fines", en: "Aims" },
  objectives: { es: "Objetivos", en: "Objectives" },
  indicators: message<{ count: number }>(
    ({ count }) => counted(count, es.number(count), "indicador", "indicadores"),
    ({ count }) => counted(count, en.number(count), "indicator", "indicators"),
  ),
  barriersHeading: { es: "Las barreras y lo que las muestra", en: "The barriers and what shows them" },
  barriersIntro: {
    es: "Cada barrera, con los indicadores que la muestran por año y la última nota que le puso la sección (de 1 a 5).",
    en: "Each barrier, with the indicators that show it by year and the section's latest rating of it (1 to 5).",
  },
  latest: message<{ year: string; rating: string; evidence: string }>(
    ({ year, rating, evidence }) => `Última evaluación, ${year}: nota ${rating} de 5; ${evidence}.`,
    ({ year, rating, evidence }) => `Latest assessment, ${year}: rated ${rating} of 5; ${evidence}.`,
  ),
  noAssessment: { es: "La sección no ha evaluado esta barrera.", en: "The section has not assessed this barrier." },
  shownBy: message<{ label: string }>(
    ({ label }) => `${label}: indicadores que la muestran`,
    ({ label }) => `${label}: indicators that show it`,
  ),
  indicator: { es: "Indicador", en: "Indicator" },
} as const;
