import type { FieldValues } from "../apply/journal.ts";
import type { WantedRow, WantedTable } from "../plan/plan.ts";
import { fitting } from "../stored/fitting.ts";
import type { FieldInfo } from "../stored/field.ts";
import type { StoredRow } from "../stored/table.ts";
import { sameValue, type StoredValue, textOfStored } from "../stored/value.ts";
import { type Both, otherThan, type PairedField, type PairedTable, type Side, SIDES } from "./pair-tables.ts";
import type { CONFLICTS } from "./texts.ts";

/** What two places do not agree on. */
export interface Conflict {
  readonly code: keyof typeof CONFLICTS;
  readonly key: string;
  /** The field's name in the first place; absent where it is the whole row. */
  readonly field?: string;
  /** What each says; null where the row is not there. */
  readonly first: StoredValue;
  readonly second: StoredValue;
}

/** A row that one place no longer has, and the other one still does. */
export interface Deleted {
  readonly key: string;
  /** Where it is gone. */
  readonly side: Side;
}

/** Two tables held against each other and against what they last agreed on. */
export interface MergedTable {
  /** How each is to stand. */
  readonly wanted: Both<WantedTable>;
  /** What the two agree on where a row comes to stand as it is wanted, by its key. */
  readonly intended: Both<ReadonlyMap<string, FieldValues>>;
  /** What they agree on already, by key. */
  readonly agree: ReadonlyMap<string, FieldValues>;
  /** Keys of rows that both no longer have. */
  readonly gone: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly deleted: readonly Deleted[];
  /** Rows that are left alone: so many without a key, and the keys that stand twice. */
  readonly withoutKey: Both<number>;
  readonly repeated: Both<readonly string[]>;
}

/**
 * Holds two tables against each other, field by field, and against what they last agreed on. What changed on one side alone is to
 * stand on the other; what changed on both alike is agreed; everything else is a conflict, which `prefer` settles or a person.
 * A row that one side deleted is neither deleted nor made again on the other.
 *
 * Pure: nothing is read or written.
 *
 * @param agreed by key and field's name, as {@link PairedField} has it; empty where nothing is known
 */
