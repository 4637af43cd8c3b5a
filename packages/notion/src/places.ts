import { type TableRef, type ToolError } from "@minga/sync";
import { Effect } from "effect";
import { type Client, failure } from "./client.ts";
import { type RichText, type SourceJson, textOf } from "./json.ts";

/** What was found at a place. */
export interface Listing {
  readonly kind: "page" | "database" | "source";
  readonly title: string;
  /** Its data sources: each is a table. */
  readonly tables: readonly Table[];
  /** Titles of databases that stand on the page and are not shown: views of databases that are elsewhere. */
  readonly closed: readonly string[];
}

interface Table {
  readonly id: string;
  readonly name: string;
}

interface Block {
  readonly id: string;
  readonly type?: string;
  readonly has_children?: boolean;
  readonly child_page?: { readonly title: string };
  readonly child_database?: { readonly title: string };
}

interface Database {
  readonly title: readonly RichText[];
  readonly in_trash: boolean;
  readonly data_sources: readonly Table[];
}

/** Blocks in one request. */
const PAGE_SIZE = 100;
/** Databases that stand in columns and the like belong to the page; those on a page beneath it do not. */
const HOLDERS = new Set(["column_list", "column", "toggle", "callout", "synced_block", "tab"]);
const AT_ONCE = 3;

/**
 * The tables of a page, of a database, or a data source alone. What was found is kept only to spare looking for it: a table is
 * taken for the one that is meant when its name still is what it was.
 */
export class Place {
  readonly #client: Client;
  readonly #names = new Map<string, string>();
  #tables: readonly Table[] = [];
  #requests = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** How many requests the last look took. */
  get requests(): number {
    return this.#requests;
  }

  /** What a data source is called, of those that were met. */
  readonly nameOf = (source: string): string | undefined => this.#names.get(source);

  /** What there is. One request tells what the id is of; a page is gone through, and each database in it asked for its tables. */
  look(): Effect.Effect<Listing, ToolError> {
    return Effect.gen({ self: this }, function* () {
      const { sent } = this.#client.calls;
      const before = sent.reads;
      const listing = yield* this.#listing();
      this.#tables = listing.tables;
      for (const { id, name } of listing.tables) this.#names.set(id, name);
      this.#requests = sent.reads - before;
      return listing;
    });
  }

  /** The table that is called so, as it stands now. */
  sourceNamed({ name, id }: TableRef): Effect.Effect<SourceJson | undefined, ToolError> {
    return Effect.gen({ self: this }, function* () {
      const known = this.#tables.filter((table) => table.name === name);
      if (known.length === 1) {
        const source = yield* orNone(this.source(known[0]!.id));
        if (source?.in_trash === false && this.nameOf(source.id) === name) return source;
      }
      const { tables, closed } = yield* this.look();
      const named = tables.filter((table) => table.name === name);
      if (named.length > 1) return yield* failure("several-tables", named.map((table) => table.name).join(", "));
      const found = named[0] ?? tables.find((table) => table.id === id);
      if (found !== undefined) return yield* this.source(found.id);
      return closed.includes(name) ? yield* failure("not-found", name) : undefined;
    });
  }

  /** A data source with its properties. */
  source(id: string): Effect.Effect<SourceJson, ToolError> {
    return Effect.map(
      this.#client.run({
        kind: "read",
        send: async (api) => (await api.dataSources.retrieve({ data_source_id: id })) as unknown as SourceJson,
      }),
      (source) => {
        const title = textOf(source.title);
        // One without a title is called what its database calls it.
        if (title !== "" || !this.#names.has(source.id)) this.#names.set(source.id, title);
        return source;
      },
    );
  }

  /** Learns what the tables are called that some tables link; those that are not shared stay without a name. */
  meet(sources: readonly SourceJson[]): Effect.Effect<void, ToolError> {
    const linked = sources.flatMap(({ properties }) =>
      Object.values(properties).flatMap(({ relation }) => relation?.data_source_id ?? []),
    );
    const unknown = [...new Set(linked)].filter((id) => !this.#names.has(id));
    return Effect.asVoid(Effect.forEach(unknown, (id) => orNone(this.source(id)), { concurrency: AT_ONCE }));
  }

  /** A table that was just made. */
  add(table: Table): void {
    this.#tables = [...this.#tables, table];
    this.#names.set(table.id, table.name);
  }

  #listing(): Effect.Effect<Listing, ToolError> {
    return Effect.gen({ self: this }, function* () {
      const id = this.#client.place;
      // A data source is no block: only asking for it tells it from what is not there.
      const block = yield* orNone(this.#block(id));
      if (block === undefined) {
        const source = yield* this.source(id);
        const name = this.nameOf(source.id) ?? "";
        return { kind: "source", title: name, tables: [{ id: source.id, name }], closed: [] };
      }
      if (block.child_database !== undefined) {
        const { title, data_sources: tables } = yield* this.#database(id);
        return { kind: "database", title: textOf(title), tables, closed: [] };
      }
      if (block.child_page === undefined) return yield* failure("wrong-kind", block.type ?? "");
      const found = yield* this.#databasesIn(id);
      const databases = yield* Effect.forEach(found, (each) => orNone(this.#database(each.id)), {
        concurrency: AT_ONCE,
      });
      return {
        kind: "page",
        title: block.child_page.title,
        tables: databases.flatMap((database) => (database?.in_trash === false ? database.data_sources : [])),
        closed: found.flatMap(({ child_database: child }, at) =>
          databases[at] === undefined && child !== undefined ? [child.title] : [],
        ),
      };
    });
  }

  #block(id: string): Effect.Effect<Block, ToolError> {
    return this.#client.run({ kind: "read", send: (api): Promise<Block> => api.blocks.retrieve({ block_id: id }) });
  }

  #database(id: string): Effect.Effect<Database, ToolError> {
    return this.#client.run({
      kind: "read",
      send: async (api) => (await api.databases.retrieve({ database_id: id })) as Database,
    });
  }

  #databasesIn(id: string, cursor?: string): Effect.Effect<readonly Block[], ToolError> {
    return Effect.gen({ self: this }, function* () {
      const answer = yield* this.#client.run({
        kind: "read",
        send: (api) =>
          api.blocks.children.list({
            block_id: id,
            page_size: PAGE_SIZE,
            ...(cursor === undefined ? {} : { start_cursor: cursor }),
          }),
      });
      const found: Block[] = [];
      for (const block of answer.results as readonly Block[]) {
        if (block.type === "child_database") found.push(block);
        else if (block.has_children === true && HOLDERS.has(block.type ?? "")) {
          found.push(...(yield* this.#databasesIn(block.id)));
        }
      }
      const rest = answer.next_cursor === null ? [] : yield* this.#databasesIn(id, answer.next_cursor);
      return [...found, ...rest];
    });
  }
}

/** What is there; nothing where it is not, is not shared, or is something else than was asked for. */
const orNone = <Value>(effect: Effect.Effect<Value, ToolError>): Effect.Effect<Value | undefined, ToolError> =>
  Effect.catch(effect, (error) =>
    error.reason === "not-found" || error.reason === "refused" ? Effect.succeed(undefined) : Effect.fail(error),
  );
