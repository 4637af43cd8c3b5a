import { type StoredValue, textsIn } from "./value.ts";

const plain = (text: string): string => text.normalize("NFC").trim();

/** How the rows of a table are called where others link them: a link is read and written by that, and kept by the row's id. */
export class RowNames {
  readonly #names = new Map<string, string>();
  /** Undefined: several rows are called so, and none is meant for sure. */
  readonly #ids = new Map<string, string | undefined>();

  constructor(rows: Iterable<readonly [id: string, name: string]>) {
    this.add(rows);
  }

  /** Adds rows that came after; one that is known already may have another name. */
  add(rows: Iterable<readonly [id: string, name: string]>): void {
    for (const [id, text] of rows) {
      const name = plain(text);
      const isTaken = this.#ids.has(name) && this.#ids.get(name) !== id;
      this.#names.set(id, name);
      this.#ids.set(name, isTaken ? undefined : id);
    }
  }

  get size(): number {
    return this.#names.size;
  }

  /** The names that only one row has. */
  get single(): readonly string[] {
    return [...this.#ids].flatMap(([name, id]) => (id === undefined || name === "" ? [] : [name]));
  }

  /** What a row is called; its id where it has no name, or is not among the rows. */
  nameOf(id: string): string {
    const name = this.#names.get(id);
    return name === undefined || name === "" ? id : name;
  }

  /** The ids of the rows that a value names; undefined where one of them is not there, or not the only one of its name. */
  idsIn(value: StoredValue): readonly string[] | undefined {
    const ids = textsIn(value).map((name) => this.#ids.get(plain(name)));
    return ids.every((id) => id !== undefined) ? ids : undefined;
  }
}
