import { fieldAt, type StoredRow, type StoredTable } from "../stored/table.ts";
import { sameValue, type StoredValue, textOfStored } from "../stored/value.ts";
import type { Operation, Writing } from "../target.ts";
import type { TablePlan } from "../plan/plan.ts";
import { storedByKey } from "../plan/plan-table.ts";

/** Why the plan no longer holds for a row. */
export type StaleReason = "appeared" | "changed" | "gone" | "duplicate-key" | "locked-cell" | "field-missing";

/** A row for which the plan no longer holds: it is left as it stands. */
export interface Stale {
  readonly table: string;
  readonly key: string;
  readonly reason: StaleReason;
  /** The fields concerned. */
  readonly fields: readonly string[];
}

/** What is left to do of a table's plan. */
export interface Remaining {
  readonly todo: readonly Operation[];
  /** Keys of rows that stand as planned, by this run or an earlier one. */
  readonly done: readonly string[];
  readonly stale: readonly Stale[];
}

/** Holds a plan against what stands now. A row is written only where every field of it stands as the plan found it. */
export const remainingOf = (plan: TablePlan, stored: StoredTable): Remaining => {
  const byKey = storedByKey(stored, plan.key);
  const todo: Operation[] = [];
  const done: string[] = [];
  const stale: Stale[] = [];
  const isStale = (key: string, reason: StaleReason, fields: readonly string[] = []): void => {
    stale.push({ table: plan.table, key, reason, fields });
  };
  for (const { key, values } of plan.creates) {
    const rows = byKey.get(key) ?? [];
    const writing = positions(stored, values);
    if (rows.length > 1) isStale(key, "duplicate-key");
    else if ("missing" in writing) isStale(key, "field-missing", writing.missing);
    else if (rows.length === 0) todo.push({ kind: "create", key, values: writing.found });
    else {
      const other = differing(rows[0]!, stored, writing.found);
      if (other.length === 0) done.push(key);
      else isStale(key, "appeared", other);
    }
  }
  for (const { key, changes } of plan.updates) {
    const rows = byKey.get(key) ?? [];
    const [row] = rows;
    const writing = positions(stored, Object.fromEntries(changes.map(({ field, to }) => [field, to])));
    if (row === undefined) isStale(key, "gone");
    else if (rows.length > 1) isStale(key, "duplicate-key");
    else if ("missing" in writing) isStale(key, "field-missing", writing.missing);
    else {
      const left = changes.filter(({ field, to }) => !sameValue(valueIn(row, stored, field), to));
      const changed = left.filter(({ field, from }) => !sameValue(valueIn(row, stored, field), from));
      const locked = left.filter(({ field }) => row.locked?.includes(fieldAt(stored, field)) === true);
      if (left.length === 0) done.push(key);
      else if (changed.length > 0) isStale(key, "changed", namesOf(changed));
      else if (locked.length > 0) isStale(key, "locked-cell", namesOf(locked));
      else {
        const values = new Map(left.map(({ field, to }) => [fieldAt(stored, field), to]));
        todo.push({ kind: "update", key, at: row.at, values });
      }
    }
  }
  return { todo, done, stale };
};

const namesOf = (changes: readonly { readonly field: string }[]): readonly string[] =>
  changes.map(({ field }) => field);

const valueIn = (row: StoredRow, stored: StoredTable, field: string): StoredValue =>
  row.values[fieldAt(stored, field)] ?? null;

const positions = (
  stored: StoredTable,
  values: Readonly<Record<string, StoredValue>>,
): { readonly found: Writing } | { readonly missing: readonly string[] } => {
  const missing = Object.keys(values).filter((field) => fieldAt(stored, field) < 0);
  if (missing.length > 0) return { missing };
  return { found: new Map(Object.entries(values).map(([field, value]) => [fieldAt(stored, field), value])) };
};

/** The fields of a row that hold something else than what is to be written. */
export const differing = (row: StoredRow, { fields }: StoredTable, writing: Writing): readonly string[] =>
  [...writing].flatMap(([at, value]) => (sameValue(row.values[at] ?? null, value) ? [] : [fields[at]!.name]));

/** The key of a row as it stands. */
export const keyOf = (row: StoredRow, stored: StoredTable, key: string): string =>
  textOfStored(row.values[fieldAt(stored, key)] ?? null);
