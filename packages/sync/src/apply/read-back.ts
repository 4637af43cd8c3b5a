import { fieldAt, type StoredRow, type StoredTable } from "../stored/table.ts";
import { sameValue, type StoredValue } from "../stored/value.ts";
import type { Operation } from "../target.ts";
import type { TablePlan } from "../plan/plan.ts";
import { storedByKey } from "../plan/plan-table.ts";
import { differing, keyOf } from "./classify.ts";
import type { Stray } from "./strays.ts";

/**
 * What somebody did within the one request that wrote.
 *
 * - `moved`: the rows were sorted or shifted, so that another row was written over; what stood in it was put back.
 * - `lost`: the row that was written over was new, so that what stood in it is not known.
 * - `edited`: somebody changed what was just written, or removed the row that it links; it stands as they left it.
 */
export interface Disturbance {
  readonly kind: "moved" | "lost" | "edited";
  readonly table: string;
  /** The key of the row that was disturbed; "" where it has none. */
  readonly key: string;
  readonly fields: readonly string[];
}

/** What has to be put back where it stood. */
export class Repairs {
  readonly #key: string;
  #open: Stray[] = [];
  readonly #told: Disturbance[] = [];

  constructor(key: string) {
    this.#key = key;
  }

  /** What happened, for the person. */
  get told(): readonly Disturbance[] {
    return this.#told;
  }

  tell(disturbance: Disturbance): void {
    const isTold = this.#told.some(({ kind, key }) => kind === disturbance.kind && key === disturbance.key);
    if (!isTold) this.#told.push(disturbance);
  }

  /** A row that is hit twice still is to hold what it held before the first time. */
  add(stray: Stray): void {
    const { key, field, wrote } = stray;
    const rightful = this.rightful(key, field);
    const before = rightful === undefined ? stray.before : rightful;
    this.#open = this.#open.filter((each) => each.key !== key || each.field !== field);
    if (!sameValue(before, wrote)) this.#open.push({ key, field, wrote, before });
  }

  /** What a field is to hold again, where it holds something by mistake; undefined where it does not. */
  rightful(key: string, field: string): StoredValue | undefined {
    return this.#open.find((each) => each.key === key && each.field === field)?.before;
  }

  /** What is to be written to put everything back: only where what was written by mistake still stands. */
  operations(stored: StoredTable): readonly Operation[] {
    if (this.#open.length === 0) return [];
    const rows = storedByKey(stored, this.#key);
    const operations = new Map<string, { readonly row: StoredRow; readonly values: Map<number, StoredValue> }>();
    this.#open = this.#open.filter(({ key, field, wrote, before }) => {
      const found = rows.get(key) ?? [];
      const at = fieldAt(stored, field);
      if (found.length !== 1 || at < 0 || !sameValue(found[0]!.values[at] ?? null, wrote)) return false;
      const operation = operations.get(key) ?? { row: found[0]!, values: new Map() };
      operation.values.set(at, before);
      operations.set(key, operation);
      return true;
    });
    return [...operations].map(([key, { row, values }]) => ({ kind: "update", key, at: row.at, values }));
  }
}

/** Looks at what stands where something was just written; the operations that did not land where they were meant to. */
export const readBack = (
  operations: readonly Operation[],
  standing: readonly (StoredRow | undefined)[],
  stored: StoredTable,
  { key: keyField, table }: TablePlan,
  repairs: Repairs,
): ReadonlySet<Operation> => {
  const disturbed = new Set<Operation>();
  const before = storedByKey(stored, keyField);
  for (const [index, operation] of operations.entries()) {
    const row = standing[index];
    if (row === undefined) {
      disturbed.add(operation);
      continue;
    }
    const key = keyOf(row, stored, keyField);
    if (key === operation.key) {
      const other = differing(row, stored, operation.values);
      if (other.length > 0) repairs.tell({ kind: "edited", table, key, fields: other });
      continue;
    }
    disturbed.add(operation);
    const hit = before.get(key) ?? [];
    const fields = [...operation.values].map(([at]) => stored.fields[at]!.name);
    if (key === "" || hit.length !== 1) {
      repairs.tell({ kind: "lost", table, key, fields });
      continue;
    }
    repairs.tell({ kind: "moved", table, key, fields });
    for (const [at, wrote] of operation.values) {
      const field = stored.fields[at]!.name;
      repairs.add({ key, field, wrote, before: hit[0]!.values[at] ?? null });
    }
  }
  return disturbed;
};
