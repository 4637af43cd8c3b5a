import { storedByKey } from "../plan/plan-table.ts";
import { fieldAt, type StoredTable } from "../stored/table.ts";
import { sameValue } from "../stored/value.ts";
import type { Journal, JournalNote } from "./journal.ts";
import type { Repairs } from "./read-back.ts";
import { straysOf } from "./strays.ts";

/** What was begun and of which it is not known how it ended, until somebody looks. */
export class OpenNotes {
  readonly #journal: Journal;
  readonly #repairs: Repairs;
  #open: { readonly id: number; readonly note: JournalNote }[] = [];

  constructor(journal: Journal, repairs: Repairs) {
    this.#journal = journal;
    this.#repairs = repairs;
  }

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  add(id: number, note: JournalNote): void {
    this.#open.push({ id, note });
  }

  /** The table as it stands now: what strayed is to be put back, and a note of which nothing strayed is over. */
  lookedAt(stored: StoredTable): void {
    this.#open = this.#open.filter(({ id, note }) => {
      const strays = straysOf(note, stored);
      for (const key of new Set(strays.map((stray) => stray.key))) {
        const fields = strays.filter((stray) => stray.key === key).map(({ field }) => field);
        this.#repairs.tell({ kind: "moved", table: note.table, key, fields });
      }
      for (const stray of strays) this.#repairs.add(stray);
      if (strays.length > 0) return true;
      this.#journal.end(id, standing(note, stored));
      return false;
    });
  }
}

/** The keys of the rows that stand as a note has them. */
const standing = ({ key: keyField, rows }: JournalNote, stored: StoredTable): readonly string[] => {
  const byKey = storedByKey(stored, keyField);
  return rows.flatMap(({ key, after }) => {
    const [row, ...more] = byKey.get(key) ?? [];
    if (row === undefined || more.length > 0) return [];
    const stands = ([field, value]: readonly [string, (typeof after)[string]]): boolean =>
      sameValue(row.values[fieldAt(stored, field)] ?? null, value);
    return Object.entries(after).every(stands) ? [key] : [];
  });
};
