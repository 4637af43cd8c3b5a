import type { TablePlan } from "../plan/plan.ts";
import type { StoredRow, StoredTable } from "../stored/table.ts";
import type { StoredValue } from "../stored/value.ts";
import type { Operation, Target } from "../target.ts";
import { keyOf } from "./classify.ts";
import type { FieldValues, JournalNote } from "./journal.ts";
import type { Repairs } from "./read-back.ts";

/** What one request is about to write, as the journal keeps it. */
export const noteOf = (
  operations: readonly Operation[],
  { table, header, key }: TablePlan,
  stored: StoredTable,
  { place, rowsMove }: Target,
  repairs: Repairs,
): JournalNote => {
  const byPlace = new Map(stored.rows.map((row) => [row.at, row]));
  const named = (fields: Iterable<number>, values: (at: number) => StoredValue): FieldValues =>
    Object.fromEntries([...fields].map((at) => [stored.fields[at]!.name, values(at)]));
  /** What a row holds, or is to hold again. */
  const heldBy = (row: StoredRow | undefined, fields: Iterable<number>): FieldValues => {
    const rowKey = row === undefined ? "" : keyOf(row, stored, key);
    return named(fields, (at) => {
      const rightful = repairs.rightful(rowKey, stored.fields[at]!.name);
      return rightful === undefined ? (row?.values[at] ?? null) : rightful;
    });
  };
  const rows = operations.map((operation) => {
    const fields = [...operation.values.keys()];
    const after = named(fields, (at) => operation.values.get(at)!);
    if (operation.kind === "create") return { key: operation.key, after };
    return { key: operation.key, before: heldBy(byPlace.get(operation.at), fields), after };
  });
  const touched = new Set(operations.flatMap(({ kind, values }) => (kind === "update" ? [...values.keys()] : [])));
  const held = (): Readonly<Record<string, FieldValues>> =>
    Object.fromEntries(stored.rows.map((row) => [keyOf(row, stored, key), heldBy(row, touched)]));
  return {
    target: place,
    table,
    ...(header === undefined ? {} : { header }),
    key,
    rows,
    ...(rowsMove === true && touched.size > 0 ? { held: held() } : {}),
  };
};
