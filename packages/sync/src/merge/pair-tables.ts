import { fold } from "@minga/core";
import { KEY_COLUMN, RawDay } from "@minga/ingest";
import type { FieldValues } from "../apply/journal.ts";
import type { FieldInfo } from "../stored/field.ts";
import type { StoredTable } from "../stored/table.ts";
import { type StoredValue, textOfStored } from "../stored/value.ts";
import { AS_THEY_ARE, type DaysInColumn, daysIn } from "./days-in-column.ts";
import type { SYNC_REFUSALS } from "./texts.ts";

/** One of two places. */
export type Side = "first" | "second";

export const SIDES = ["first", "second"] as const satisfies readonly Side[];

/** The other of two places. */
export const otherThan = (side: Side): Side => (side === "first" ? "second" : "first");

/** Something for each of two places. */
export type Both<Value> = Readonly<Record<Side, Value>>;

/** A field as one of two places has it. */
interface FieldOfSide {
  readonly info: FieldInfo;
  /** Its position in that place's table. */
  readonly at: number;
  readonly days: DaysInColumn;
}

/** A field that two places have, by its name without accents and case. */
export interface PairedField extends Both<FieldOfSide> {
  readonly name: string;
}

/** A table that two places have. */
export interface PairedTable {
  /** Its name without accents and case. */
  readonly name: string;
  readonly stored: Both<StoredTable>;
  readonly key: PairedField;
  /** With the key. */
  readonly fields: readonly PairedField[];
  /** Names of fields that one place alone has: they are left alone. */
  readonly alone: Both<readonly string[]>;
}

/** Why two tables are not held against each other. */
export interface SyncRefusal {
  readonly code: keyof typeof SYNC_REFUSALS;
  /** Names of fields. */
  readonly detail?: string;
}

/** What is known of two tables from before, and what the person says of them. */
export interface PairOptions {
  /** The name of the field that tells rows apart; without it minga's own, or else the first one of both. */
  readonly key?: string;
  /** What the places agreed on before, by key and by the field's name without accents and case. */
  readonly agreed?: ReadonlyMap<string, FieldValues>;
  /** Fields that are gone from one of them are left alone. */
  readonly allowMissing?: boolean;
}

/** Which fields of two tables of one name are the same, and which of them tells rows apart. */
export const pairTables = (
  stored: Both<StoredTable>,
  { key, agreed = new Map(), allowMissing = false }: PairOptions,
): PairedTable | SyncRefusal => {
  if (!stored.first.isComplete || !stored.second.isComplete) return { code: "incomplete-read" };
  const named = { first: byName(stored.first), second: byName(stored.second) };
  const shared = [...named.first.keys()].filter((name) => named.second.has(name));
  const alike = shared.filter((name) => SIDES.some((side) => named[side].get(name)!.length > 1));
  if (alike.length > 0) return { code: "fields-alike", detail: alike.join(", ") };
  const known = new Set([...agreed.values()].flatMap((each) => Object.keys(each)));
  const gone = [...known].filter((name) => named.first.has(name) !== named.second.has(name));
  if (gone.length > 0 && !allowMissing) return { code: "fields-missing", detail: gone.join(", ") };
  const fields = shared
    .map((name) =>
      pairedField(name, stored, { first: named.first.get(name)![0]!, second: named.second.get(name)![0]! }),
    )
    // What neither can write, or what minga leaves alone, is nobody's to keep the same.
    .filter(({ first, second }) => first.info.kind !== "other" && second.info.kind !== "other")
    .filter(({ first, second }) => !first.info.computed || !second.info.computed);
  const keyField = keyAmong(fields, stored, agreed, key);
  if (!("name" in keyField)) return keyField;
  const aloneIn = (side: Side): readonly string[] =>
    stored[side].fields.flatMap(({ name }) => (name === "" || shared.includes(fold(name)) ? [] : [name]));
  const alone = { first: aloneIn("first"), second: aloneIn("second") };
  return { name: fold(stored.first.name), stored, key: keyField, fields, alone };
};

const byName = ({ fields }: StoredTable): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  for (const [at, { name }] of fields.entries()) {
    if (name !== "") found.set(fold(name), [...(found.get(fold(name)) ?? []), at]);
  }
  return found;
};

const pairedField = (name: string, stored: Both<StoredTable>, at: Both<number>): PairedField => {
  const values = (side: Side): readonly StoredValue[] => stored[side].rows.map((row) => row.values[at[side]] ?? null);
  const infoOf = (side: Side): FieldInfo => stored[side].fields[at[side]]!;
  const hasDays = (side: Side): boolean =>
    infoOf(side).kind === "day" || values(side).some((value) => value instanceof RawDay);
  const sideOf = (side: Side): FieldOfSide => ({
    info: infoOf(side),
    at: at[side],
    days: hasDays(otherThan(side)) ? daysIn(values(side)) : AS_THEY_ARE,
  });
  return { name, first: sideOf("first"), second: sideOf("second") };
};

/** What was asked for, what served before, minga's own, or the first field of both if it tells every row from every other. */
const keyAmong = (
  fields: readonly PairedField[],
  stored: Both<StoredTable>,
  agreed: ReadonlyMap<string, FieldValues>,
  asked: string | undefined,
): PairedField | SyncRefusal => {
  const writable = fields.filter(({ first, second }) => !first.info.computed && !second.info.computed);
  const named = (name: string): PairedField | undefined => writable.find((field) => field.name === fold(name));
  if (asked !== undefined) return named(asked) ?? { code: "no-key", detail: asked };
  const first = writable.find((field) => field.first.at === 0 && field.second.at === 0);
  const candidate = named(KEY_COLUMN) ?? first;
  if (candidate === undefined) return { code: "no-key" };
  const hasServed =
    agreed.size > 0 && [...agreed].every(([key, each]) => textOfStored(each[candidate.name] ?? null) === key);
  // Two rows alike of a key that served are two rows to be mended; otherwise it may be that the field never told rows apart.
  const tells = hasServed || SIDES.every((side) => tellsApart(candidate[side].at, stored[side]));
  return tells ? candidate : { code: "repeated-key", detail: candidate.first.info.name };
};

const tellsApart = (at: number, { rows }: StoredTable): boolean => {
  const texts = rows.map(({ values }) => textOfStored(values[at] ?? null)).filter((text) => text !== "");
  return new Set(texts).size === texts.length;
};
