/** The training plan. */
export const TRAINING = {
  caption: {
    es: "Plan de formación por año: talleres, asistencia y lo que siguió",
    en: "Training plan by year: workshops, attendance and what followed",
  },
  indicator: { es: "Dato", en: "Figure" },
} as const;
