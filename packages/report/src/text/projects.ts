import { message } from "./message.ts";

/** Projects, with what activism does in them. */
export const PROJECTS = {
  heading: { es: "Proyectos", en: "Projects" },
  intro: {
    es: "Los proyectos de cada año, con sus comisiones, quienes las coordinan, las reuniones de presentación y de seguimiento, y quienes participaron, en ese año.",
    en: "The projects of each year, with their commissions, those who coordinate them, the presentation and follow-up meetings, and those who took part, in that year.",
  },
  caption: message<{ year: string; isPartial: boolean }>(
    ({ year, isPartial }) => `Proyectos de ${year}${isPartial ? " (parcial)" : ""}`,
    ({ year, isPartial }) => `Projects of ${year}${isPartial ? " (partial)" : ""}`,
  ),
  project: { es: "Proyecto", en: "Project" },
  total: { es: "Total del año", en: "Total of the year" },
  unknown: { es: "Sin proyecto", en: "No project" },
  objective: message<{ number: string }>(
    ({ number }) => `objetivo ${number}`,
    ({ number }) => `objective ${number}`,
  ),
  others: {
    es: "El total del año tiene también lo que se hizo ese año en proyectos de otros años, y cuenta a cada persona una sola vez.",
    en: "The year's total also holds what was done in that year in projects of other years, and counts each person once.",
  },
  none: {
    es: "Los registros no tienen proyectos de los años de la página.",
    en: "The records have no projects of the page's years.",
  },
} as const;
