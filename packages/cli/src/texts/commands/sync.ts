import type { CommandSpec } from "../../arguments/spec.ts";
import { ALLOW_MANY, COMMON } from "../options.ts";

const PLACE = {
  es: "un lugar en una herramienta (google-sheets:DIRECCIÓN, airtable:appXXXX, notion:DIRECCIÓN), o una carpeta de archivos CSV",
  en: "a place in a tool (google-sheets:ADDRESS, airtable:appXXXX, notion:ADDRESS), or a folder of CSV files",
};

/** `minga sync`. */
export const syncSpec = {
  name: "sync",
  summary: {
    es: "mantiene las mismas filas en dos lugares",
    en: "keeps the same rows in two places",
  },
  help: [
    {
      es: "Compara, campo por campo, las tablas que los dos lugares tienen con el mismo nombre, y con lo que acordaron la última vez. Lo que cambió en un lado pasa al otro; lo que cambió igual en los dos está de acuerdo; lo que cambió distinto es un conflicto: se muestra y no se toca, hasta que los dos lados digan lo mismo o lo decidas con --prefer. Muestra todo antes, pregunta, y se puede repetir en cualquier momento.",
      en: "Compares, field by field, the tables that both places have under the same name, and with what they last agreed on. What changed on one side goes to the other; what changed alike on both is agreed; what changed differently is a conflict: it is shown and not touched, until both sides say the same or you decide with --prefer. It shows everything first, asks, and may be repeated at any moment.",
    },
    {
      es: "Una fila borrada en un lado no se borra en el otro ni se vuelve a crear: se avisa. Las tablas y los campos que tiene un solo lado se dejan. Lo acordado se recuerda en este computador; si ese archivo se pierde, cada diferencia se muestra como un conflicto, y nada se pierde.",
      en: "A row that was deleted on one side is neither deleted on the other nor made again: it is told. Tables and fields that one side alone has are left. What was agreed is remembered on this computer; if that file is lost, every difference is shown as a conflict, and nothing is lost.",
    },
  ],
  positionals: {
    a: { value: { es: "A", en: "A" }, help: PLACE },
    b: { value: { es: "B", en: "B" }, help: PLACE },
  },
  options: {
    prefer: {
      takes: "text",
      value: { es: "LUGAR", en: "PLACE" },
      choices: ["A", "B"],
      help: {
        es: "A o B: en los conflictos vale lo que dice ese lugar",
        en: "A or B: in conflicts what that place says stands",
      },
    },
    table: {
      takes: "text",
      many: true,
      value: { es: "TABLA", en: "TABLE" },
      help: { es: "solo esta tabla; se puede repetir", en: "only this table; can be repeated" },
    },
    key: {
      takes: "text",
      many: true,
      value: { es: "TABLA=CAMPO", en: "TABLE=FIELD" },
      help: {
        es: "qué campo distingue las filas de una tabla; por defecto, Clave minga o el primero",
        en: "which field tells a table's rows apart; by default Clave minga or the first",
      },
    },
    yes: { takes: "nothing", help: { es: "sin preguntar", en: "without asking" } },
    "dry-run": {
      takes: "nothing",
      help: { es: "muestra qué escribiría, y no escribe", en: "shows what it would write, and writes nothing" },
    },
    ...ALLOW_MANY,
    "allow-missing": {
      takes: "nothing",
      help: {
        es: "aunque a un lado le falten campos que los dos tenían: se dejan de comparar",
        en: "even if one side lacks fields that both had: they are no longer compared",
      },
    },
    ...COMMON,
  },
  examples: [
    {
      line: "minga sync datos google-sheets:https://docs.google.com/spreadsheets/d/1AbC/edit",
      help: { es: "una carpeta y una planilla", en: "a folder and a sheet" },
    },
    {
      line: "minga sync airtable:appAbCdEfGhIjKlMn google-sheets:https://docs.google.com/spreadsheets/d/1AbC/edit --prefer A",
      help: {
        es: "en los conflictos vale lo que dice Airtable",
        en: "in conflicts what Airtable says stands",
      },
    },
  ],
} as const satisfies CommandSpec;
