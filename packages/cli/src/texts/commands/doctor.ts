import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON } from "../options.ts";

/** `minga doctor`. */
export const doctorSpec = {
  name: "doctor",
  summary: {
    es: "revisa si minga llega a la herramienta, si puede leer y escribir, y qué falta",
    en: "checks whether minga reaches the tool, can read and write, and what is missing",
  },
  help: [
    {
      es: "Prueba cada herramienta que minga.yaml nombra, o la que digas: la credencial, el permiso de leer y de escribir (sin cambiar nada), las tablas que hay, y los límites de la herramienta.",
      en: "Tries each tool that minga.yaml names, or the one that you say: the credential, the permission to read and to write (changing nothing), the tables that there are, and the tool's limits.",
    },
  ],
  positionals: {
    source: {
      value: { es: "ORIGEN", en: "SOURCE" },
      help: {
        es: "una carpeta con minga.yaml, o un lugar: google-sheets:DIRECCIÓN, airtable:appXXXX, notion:DIRECCIÓN",
        en: "a folder with a minga.yaml, or a place: google-sheets:ADDRESS, airtable:appXXXX, notion:ADDRESS",
      },
    },
  },
  options: COMMON,
  examples: [
    {
      line: "minga doctor airtable:appAbCdEfGhIjKlMn",
      help: { es: "¿llega, lee y escribe?", en: "does it reach, read and write?" },
    },
  ],
} as const satisfies CommandSpec;
