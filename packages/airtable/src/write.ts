import { type Operation, type PlannedOptions, sendAll, type StoredRow, type ToolError } from "@minga/sync";
import { Effect } from "effect";
import type { Client } from "./client.ts";
import { LIMITS } from "./limits.ts";
import { named } from "./links.ts";
import { type LoadedTable, rowOf } from "./load.ts";
import type { RecordJson } from "./records.ts";
import { jsonOfStored } from "./values.ts";

/** Records in one request, the most that the service takes. */
export const BATCH = 10;
/** Rows in one call: some seconds' requests, of which several are on their way at once. */
export const MOST = 100;

/** A record to be written; without an id it is found, or made, by its key. */
interface Written {
  readonly id?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Writes rows, ten in a request that may be repeated: rows that change are named by their record, and rows that are made are
 * upserted on the key, so that one which landed unheard is found and not made again. Where rows link others of the same call,
 * second requests link them.
 */
export const writeRows = (
  client: Client,
  table: LoadedTable,
  operations: readonly Operation[],
  key: string,
  planned: PlannedOptions,
): Effect.Effect<readonly StoredRow[], ToolError> =>
  Effect.gen(function* () {
    const { json, links } = table;
    const keyField = table.fields.find(({ name }) => name === key)?.id ?? key;
    // The service adds an option in a single documented way, by a row that holds it; so no row may bring an unplanned one.
    const made = planned.madeBy(operations, table);
    const sendSome = (records: readonly Written[]) =>
      client.ask<{ readonly records: readonly RecordJson[] }>({
        kind: "write",
        isRepeatable: true,
        method: "PATCH",
        path: `${client.base}/${table.id}`,
        body: {
          ...(records.some(({ id }) => id === undefined) ? { performUpsert: { fieldsToMergeOn: [keyField] } } : {}),
          typecast: made.isAny && made.arePlanned,
          returnFieldsByFieldId: true,
          records,
        },
      });
    // The records of a request come back in the order in which they were sent. Two requests might both add one option.
    const limits = made.isAny ? { ...LIMITS, concurrency: 1 } : LIMITS;
    const send = (records: readonly Written[]): Effect.Effect<readonly RecordJson[], ToolError> =>
      Effect.map(
        sendAll(
          batchesOf(records).map((batch) => sendSome(batch)),
          limits,
        ),
        (answers) => answers.flatMap((answer) => answer.records),
      );
    const first = operations.map((operation): Written => ({
      ...(operation.kind === "update" ? { id: operation.at } : {}),
      fields: fieldsOf(table, operation),
    }));
    const records = yield* send(first);
    const own = links.get(table.id);
    if (own === undefined) return records.map((record) => rowOf(record, json, links));
    own.add(named(records, json));
    const second = operations.flatMap((operation, at): readonly Written[] => {
      const fields = Object.entries(fieldsOf(table, operation)).filter(([id]) => !(id in first[at]!.fields));
      return fields.length === 0 ? [] : [{ id: records[at]!.id, fields: Object.fromEntries(fields) }];
    });
    const after = yield* send(second);
    const standing = records.map((record) => after.find(({ id }) => id === record.id) ?? record);
    return standing.map((record) => rowOf(record, json, links));
  });

const batchesOf = (records: readonly Written[]): readonly (readonly Written[])[] =>
  Array.from({ length: Math.ceil(records.length / BATCH) }, (_, index) =>
    records.slice(index * BATCH, (index + 1) * BATCH),
  );

const fieldsOf = ({ json, links }: LoadedTable, { values }: Operation): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...values].flatMap(([at, value]) => {
      const field = json.fields[at]!;
      const written = jsonOfStored(field, value, links);
      return written === undefined ? [] : [[field.id, written]];
    }),
  );
