import type { StoredValue } from "../stored/value.ts";

/** What a row is about to be written over with. */
export interface JournalEntry {
  readonly target: string;
  readonly table: string;
  readonly key: string;
  /** By field: what stood there at the last look, and what is written. A row that is made has nothing before. */
  readonly fields: Readonly<Record<string, { readonly before: StoredValue; readonly after: StoredValue }>>;
}

/**
 * Where it is noted what is about to be written, before it is, and that it was, afterwards. Both may throw (a full disk): then
 * nothing is written.
 */
export interface Journal {
  /** Notes some rows durably; the answer names the note. */
  readonly begin: (entries: readonly JournalEntry[]) => number;
  /** Notes that they stand. */
  readonly end: (note: number) => void;
}

/** A journal that keeps nothing, for a target of which nothing could be lost: a table that minga owns. */
export const noJournal: Journal = { begin: () => 0, end: () => {} };
