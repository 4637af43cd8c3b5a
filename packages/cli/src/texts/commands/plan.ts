import type { CommandSpec } from "../../arguments/spec.ts";
import { ALLOW_MANY, COMMON, SOURCE, TARGET, TEXT_OR_JSON } from "../options.ts";

/** `minga plan`. */
export const planSpec = {
  name: "plan",
  summary: {
    es: "dice qué cambiaría en una herramienta para que tenga las filas de la sección",
    en: "tells what would change in a tool so that it holds the section's rows",
  },
  help: [
    {
      es: "Compara las filas del origen con las que hay en el destino, por su clave, y muestra qué se crearía y qué cambiaría, campo por campo. No escribe nada. Lo que el origen no tiene se deja, y también los campos que no son suyos.",
      en: "Compares the source's rows with those that stand in the target, by their key, and shows what would be made and what would change, field by field. It writes nothing. What the source does not have is left, and so are fields that are not its own.",
    },
    {
      es: "Con -o queda en un archivo que minga apply lleva a cabo. Muestra datos personales: es para quien trabaja con ellos.",
      en: "With -o it is kept in a file that minga apply carries out. It shows personal data: it is for those who work with them.",
    },
  ],
  positionals: { ...SOURCE, ...TARGET },
  options: {
    output: {
      takes: "text",
      short: "o",
      value: { es: "ARCHIVO", en: "FILE" },
      help: { es: "dónde dejar el plan, para minga apply", en: "where to keep the plan, for minga apply" },
    },
    "flag-missing": {
      takes: "nothing",
      help: {
        es: "marca las filas que el origen ya no tiene, con el día en que se notó, en un campo propio; ninguna se borra",
        en: "flags the rows that the source no longer has, with the day on which that was noticed, in a field of its own; none is deleted",
      },
    },
    ...ALLOW_MANY,
    ...TEXT_OR_JSON,
    ...COMMON,
  },
  examples: [
    {
      line: "minga plan datos google-sheets:https://docs.google.com/spreadsheets/d/1AbC/edit --flag-missing",
      help: { es: "también marca lo que el origen ya no tiene", en: "also flags what the source no longer has" },
    },
    {
      line: "minga plan datos airtable:appAbCdEfGhIjKlMn -o plan.json",
      help: { es: "qué habría que hacer, y el plan en un archivo", en: "what there is to do, and the plan in a file" },
    },
  ],
} as const satisfies CommandSpec;
