import type { Clock } from "../core/clock.ts";
import type { Access } from "../core/credentials.ts";
import type { Random } from "../core/random.ts";
import type { Holding } from "../core/service.ts";
import { Cursors } from "./cursors.ts";
import { BOT, INTEGRATION, notFound, restricted } from "./errors.ts";
import type { Block, DataSource, Database, Page, Parent, Property, Thing, User } from "./model.ts";
import { pageTitle, valueJson } from "./page-json.ts";
import { type SchemaContext, changeProperties } from "./property-config.ts";
import { dashed, givenValues } from "./property-values.ts";
import { giveNumber, setRelation } from "./relations.ts";
import { restoreInto } from "./restore.ts";
import { type RichText, plainText, textOf } from "./rich-text.ts";

/** A table to begin with: properties as the API takes them; rows by property, values as the API takes them. */
export interface NotionTableSeed {
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
  /** What formulas and rollups come to, by row and property, as the API answers them: there is no evaluator. */
  readonly computed?: readonly Readonly<Record<string, unknown>>[];
}

const WORKSPACE = "00000000-0000-4000-8000-0000000000f0";
const PERSON = "00000000-0000-4000-8000-0000000000a0";

/** The workspace that the server holds. */
export class NotionState {
  readonly pages = new Map<string, Page>();
  readonly databases = new Map<string, Database>();
  readonly dataSources = new Map<string, DataSource>();
  readonly blocks = new Map<string, Block>();
  readonly users = new Map<string, User>();
  readonly cursors: Cursors;
  readonly random: Random;
  readonly clock: Clock;
  /** How many rows a query answers at most, whatever there is. */
  queryLimit = 10_000;
  /** What the integration may do. */
  access: Access = "write";

  constructor(random: Random, clock: Clock) {
    this.random = random;
    this.clock = clock;
    this.cursors = new Cursors(random);
    for (const user of people()) this.users.set(user.id, user);
  }

  get schema(): SchemaContext {
    return { random: this.random, sourceOf: (id) => this.dataSources.get(dashed(id)), workspaceId: WORKSPACE };
  }

  /** Adds a page at the top of the workspace and returns its id. */
  addPage(title: string): string {
    const page = this.createPage({ type: "workspace" });
    page.values.set("title", plainText(title));
    return page.id;
  }

  /** Adds a database with one table, under a page or at the top, and returns the ids of both. */
  add(seed: NotionTableSeed, parent?: string): { readonly database: string; readonly dataSource: string } {
    const place: Parent = parent === undefined ? { type: "workspace" } : { type: "page_id", id: parent };
    const { database, source } = this.createDatabase(place, seed.properties, plainText(seed.name));
    for (const [index, row] of (seed.rows ?? []).entries()) {
      const page = this.createPage({ type: "data_source_id", id: source.id });
      this.put(page, source, row);
      for (const [name, value] of Object.entries(seed.computed?.[index] ?? {})) {
        const property = source.properties.find((one) => one.name === name);
        if (property !== undefined) page.values.set(property.id, value);
      }
    }
    return { database: database.id, dataSource: source.id };
  }

  /** What a table holds, oldest first, without what is in the trash: by property the value as answers write it, relations in full. */
  rows(dataSource: string): readonly { readonly id: string; readonly values: Readonly<Record<string, unknown>> }[] {
    const source = this.source(dataSource);
    return [...this.pages.values()]
      .filter(({ parent, inTrash }) => parent.type === "data_source_id" && parent.id === source.id && !inTrash)
      .map((page) => ({
        id: page.id,
        values: Object.fromEntries(source.properties.map((one) => [one.name, valueJson(this, page, one)])),
      }));
  }

  /** Pages that hold databases, databases, and the tables in them. */
  holdings(): readonly Holding[] {
    const databases = [...this.databases.values()];
    // A page of a table is one of its rows.
    const pages = [...this.pages.values()].filter(({ parent }) => parent.type !== "data_source_id");
    return [
      ...pages.map((page) => ({ kind: "page", name: pageTitle(this, page), id: page.id })),
      ...databases.flatMap(({ id, title, dataSources }) => [
        { kind: "database", name: textOf(title), id },
        ...dataSources.map((source) => ({
          kind: "data source",
          name: textOf(this.source(source).title),
          id: source,
          rows: this.rows(source).length,
        })),
      ]),
    ];
  }

