import type { CommandSpec } from "../../arguments/spec.ts";
import { AS_OF, COMMON, SOURCE, STRATEGY, TEXT_JSON_OR_CSV } from "../options.ts";

/** `minga duplicates`. */
export const duplicatesSpec = {
  name: "duplicates",
  summary: {
    es: "lista personas que parecen estar dos veces, y guarda lo que decides",
    en: "lists people who seem to stand twice, and keeps what you decide",
  },
  help: [
    {
      es: "Lista pares de filas que pueden ser la misma persona, con sus razones: el mismo RUT, el mismo correo y un nombre parecido, el mismo nombre y nacimiento. Un correo o un teléfono compartido no basta: puede ser de la familia o de un grupo. Nada se une solo.",
      en: "Lists pairs of rows that may be one person, with the reasons: the same national id, the same e-mail and a similar name, the same name and birthdate. A shared e-mail or phone is not enough: it may be a family's or a group's. Nothing is joined by itself.",
    },
    {
      es: "--decide agrega la decisión a identidades.csv (o identities.csv), junto a los datos, y muestra los números antes y después. La segunda fila cuenta como la primera; ninguna se cambia. Para deshacerla, borra su fila de esa tabla.",
      en: "--decide adds the decision to identities.csv (or identidades.csv), beside the data, and shows the numbers before and after. The second row counts as the first; neither is changed. To undo it, delete its row from that table.",
    },
    {
      es: "Muestra nombres: es para quien tiene los datos. Con --shared salen solo las celdas.",
      en: "Shows names: it is for whoever holds the data. With --shared there are cells alone.",
    },
    {
      es: "El JSON es un contrato (docs/duplicates.schema.json).",
      en: "The JSON is a contract (docs/duplicates.schema.json).",
    },
  ],
  positionals: SOURCE,
  options: {
    decide: {
      takes: "text",
      many: true,
      value: { es: "P1=P2", en: "P1=P2" },
      help: {
        es: "P1=P2: la misma persona; 'P1!=P2': distintas (con comillas). Se puede repetir",
        en: "P1=P2: the same person; 'P1!=P2': different ones (in quotes). May be repeated",
      },
    },
    shared: {
      takes: "nothing",
      help: {
        es: "sin nombres, identificadores ni números, para compartir la lista",
        en: "leaves out names, ids and numbers, to share the list",
      },
    },
    ...TEXT_JSON_OR_CSV,
    ...AS_OF,
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    { line: "minga duplicates datos", help: { es: "quiénes parecen repetidos", en: "who seems to stand twice" } },
    {
      line: "minga duplicates datos --decide p1=p4",
      help: { es: "son la misma persona", en: "they are one person" },
    },
    {
      line: "minga duplicates datos --decide 'p2!=p3'",
      help: { es: "no lo son: no aparecen más", en: "they are not: they are listed no more" },
    },
  ],
} as const satisfies CommandSpec;
