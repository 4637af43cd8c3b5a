import type { Text } from "@minga/core";

/** Why two tables are not held against each other. */
export const SYNC_REFUSALS = {
  "table-missing": {
    es: "estaba en los dos lugares y en uno ya no está: no se toca ninguno",
    en: "it stood in both places and is gone from one: neither is touched",
  },
  "incomplete-read": {
    es: "uno de los lugares no entregó la tabla completa",
    en: "one of the places did not give the whole table",
  },
  "no-key": {
    es: "no se ve qué campo distingue las filas: di cuál con --key TABLA=CAMPO",
    en: "it is not clear which field tells rows apart: say which with --key TABLE=FIELD",
  },
  "repeated-key": {
    es: "el primer campo se repite en varias filas: si aun así las distingue, dilo con --key TABLA=CAMPO, y esas filas se dejan",
    en: "the first field stands in several rows alike: if it tells rows apart all the same, say so with --key TABLE=FIELD, and these rows are left",
  },
  "fields-missing": {
    es: "campos que estaban en los dos lugares faltan en uno, o cambiaron de nombre; si los sacaste a propósito, dilo con --allow-missing",
    en: "fields that stood in both places are missing in one, or were renamed; if you took them away on purpose, say so with --allow-missing",
  },
  "fields-alike": {
    es: "hay dos campos con el mismo nombre",
    en: "two fields have the same name",
  },
} as const satisfies Record<string, Text>;

/** What two places do not agree on, and minga does not decide. */
export const CONFLICTS = {
  "both-changed": {
    es: "cambió en los dos lugares",
    en: "it changed in both places",
  },
  "never-agreed": {
    es: "difiere, y no hay un acuerdo anterior",
    en: "it differs, and there is no earlier agreement",
  },
  "deleted-and-changed": {
    es: "se borró en un lugar y cambió en el otro",
    en: "it was deleted in one place and changed in the other",
  },
} as const satisfies Record<string, Text>;
