import type { DataSource, Page, Property } from "./model.ts";
import { changeProperties } from "./property-config.ts";
import type { NotionState } from "./state.ts";

const PERSON = "00000000-0000-4000-8000-0000000000a0";

/** What a person does in the tool's own window. Tables go by id or title, rows by id. */
export class NotionUser {
  readonly #state: NotionState;

  constructor(state: NotionState) {
    this.#state = state;
  }

  /** Adds a row and returns its id; values as the API takes them. */
  create(table: string, values: Readonly<Record<string, unknown>>): string {
    const source = this.#state.source(table);
    const page = this.#state.createPage({ type: "data_source_id", id: source.id });
    this.#state.put(page, source, values);
    this.#state.touch(page, PERSON);
    return page.id;
  }

  edit(row: string, values: Readonly<Record<string, unknown>>): void {
    const page = this.#page(row);
    if (page.parent.type !== "data_source_id") throw new RangeError(`${row} is no row of a table`);
    this.#state.put(page, this.#state.source(page.parent.id), values);
    this.#state.touch(page, PERSON);
  }

  trash(row: string): void {
    const page = this.#page(row);
    page.inTrash = true;
    this.#state.touch(page, PERSON);
  }

  /** Deletes for good: not even the trash has it. */
  purge(row: string): void {
    this.#page(row);
    this.#state.pages.delete(row);
  }

  addProperty(table: string, name: string, config: object): void {
    this.#change(table, { [name]: config });
  }

  renameProperty(table: string, name: string, to: string): void {
    this.#change(table, { [name]: { name: to } });
  }

  deleteProperty(table: string, name: string): void {
    this.#change(table, { [name]: null });
  }

  /** Gives an option another name; rows that have it show the new one. */
  renameOption(table: string, property: string, option: string, to: string): void {
    const found = this.#property(this.#state.source(table), property);
    found.options = found.options.map((one) => (one.name === option ? { ...one, name: to } : one));
  }

  /** The options of a status, which the API cannot write. */
  setStatusOptions(table: string, property: string, names: readonly string[]): void {
    const found = this.#property(this.#state.source(table), property);
    found.options = names.map(
      (name) =>
        found.options.find((one) => one.name === name) ?? { id: this.#state.random.uuid(), name, color: "default" },
    );
  }

  #change(table: string, properties: Readonly<Record<string, unknown>>): void {
    const source = this.#state.source(table);
    changeProperties(this.#state.schema, source, properties);
    this.#state.touch(source, PERSON);
  }

  #page(id: string): Page {
    const page = this.#state.pages.get(id);
    if (page === undefined) throw new RangeError(`There is no page ${id}`);
    return page;
  }

  #property(source: DataSource, name: string): Property {
    const found = source.properties.find((property) => property.name === name);
    if (found === undefined) throw new RangeError(`There is no property ${name}`);
    return found;
  }
}
