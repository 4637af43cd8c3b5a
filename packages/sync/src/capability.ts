import type { Text } from "@minga/core";

/**
 * What an adapter can do beyond reading rows: the single list, from which the conformance suite takes its cases and the
 * docs their support table. An adapter declares each; what it leaves out it cannot do.
 */
export const CAPABILITIES = {
  "typed-days": { es: "distingue fechas de números", en: "tells days from numbers" },
  formulas: { es: "distingue celdas con fórmula", en: "tells formula cells from typed ones" },
  "formula-errors": { es: "distingue errores de fórmula de textos", en: "tells formula errors from texts" },
  merges: { es: "dice qué celdas están combinadas", en: "tells which cells are merged" },
  hidden: { es: "dice qué hojas están ocultas, y las lee", en: "tells which tabs are hidden, and reads them" },
  tabs: { es: "varias tablas en un archivo o base", en: "several tables in one file or base" },
  fields: { es: "dice los campos de una tabla y sus tipos", en: "tells a table's fields and their types" },
  write: { es: "escribe", en: "writes" },
  provision: { es: "crea tablas y campos que faltan", en: "makes tables and fields that are missing" },
  choices: { es: "campos con una lista cerrada de opciones", en: "fields with a closed list of options" },
  links: { es: "campos que enlazan filas de otra tabla", en: "fields that link rows of another table" },
  atomic: {
    es: "lo que escribe de una vez queda entero o no queda",
    en: "what it writes at once lands whole or not at all",
  },
  "repeatable-create": {
    es: "repetir un pedido que crea filas no las duplica",
    en: "repeating a request that makes rows does not double them",
  },
  "fixed-rows": {
    es: "escribe en la fila misma, aunque alguien ordene entretanto",
    en: "writes into the very row, even if somebody sorts meanwhile",
  },
} as const satisfies Record<string, Text>;

/** See {@link CAPABILITIES}. */
export type Capability = keyof typeof CAPABILITIES;

/**
 * Why an adapter lacks a capability.
 *
 * - `never`: the tool has no such thing.
 * - `notyet`: the tool has it, and the adapter is to have it.
 * - `notimpl`: the tool has it, and the adapter does without on purpose.
 */
export type Lack = "never" | "notyet" | "notimpl";

/** Each {@link Lack} as people read it. */
export const LACKS = {
  never: { es: "no existe ahí", en: "the tool has no such thing" },
  notyet: { es: "todavía no", en: "not yet" },
  notimpl: { es: "se prescinde de eso", en: "done without on purpose" },
} as const satisfies Record<Lack, Text>;

/** Whether an adapter has a capability, and if not, why. */
export type Support =
  | { readonly supported: true }
  | { readonly supported: false; readonly lack: Lack; readonly reason: Text };

/** What an adapter declares: every capability, so that a new one does not compile until each adapter answers for it. */
export type Capabilities = Readonly<Record<Capability, Support>>;

/** The adapter has it. */
export const YES: Support = { supported: true };

/** The adapter does not have it. */
export const no = (lack: Lack, reason: Text): Support => ({ supported: false, lack, reason });

/** An adapter that does not write has none of what comes with it. */
export const noWriting = (lack: Lack, reason: Text) =>
  ({
    write: no(lack, reason),
    provision: no(lack, reason),
    choices: no(lack, reason),
    links: no(lack, reason),
    atomic: no(lack, reason),
    "repeatable-create": no(lack, reason),
    "fixed-rows": no(lack, reason),
  }) as const satisfies Partial<Capabilities>;
