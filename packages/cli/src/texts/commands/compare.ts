import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON, STRATEGY, TEXT_JSON_OR_CSV } from "../options.ts";

/** `minga compare`. */
export const compareSpec = {
  name: "compare",
  summary: {
    es: "dice qué filas son nuevas, cambiaron o ya no están entre dos copias de los datos",
    en: "tells which rows are new, changed or gone between two copies of the data",
  },
  help: [
    {
      es: "Lee las dos copias, cada una con su minga.yaml si lo tiene, y compara tabla por tabla. Una fila es la misma si su clave lo es (el identificador; en participaciones, la persona y la actividad). Sin identificadores, si dice lo mismo.",
      en: "Reads both copies, each with its minga.yaml where it has one, and compares table by table. A row is the same where its key is (the id; of participations the person and the activity). Without ids, where it says the same.",
    },
    {
      es: "Muestra lo que dicen las celdas que cambiaron, también si son datos personales: con --shared esos contenidos no salen.",
      en: "Shows what changed cells say, personal data too: with --shared those contents are left out.",
    },
    {
      es: "El JSON es un contrato (docs/compare.schema.json).",
      en: "The JSON is a contract (docs/compare.schema.json).",
    },
  ],
  positionals: {
    before: {
      value: { es: "ANTES", en: "BEFORE" },
      help: { es: "la copia anterior: una carpeta o un minga.yaml", en: "the earlier copy: a folder or a minga.yaml" },
    },
    after: { value: { es: "AHORA", en: "AFTER" }, help: { es: "la copia nueva", en: "the later copy" } },
  },
  options: {
    shared: {
      takes: "nothing",
      help: {
        es: "sin contenidos personales, para compartir la lista",
        en: "leaves personal contents out, to share the list",
      },
    },
    ...TEXT_JSON_OR_CSV,
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    {
      line: "minga compare respaldo-marzo datos",
      help: { es: "qué cambió desde el respaldo", en: "what changed since the backup" },
    },
    {
      line: "minga compare respaldo-marzo datos --format csv > cambios.csv",
      help: { es: "una planilla con una línea por cambio", en: "a spreadsheet with a line for each change" },
    },
  ],
} as const satisfies CommandSpec;
