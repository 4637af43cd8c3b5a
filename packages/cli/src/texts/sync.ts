import type { Message, Text } from "@minga/core";

/** What `minga sync` says. */
export const SYNC = {
  inPlace: { es: (place) => `En ${place}:`, en: (place) => `In ${place}:` } satisfies Message<string>,
  same: { es: "Los dos lugares ya dicen lo mismo.", en: "Both places say the same already." } satisfies Text,
  idle: {
    es: "No hay nada que escribir hasta que se decida lo de arriba.",
    en: "There is nothing to write until what stands above is decided.",
  } satisfies Text,
  refused: {
    es: ({ table, why }) => `${table}: NO SE COMPARA: ${why}`,
    en: ({ table, why }) => `${table}: NOT COMPARED: ${why}`,
  } satisfies Message<{ readonly table: string; readonly why: string }>,
  conflicts: {
    es: (count) =>
      `${count === 1 ? "1 conflicto" : `${count} conflictos`}, que no se tocan (A | B). Déjalos iguales en los dos lados, o usa --prefer A o --prefer B:`,
    en: (count) =>
      `${count === 1 ? "1 conflict" : `${count} conflicts`}, not touched (A | B). Make both sides say the same, or use --prefer A or --prefer B:`,
  } satisfies Message<number>,
  deleted: {
    es: ({ table, count, place }) =>
      `${table}: ${count === 1 ? "1 fila borrada" : `${count} filas borradas`} en ${place} sigue en el otro lado; bórrala ahí también, o vuelve a ponerla:`,
    en: ({ table, count, place }) =>
      `${table}: ${count === 1 ? "1 row" : `${count} rows`} deleted in ${place} still on the other side; delete it there too, or put it back:`,
  } satisfies Message<{ readonly table: string; readonly count: number; readonly place: string }>,
  withoutKey: {
    es: ({ table, count, place }) => `${table}: ${count} sin clave en ${place}, que se dejan`,
    en: ({ table, count, place }) => `${table}: ${count} without a key in ${place}, which are left`,
  } satisfies Message<{ readonly table: string; readonly count: number; readonly place: string }>,
  repeated: {
    es: ({ table, keys, place }) => `${table}: claves repetidas en ${place}, que se dejan: ${keys}`,
    en: ({ table, keys, place }) => `${table}: keys that stand twice in ${place}, which are left: ${keys}`,
  } satisfies Message<{ readonly table: string; readonly keys: string; readonly place: string }>,
  fieldsAlone: {
    es: ({ table, fields, place }) => `${table}: campos que solo tiene ${place}, y se dejan: ${fields}`,
    en: ({ table, fields, place }) => `${table}: fields that only ${place} has, which are left: ${fields}`,
  } satisfies Message<{ readonly table: string; readonly fields: string; readonly place: string }>,
  tablesAlone: {
    es: ({ tables, place }) => `Tablas que solo tiene ${place}, y se dejan: ${tables}`,
    en: ({ tables, place }) => `Tables that only ${place} has, which are left: ${tables}`,
  } satisfies Message<{ readonly tables: string; readonly place: string }>,
  noTables: {
    es: "Los dos lugares no tienen ninguna tabla con el mismo nombre",
    en: "The two places have no table of the same name",
  } satisfies Text,
  noTablesHint: {
    es: "Créalas con: minga provision ORIGEN LUGAR. Lo que hay en cada lugar lo dice minga doctor LUGAR.",
    en: "Make them with: minga provision SOURCE PLACE. What a place has, minga doctor PLACE tells.",
  } satisfies Text,
  samePlace: { es: "A y B son el mismo lugar", en: "A and B are the same place" } satisfies Text,
  badKey: {
    es: (text) => `--key se escribe TABLA=CAMPO, y no ${text}`,
    en: (text) => `--key is written TABLE=FIELD, and not ${text}`,
  } satisfies Message<string>,
  ask: { es: "¿Hacerlo?", en: "Do this?" } satisfies Text,
  nobody: {
    es: "No hay nadie a quien preguntar si hacerlo",
    en: "There is nobody to ask whether to do this",
  } satisfies Text,
  nobodyHint: {
    es: "Con --yes se hace sin preguntar.",
    en: "With --yes it is done without a question.",
  } satisfies Text,
} as const;
