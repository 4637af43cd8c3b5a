import type { Text } from "@minga/core";

/** What a field of a table can hold, in words that every tool has. */
export const FIELD_KINDS = {
  any: { es: "cualquier cosa", en: "anything" },
  text: { es: "texto", en: "text" },
  number: { es: "número", en: "number" },
  day: { es: "fecha", en: "date" },
  boolean: { es: "casilla", en: "checkbox" },
  choice: { es: "una opción", en: "one option" },
  choices: { es: "varias opciones", en: "several options" },
  link: { es: "enlace a otra tabla", en: "link to another table" },
  other: { es: "otra cosa", en: "something else" },
} as const satisfies Record<string, Text>;

/**
 * One of {@link FIELD_KINDS}. `any`: a column of a sheet, whose cells hold what is typed into them. `other`: what minga leaves
 * alone (attachments, people, buttons).
 */
export type FieldKind = keyof typeof FIELD_KINDS;

/** A field as it is to be made. */
export interface FieldShape {
  readonly name: string;
  readonly kind: FieldKind;
  /** Of a `choice` or `choices`: what can be chosen. */
  readonly options?: readonly string[];
  /** Of a `link`: the name of the table whose rows it names, by their key. */
  readonly table?: string;
}

/** A field of a table as it stands in a tool. */
export interface FieldInfo extends FieldShape {
  /**
   * Of a `choice` or `choices`: what can be chosen, where nothing else can. Of a `link` in a table that was loaded: the texts that
   * name one row of the other table each.
   */
  readonly options?: readonly string[];
  /** What the tool knows it by; a header may change, this does not. */
  readonly id: string;
  /** Whether the tool computes it or keeps it to itself: it is read, never written. */
  readonly computed: boolean;
}
