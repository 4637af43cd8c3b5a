import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON, TARGET } from "../options.ts";

/** `minga restore`. */
export const restoreSpec = {
  name: "restore",
  summary: {
    es: "devuelve lo que una orden cortada escribió en filas que no eran",
    en: "puts back what a command that was cut wrote into the wrong rows",
  },
  help: [
    {
      es: "Si una orden se corta justo cuando alguien ordena o mueve filas de una planilla, lo que era de una fila puede quedar en otra. Minga anotó antes lo que decía cada una: esta orden lo muestra, pregunta, y lo devuelve donde nadie lo ha cambiado desde entonces.",
      en: "Where a command is cut just when somebody sorts or moves rows of a sheet, what was meant for one row may stand in another. Minga noted beforehand what each one said: this command shows it, asks, and puts it back where nobody has changed it since.",
    },
  ],
  positionals: TARGET,
  options: {
    yes: { takes: "nothing", help: { es: "sin preguntar", en: "without asking" } },
    keep: {
      takes: "nothing",
      help: {
        es: "deja todo como está, y no se vuelve a preguntar",
        en: "leaves all as it stands, and does not ask again",
      },
    },
    ...COMMON,
  },
  examples: [
    {
      line: "minga restore google-sheets:https://docs.google.com/spreadsheets/d/1AbC/edit",
      help: { es: "después de un corte", en: "after an interruption" },
    },
  ],
} as const satisfies CommandSpec;
