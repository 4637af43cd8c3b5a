import { fieldAt, type StoredTable } from "../stored/table.ts";
import { sameValue, type StoredValue } from "../stored/value.ts";
import { storedByKey } from "../plan/plan-table.ts";
import type { JournalNote, JournalRow } from "./journal.ts";

/** A field of a row that holds what was meant for another row. */
export interface Stray {
  readonly key: string;
  readonly field: string;
  /** What it holds: another row's. */
  readonly wrote: StoredValue;
  /** What it held before. */
  readonly before: StoredValue;
}

/**
 * Where a request whose answer was never read wrote into rows that it did not mean, since they were sorted or shifted in that very
 * moment: the rows that now hold all that was meant for another row, and held something else.
 *
 * @param stored the table as it stands after that request
 */
export const straysOf = ({ key: keyField, rows, held = {} }: JournalNote, stored: StoredTable): readonly Stray[] => {
  const written = rows.filter(({ before }) => before !== undefined);
  return [...storedByKey(stored, keyField)].flatMap(([key, found]) => {
    const was = held[key];
    const [row] = found;
    if (was === undefined || row === undefined || found.length > 1) return [];
    const now = (field: string): StoredValue => row.values[fieldAt(stored, field)] ?? null;
    const isHitBy = ({ key: meant, after }: JournalRow): boolean =>
      meant !== key && Object.entries(after).every(([field, value]) => sameValue(now(field), value));
    const own = rows.find((each) => each.key === key)?.after ?? {};
    const isStray = (field: string): boolean => {
      const isMeant = field in own && sameValue(own[field]!, now(field));
      return field in was && !isMeant && !sameValue(was[field]!, now(field));
    };
    const fields = new Set(written.filter(isHitBy).flatMap(({ after }) => Object.keys(after)));
    return [...fields].filter(isStray).map((field) => ({ key, field, wrote: now(field), before: was[field]! }));
  });
};
