import { RowNames, type ToolError } from "@minga/sync";
import { Effect, Stream } from "effect";
import type { Client } from "./client.ts";
import { pagesOf, type RecordJson } from "./records.ts";
import { isLink, type TableJson } from "./schema.ts";
import { textOf } from "./texts.ts";

/** Names of rows by their table's id. */
export type Links = ReadonlyMap<string, RowNames>;

/** The ids of the tables that a table links, each once. */
export const linkedBy = ({ fields }: TableJson): readonly string[] => [
  ...new Set(
    fields
      .filter(isLink)
      .flatMap(({ options }) => (options?.linkedTableId === undefined ? [] : [options.linkedTableId])),
  ),
];

/** Records with what they are called: their primary field. */
export const named = (
  records: readonly RecordJson[],
  { primaryFieldId }: TableJson,
): readonly (readonly [id: string, name: string])[] =>
  records.map(({ id, fields }) => [id, textOf(fields[primaryFieldId])]);

/** Reads how the rows of a table are called: their primary field alone, a hundred rows in a request. */
export const namesOf = (client: Client, table: TableJson): Effect.Effect<RowNames, ToolError> =>
  Effect.map(
    Stream.runCollect(pagesOf(client, table.id, [table.primaryFieldId])),
    (pages) => new RowNames(named(pages.flat(), table)),
  );
