import type { Clock } from "../core/clock.ts";
import type { Access } from "../core/credentials.ts";
import type { Random } from "../core/random.ts";
import { forbidden, notFound, readOnly, tableNotFound } from "./errors.ts";
import { type Base, type Field, type Table, isComputed, tableOf } from "./model.ts";
import { accepted, create } from "./records.ts";
import { recordJson } from "./render.ts";
import { restoredBases } from "./restore.ts";
import { createField, createTable } from "./schema.ts";
import type { BaseSeed, TableSeed } from "./seed.ts";

/** A record as the API answers it. */
export type StoredRecord = ReturnType<typeof recordJson>;

const CREATABLE_LATER = /^(?:formula|rollup|count|multipleLookupValues|createdTime|lastModifiedTime|autoNumber)$/;

/** The bases that the server holds. Where a method takes a base's id, the first base is meant unless told. */
export class AirtableState {
  readonly #bases = new Map<string, Base>();
  readonly #random: Random;
  readonly #clock: Clock;

  constructor(random: Random, clock: Clock) {
    this.#random = random;
    this.#clock = clock;
  }

  get ids(): readonly string[] {
    return [...this.#bases.keys()];
  }

  get bases(): readonly Base[] {
    return [...this.#bases.values()];
  }

  /** Adds a base and returns its id. A field that links names the other table by `linkedTableId`, its name or id, once that is there. */
  add(seed: BaseSeed): string {
    const id = seed.id ?? `app${this.#random.text(14)}`;
    const base: Base = {
      id,
      name: seed.name ?? "Untitled base",
      permissionLevel: "create",
      tables: [],
      hasSchema: true,
      access: "write",
    };
    this.#bases.set(id, base);
    for (const table of seed.tables) this.#addTable(base, table);
    return id;
  }

  /** What somebody sees of a table: every record with its filled fields, by the fields' names. */
  records(table: string, id?: string): readonly StoredRecord[] {
    const base = this.base(id);
    const found = this.table(table, id);
    return [...found.records.values()].map((record) => recordJson(base, found, record));
  }

  /** The fields of a table, from the left. */
  fields(table: string, id?: string): readonly Field[] {
    return this.table(table, id).fields;
  }

  /** What everybody may do with a base from here on. */
  share(access: Access, id?: string): void {
    this.base(id).access = access;
  }

  shareAll(access: Access): void {
    for (const base of this.#bases.values()) base.access = access;
  }

  /** Adds a view that shows some records alone, by a formula as `filterByFormula` takes it. */
  addView(table: string, name: string, filter: string, id?: string): void {
    this.table(table, id).views.push({ id: `viw${this.#random.text(14)}`, name, type: "grid", filter });
  }

  /** A base for whoever asks; throws the service's 404 or 403. */
  open(id: string, wish: "read" | "write"): Base {
    const base = this.#bases.get(id);
    if (base === undefined) throw notFound();
    if (base.access === "none") throw forbidden();
    if (wish === "write" && base.access === "read") throw readOnly();
    return base;
  }

  openTable(base: Base, nameOrId: string): Table {
    const table = tableOf(base, nameOrId);
    if (table === undefined) throw tableNotFound(nameOrId, base.id);
    return table;
  }

  /** A base as it stands; throws where there is none. */
  base(id = this.ids[0]): Base {
    const base = this.#bases.get(id ?? "");
    if (base === undefined) throw new RangeError(`There is no base ${id ?? ""}`);
    return base;
  }

  table(nameOrId: string, id?: string): Table {
    const table = tableOf(this.base(id), nameOrId);
    if (table === undefined) throw new RangeError(`There is no table ${nameOrId}`);
    return table;
  }

  restore(objects: readonly unknown[]): void {
    this.#bases.clear();
    for (const base of restoredBases(objects, this.#random)) this.#bases.set(base.id, base);
  }

  #addTable(base: Base, seed: TableSeed): void {
    const computed = seed.fields.filter(({ type = "" }) => CREATABLE_LATER.test(type));
    const plain = seed.fields.filter((field) => !computed.includes(field));
    const table = createTable(base, this.#random, { name: seed.name, fields: plain.slice(0, 1) });
    for (const field of plain.slice(1)) createField(base, table, this.#random, field);
    for (const { name = "", type = "", options } of computed)
      table.fields.push({ id: `fld${this.#random.text(14)}`, name, type, ...(options && { options }) });
    const writing = { base, random: this.#random, now: new Date(this.#clock.now()).toISOString(), typecast: true };
    for (const fields of seed.records ?? []) {
      const given = Object.entries(fields);
      const fixed = given.filter(([name]) => table.fields.some((field) => field.name === name && isComputed(field)));
      const rest = Object.fromEntries(given.filter((entry) => !fixed.includes(entry)));
      const record = create(writing, table, accepted(writing, table, rest));
      for (const [name, value] of fixed) {
        const field = table.fields.find((one) => one.name === name);
        if (field !== undefined) record.cells.set(field.id, value);
      }
    }
  }
}
