import type { Message, Text } from "@minga/core";

interface Other {
  readonly place: string;
  readonly computer: string;
  /** When it began, as a day and an hour. */
  readonly when: string;
}

/** What is said where another computer writes to the same place. */
export const RUN = {
  other: {
    es: ({ place, computer, when }) =>
      `Otro computador (${computer}) empezó a escribir en ${place} el ${when} y no ha terminado`,
    en: ({ place, computer, when }) =>
      `Another computer (${computer}) began to write to ${place} on ${when} and has not ended`,
  } satisfies Message<Other>,
  hint: {
    es: "Espera a que termine y repite la orden. Si se cortó, repítela ahí mismo; después de dos horas deja de contar.",
    en: "Wait until it ends and run the command again. If it was cut, run it again there; after two hours it no longer counts.",
  } satisfies Text,
  ask: { es: "¿Escribir de todos modos?", en: "Write all the same?" } satisfies Text,
} as const;
