import type { Clock } from "../core/clock.ts";
import type { Random } from "../core/random.ts";
import { type Field, type RecordRow, fieldOf } from "./model.ts";
import { type GivenFields, type Writing, accepted, create, remove, update } from "./records.ts";
import { type FieldInput, createField, deleteTable } from "./schema.ts";
import type { AirtableState } from "./state.ts";

/** What a person does in the tool's own window. The first base unless told. */
export class AirtableUser {
  readonly #state: AirtableState;
  readonly #random: Random;
  readonly #clock: Clock;

  constructor(state: AirtableState, random: Random, clock: Clock) {
    this.#state = state;
    this.#random = random;
    this.#clock = clock;
  }

  /** Adds a record and returns its id. */
  create(table: string, fields: GivenFields, id?: string): string {
    const writing = this.#writing(id);
    const found = this.#state.table(table, id);
    return create(writing, found, accepted(writing, found, fields)).id;
  }

  edit(table: string, record: string, fields: GivenFields, id?: string): void {
    const writing = this.#writing(id);
    const found = this.#state.table(table, id);
    update(writing, found, this.#record(table, record, id), accepted(writing, found, fields), false);
  }

  delete(table: string, record: string, id?: string): void {
    this.#record(table, record, id);
    remove(this.#state.base(id), this.#state.table(table, id), record);
  }

  renameTable(table: string, to: string, id?: string): void {
    this.#state.table(table, id).name = to;
  }

  deleteTable(table: string, id?: string): void {
    deleteTable(this.#state.base(id), this.#state.table(table, id));
  }

  addField(table: string, field: FieldInput, id?: string): void {
    createField(this.#state.base(id), this.#state.table(table, id), this.#random, field);
  }

  renameField(table: string, field: string, to: string, id?: string): void {
    this.#field(table, field, id).name = to;
  }

  deleteField(table: string, field: string, id?: string): void {
    const found = this.#state.table(table, id);
    const gone = this.#field(table, field, id);
    found.fields = found.fields.filter((one) => one !== gone);
    for (const record of found.records.values()) record.cells.delete(gone.id);
  }

  #writing(id?: string): Writing {
    const now = new Date(this.#clock.now()).toISOString();
    return { base: this.#state.base(id), random: this.#random, now, typecast: true };
  }

  #record(table: string, record: string, id?: string): RecordRow {
    const found = this.#state.table(table, id).records.get(record);
    if (found === undefined) throw new RangeError(`There is no record ${record}`);
    return found;
  }

  #field(table: string, field: string, id?: string): Field {
    const found = fieldOf(this.#state.table(table, id), field);
    if (found === undefined) throw new RangeError(`There is no field ${field}`);
    return found;
  }
}
