import { type NotionCall, type NotionRoute, bodyOf, parentOf, route, trashed } from "./call.ts";
import { dataSourceJson, databaseJson } from "./database-json.ts";
import { invalidBody } from "./errors.ts";
import type { DataSource, Database, Thing } from "./model.ts";
import { changeProperties } from "./property-config.ts";
import { queried } from "./query.ts";
import { richTexts } from "./rich-text.ts";
import type { NotionState } from "./state.ts";

export function databaseRoutes(state: NotionState): readonly NotionRoute[] {
  const ID = "(?<id>[^/]+)";
  const database = (call: NotionCall, wish: "read" | "write"): Database =>
    state.open(state.databases, "database", call.params["id"] ?? "", wish);
  const source = (call: NotionCall, wish: "read" | "write"): DataSource =>
    state.open(state.dataSources, "data_source", call.params["id"] ?? "", wish);
  return [
    route("POST", "/v1/databases", (call) => createDatabase(state, call)),
    route("GET", `/v1/databases/${ID}`, (call) => databaseJson(state, database(call, "read"), call.version)),
    route("PATCH", `/v1/databases/${ID}`, (call) => updateDatabase(state, database(call, "write"), call)),
    route("POST", "/v1/data_sources", (call) => createDataSource(state, call)),
    route("GET", `/v1/data_sources/${ID}`, (call) => dataSourceJson(state, source(call, "read"), call.version)),
    route("PATCH", `/v1/data_sources/${ID}`, (call) => updateDataSource(state, source(call, "write"), call)),
    route("POST", `/v1/data_sources/${ID}/query`, (call) =>
      queried(state, source(call, "read"), bodyOf(call), call.version, call.query.getAll("filter_properties")),
    ),
    route("GET", `/v1/data_sources/${ID}/templates`, (call) => {
      source(call, "read");
      return { templates: [], has_more: false, next_cursor: null };
    }),
  ];
}

function createDatabase(state: NotionState, call: NotionCall): object {
  const body = bodyOf(call);
  const parent = parentOf(body["parent"]);
  if (parent.type === "page_id") state.open(state.pages, "page", parent.id, "write");
  const initial = (body["initial_data_source"] ?? {}) as { readonly properties?: Readonly<Record<string, unknown>> };
  // The title is read before anything comes to be.
  const title = body["title"] === undefined ? [] : richTexts(body["title"], "title");
  const { database } = state.createDatabase(parent, initial.properties ?? {}, title);
  describe(state, database, call);
  return databaseJson(state, database, call.version);
}

/** What databases have besides their tables. Its first table goes by the same title and description. */
function describe(state: NotionState, database: Database, call: NotionCall): void {
  const body = bodyOf(call);
  if (body["title"] !== undefined) database.title = richTexts(body["title"], "title");
  if (body["description"] !== undefined) database.description = richTexts(body["description"], "description");
  if (typeof body["is_inline"] === "boolean") database.isInline = body["is_inline"];
  if (typeof body["is_locked"] === "boolean") database.isLocked = body["is_locked"];
  decorate(database, body);
  const first = state.dataSources.get(database.dataSources[0] ?? "");
  if (first === undefined) return;
  if (body["title"] !== undefined) first.title = database.title;
  if (body["description"] !== undefined) first.description = database.description;
}

function decorate(thing: Thing, body: Readonly<Record<string, unknown>>): void {
  if (body["icon"] !== undefined) thing.icon = body["icon"];
  if (body["cover"] !== undefined) thing.cover = body["cover"];
}

function updateDatabase(state: NotionState, database: Database, call: NotionCall): object {
  const inTrash = trashed(call);
  describe(state, database, call);
  const { parent } = bodyOf(call);
  if (parent !== undefined) database.parent = parentOf(parent);
  if (inTrash !== undefined) database.inTrash = inTrash;
  state.touch(database);
  return databaseJson(state, database, call.version);
}

function createDataSource(state: NotionState, call: NotionCall): object {
  const body = bodyOf(call);
  const parent = parentOf(body["parent"]);
  if (parent.type !== "database_id")
    throw invalidBody("parent.database_id", "should be defined, instead was `undefined`");
  const database = state.open(state.databases, "database", parent.id, "write");
  const title = body["title"] === undefined ? [] : richTexts(body["title"], "title");
  const source = state.createDataSource(
    database,
    (body["properties"] ?? {}) as Readonly<Record<string, unknown>>,
    title,
  );
  decorate(source, body);
  return dataSourceJson(state, source, call.version);
}

function updateDataSource(state: NotionState, source: DataSource, call: NotionCall): object {
  const body = bodyOf(call);
  const inTrash = trashed(call);
  const database = state.databases.get(source.databaseId);
  const isFirst = database?.dataSources[0] === source.id;
  if (body["properties"] !== undefined)
    changeProperties(state.schema, source, body["properties"] as Readonly<Record<string, unknown>>);
  if (body["title"] !== undefined) source.title = richTexts(body["title"], "title");
  if (body["title"] !== undefined && isFirst && database !== undefined) database.title = source.title;
  decorate(source, body);
  if (inTrash !== undefined) source.inTrash = inTrash;
  state.touch(source);
  if (database !== undefined) database.editedAt = source.editedAt;
  return dataSourceJson(state, source, call.version);
}
