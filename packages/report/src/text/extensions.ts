/** The indicators beside the strategy's own. */
export const EXTENSIONS = {
  heading: { es: "Indicadores complementarios", en: "Complementary indicators" },
  intro: {
    es: "La estrategia pide en palabras cosas para las que no da indicador (descentralizar, fidelizar, quitar trabas). Estos las miden, al lado de los indicadores de la estrategia y sin mezclarse con ellos.",
    en: "The strategy asks in words for things for which it gives no indicator (decentralizing, keeping people, removing obstacles). These measure them, beside the strategy's own indicators and not mixed with them.",
  },
  caption: { es: "Indicadores complementarios por año", en: "Complementary indicators by year" },
  indicator: { es: "Indicador", en: "Indicator" },
  definitions: { es: "Cómo se cuenta cada indicador", en: "How each indicator is counted" },
} as const;
