import type { TableName, Text } from "@minga/core";

/** What the columns of a table must hold, row by row, in words: days as 2025-03-31, references as the key of their row. */
export type ExpectedRecords = Readonly<
  Partial<Record<TableName, Readonly<Record<string, readonly (string | null)[]>>>>
>;

/** Small files with one thing in them that readers stumble over, and what must come of it. */
export interface Trap {
  readonly id: string;
  /** What the trap is. */
  readonly text: Text;
  /** The files of a folder, by name. */
  readonly files: () => Promise<Readonly<Record<string, string | Uint8Array>>>;
  /** What minga.yaml says under `sources`; by default the folder is read as it stands. */
  readonly sources?: readonly Readonly<Record<string, unknown>>[];
  readonly records: ExpectedRecords;
  /**
   * Every problem that must be told, as `personas.csv C3 unreadable-day`, in any order; what is told of columns and tables that are
   * absent (`missing-column`, `missing-target`) is no part of a trap.
   */
  readonly problems: readonly string[];
}

/** What a trap is made of, beside its files. */
export type TrapFacts = Omit<Trap, "files" | "text" | "id">;

/** A trap of text files. */
export const textTrap = (
  id: string,
  es: string,
  en: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  facts: TrapFacts,
): Trap => ({ id, text: { es, en }, files: () => Promise.resolve(files), ...facts });
