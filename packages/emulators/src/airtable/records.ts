import type { Random } from "../core/random.ts";
import { acceptedValue } from "./cell-values.ts";
import { invalidRequest, notFound, unknownField, unprocessable } from "./errors.ts";
import { type Base, type Field, type RecordRow, type Table, fieldOf, isComputed } from "./model.ts";
import { setLinks, unlink } from "./links.ts";

/** What records are written with. */
export interface Writing {
  readonly base: Base;
  readonly random: Random;
  readonly now: string;
  readonly typecast: boolean;
}

export type GivenFields = Readonly<Record<string, unknown>>;

/** A record that is to be written, its values already found good. */
type Accepted = ReadonlyMap<Field, unknown>;

/** Reads the values of a record; throws the service's 422 and changes no record (with typecast, options may have come to be). */
export function accepted(writing: Writing, table: Table, fields: unknown): Accepted {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) throw invalidRequest();
  const createLinked = (tableId: string, name: string): string => {
    const linked = writing.base.tables.find(({ id }) => id === tableId);
    const primary = linked?.fields.find(({ id }) => id === linked.primaryFieldId);
    if (linked === undefined || primary === undefined) throw invalidRequest();
    return create(writing, linked, new Map([[primary, name]])).id;
  };
  return new Map(
    Object.entries(fields).map(([name, value]) => {
      const field = fieldOf(table, name);
      if (field === undefined) throw unknownField(name);
      return [field, acceptedValue(field, value, { ...writing, createLinked })] as const;
    }),
  );
}

export function create(writing: Writing, table: Table, values: Accepted): RecordRow {
  const { random, now } = writing;
  const record: RecordRow = { id: `rec${random.text(14)}`, createdTime: now, lastModifiedTime: now, cells: new Map() };
  table.records.set(record.id, record);
  for (const field of table.fields)
    if (field.type === "autoNumber") record.cells.set(field.id, nextNumber(table, field));
  put(writing, table, record, values);
  return record;
}

function nextNumber(table: Table, field: Field): number {
  return 1 + Math.max(0, ...[...table.records.values()].map(({ cells }) => Number(cells.get(field.id) ?? 0)));
}

/** Changes the given fields; `replace` empties every other one that may be written. */
export function update(writing: Writing, table: Table, record: RecordRow, values: Accepted, replace: boolean): void {
  const others = replace ? table.fields.filter((field) => !values.has(field) && !isComputed(field)) : [];
  put(writing, table, record, new Map([...values, ...others.map((field) => [field, undefined] as const)]));
  record.lastModifiedTime = writing.now;
}

function put({ base }: Writing, table: Table, record: RecordRow, values: Accepted): void {
  for (const [field, value] of values) {
    if (field.type === "multipleRecordLinks") setLinks(base, field, record, value as readonly string[] | undefined);
    else if (value === undefined) record.cells.delete(field.id);
    else record.cells.set(field.id, value);
  }
  for (const field of table.fields) {
    const counted = field.type === "count" ? field.options?.["recordLinkFieldId"] : undefined;
    if (typeof counted === "string")
      record.cells.set(field.id, ((record.cells.get(counted) ?? []) as unknown[]).length);
  }
}

export function remove(base: Base, table: Table, id: string): void {
  table.records.delete(id);
  unlink(base, table, id);
}

/** A record that is to be changed; throws the service's 422 where it is gone. */
export function existing(table: Table, id: unknown): RecordRow {
  const record = typeof id === "string" ? table.records.get(id) : undefined;
  if (record !== undefined) return record;
  if (typeof id !== "string" || !/^rec\w{14}$/.test(id)) throw notFound();
  throw unprocessable("ROW_DOES_NOT_EXIST", `Record ID ${id} does not exist in this table`);
}

/** Finds the records that an upsert means: by the values of the fields that it merges on. */
export class MergeIndex {
  readonly #mergeOn: readonly string[];
  readonly #fields: readonly Field[];
  readonly #records = new Map<string, RecordRow[]>();

  constructor(table: Table, mergeOn: readonly string[]) {
    this.#mergeOn = mergeOn;
    this.#fields = mergeOn.map((name) => {
      const field = fieldOf(table, name);
      if (field === undefined) throw unknownField(name);
      if (isComputed(field)) throw invalidRequest();
      return field;
    });
    for (const record of table.records.values()) this.add(record);
  }

  add(record: RecordRow): void {
    const key = JSON.stringify(this.#fields.map(({ id }) => record.cells.get(id) ?? null));
    this.#records.set(key, [...(this.#records.get(key) ?? []), record]);
  }

  /** The one record with these values; undefined where it is a new one. Several matches are refused: belief, not recorded. */
  find(values: Accepted): RecordRow | undefined {
    if (this.#fields.some((field) => values.get(field) === undefined)) throw invalidRequest();
    const found = this.#records.get(JSON.stringify(this.#fields.map((field) => values.get(field) ?? null))) ?? [];
    if (found.length > 1)
      throw unprocessable(
        "INVALID_REQUEST_UNKNOWN",
        `Invalid request: more than one record matches fieldsToMergeOn (${this.#mergeOn.join(", ")})`,
      );
    return found[0];
  }
}