export const mergeTable = (
  { stored, key, fields }: PairedTable,
  agreed: ReadonlyMap<string, FieldValues>,
  prefer?: Side,
): MergedTable => {
  const rows = {
    first: rowsByKey(stored.first.rows, key.first.at),
    second: rowsByKey(stored.second.rows, key.second.at),
  };
  const ambiguous = new Set(SIDES.flatMap((side) => rows[side].repeated));
  const wanted: Record<Side, WantedRow[]> = { first: [], second: [] };
  const intended = { first: new Map<string, FieldValues>(), second: new Map<string, FieldValues>() };
  const agree = new Map<string, FieldValues>();
  const conflicts: Conflict[] = [];
  const deleted: Deleted[] = [];

  /** A row that stands on one side alone. */
  const alone = (id: string, side: Side, row: StoredRow): void => {
    const other = otherThan(side);
    const values = fields.map((field) => valueIn(row, field, side));
    wanted[side].push({ values: fields.map((field) => row.values[field[side].at] ?? null) });
    const base = agreed.get(id);
    const isChanged =
      base !== undefined &&
      fields.some(
        ({ name, [side]: own }, at) => base[name] !== undefined && !stands(values[at]!, base[name], own.info),
      );
    if (isChanged && prefer === undefined) {
      const standing = values.map(textOfStored).join(" · ");
      const both = side === "first" ? { first: standing, second: null } : { first: null, second: standing };
      conflicts.push({ code: "deleted-and-changed", key: id, ...both });
    }
    if (base === undefined || (isChanged && prefer === side)) {
      wanted[other].push({ values: fields.map((field, at) => field[other].days.write(values[at]!)) });
      intended[other].set(id, Object.fromEntries(fields.map(({ name }, at) => [name, values[at]!])));
    } else deleted.push({ key: id, side: other });
  };

  /** A row that stands on both. */
  const both = (id: string, row: Both<StoredRow>): void => {
    const base = agreed.get(id) ?? {};
    const same: Record<string, StoredValue> = {};
    const flows: Record<Side, Record<string, StoredValue>> = { first: {}, second: {} };
    const settled = fields.map((field): Both<StoredValue> => {
      const values = { first: valueIn(row.first, field, "first"), second: valueIn(row.second, field, "second") };
      const asTheyStand = {
        first: row.first.values[field.first.at] ?? null,
        second: row.second.values[field.second.at] ?? null,
      };
      // A list that was cut short says nothing.
      if (SIDES.some((side) => row[side].partial?.includes(field[side].at) === true)) return asTheyStand;
      if (areSame(values, field)) {
        same[field.name] = values.first;
        return asTheyStand;
      }
      const before = base[field.name];
      const isChanged = (side: Side): boolean =>
        before === undefined || !stands(values[side], before, field[side].info);
      const changed = SIDES.filter(isChanged);
      const from = changed.length === 1 ? changed[0] : prefer;
      if (from === undefined) {
        const code = before === undefined ? "never-agreed" : "both-changed";
        conflicts.push({ code, key: id, field: field.first.info.name, ...values });
        return asTheyStand;
      }
      const to = otherThan(from);
      flows[to][field.name] = values[from];
      return { ...asTheyStand, [to]: field[to].days.write(values[from]) };
    });
    for (const side of SIDES) {
      wanted[side].push({ values: settled.map((value) => value[side]) });
      if (Object.keys(flows[side]).length > 0) intended[side].set(id, flows[side]);
    }
    agree.set(id, same);
  };

  for (const id of new Set([...rows.first.single.keys(), ...rows.second.single.keys()])) {
    if (ambiguous.has(id)) continue;
    const [first, second] = [rows.first.single.get(id), rows.second.single.get(id)];
    if (first !== undefined && second !== undefined) both(id, { first, second });
    else if (first !== undefined) alone(id, "first", first);
    else alone(id, "second", second!);
  }
  const isThere = (id: string): boolean => ambiguous.has(id) || SIDES.some((side) => rows[side].single.has(id));
  return {
    wanted: {
      first: wantedOf("first", stored, key, fields, wanted),
      second: wantedOf("second", stored, key, fields, wanted),
    },
    intended,
    agree,
    gone: [...agreed.keys()].filter((id) => !isThere(id)),
    conflicts,
    deleted,
    withoutKey: { first: rows.first.without, second: rows.second.without },
    repeated: { first: rows.first.repeated, second: rows.second.repeated },
  };
};

/** A value as it is held against the other place's. */
const valueIn = (row: StoredRow, field: PairedField, side: Side): StoredValue =>
  field[side].days.read(row.values[field[side].at] ?? null);

const wantedOf = (
  side: Side,
  stored: PairedTable["stored"],
  key: PairedField,
  fields: readonly PairedField[],
  rows: Both<readonly WantedRow[]>,
): WantedTable => ({
  name: stored[side].name,
  key: key[side].info.name,
  fields: fields.map((field) => field[side].info),
  rows: rows[side],
});

interface KeyedRows {
  readonly single: ReadonlyMap<string, StoredRow>;
  readonly repeated: readonly string[];
  readonly without: number;
}

const rowsByKey = (rows: readonly StoredRow[], at: number): KeyedRows => {
  const single = new Map<string, StoredRow>();
  const repeated = new Set<string>();
  let without = 0;
  for (const row of rows) {
    const id = textOfStored(row.values[at] ?? null);
    if (id === "") without += 1;
    else if (single.has(id)) repeated.add(id);
    else single.set(id, row);
  }
  for (const id of repeated) single.delete(id);
  return { single, repeated: [...repeated], without };
};

/** Whether two values are the same to a person, each in the kind of its place: an empty cell and a box without a tick are. */
const areSame = ({ first, second }: Both<StoredValue>, field: PairedField): boolean =>
  stands(second, first, field.second.info) || stands(first, second, field.first.info);

/** Whether a place shows a value, in the kind that its field has. */
const stands = (shown: StoredValue, value: StoredValue, { kind }: FieldInfo): boolean => {
  if (sameValue(shown, value)) return true;
  const held = fitting(kind, value);
  return held !== undefined && sameValue(shown, held);
};
