import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON } from "../options.ts";

/** `minga forget`. */
export const forgetSpec = {
  name: "forget",
  summary: {
    es: "borra a una persona de lo que minga recuerda en este computador",
    en: "erases a person from what minga remembers on this computer",
  },
  help: [
    {
      es: "Minga recuerda, en un archivo de este computador, lo que dos lugares sincronizados acordaron y lo que una orden cortada iba a escribir. Esta orden borra de ahí todo lo que habla de la persona: por su identificador, su correo o su nombre, y también las filas que la nombran. Queda solo la constancia de que se borró, sin decir a quién.",
      en: "Minga remembers, in a file of this computer, what two synchronized places agreed on and what a command that was cut was about to write. This command erases from it all that speaks of the person: by their id, e-mail or name, and the rows that name them too. All that is left is that something was erased, without saying who.",
    },
    {
      es: "No cambia ninguna herramienta ni archivo tuyo. Borra primero a la persona ahí, en los dos lugares: si queda en uno, minga sync la copiaría de nuevo al otro.",
      en: "It changes no tool and no file of yours. Delete the person there first, in both places: where one still has them, minga sync would copy them to the other again.",
    },
  ],
  positionals: {
    person: {
      value: { es: "PERSONA", en: "PERSON" },
      help: {
        es: "su identificador, su correo o su nombre, como está escrito en la planilla",
        en: "their id, e-mail or name, as it is written in the sheet",
      },
    },
  },
  options: {
    yes: { takes: "nothing", help: { es: "sin preguntar", en: "without asking" } },
    ...COMMON,
  },
  examples: [{ line: "minga forget ana@example.org", help: { es: "por su correo", en: "by their e-mail" } }],
} as const satisfies CommandSpec;
