import type { ToolError } from "@minga/sync";
import { Effect, Stream } from "effect";
import type { Client } from "./client.ts";
import { pagesOf, type RecordJson } from "./records.ts";
import { isLink, type TableJson } from "./schema.ts";
import { textOf } from "./texts.ts";

/** How the rows of a table are called where others link them: by their primary field. */
export class Names {
  readonly #primaryFieldId: string;
  readonly #texts = new Map<string, string>();
  /** Undefined: several rows are called so, and none is meant for sure. */
  readonly #ids = new Map<string, string | undefined>();

  constructor(records: readonly RecordJson[], primaryFieldId: string) {
    this.#primaryFieldId = primaryFieldId;
    this.add(records);
  }

  /** Adds rows that came after; one that is known already may have another name. */
  add(records: readonly RecordJson[]): void {
    for (const { id, fields } of records) {
      const text = textOf(fields[this.#primaryFieldId]).normalize("NFC").trim();
      const known = this.#ids.get(text);
      this.#texts.set(id, text);
      this.#ids.set(text, this.#ids.has(text) && known !== id ? undefined : id);
    }
  }

  get size(): number {
    return this.#texts.size;
  }

  /** The texts that name one row each. */
  get texts(): readonly string[] {
    return [...this.#ids].flatMap(([text, id]) => (id === undefined || text === "" ? [] : [text]));
  }

  /** What a row is called; its id where it has no name, or came after the names were read. */
  textOf(id: string): string {
    const text = this.#texts.get(id);
    return text === undefined || text === "" ? id : text;
  }

  /** The only row that is called so. */
  idOf(text: string): string | undefined {
    return this.#ids.get(text.normalize("NFC").trim());
  }
}

/** Names of rows by their table's id. */
export type Links = ReadonlyMap<string, Names>;

/** The ids of the tables that a table links, each once. */
export const linkedBy = ({ fields }: TableJson): readonly string[] => [
  ...new Set(
    fields
      .filter(isLink)
      .flatMap(({ options }) => (options?.linkedTableId === undefined ? [] : [options.linkedTableId])),
  ),
];

/** Reads how the rows of a table are called: their primary field alone, a hundred rows in a request. */
export const namesOf = (client: Client, { id, primaryFieldId }: TableJson): Effect.Effect<Names, ToolError> =>
  Effect.map(
    Stream.runCollect(pagesOf(client, id, [primaryFieldId])),
    (pages) => new Names(pages.flat(), primaryFieldId),
  );
