import type { Message, Text } from "@minga/core";

/** What `minga forget` says. It never says of whom. */
export const FORGET = {
  nothing: {
    es: "Lo que minga recuerda en este computador no habla de esa persona.",
    en: "What minga remembers on this computer does not speak of that person.",
  } satisfies Text,
  ask: {
    es: (count) => `${count === 1 ? "1 anotación habla" : `${count} anotaciones hablan`} de esa persona. ¿Borrarlas?`,
    en: (count) => `${count === 1 ? "1 entry speaks" : `${count} entries speak`} of that person. Erase them?`,
  } satisfies Message<number>,
  nobody: {
    es: "No hay nadie a quien preguntar si borrarlas",
    en: "There is nobody to ask whether to erase them",
  } satisfies Text,
  nobodyHint: {
    es: "Con --yes se borran sin preguntar.",
    en: "With --yes they are erased without a question.",
  } satisfies Text,
  done: {
    es: (count) =>
      `Borrado de este computador: ${count} ${count === 1 ? "anotación" : "anotaciones"}. Los planes que hayas guardado en archivos bórralos tú; en las herramientas y planillas no se borró nada.`,
    en: (count) =>
      `Erased from this computer: ${count} ${count === 1 ? "entry" : "entries"}. Plans that you kept in files are yours to delete; nothing was erased in tools and sheets.`,
  } satisfies Message<number>,
} as const;
