import type { TableName } from "@minga/core";

/**
 * Which column of a file holds a field: its header, or its letter where headers do not tell columns apart.
 * Null declares that the section does not keep the field: every cell is empty, which is not the same as a
 * column that is missing.
 */
export type ColumnChoice = string | { readonly letter: string } | null;

/** How numbers are written: `es` 1.234,5 and `en` 1,234.5. */
export type NumberStyle = "es" | "en";

/** Whether dates with slashes have the day or the month first. */
export type DateOrder = "dmy" | "mdy";

/**
 * Attendance as a grid: a row for each person, a column for each activity, ticks in the cells. Each cell that is not blank becomes
 * one row of the table: its column's header is the field `field`, its contents the field `value`.
 */
export interface GridLayout {
  /** Headers of the first and the last column of the grid. */
  readonly from: string;
  readonly to: string;
  /** Default: `activity`. */
  readonly field?: string;
  /** Default: `status`. */
  readonly value?: string;
  /** How the field is made of the header and other columns: `{Curso}-{header}`. Default: the header. */
  readonly key?: string;
}

/**
 * Several records in one row: one for each name in a cell. `Ana; Luis` in the activities' column of attendants is two
 * participations; the coordinator's name in the groups' tab is a membership. A cell without a name makes none.
 */
export interface JoinedLayout {
  /** The header of the column with the names. */
  readonly column: string;
  /** What a name stands for. Default: `person`. */
  readonly field?: string;
  /** What stands between two names. Default: semicolons, bars and line breaks, or else commas. */
  readonly separator?: string;
}

/** What a section says about one of its files, where names alone do not tell; all of it may be left out. */
export interface SourceMapping {
  /** The table that the file holds. */
  readonly table?: TableName;
  /** By the field's canonical name. */
  readonly columns?: Readonly<Record<string, ColumnChoice>>;
  /** Headers that no field is to be made of, whatever they resemble. */
  readonly ignore?: readonly string[];
  /** By field: what the file writes, and what that stands for. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By field: a value that every row of the file has. */
  readonly constants?: Readonly<Record<string, string | number>>;
  /** By header: the values whose rows alone are read. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  /** By header: the values whose rows are left out. */
  readonly except?: Readonly<Record<string, readonly string[]>>;
  /** The row of the header as a spreadsheet numbers it, where it is not told rightly by itself. */
  readonly header?: number;
  /** The columns of the table where another one stands beside it: `F:J`. */
  readonly range?: string;
  /** By field: how it is made of several columns, where none tells a row by itself: `{_submission__id}-{fecha}`. */
  readonly keys?: Readonly<Record<string, string>>;
  /** By field: the columns that it is in, in order, where it takes several: `[Nombres, Apellidos]` are a name. */
  readonly parts?: Readonly<Record<string, readonly Exclude<ColumnChoice, null>[]>>;
  /**
   * The column with the birthdate of the person whom a row names (`participations`, `memberships`): with a name it tells them from
   * others of that name.
   */
  readonly birthdate?: Exclude<ColumnChoice, null>;
  /** Attendance as a grid: see {@link GridLayout}. */
  readonly grid?: GridLayout;
  /** One record for each name in a cell: see {@link JoinedLayout}. */
  readonly joined?: JoinedLayout;
  readonly numbers?: NumberStyle;
  /** How dates with slashes are written; without it each column tells. */
  readonly dates?: DateOrder;
}
