import type { Message, Text } from "@minga/core";

interface Earlier {
  readonly place: string;
  /** When the earlier run was, as a day and an hour. */
  readonly when: string;
}

/** What is said of a run that was cut. */
export const SETTLE = {
  waiting: {
    es: ({ place, seconds }) =>
      `Una orden se acaba de cortar mientras escribía en ${place}: lo último que pidió puede estar en camino. Se espera ${seconds} s.`,
    en: ({ place, seconds }) =>
      `A command was cut just now while it wrote to ${place}: what it last asked for may be on its way. Waiting ${seconds} s.`,
  } satisfies Message<{ readonly place: string; readonly seconds: number }>,
  clean: {
    es: ({ place, when }) =>
      `Una orden del ${when} se cortó mientras escribía en ${place}. Se miró lo que había empezado: nada quedó en otra fila.`,
    en: ({ place, when }) =>
      `A command of ${when} was cut while it wrote to ${place}. What it had begun was looked at: nothing stands in another row.`,
  } satisfies Message<Earlier>,
  strayed: {
    es: ({ place, when }) =>
      `Una orden del ${when} se cortó mientras escribía en ${place}, justo cuando alguien movía filas: lo que era de una quedó en otra. Antes decían:`,
    en: ({ place, when }) =>
      `A command of ${when} was cut while it wrote to ${place}, just when somebody moved rows: what was meant for one stands in another. They said before:`,
  } satisfies Message<Earlier>,
  ask: { es: "¿Devolver lo que decían?", en: "Put back what they said?" } satisfies Text,
  restored: { es: "Devuelto.", en: "Put back." } satisfies Text,
  kept: { es: "Se deja como está.", en: "Left as it stands." } satisfies Text,
  nothing: {
    es: (place) => `No hay nada que devolver en ${place}.`,
    en: (place) => `There is nothing to put back in ${place}.`,
  } satisfies Message<string>,
  open: {
    es: ({ place, when }) =>
      `Falta decidir qué hacer con lo que una orden cortada del ${when} dejó en filas que no eran, en ${place}`,
    en: ({ place, when }) =>
      `It is still to be decided what becomes of what a command of ${when} that was cut left in the wrong rows, in ${place}`,
  } satisfies Message<Earlier>,
  openHint: {
    es: (place) => `minga restore ${place} --yes lo devuelve; con --keep se deja como está. Después repite esta orden.`,
    en: (place) => `minga restore ${place} --yes puts it back; with --keep it is left. Then run this command again.`,
  } satisfies Message<string>,
} as const;
