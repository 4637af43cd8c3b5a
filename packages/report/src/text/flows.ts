import type { BESIDE, Outcome, Text } from "@minga/core";
import { message } from "./message.ts";

/** Where people can stand beside the steps of a ladder. */
export const FLOW_PLACES: Readonly<Record<(typeof BESIDE)[number], Text>> = {
  outside: { es: "Fuera", en: "Outside" },
  paused: { es: "En pausa", en: "Paused" },
  left: { es: "Salió", en: "Left" },
};

/** What can become of a person. */
export const FLOW_OUTCOMES: Readonly<Record<Outcome, Text>> = {
  entered: { es: "Entraron", en: "Entered" },
  rose: { es: "Subieron", en: "Rose" },
  held: { es: "Se mantuvieron", en: "Held" },
  fell: { es: "Bajaron", en: "Fell" },
  paused: { es: "Quedaron en pausa", en: "Paused" },
  left: { es: "Salieron", en: "Left" },
};

/** How people moved between two days. */
export const FLOWS = {
  heading: message<{ from: string; to: string }>(
    ({ from, to }) => `Del ${from} al ${to}`,
    ({ from, to }) => `From ${from} to ${to}`,
  ),
  intro: {
    es: "Cada persona cuenta una vez, donde estaba y donde está. Lo que se alcanzó poco antes de cada fecha (supuesto grace_months) se conserva, salvo que la persona haya salido. Quienes se mantuvieron, subieron, bajaron, quedaron en pausa o salieron son todas las personas que estaban antes.",
    en: "Each person counts once, by where they stood and where they stand. What was reached shortly before each date (assumption grace_months) is kept, unless the person left. Those who held, rose, fell, paused or left are all who stood there before.",
  },
  outcomesCaption: message<{ ladder: string; from: string; to: string }>(
    ({ ladder, from, to }) => `${ladder}: qué fue de las personas entre el ${from} y el ${to}`,
    ({ ladder, from, to }) => `${ladder}: what became of people between ${from} and ${to}`,
  ),
  outcome: { es: "Movimiento", en: "Movement" },
  people: { es: "Personas", en: "People" },
  pairsCaption: message<{ ladder: string; from: string; to: string }>(
    ({ ladder, from, to }) => `${ladder}: de dónde (filas, al ${from}) a dónde (columnas, al ${to})`,
    ({ ladder, from, to }) => `${ladder}: from where (rows, on ${from}) to where (columns, on ${to})`,
  ),
  fromTo: { es: "De ↓ a →", en: "From ↓ to →" },
  nobody: message<{ step: string }>(
    ({ step }) => `La condición de «${step}» no la cumple nadie: revisa si está bien escrita.`,
    ({ step }) => `Nobody fulfils the condition of “${step}”: look whether it is written as it should be.`,
  ),
  same: message<{ lower: string; higher: string }>(
    ({ lower, higher }) =>
      `«${lower}» y «${higher}» los cumplen las mismas personas: nadie puede quedar en «${lower}».`,
    ({ lower, higher }) => `The same people fulfil “${lower}” and “${higher}”: nobody can stand on “${lower}”.`,
  ),
} as const;