  /** The properties of a table, in the order in which they came. */
  properties(dataSource: string): readonly Property[] {
    return this.source(dataSource).properties;
  }

  /** A table by its id or by its title; throws where there is none. */
  source(idOrTitle: string): DataSource {
    const source =
      this.dataSources.get(dashed(idOrTitle)) ??
      [...this.dataSources.values()].find(({ title }) => textOf(title) === idOrTitle);
    if (source === undefined) throw new RangeError(`There is no data source ${idOrTitle}`);
    return source;
  }

  /** What pages are called, for a test that looks for one. */
  pageNamed(title: string): string | undefined {
    return [...this.pages.values()].find((page) => pageTitle(this, page) === title)?.id;
  }

  /** What the integration may do from here on: nothing is found any more, or nothing may be changed. */
  share(access: Access): void {
    this.access = access;
  }

  /** A thing for the integration; throws the service's 404 or 403. */
  open<Kind extends Thing>(things: ReadonlyMap<string, Kind>, kind: string, id: string, wish: "read" | "write"): Kind {
    const thing = things.get(dashed(id));
    if (thing === undefined || this.access === "none") throw notFound(kind, dashed(id));
    if (wish === "write" && this.access === "read") throw restricted();
    return thing;
  }

  thing(parent: Parent): Omit<Thing, "isBare"> {
    const now = this.clock.now();
    return {
      id: this.random.uuid(),
      parent,
      createdAt: now,
      editedAt: now,
      createdBy: BOT,
      editedBy: BOT,
      inTrash: false,
      icon: null,
      cover: null,
    };
  }

  touch(thing: Thing, by = BOT): void {
    thing.editedAt = this.clock.now();
    thing.editedBy = by;
  }

  createPage(parent: Parent): Page {
    const page: Page = { ...this.thing(parent), isLocked: false, values: new Map(), children: [] };
    this.pages.set(page.id, page);
    const source = parent.type === "data_source_id" ? this.dataSources.get(parent.id) : undefined;
    if (source !== undefined) giveNumber(source, page);
    return page;
  }

  createDatabase(parent: Parent, properties: Readonly<Record<string, unknown>>, title: readonly RichText[] = []) {
    const database: Database = {
      ...this.thing(parent),
      title,
      description: [],
      isInline: false,
      isLocked: false,
      dataSources: [],
    };
    const source = this.createDataSource(database, properties, title);
    this.databases.set(database.id, database);
    return { database, source };
  }

  createDataSource(
    database: Database,
    properties: Readonly<Record<string, unknown>>,
    title: readonly RichText[] = [],
  ): DataSource {
    const source: DataSource = {
      ...this.thing({ type: "database_id", id: database.id }),
      databaseId: database.id,
      title,
      description: [],
      properties: [],
      lastNumber: 0,
    };
    // A relation may point at the table that is being made; if the schema is refused, the table was never there.
    this.dataSources.set(source.id, source);
    try {
      const hasTitle = Object.values(properties).some(
        (one) => typeof one === "object" && one !== null && "title" in one,
      );
      changeProperties(this.schema, source, hasTitle ? properties : { Name: { title: {} }, ...properties });
    } catch (error) {
      this.dataSources.delete(source.id);
      throw error;
    }
    database.dataSources.push(source.id);
    return source;
  }

  /** Puts values into a row, two-way relations on both sides. All are read before one is put. */
  put(page: Page, source: DataSource, inputs: Readonly<Record<string, unknown>>): void {
    for (const { property, value } of givenValues(source, inputs, this.random)) {
      if (property.type === "relation") setRelation(this, page, property, value as readonly string[]);
      else page.values.set(property.id, value);
    }
  }

  restore(objects: readonly unknown[]): void {
    for (const things of [this.pages, this.databases, this.dataSources, this.blocks]) things.clear();
    restoreInto(this, objects);
  }
}

function people(): readonly User[] {
  const limits = { max_file_upload_size_in_bytes: 5_242_880 };
  const workspace = { workspace_name: "Minga", workspace_id: WORKSPACE, workspace_limits: limits };
  const bot = { owner: { type: "workspace", workspace: true }, ...workspace };
  return [
    {
      object: "user",
      id: PERSON,
      name: "Ana Pérez",
      avatar_url: null,
      type: "person",
      person: { email: "ana@example.com" },
    },
    { object: "user", id: BOT, name: INTEGRATION, avatar_url: null, type: "bot", bot },
  ];
}
