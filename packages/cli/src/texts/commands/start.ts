import type { CommandSpec } from "../../arguments/spec.ts";
import { AS_OF, COMMON } from "../options.ts";

/** `minga start`. */
export const startSpec = {
  name: "start",
  summary: {
    es: "lo primero: hace pocas preguntas y escribe minga.yaml y un informe",
    en: "the first thing to do: asks little and writes minga.yaml and a report",
  },
  help: [
    {
      es: "Mira las planillas de la carpeta, hace seis preguntas como máximo (Enter toma la respuesta propuesta) y escribe dos archivos en ella: minga.yaml, con lo que es cada planilla y los datos de la sección, y el primer informe. Al final dice qué conviene corregir primero.",
      en: "Looks at the sheets of the folder, asks six questions at most (Enter takes the answer proposed) and writes two files in it: minga.yaml, with what each sheet is and the facts of the section, and the first report. At the end it says what to fix first.",
    },
    {
      es: "Nunca cambia lo que un minga.yaml ya dice. Se puede repetir: sigue donde quedó, con las planillas nuevas y las dudas que quedan. Las planillas mismas no se tocan.",
      en: "It never changes what a minga.yaml says already. It can be repeated: it goes on where it was left, with new sheets and the doubts that remain. The sheets themselves are not touched.",
    },
    {
      es: "Con --yes no pregunta: toma las respuestas propuestas y nada que esté en duda.",
      en: "With --yes it does not ask: it takes the answers proposed and nothing that is in doubt.",
    },
  ],
  positionals: {
    folder: {
      value: { es: "CARPETA", en: "FOLDER" },
      help: {
        es: "la carpeta con las planillas de la sección (CSV, .xlsx, .ods)",
        en: "the folder with the section's sheets (CSV, .xlsx, .ods)",
      },
    },
  },
  options: {
    yes: {
      takes: "nothing",
      short: "y",
      help: {
        es: "sin preguntar: las respuestas propuestas, y nada que esté en duda",
        en: "without asking: the answers proposed, and nothing that is in doubt",
      },
    },
    ...AS_OF,
    ...COMMON,
  },
  examples: [
    { line: "minga start datos", help: { es: "empezar, o seguir", en: "begin, or go on" } },
    { line: "minga start datos --yes", help: { es: "sin preguntas", en: "without questions" } },
  ],
} as const satisfies CommandSpec;
