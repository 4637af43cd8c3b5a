import type { Message, MoveReason } from "@minga/core";

/** Why rows were left out; for `condition` and `unknown` the condition follows. */
export const LEFT_OUT: Readonly<Record<MoveReason["code"], Message<string>>> = {
  "no-reference": {
    es: () => "su referencia está vacía o no existe",
    en: () => "its reference is empty or leads nowhere",
  },
  "same-person": {
    es: () => "se decidió que es la misma persona que otra fila, que vale",
    en: () => "decided to be the same person as another row, which stands",
  },
  "repeated-row": { es: () => "la fila está repetida", en: () => "the row is repeated" },
  "conflicting-row": {
    es: () => "otra fila tiene la misma clave y vale",
    en: () => "another row with the same key stands",
  },
  "repeated-participation": {
    es: () => "la misma persona y actividad ya está en otra fila",
    en: () => "the same person and activity stand in another row",
  },
  "not-linked": {
    es: () => "ninguna fila de las que se parte llega a ella",
    en: () => "no row that the count begins at leads to it",
  },
  "no-date": { es: () => "no tiene fecha", en: () => "it has no date" },
  "empty-spell": {
    es: () => "no dura ningún día (termina antes de empezar, no ha empezado, o su grupo o persona terminó antes)",
    en: () => "it lasts no day (it ends before it starts, has not started, or its group or person ended before)",
  },
  "not-begun": { es: () => "empieza después", en: () => "it begins later" },
  over: { es: () => "ya había terminado", en: () => "it was over before" },
  "outside-window": { es: () => "está fuera del periodo", en: () => "it lies outside the period" },
  condition: { es: (condition) => `no cumple: ${condition}`, en: (condition) => `it does not hold that ${condition}` },
  unknown: {
    es: (condition) => `no se sabe si ${condition}`,
    en: (condition) => `it is not known whether ${condition}`,
  },
  "empty-value": { es: () => "la celda que se cuenta está vacía", en: () => "the cell that is counted is empty" },
  "unknown-part": { es: () => "no se sabe de qué parte es", en: () => "it is not known to which part it belongs" },
  "other-part": { es: () => "es de otra parte", en: () => "it belongs to another part" },
  absent: { es: () => "no tiene ninguna fila", en: () => "it has no row" },
  another: { es: () => "su fila cuenta para otra cosa", en: () => "its row counts for another thing" },
};
