import { message } from "./message.ts";

/** The pyramid and the route. */
export const ENGAGEMENT = {
  pyramid: { es: "Pirámide de compromiso y participación", en: "Pyramid of commitment and participation" },
  pyramidIntro: {
    es: "Cuánto participa cada persona registrada: cada una cuenta una vez, en el nivel más alto que cumple. Los niveles son supuestos de la estrategia y la sección puede redefinirlos.",
    en: "How much each registered person takes part: each counts once, on the highest level whose condition holds. The levels are assumptions of the strategy, and the section can redefine them.",
  },
  pyramidChart: message<{ day: string }>(
    ({ day }) => `Personas registradas por nivel de la pirámide, al ${day}`,
    ({ day }) => `Registered people by level of the pyramid, on ${day}`,
  ),
  pyramidCaption: {
    es: "Personas registradas por nivel, al cierre de cada año",
    en: "Registered people by level, at each year's end",
  },
  level: { es: "Nivel", en: "Level" },
  noLevel: { es: "En ningún nivel", en: "On no level" },
  audience: message<{ label: string; value: string; period: string }>(
    ({ label, value, period }) =>
      `${label}: ${value} (${period}). Es una cifra de audiencia, no personas registradas: no está a escala y no se suma.`,
    ({ label, value, period }) =>
      `${label}: ${value} (${period}). It is a figure of the audience, not registered people: it is not to scale and is not added.`,
  ),
  audienceRow: message<{ label: string }>(
    ({ label }) => `${label} (audiencia, una cifra)`,
    ({ label }) => `${label} (audience, a figure)`,
  ),
  route: { es: "Ruta del activismo", en: "Route of activism" },
  routeIntro: {
    es: "Hasta dónde ha llegado cada persona de la lista: cada una cuenta una vez, en la etapa más avanzada que cumple; las anteriores no hacen falta. Las etapas son supuestos de la estrategia.",
    en: "How far each person on the list has come: each counts once, at the furthest stage whose condition holds; the earlier ones are not required. The stages are assumptions of the strategy.",
  },
  routeChart: message<{ day: string }>(
    ({ day }) => `Personas por etapa de la ruta, al ${day}`,
    ({ day }) => `People by stage of the route, on ${day}`,
  ),
  routeCaption: {
    es: "Personas de la lista por etapa, al cierre de cada año",
    en: "People on the list by stage, at each year's end",
  },
  stage: { es: "Etapa", en: "Stage" },
  noStage: { es: "En ninguna etapa", en: "At no stage" },
  definition: { es: "Qué quiere decir cada uno", en: "What each of them means" },
} as const;
