import type { Ladder, Message, Outcome, StepNote, Text } from "@minga/core";

/** What the tables of the pyramid and the route say. */
export const LADDER_TEXTS = {
  people: { es: "personas", en: "people" },
  paused: { es: "en pausa", en: "paused" },
  reached: { es: "llegaron", en: "reached" },
  wentOn: { es: "siguieron", en: "went on" },
  days: { es: "en días", en: "in days" },
  standing: { es: "días ahí", en: "days there" },
  stalled: { es: "detenidas", en: "stalled" },
  left: { es: "Se han ido de la lista", en: "Have left the list" },
  reasons: { es: "Motivos de salida", en: "Reasons for leaving" },
  noReason: { es: "(sin motivo escrito)", en: "(no reason written)" },
  summary: { es: "Qué pasó con cada persona", en: "What became of everybody" },
  before: { es: "Estaban al principio", en: "There at the start" },
  after: { es: "Están al final", en: "There at the end" },
  pairs: { es: "De dónde a dónde", en: "From where to where" },
  conversions: { es: "De cada etapa a las siguientes", en: "From each stage to the later ones" },
  routeLegend: {
    es: "llegaron: alguna vez. siguieron: qué parte de ellas llegó a otra etapa ese día o después, y en cuántos días (mediana). días ahí: los que llevan en la etapa sin interrupción (mediana). detenidas: llevan ahí más que la mediana de quienes siguieron otro día.",
    en: "reached: ever. went on: what share of them reached a later stage on that day or later, and in how many days (median). days there: at the stage without a break (median). stalled: there for longer than the median of those who went on on a later day.",
  },
  leftLegend: {
    es: "Se fueron: de la lista, o siguen en ella y ya no cumplen ningún paso.",
    en: "Left: the list, or they are still on it and fulfil no step any more.",
  },
} as const satisfies Record<string, Text>;

/** The title of each ladder. */
export const LADDER_TITLES: Readonly<Record<Ladder, Text>> = {
  pyramid: { es: "Pirámide de participación y compromiso", en: "Pyramid of participation and commitment" },
  route: { es: "Ruta del activismo", en: "Route of activism" },
};

export const ON_LADDER: Readonly<Record<Ladder, Text>> = {
  pyramid: { es: "Total en la pirámide", en: "Total on the pyramid" },
  route: { es: "Total en la ruta", en: "Total on the route" },
};

export const OUTSIDE: Readonly<Record<Ladder, Text>> = {
  pyramid: { es: "En la lista, sin nivel", en: "On the list, on no level" },
  route: { es: "En la lista, fuera de la ruta", en: "On the list, not on the route" },
};

/** Where else than on a step, in the flows. */
export const PLACES: Readonly<Record<"outside" | "paused" | "left", Text>> = {
  outside: { es: "Fuera", en: "Outside" },
  paused: { es: "En pausa", en: "Paused" },
  left: { es: "Se fue", en: "Left" },
};

export const OUTCOME_TEXTS: Readonly<Record<Outcome, Text>> = {
  entered: { es: "Entraron", en: "Entered" },
  rose: { es: "Subieron", en: "Rose" },
  held: { es: "Se mantuvieron", en: "Held" },
  fell: { es: "Bajaron", en: "Fell" },
  paused: { es: "Entraron en pausa", en: "Paused" },
  left: { es: "Se fueron", en: "Left" },
};

export const AUDIENCE: Message<string> = {
  es: (label) => `${label} (audiencia, una cifra)`,
  en: (label) => `${label} (audience, a figure)`,
};

/** Between which days. */
export const BETWEEN_LINE: Message<{ readonly section: string; readonly from: string; readonly to: string }> = {
  es: ({ section, from, to }) => `${section}, del ${from} al ${to}`,
  en: ({ section, from, to }) => `${section}, from ${from} to ${to}`,
};

export const NOTES: Readonly<Record<StepNote["code"], Message<readonly string[]>>> = {
  "nobody-fulfils": {
    es: ([step]) => `Nadie cumple la condición de «${step}»: si no es lo que esperas, revísala (minga strategy).`,
    en: ([step]) => `Nobody fulfils the condition of “${step}”: if that is not expected, look at it (minga strategy).`,
  },
  "same-people": {
    es: ([lower, higher]) =>
      `«${lower}» y «${higher}» se cumplen justo para las mismas personas: nadie puede quedar en «${lower}».`,
    en: ([lower, higher]) =>
      `“${lower}” and “${higher}” are fulfilled by just the same people: nobody can stand at “${lower}”.`,
  },
};

/** The days of grace before each date. */
export const GRACE: Message<Readonly<Record<"from" | "to", readonly [string, string]>>> = {
  es: ({ from, to }) =>
    `Gracia: cada persona está en el paso más alto en que estuvo, sin pausa, del ${from.join(" al ")} y del ${to.join(" al ")}, salvo que se haya ido.`,
  en: ({ from, to }) =>
    `Grace: everybody is on the highest step on which they stood, not paused, from ${from.join(" to ")} and from ${to.join(" to ")}, unless they left.`,
};

/** Where people stand still. */
export const STANDSTILL: Message<{ readonly step: string; readonly days: string }> = {
  es: ({ step, days }) => `Donde más se detienen: ${step} (mediana de ${days} días ahí).`,
  en: ({ step, days }) => `Where people stand still for longest: ${step} (a median of ${days} days there).`,
};

export const LADDER_BREAK: Text = {
  es: "‡ la definición de algún paso cambia entre las fechas",
  en: "‡ the definition of some step changes between the dates",
};

export const LADDER_PARTIAL: Text = {
  es: "* los registros empiezan ese mismo año",
  en: "* the records begin within that year",
};
