import { message } from "./message.ts";

/** The participants of the whole strategy. */
export const PARTICIPANTS = {
  heading: { es: "Participantes de toda la estrategia", en: "Participants of the whole strategy" },
  intro: {
    es: "Los objetivos cuentan participantes, y una misma persona puede estar en varios. El total de la estrategia cuenta a cada persona una sola vez: no es la suma.",
    en: "All the objectives count participants, and one person can stand in several. The strategy's total counts each person once: it is not the sum.",
  },
  chart: message<{ year: string; isPartial: boolean }>(
    ({ year, isPartial }) => `Participantes por objetivo y en total, ${year}${isPartial ? " (parcial)" : ""}`,
    ({ year, isPartial }) => `Participants by objective and in total, ${year}${isPartial ? " (partial)" : ""}`,
  ),
  caption: {
    es: "Personas distintas que participaron, por año",
    en: "Different people who took part, by year",
  },
  objective: { es: "Objetivo", en: "Objective" },
  union: { es: "En total, cada persona una sola vez", en: "In total, each person once" },
  overlapCaption: {
    es: "Cuántas personas participaron exactamente en qué objetivos",
    en: "How many people took part in exactly which objectives",
  },
  overlapIntro: {
    es: "Cada persona está en una sola fila: aquí las filas sí suman el total.",
    en: "Each person stands in one row alone: here the rows do add up to the total.",
  },
  combination: { es: "Exactamente en", en: "In exactly" },
  only: message<{ objective: string }>(
    ({ objective }) => `Solo el objetivo ${objective}`,
    ({ objective }) => `Objective ${objective} alone`,
  ),
  several: message<{ objectives: string }>(
    ({ objectives }) => `Los objetivos ${objectives}`,
    ({ objectives }) => `Objectives ${objectives}`,
  ),
} as const;
