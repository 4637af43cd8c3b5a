import type { Message, Text } from "@minga/core";

/** What the command says about itself. */
export const MAIN = {
  tagline: {
    es: "minga: lo que los archivos de una sección dicen de su estrategia de movilización",
    en: "minga: what a section's files say about its mobilization strategy",
  },
  usage: { es: "Uso", en: "Usage" },
  command: { es: "COMANDO", en: "COMMAND" },
  options: { es: "opciones", en: "options" },
  optionsTitle: { es: "Opciones", en: "Options" },
  commandsTitle: { es: "Comandos", en: "Commands" },
  examplesTitle: { es: "Ejemplos", en: "Examples" },
  exitTitle: { es: "Cómo termina", en: "How it ends" },
  more: {
    es: "minga COMANDO --help enseña cada comando con ejemplos.",
    en: "minga COMMAND --help teaches each command with examples.",
  },
  version: { es: "muestra la versión", en: "shows the version" },
  error: { es: "Error", en: "Error" },
  interrupted: { es: "Interrumpido.", en: "Interrupted." },
} as const satisfies Record<string, Text>;

/** What each exit code means. */
export const EXIT_CODES: readonly { readonly code: string; readonly help: Text }[] = [
  { code: "0", help: { es: "se hizo lo pedido", en: "what was asked was done" } },
  { code: "1", help: { es: "check encontró algo que corregir", en: "check found something to mend" } },
  { code: "2", help: { es: "la línea de comandos no se entiende", en: "the command line makes no sense" } },
  {
    code: "3",
    help: {
      es: "algo no se puede leer: la carpeta, minga.yaml, la estrategia o la fórmula",
      en: "something cannot be read: the folder, minga.yaml, the strategy or the formula",
    },
  },
  { code: "4", help: { es: "no se puede escribir el archivo", en: "the file cannot be written" } },
  { code: "70", help: { es: "una falla de minga", en: "a fault of minga itself" } },
];

/** The first steps, on the main help. */
export const FIRST_STEPS: readonly { readonly line: string; readonly help: Text }[] = [
  { line: "minga check datos", help: { es: "qué hay que corregir en los archivos", en: "what to mend in the files" } },
  { line: "minga evaluate datos", help: { es: "los indicadores por año", en: "the indicators by year" } },
  {
    line: "minga explain datos o1.participants --period 2025",
    help: { es: "de qué filas sale un número", en: "which rows a number comes from" },
  },
  { line: "minga report datos -o informe.html", help: { es: "la página para compartir", en: "the page to share" } },
];

/** A fault of minga's own, on one line, and how to report it. */
export const UNEXPECTED: Message<string> = {
  es: (what) =>
    `Falla inesperada de minga: ${what}. Cuéntasela a quien mantiene minga, con el comando que escribiste (MINGA_DEBUG=1 muestra el detalle).`,
  en: (what) =>
    `Unexpected fault of minga: ${what}. Please tell those who maintain minga, with the command that you typed (MINGA_DEBUG=1 shows the details).`,
};

/** The output itself refuses: a full disk. */
export const CANNOT_WRITE_OUT: Message<string> = {
  es: (why) => `No se puede escribir la salida (${why}).`,
  en: (why) => `The output cannot be written (${why}).`,
};
