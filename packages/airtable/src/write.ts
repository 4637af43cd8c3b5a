import type { Operation, StoredRow, ToolError } from "@minga/sync";
import { Effect } from "effect";
import type { Client } from "./client.ts";
import { type LoadedTable, rowOf } from "./load.ts";
import type { PlannedOptions } from "./options.ts";
import type { RecordJson } from "./records.ts";
import { jsonOfStored } from "./values.ts";

/** Records in one request, the most that the service takes. */
export const MOST = 10;

/**
 * Writes up to ten rows in one request that may be repeated: rows that change are named by their record, and rows that are made
 * are upserted on the key, so that one which landed unheard is found and not made again.
 */
export const writeRows = (
  client: Client,
  table: LoadedTable,
  operations: readonly Operation[],
  key: string,
  planned: PlannedOptions,
): Effect.Effect<readonly (StoredRow | undefined)[], ToolError> => {
  const keyField = table.fields.find(({ name }) => name === key)?.id ?? key;
  const isMaking = operations.some(({ kind }) => kind === "create");
  return Effect.map(
    client.ask<{ readonly records: readonly RecordJson[] }>({
      kind: "write",
      isRepeatable: true,
      method: "PATCH",
      path: `${client.base}/${table.id}`,
      body: {
        ...(isMaking ? { performUpsert: { fieldsToMergeOn: [keyField] } } : {}),
        typecast: planned.areMadeBy(operations, table),
        returnFieldsByFieldId: true,
        records: operations.map((operation) => ({
          ...(operation.kind === "update" ? { id: operation.at } : {}),
          fields: fieldsOf(table, operation),
        })),
      },
    }),
    // The records come back in the order in which they were sent.
    ({ records }) => records.map((record) => rowOf(record, table.json, table.links)),
  );
};

const fieldsOf = ({ json, links }: LoadedTable, { values }: Operation): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...values].flatMap(([at, value]) => {
      const field = json.fields[at]!;
      const written = jsonOfStored(field, value, links);
      return written === undefined ? [] : [[field.id, written]];
    }),
  );
