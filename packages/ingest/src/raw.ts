import { type Address, columnLetter, type Day, formatDay, type ProblemCode, type ProblemData } from "@minga/core";

/**
 * What tells these classes apart in every copy of this package: an adapter brings its own, and `instanceof` has to know a day
 * that the other copy made.
 */
const KIND = Symbol.for("@minga/ingest kind");

const isOfKind = (value: unknown, kind: string): boolean =>
  typeof value === "object" && value !== null && KIND in value && value[KIND] === kind;

/** A date cell: a day, and the minute of it where the cell shows a time. It has no zone. */
export class RawDay {
  static [Symbol.hasInstance](value: unknown): boolean {
    return isOfKind(value, "day");
  }

  readonly day: Day;
  /** Minutes since midnight; 0 where the cell is a day alone. */
  readonly minute: number;

  constructor(day: Day, minute = 0) {
    this.day = day;
    this.minute = minute;
  }

  get [KIND](): string {
    return "day";
  }
}

/** A cell whose formula failed: `#REF!`, `#N/A`. */
export class RawError {
  static [Symbol.hasInstance](value: unknown): boolean {
    return isOfKind(value, "error");
  }

  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get [KIND](): string {
    return "error";
  }
}

/** A cell as a file or a tool gives it; an empty one is "". A CSV file has texts alone. */
export type RawValue = string | number | boolean | RawDay | RawError;

/** Where the rows of a raw table are: a file or a tool's base, and the tab within it. */
export type RawPlace = Pick<Address, "source" | "tab">;

/** A table as a file or a tool gives it, before anything is known about it. */
export interface RawTable extends RawPlace {
  /** The header's cells, in the order of the columns. */
  readonly header: readonly string[];
  /** What stands above the header as its title. */
  readonly title?: string;
  /**
   * The letter of each column, where that is not A, B, C...: a table that begins further right, or one that a layout made
   * (`OWN_COLUMN`: each row names its own).
   */
  readonly letters?: readonly string[];
}

/** Where a column stands in the source. */
export const letterOf = ({ letters }: Pick<RawTable, "letters">, index: number): string =>
  letters?.[index] ?? columnLetter(index);

/** A fault that the reader met in a row, to be reported with the row's other problems. */
export interface RawFault {
  /** The row as a spreadsheet numbers it. */
  readonly row: number;
  readonly code: ProblemCode;
  readonly data: ProblemData;
}

/** Some rows, column by column: about 4,096 at a time. */
export interface RawBatch {
  /** The rows' numbers as a spreadsheet shows them. */
  readonly rows: readonly number[];
  /** For each row the position (0 is A) of the column in which its own cell stands; only in tables that layouts make. */
  readonly at?: readonly number[];
  /** How many cells each row has as it is written, where rows may be ragged (CSV). */
  readonly widths?: readonly number[];
  /** For each column the cell of each row. */
  readonly columns: readonly (readonly RawValue[])[];
  /** For each column the positions within the batch of cells that hold a formula. */
  readonly formulas?: readonly (readonly number[])[];
  readonly faults?: readonly RawFault[];
}

/** How many rows a batch has, more or less. */
export const BATCH_ROWS = 4096;

/** The text of a cell, as a person would read it: `2025-03-31`, `#REF!`. */
export const textOfRaw = (value: RawValue): string => {
  if (typeof value === "string") return value;
  if (value instanceof RawError) return value.text;
  if (value instanceof RawDay) return textOfDay(value);
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
};

const textOfDay = ({ day, minute }: RawDay): string => {
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return minute === 0 ? formatDay(day) : `${formatDay(day)} ${time}`;
};

const two = (number: number): string => String(number).padStart(2, "0");
