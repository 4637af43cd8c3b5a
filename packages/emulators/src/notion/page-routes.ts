import { appendBlocks } from "./blocks.ts";
import { type NotionCall, type NotionRoute, bodyOf, pageOf, parentOf, route, trashed } from "./call.ts";
import { invalid, notFound } from "./errors.ts";
import type { DataSource, Page, Parent, Property } from "./model.ts";
import { pageJson, pageProperties, sourceOf, valueJson } from "./page-json.ts";
import { listJson } from "./query.ts";
import { richTexts } from "./rich-text.ts";
import type { NotionState } from "./state.ts";

export function pageRoutes(state: NotionState): readonly NotionRoute[] {
  const page = (call: NotionCall, wish: "read" | "write"): Page =>
    state.open(state.pages, "page", call.params["id"] ?? "", wish);
  const ID = "(?<id>[^/]+)";
  return [
    route("POST", "/v1/pages", (call) => createPage(state, call)),
    route("GET", `/v1/pages/${ID}`, (call) =>
      pageJson(state, page(call, "read"), call.version, call.query.getAll("filter_properties")),
    ),
    route("PATCH", `/v1/pages/${ID}`, (call) => updatePage(state, page(call, "write"), call)),
    route("POST", `/v1/pages/${ID}/move`, (call) => {
      const moved = page(call, "write");
      moved.parent = rowParent(state, parentOf(bodyOf(call)["parent"]));
      state.touch(moved);
      return pageJson(state, moved, call.version);
    }),
    route("GET", `/v1/pages/${ID}/properties/(?<property>[^/]+)`, (call) =>
      propertyItems(state, page(call, "read"), call),
    ),
  ];
}

/** A table, where a database is named that has one alone. */
function rowParent(state: NotionState, parent: Parent): Parent {
  if (parent.type !== "database_id") return parent;
  const database = state.open(state.databases, "database", parent.id, "write");
  const [only, another] = database.dataSources;
  if (only === undefined || another !== undefined)
    throw invalid("Databases with multiple data sources are not supported in this API version: name the data source.");
  return { type: "data_source_id", id: only };
}

function createPage(state: NotionState, call: NotionCall): object {
  const body = bodyOf(call);
  const parent = rowParent(state, parentOf(body["parent"]));
  const source =
    parent.type === "data_source_id" ? state.open(state.dataSources, "data_source", parent.id, "write") : undefined;
  if (parent.type === "page_id") state.open(state.pages, "page", parent.id, "write");
  if (source?.inTrash === true)
    throw invalid("Can't edit block that is archived. You must unarchive the block before editing.");
  const page = state.createPage(parent);
  try {
    putValues(state, page, source, body["properties"]);
    decorate(page, body);
    if (body["children"] !== undefined) appendBlocks(state, page.id, body["children"]);
  } catch (error) {
    state.pages.delete(page.id);
    throw error;
  }
  return pageJson(state, page, call.version);
}

function putValues(state: NotionState, page: Page, source: DataSource | undefined, properties: unknown): void {
  const given = (properties ?? {}) as Readonly<Record<string, unknown>>;
  if (source !== undefined) return state.put(page, source, given);
  const { title, ...others } = given;
  const [other] = Object.keys(others);
  if (other !== undefined) throw invalid(`${other} is not a property that exists.`);
  if (title !== undefined)
    page.values.set(
      "title",
      richTexts(Array.isArray(title) ? title : (title as { readonly title?: unknown }).title, "properties.title"),
    );
}

function decorate(page: Page, body: Readonly<Record<string, unknown>>): void {
  if (body["icon"] !== undefined) page.icon = body["icon"];
  if (body["cover"] !== undefined) page.cover = body["cover"];
  if (typeof body["is_locked"] === "boolean") page.isLocked = body["is_locked"];
}

function updatePage(state: NotionState, page: Page, call: NotionCall): object {
  const body = bodyOf(call);
  const inTrash = trashed(call);
  if (page.inTrash && inTrash !== false)
    throw invalid("Can't edit block that is archived. You must unarchive the block before editing.");
  putValues(state, page, sourceOf(state, page), body["properties"]);
  decorate(page, body);
  if (inTrash !== undefined) page.inTrash = inTrash;
  state.touch(page);
  return pageJson(state, page, call.version);
}

const LISTED = new Set(["title", "rich_text", "relation", "people"]);

/** One property in full, a hundred references at a time. */
function propertyItems(state: NotionState, page: Page, call: NotionCall): object {
  const wanted = call.params["property"] ?? "";
  const property = pageProperties(state, page).find(({ id }) => id === wanted || decodeURIComponent(id) === wanted);
  if (property === undefined) throw notFound("property", wanted);
  const value = valueJson(state, page, property);
  if (!LISTED.has(property.type) || !Array.isArray(value)) return item(property, value);
  const items: readonly unknown[] = value;
  const all = items.map((_, index) => String(index));
  const { ids, next } = state.cursors.page(`property ${page.id} ${property.id}`, () => all, pageOf(call));
  const results = ids.map((index) => item(property, items[Number(index)]));
  const { id, type } = property;
  const nextUrl =
    next === null ? null : `https://api.notion.com/v1/pages/${page.id}/properties/${id}?start_cursor=${next}`;
  return { ...listJson(results, next, "property_item"), property_item: { id, next_url: nextUrl, type, [type]: {} } };
}

const item = ({ id, type }: Property, value: unknown) => ({ object: "property_item", type, id, [type]: value });
