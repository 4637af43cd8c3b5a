import type { StoredValue } from "../stored/value.ts";

/** Fields of a row and what they hold, by the field's name. */
export type FieldValues = Readonly<Record<string, StoredValue>>;

/** A row as it is about to be written. */
export interface JournalRow {
  readonly key: string;
  /** By field: what stood there at the last look; undefined where the row is made. */
  readonly before?: FieldValues;
  readonly after: FieldValues;
}

/** What one request is about to write. */
export interface JournalNote {
  /** The place, as its target says it. */
  readonly target: string;
  readonly table: string;
  /** The row of the header in the target, where it is not the first. */
  readonly header?: number;
  /** The name of the field that tells rows apart. */
  readonly key: string;
  readonly rows: readonly JournalRow[];
  /**
   * Where rows are found by their number: what the fields to be written held in every row, by key, since a sort may put any of them
   * into the way.
   */
  readonly held?: Readonly<Record<string, FieldValues>>;
}

/**
 * Where it is noted what is about to be written, before it is, and that it was, afterwards. Both may throw (a full disk): then
 * nothing is written.
 */
export interface Journal {
  /** Notes something durably; the answer names the note. */
  readonly begin: (note: JournalNote) => number;
  /** Notes that somebody looked afterwards: the rows of these keys stand as written, and the others do not. */
  readonly end: (id: number, standing: readonly string[]) => void;
}

/** A journal that keeps nothing: for a target of which nothing could be lost. */
export const noJournal: Journal = { begin: () => 0, end: () => {} };
