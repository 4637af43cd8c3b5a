import { type FieldInfo, RowNames, type StoredRow, type StoredTable, type TableRef, type ToolError } from "@minga/sync";
import { Effect, Stream } from "effect";
import type { Client } from "./client.ts";
import { type Links, linkedBy, named, namesOf } from "./links.ts";
import { pagesOf, type RecordJson } from "./records.ts";
import { infoOf, isLink, schemaOf, type TableJson } from "./schema.ts";
import { storedOf } from "./values.ts";

/** A table with what writing into it needs to know. */
export interface LoadedTable extends StoredTable {
  readonly json: TableJson;
  readonly links: Links;
}

/** A table with all its rows: the schema, its pages, and the pages of the tables that it links, for their rows' names. */
export const loadTable = (client: Client, ref: TableRef): Effect.Effect<LoadedTable | undefined, ToolError> =>
  Effect.gen(function* () {
    const tables = yield* schemaOf(client);
    const json = tables.find(({ name }) => name === ref.name) ?? tables.find(({ id }) => id === ref.id);
    if (json === undefined) return undefined;
    const records = (yield* Stream.runCollect(pagesOf(client, json.id))).flat();
    const links = new Map<string, RowNames>();
    const others = tables.filter(({ id }) => linkedBy(json).includes(id));
    for (const other of others) {
      links.set(other.id, other === json ? new RowNames(named(records, json)) : yield* namesOf(client, other));
    }
    return {
      id: json.id,
      name: json.name,
      fields: json.fields.map((field): FieldInfo => {
        const names = isLink(field) ? links.get(field.options?.linkedTableId ?? "") : undefined;
        return { ...infoOf(field, tables), ...(names === undefined ? {} : { options: names.single }) };
      }),
      rows: records.map((record) => rowOf(record, json, links)),
      isComplete: true,
      linked: others.filter((other) => other !== json).map(({ id }) => links.get(id)!.size),
      json,
      links,
    };
  });

/** A record as a row: a field that the answer leaves out is empty. */
export const rowOf = ({ id, fields }: RecordJson, json: TableJson, links: Links): StoredRow => ({
  at: id,
  values: json.fields.map((field) => storedOf(field, fields[field.id], links)),
});

/** A table that this adapter loaded; any other is a mistake of the caller's. */
export const asLoaded = (table: StoredTable): LoadedTable => {
  if (!("json" in table)) throw new TypeError("Airtable: the table was not loaded by this adapter");
  return table as LoadedTable;
};
