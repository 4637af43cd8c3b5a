import { counted, message } from "./message.ts";
import { FORMATS } from "./format.ts";

const { es, en } = FORMATS;

/** The conditions of sustainability, rated by year. */
export const SUSTAINABILITY = {
  heading: { es: "Sostenibilidad", en: "Sustainability" },
  intro: {
    es: "Las condiciones para que el efecto dure, con la nota que les puso la sección cada año (de 1 a 5) y cuántas evidencias escribió. Lo que dicen las evidencias no se muestra: puede nombrar a personas.",
    en: "The conditions for a lasting effect, with the section's rating of each year (1 to 5) and how many pieces of evidence it wrote. What the evidence says is not shown: it may name people.",
  },
  caption: { es: "Condiciones de sostenibilidad por año", en: "Conditions of sustainability by year" },
  condition: { es: "Condición", en: "Condition" },
  rating: message<{ rating: string }>(
    ({ rating }) => `${rating} de 5`,
    ({ rating }) => `${rating} of 5`,
  ),
  evidence: message<{ count: number }>(
    ({ count }) => (count === 0 ? "sin evidencia" : counted(count, es.number(count), "evidencia", "evidencias")),
    ({ count }) =>
      count === 0 ? "no evidence" : counted(count, en.number(count), "piece of evidence", "pieces of evidence"),
  ),
  unrated: { es: "sin nota", en: "not rated" },
  none: { es: "sin evaluación", en: "not assessed" },
} as const;
