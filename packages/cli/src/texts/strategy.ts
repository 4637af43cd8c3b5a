import type { Message, Text } from "@minga/core";

/** The headings of `minga strategy`. */
export const STRATEGY_TEXTS = {
  generalObjective: { es: "Objetivo general", en: "General objective" },
  lines: { es: "Líneas de acción", en: "Lines of action" },
  indicators: { es: "Indicadores", en: "Indicators" },
  extensions: { es: "Extensiones", en: "Extensions" },
  groupTypes: { es: "Tipos de grupo", en: "Group types" },
  route: {
    es: "Ruta del activismo (de la primera etapa a la última)",
    en: "Activism route (from the first stage to the last)",
  },
  pyramid: {
    es: "Pirámide de participación (del nivel más bajo al más alto)",
    en: "Participation pyramid (from the lowest level to the highest)",
  },
  relations: { es: "Relacionamiento institucional", en: "Institutional relations" },
  barriers: { es: "Teoría del cambio: barreras", en: "Theory of change: barriers" },
  aims: { es: "Teoría del cambio: qué se busca", en: "Theory of change: what is to be reached" },
  means: { es: "Teoría del cambio: cómo", en: "Theory of change: how" },
  training: { es: "Formación", en: "Training" },
  sustainability: { es: "Condiciones de sostenibilidad", en: "Conditions of sustainability" },
  assumptions: {
    es: "Supuestos (lo que la estrategia deja abierto; cada sección puede decidir otra cosa)",
    en: "Assumptions (what the strategy leaves open; each section may decide otherwise)",
  },
  yes: { es: "sí", en: "yes" },
  no: { es: "no", en: "no" },
} as const satisfies Record<string, Text>;

export const PERIOD: Message<{ readonly start: string; readonly end: string }> = {
  es: ({ start, end }) => `Del ${start} al ${end}`,
  en: ({ start, end }) => `From ${start} to ${end}`,
};

export const RETIRED: Message<string> = {
  es: (day) => `Ya no se lleva desde el ${day}`,
  en: (day) => `No longer kept from ${day} on`,
};

export const SINCE: Message<{ readonly source: string; readonly since: string }> = {
  es: ({ source, since }) => `Fuente: ${source}; desde el ${since}`,
  en: ({ source, since }) => `Source: ${source}; since ${since}`,
};
