import { BATCH_ROWS, type RawBatch } from "@minga/ingest";
import { type RowNames, type SheetInfo, ToolError } from "@minga/sync";
import { Effect, Stream } from "effect";
import { titleOf } from "./access.ts";
import type { Client } from "./client.ts";
import { LIMITS } from "./limits.ts";
import { type Links, linkedBy, namesOf } from "./links.ts";
import { pagesOf, type RecordJson } from "./records.ts";
import { infoOf, isComputed, schemaOf, type TableJson } from "./schema.ts";
import { rawOf } from "./values.ts";

/** Reads the tables of a base. The schema, and how linked rows are called, are read once for all tables. */
export class Reader {
  readonly #client: Client;
  #tables: readonly TableJson[] | undefined;
  readonly #names = new Map<string, RowNames>();

  constructor(client: Client) {
    this.#client = client;
  }

  /** The tables, in two requests: one for the schema, one for the name of the base. */
  readonly describe = (): Effect.Effect<readonly SheetInfo[], ToolError> =>
    Effect.gen({ self: this }, function* () {
      const tables = yield* schemaOf(this.#client);
      const source = yield* titleOf(this.#client);
      this.#tables = tables;
      this.#names.clear();
      return tables.map(({ id, name, fields }) => ({
        kind: "table" as const,
        id,
        source,
        tab: name,
        link: { to: `https://airtable.com/${this.#client.base}/${id}` },
        fields: fields.map((field) => infoOf(field, tables)),
      }));
    });

  readonly read = ({ id }: SheetInfo): Stream.Stream<RawBatch, ToolError> =>
    Stream.unwrap(
      Effect.gen({ self: this }, function* () {
        this.#tables ??= yield* schemaOf(this.#client);
        const table = this.#tables.find((each) => each.id === id);
        if (table === undefined) return yield* Effect.fail(new ToolError(LIMITS.service, "no-such-table", id));
        const links = yield* this.#links(table, this.#tables);
        let row = 0;
        return Stream.map(
          Stream.grouped(Stream.flattenIterable(pagesOf(this.#client, id)), BATCH_ROWS),
          (records): RawBatch => {
            row += records.length;
            return batchOf(records, row - records.length, table, links);
          },
        );
      }),
    );

  #links(table: TableJson, tables: readonly TableJson[]): Effect.Effect<Links, ToolError> {
    return Effect.gen({ self: this }, function* () {
      for (const linked of tables.filter(({ id }) => linkedBy(table).includes(id))) {
        if (!this.#names.has(linked.id)) this.#names.set(linked.id, yield* namesOf(this.#client, linked));
      }
      return this.#names;
    });
  }
}

/** Some records after so many; what the service computes is marked, so that rows that nobody filled are known for that. */
const batchOf = (records: readonly RecordJson[], after: number, { fields }: TableJson, links: Links): RawBatch => ({
  rows: records.map((_, index) => after + index + 1),
  columns: fields.map((field) => records.map((record) => rawOf(field, record.fields[field.id], links))),
  ...(fields.some(isComputed)
    ? {
        formulas: fields.map((field) =>
          isComputed(field)
            ? records.flatMap((record, index) => (record.fields[field.id] === undefined ? [] : [index]))
            : [],
        ),
      }
    : {}),
});
