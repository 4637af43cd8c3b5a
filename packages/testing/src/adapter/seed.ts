/** What a cell of a seeded sheet holds; a formula has its value beside it. */
export type SeedCell =
  | string
  | number
  | boolean
  | null
  /** `yyyy-mm-dd` */
  | { readonly day: string }
  /** `#REF!` */
  | { readonly error: string }
  | { readonly formula: string; readonly value: string | number };

/** A sheet that a source is to hold before an adapter reads it. */
export interface SeedSheet {
  readonly tab: string;
  readonly rows: readonly (readonly SeedCell[])[];
  readonly hidden?: boolean;
  /** Cells that are shown as one: first row, first column, last row, last column, from 0. */
  readonly merge?: readonly [number, number, number, number];
}
