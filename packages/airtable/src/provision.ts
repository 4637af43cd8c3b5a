import { type FieldShape, type SchemaChange, ToolError } from "@minga/sync";
import { Effect } from "effect";
import type { Client } from "./client.ts";
import { LIMITS } from "./limits.ts";
import { schemaOf, type TableJson } from "./schema.ts";

/** A field with what it is to be. */
interface Wanted {
  readonly table: string;
  readonly field: FieldShape;
}

/**
 * Makes tables and fields that are not there: a request for each table, with all its fields but those that link a table that is
 * yet to be made; then one for each field that is left. The first field of a table is the one by which links show its rows.
 */
export const provisionTables = (client: Client, changes: readonly SchemaChange[]): Effect.Effect<void, ToolError> =>
  Effect.gen(function* () {
    const tables = [...(yield* schemaOf(client))];
    const there = (name: string): TableJson | undefined => tables.find((table) => table.name === name);
    const missing = changes.flatMap((change) =>
      change.kind === "add-table" && there(change.table) === undefined ? [change] : [],
    );
    const coming = new Set(missing.map(({ table }) => table));
    // Before anything is made: what cannot be made whole is not begun.
    for (const { field, table } of changes.flatMap(wantedOf)) {
      const needed = [table, ...(field.kind === "link" ? [field.table ?? ""] : [])];
      const none = needed.find((name) => there(name) === undefined && !coming.has(name));
      if (none !== undefined) return yield* Effect.fail(new ToolError(LIMITS.service, "no-such-table", none));
    }
    for (const change of missing) {
      const fields = change.fields.filter(({ kind, table = "" }) => kind !== "link" || there(table) !== undefined);
      const made = client.ask<TableJson>({
        kind: "write",
        // A second table of the name is refused.
        isRepeatable: true,
        method: "POST",
        path: `meta/bases/${client.base}/tables`,
        body: { name: change.table, fields: fields.map((field) => fieldOf(field, there(field.table ?? ""))) },
      });
      tables.push(yield* orThere(made, () => tableNamed(client, change.table)));
    }
    for (const { table, field } of changes.flatMap(wantedOf)) {
      const { id, fields } = there(table)!;
      if (fields.some(({ name }) => name === field.name)) continue;
      const made = client.ask({
        kind: "write",
        isRepeatable: true,
        method: "POST",
        path: `meta/bases/${client.base}/tables/${id}/fields`,
        body: fieldOf(field, there(field.table ?? "")),
      });
      yield* orThere(made, () =>
        Effect.map(tableNamed(client, table), (now) => now?.fields.find(({ name }) => name === field.name)),
      );
    }
  });

const wantedOf = (change: SchemaChange): readonly Wanted[] => {
  if (change.kind === "add-options") return [];
  const fields = change.kind === "add-table" ? change.fields : [change.field];
  return fields.map((field) => ({ table: change.table, field }));
};

const tableNamed = (client: Client, name: string): Effect.Effect<TableJson | undefined, ToolError> =>
  Effect.map(schemaOf(client), (tables) => tables.find((table) => table.name === name));

/** What was made; where the service refuses because it is there already (an answer was lost), what is there. */
const orThere = <Made>(
  made: Effect.Effect<Made, ToolError>,
  look: () => Effect.Effect<Made | undefined, ToolError>,
): Effect.Effect<Made, ToolError> =>
  Effect.catch(made, (error) =>
    error.reason === "refused" && error.detail.includes("DUPLICATE")
      ? Effect.flatMap(look(), (found) => (found === undefined ? Effect.fail(error) : Effect.succeed(found)))
      : Effect.fail(error),
  );

/** A field as the service takes it. Texts are long ones, since values have several lines; numbers show what digits they have. */
const fieldOf = ({ name, kind, options = [] }: FieldShape, linked: TableJson | undefined): object => {
  switch (kind) {
    case "number":
      return { name, type: "number", options: { precision: 8 } };
    case "day":
      return { name, type: "date", options: { dateFormat: { name: "iso" } } };
    case "boolean":
      return { name, type: "checkbox", options: { icon: "check", color: "greenBright" } };
    case "choice":
    case "choices": {
      const type = kind === "choice" ? "singleSelect" : "multipleSelects";
      return { name, type, options: { choices: options.map((option) => ({ name: option })) } };
    }
    case "link":
      return { name, type: "multipleRecordLinks", options: { linkedTableId: linked?.id } };
    case "any":
    case "text":
    case "other":
      return { name, type: "multilineText" };
  }
};

/** What a kind becomes here: a field of no kind is a text. */
export const kindOf = (field: FieldShape): FieldShape =>
  field.kind === "any" || field.kind === "other" ? { ...field, kind: "text" } : field;
