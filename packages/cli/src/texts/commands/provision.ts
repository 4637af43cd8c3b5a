import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON, SOURCE, TARGET } from "../options.ts";

/** `minga provision`. */
export const provisionSpec = {
  name: "provision",
  summary: {
    es: "crea en una herramienta las tablas y los campos que la sección necesita",
    en: "makes the tables and fields that the section needs in a tool",
  },
  help: [
    {
      es: "Muestra lo que falta en el destino para guardar las filas del origen (pestañas, tablas o bases de datos, con campos de su tipo, opciones y enlaces), pregunta, y lo crea. Solo agrega; no escribe filas.",
      en: "Shows what is missing in the target to keep the source's rows (tabs, tables or databases, with fields of their kind, options and links), asks, and makes it. It only adds; it writes no rows.",
    },
  ],
  positionals: { ...SOURCE, ...TARGET },
  options: {
    yes: { takes: "nothing", help: { es: "sin preguntar", en: "without asking" } },
    ...COMMON,
  },
  examples: [
    {
      line: "minga provision datos notion:https://www.notion.so/Base-0123456789abcdef0123456789abcdef",
      help: { es: "las bases de datos bajo esa página", en: "the databases under that page" },
    },
  ],
} as const satisfies CommandSpec;
