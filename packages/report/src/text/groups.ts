import { message } from "./message.ts";

/** Groups by type. */
export const GROUPS = {
  heading: { es: "Grupos", en: "Groups" },
  intro: {
    es: "Los formatos de activismo que nombra la estrategia, por año: grupos que se fundaron y que cerraron, los que estaban abiertos y los que eran válidos (con gente suficiente) al cierre, y cuántas personas distintas participaron en sus actividades.",
    en: "The formats of activism that the strategy names, by year: groups that were founded and that closed, those that were open and those that were valid (with people enough) at the end, and how many different people took part in their activities.",
  },
  caption: { es: "Grupos por tipo y año", en: "Groups by type and year" },
  type: { es: "Tipo de grupo", en: "Type of group" },
  unknown: { es: "Sin grupo, o sin tipo", en: "No group, or no type" },
  overlap: {
    es: "† Una misma persona puede participar con grupos de varios tipos, así que las partes pueden sumar más que el total. No se suman: el total cuenta a cada persona una sola vez, también a quienes fueron a actividades sin grupo.",
    en: "† One person can take part with groups of several types, so the parts can add up to more than the total. They must not be added: the total counts each person once, those who went to activities without a group too.",
  },
  retired: message<{ day: string }>(
    ({ day }) => `hasta el ${day}`,
    ({ day }) => `until ${day}`,
  ),
} as const;
