/** A value to begin with; `{ day }` is `2025-03-08`, a list is a choice of several. */
export type SeedValue = string | number | boolean | null | { readonly day: string } | readonly string[];

export type SeedKind = "text" | "number" | "checkbox" | "day" | "select" | "multi-select";

export interface SeedField {
  readonly name: string;
  readonly kind: SeedKind;
}

/** A table to begin with, in no tool's words. Rows have as many values as there are fields. */
export interface SeedTable {
  readonly name: string;
  readonly fields: readonly SeedField[];
  readonly rows: readonly (readonly SeedValue[])[];
}
