import type { Message, Text } from "@minga/core";

/** What `minga explain --diff` and `--against` say. */
export const CHANGE_TEXTS = {
  notSideBySide: {
    es: "Las dos fórmulas están hechas de otra manera y sus filas no se pueden comparar: pide cada número por separado con minga explain.",
    en: "The two formulas are built in different ways and their rows cannot be compared: ask for each number by itself with minga explain.",
  },
  noDifference: {
    es: "Falta uno de los dos números: no hay diferencia que explicar.",
    en: "One of the two numbers is missing: there is no difference to explain.",
  },
  notAdded: {
    es: "Este número no es una suma: estas filas entraron y salieron, pero ninguna responde por una parte de la diferencia.",
    en: "This number is no sum: these rows came and left, but none answers for a share of the difference.",
  },
  nothingMoved: { es: "Cuentan exactamente las mismas filas.", en: "Exactly the same rows count." },
  formula: { es: "fórmula", en: "formula" },
} as const satisfies Record<string, Text>;

/** How much a number went up or down. */
export const DIFFERENCE: Message<string> = {
  es: (amount) => `Diferencia: ${amount}`,
  en: (amount) => `Difference: ${amount}`,
};

export const SAME_DEFINITION: Message<string> = {
  es: (version) => `La misma definición en los dos (${version}).`,
  en: (version) => `The same definition in both (${version}).`,
};

export const OTHER_DEFINITION: Message<{ readonly before: string; readonly after: string }> = {
  es: ({ before, after }) => `La definición no es la misma: ${before} y ${after}.`,
  en: ({ before, after }) => `The definition is not the same: ${before} and ${after}.`,
};

/** One thing of the definition that differs. */
export const DIFFERS: Message<{ readonly name: string; readonly before: string; readonly after: string }> = {
  es: ({ name, before, after }) => `${name}: ${before} → ${after}`,
  en: ({ name, before, after }) => `${name}: ${before} → ${after}`,
};

/** How many came or left, and what they are called. */
interface Movers {
  readonly things: string;
  readonly called: string;
  readonly isOne: boolean;
}

export const CAME: Message<Movers> = {
  es: ({ things, called, isOne }) =>
    isOne
      ? `Entró ${things} ${called}. Por qué no contaba antes:`
      : `Entraron ${things} ${called}. Por qué no contaban antes:`,
  en: ({ things, called, isOne }) => `${things} ${called} came in. Why ${isOne ? "it" : "they"} did not count before:`,
};

export const LEFT: Message<Movers> = {
  es: ({ things, called, isOne }) =>
    isOne ? `Salió ${things} ${called}. Por qué ya no cuenta:` : `Salieron ${things} ${called}. Por qué ya no cuentan:`,
  en: ({ things, called, isOne }) =>
    `${things} ${called} left. Why ${isOne ? "it no longer counts" : "they no longer count"}:`,
};

export const CHANGED: Message<Movers> = {
  es: ({ things, called, isOne }) => `${isOne ? "Cambió" : "Cambiaron"} de valor ${things} ${called}:`,
  en: ({ things, called, isOne }) => `${things} ${called} ${isOne ? "has" : "have"} another value:`,
};

/** Where the same rows stand in the other version of the data. */
export const OTHER_SIDE: Message<string> = {
  es: (rows) => `en la otra versión: ${rows}`,
  en: (rows) => `in the other version: ${rows}`,
};
