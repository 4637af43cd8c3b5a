import type { Message, Text } from "@minga/core";
import type { EXIT } from "../exit-code.ts";

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
  exitTitle: { es: "Cómo termina (código de salida)", en: "How it ends (exit code)" },
  more: {
    es: "minga COMANDO --help enseña cada comando con ejemplos; minga --version muestra la versión.",
    en: "minga COMMAND --help teaches each command with examples; minga --version shows the version.",
  },
  error: { es: "Error", en: "Error" },
  interrupted: { es: "Interrumpido.", en: "Interrupted." },
} as const satisfies Record<string, Text>;

/** What each exit code means. */
export const EXIT_TEXTS: { readonly [Name in keyof typeof EXIT]: Text } = {
  ok: { es: "se hizo lo pedido", en: "what was asked was done" },
  problems: {
    es: "check encontró errores o avisos; a inspect --write, start o sync les quedó algo sin decidir; doctor, plan, apply o push dejaron algo sin hacer",
    en: "check found errors or warnings; inspect --write, start or sync left something undecided; doctor, plan, apply or push left something undone",
  },
  usage: { es: "la línea de comandos no se entiende", en: "the command line makes no sense" },
  input: {
    es: "algo no se puede leer: la carpeta, minga.yaml, la estrategia o la fórmula",
    en: "something cannot be read: the folder, minga.yaml, the strategy or the formula",
  },
  output: { es: "no se puede escribir el archivo o la salida", en: "the file or the output cannot be written" },
  unexpected: {
    es: "una falla de minga; MINGA_DEBUG=1 muestra el detalle",
    en: "a fault of minga itself; MINGA_DEBUG=1 shows the details",
  },
  interrupted: { es: "interrumpido (Ctrl-C)", en: "interrupted (Ctrl-C)" },
};

/** The first steps, on the main help. */
export const FIRST_STEPS: readonly { readonly line: string; readonly help: Text }[] = [
  {
    line: "minga start datos",
    help: {
      es: "lo primero: qué es cada planilla, y un informe",
      en: "the first thing: what each sheet is, and a report",
    },
  },
  { line: "minga check datos", help: { es: "qué hay que corregir en los archivos", en: "what to fix in the files" } },
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
