import type { Message, Text } from "@minga/core";
import type { DuplicateReason } from "@minga/ingest";

/** What speaks for two rows being one person, or against it. */
export const REASONS: Readonly<Record<DuplicateReason, Text>> = {
  national_id: { es: "mismo documento", en: "same national id" },
  email: { es: "mismo correo", en: "same e-mail" },
  phone: { es: "mismo teléfono", en: "same phone" },
  birthdate: { es: "misma fecha de nacimiento", en: "same birthdate" },
  name: { es: "mismo nombre", en: "same name" },
  "similar-name": { es: "nombre parecido", en: "similar name" },
  commune: { es: "misma comuna", en: "same commune" },
  "other-national_id": { es: "pero otro documento", en: "but another national id" },
  "other-birthdate": { es: "pero otra fecha de nacimiento", en: "but another birthdate" },
};

export const DUPLICATES = {
  found: {
    es: (count) =>
      count === 1 ? "Un par que puede ser la misma persona" : `${count} pares que pueden ser la misma persona`,
    en: (count) => (count === 1 ? "One pair that may be one person" : `${count} pairs that may be one person`),
  } satisfies Message<number>,
  none: { es: "Nadie parece estar dos veces.", en: "Nobody seems to stand twice." } satisfies Text,
  decide: {
    es: ({ same, different }) => `Decide así: ${same} (la misma) o ${different} (distintas).`,
    en: ({ same, different }) => `Decide so: ${same} (the same) or ${different} (different).`,
  } satisfies Message<{ readonly same: string; readonly different: string }>,
  people: {
    es: ({ before, after }) => `Personas que cuentan: ${before} sin las decisiones, ${after} con ellas`,
    en: ({ before, after }) => `People who count: ${before} without the decisions, ${after} with them`,
  } satisfies Message<{ readonly before: number; readonly after: number }>,
  changes: { es: "Indicadores que cambian:", en: "Indicators that change:" } satisfies Text,
  unchanged: { es: "Ningún indicador cambia.", en: "No indicator changes." } satisfies Text,
  written: {
    es: ({ count, path }) => `${count === 1 ? "Una decisión agregada" : `${count} decisiones agregadas`} a ${path}`,
    en: ({ count, path }) => `${count === 1 ? "One decision added" : `${count} decisions added`} to ${path}`,
  } satisfies Message<{ readonly count: number; readonly path: string }>,
  notRead: {
    es: (file) => `minga.yaml no lee esa tabla todavía: agrega «- file: ${file}» a sources.`,
    en: (file) => `minga.yaml does not read that table yet: add “- file: ${file}” to sources.`,
  } satisfies Message<string>,
  refused: { es: "No se guardó nada:", en: "Nothing was kept:" } satisfies Text,
  refusedHint: {
    es: "Usa los identificadores que lista minga duplicates.",
    en: "Use the ids that minga duplicates lists.",
  } satisfies Text,
  notText: {
    es: (path) => `Las decisiones están en ${path}, que aquí no se cambia: agrega la fila a mano`,
    en: (path) => `The decisions stand in ${path}, which is not changed here: add the row by hand`,
  } satisfies Message<string>,
  columns: {
    person: { es: "persona", en: "person" },
    other: { es: "otra", en: "other" },
    decision: { es: "decisión", en: "decision" },
    day: { es: "fecha", en: "decided_on" },
    note: { es: "nota", en: "note" },
  } satisfies Record<string, Text>,
  same: { es: "misma", en: "same" } satisfies Text,
  different: { es: "distinta", en: "different" } satisfies Text,
  file: { es: "identidades.csv", en: "identities.csv" } satisfies Text,
  csv: {
    score: { es: "puntaje", en: "score" },
    reasons: { es: "razones", en: "reasons" },
    cell: { es: "fila", en: "row" },
    otherCell: { es: "otra fila", en: "other row" },
    name: { es: "nombre", en: "name" },
    otherName: { es: "otro nombre", en: "other name" },
  } satisfies Record<string, Text>,
};
