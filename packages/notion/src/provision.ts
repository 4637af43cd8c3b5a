import type { FieldShape, SchemaChange, ToolError } from "@minga/sync";
import type { CreateDatabaseParameters, UpdateDataSourceParameters } from "@notionhq/client";
import { Effect } from "effect";
import { type Client, failure } from "./client.ts";
import { MOST_OPTIONS, propertyOf } from "./fields.ts";
import type { PropertyJson } from "./json.ts";
import type { Place } from "./places.ts";

type NewTable = Extract<SchemaChange, { readonly kind: "add-table" }>;
type DatabaseProperties = NonNullable<NonNullable<CreateDatabaseParameters["initial_data_source"]>["properties"]>;

/** What a table is to have. */
interface Wanted {
  readonly table: string;
  readonly name: string;
  /** Absent: only options are wanted. */
  readonly field?: FieldShape;
  readonly options: readonly string[];
}

/** So often a database is made whose making was not heard of. */
const MOST_TRIES = 3;

/**
 * Makes databases, properties and options that are not there. A request for each database, with all its properties but those that
 * link a table which is yet to be made; then for each table that needs more one that reads it and one that adds all of that.
 */
export class Provision {
  readonly #client: Client;
  readonly #place: Place;
  /** The ids of tables by their names. */
  readonly #ids = new Map<string, string>();

  constructor(client: Client, place: Place) {
    this.#client = client;
    this.#place = place;
  }

  run(changes: readonly SchemaChange[]): Effect.Effect<void, ToolError> {
    return Effect.gen({ self: this }, function* () {
      const { kind, tables, closed } = yield* this.#place.look();
      for (const { name, id } of tables) this.#ids.set(name, id);
      const missing = changes.filter(
        (change): change is NewTable => change.kind === "add-table" && !this.#ids.has(change.table),
      );
      const hidden = missing.find(({ table }) => closed.includes(table));
      if (hidden !== undefined) return yield* failure("not-found", hidden.table);
      const names = new Set([...this.#ids.keys(), ...missing.map(({ table }) => table)]);
      // Before anything is made: what cannot be made whole is not begun.
      if (missing.length > 0 && kind !== "page") return yield* failure("wrong-kind", kind);
      const none = changes.flatMap(needed).find((name) => !names.has(name));
      if (none !== undefined) return yield* failure("no-such-table", none);
      const stands = new Set<Wanted["field"]>();
      for (const { table, fields } of missing) {
        const now = fields.filter(({ kind: each, table: linked = "" }) => each !== "link" || this.#ids.has(linked));
        this.#ids.set(table, yield* this.#newDatabase(table, now, MOST_TRIES));
        for (const field of now) stands.add(field);
      }
      const left = changes.flatMap(wantedOf).filter(({ field }) => field === undefined || !stands.has(field));
      for (const table of new Set(left.map((wanted) => wanted.table))) {
        yield* this.#extend(
          this.#ids.get(table)!,
          left.filter((wanted) => wanted.table === table),
        );
      }
    });
  }

  /** The service would make a second database of the same name: where the answer is lost, it is looked for. */
  #newDatabase(table: string, fields: readonly FieldShape[], tries: number): Effect.Effect<string, ToolError> {
    const properties = Object.fromEntries(
      // By the first field, which is the key, links show the rows.
      fields.map((field, at) => [field.name, at === 0 ? { title: {} } : this.#propertyOf(field)]),
    ) as DatabaseProperties;
    const made = this.#client.run({
      kind: "write",
      isRepeatable: false,
      send: async (api) => {
        const database = await api.databases.create({
          parent: { type: "page_id", page_id: this.#client.place },
          title: [{ type: "text", text: { content: table } }],
          initial_data_source: { properties },
        });
        const { id } = (database as { readonly data_sources: readonly { readonly id: string }[] }).data_sources[0]!;
        this.#place.add({ id, name: table });
        return id;
      },
    });
    return Effect.catch(made, (error) => {
      if (!error.mayHaveLanded) return Effect.fail(error);
      return Effect.flatMap(this.#place.look(), ({ tables }) => {
        const found = tables.find(({ name }) => name === table);
        if (found !== undefined) return Effect.succeed(found.id);
        return tries > 1 ? this.#newDatabase(table, fields, tries - 1) : Effect.fail(error);
      });
    });
  }

  /** Adds to a table what it does not have. */
  #extend(id: string, wanted: readonly Wanted[]): Effect.Effect<void, ToolError> {
    return Effect.gen({ self: this }, function* () {
      const there = Object.values((yield* this.#place.source(id)).properties);
      const properties = Object.fromEntries(
        wanted.flatMap(({ name, field, options }): readonly (readonly [string, object])[] => {
          const property = there.find((each) => each.name === name);
          if (property !== undefined) return withOptions(property, options);
          return field === undefined ? [] : [[name, this.#propertyOf(field)]];
        }),
      ) as NonNullable<UpdateDataSourceParameters["properties"]>;
      if (Object.keys(properties).length === 0) return;
      yield* this.#client.run({
        kind: "write",
        // What is there already stays as it is.
        isRepeatable: true,
        send: (api) => api.dataSources.update({ data_source_id: id, properties }),
      });
    });
  }

  #propertyOf(field: FieldShape): object {
    return propertyOf(field, this.#ids.get(field.table ?? ""));
  }
}

/** The tables that have to be there for a change. */
const needed = (change: SchemaChange): readonly string[] => [
  change.table,
  ...wantedOf(change).flatMap(({ field }) => (field?.kind === "link" ? [field.table ?? ""] : [])),
];

const wantedOf = (change: SchemaChange): readonly Wanted[] => {
  const { table } = change;
  if (change.kind === "add-options") return [{ table, name: change.field, options: change.options }];
  const fields = change.kind === "add-table" ? change.fields : [change.field];
  return fields.map((field) => ({ table, name: field.name, field, options: field.options ?? [] }));
};

/**
 * The options of a property with some more. All of them are sent, since those that are left out are taken away, and so no more
 * than a schema may have: what is beyond comes to be with the first row that holds it.
 */
const withOptions = (
  { id, type, select, multi_select: multiSelect }: PropertyJson,
  options: readonly string[],
): readonly (readonly [string, object])[] => {
  const there = (type === "select" ? select : multiSelect)?.options;
  if (there === undefined) return [];
  const more = options.filter((option) => !there.some(({ name }) => name === option));
  const added = more.slice(0, Math.max(MOST_OPTIONS - there.length, 0)).map((name) => ({ name }));
  if (added.length === 0) return [];
  return [[id, { [type]: { options: [...there.map((option) => ({ id: option.id })), ...added] } }]];
};
