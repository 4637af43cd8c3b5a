import type { DataSource, Option, Page, Parent, Property, Thing, User } from "./model.ts";
import { dashed } from "./property-values.ts";
import type { RichText } from "./rich-text.ts";
import type { NotionState } from "./state.ts";

/** Something as the service answered it; a bare one has its kind and its id alone. */
interface Answered extends Readonly<Record<string, unknown>> {
  readonly object: string;
  readonly id: string;
  readonly created_time?: string;
  readonly last_edited_time?: string;
  readonly created_by?: { readonly id: string };
  readonly last_edited_by?: { readonly id: string };
  readonly parent?: Readonly<Record<string, unknown>> & { readonly type?: string };
  readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Puts answered things into an empty workspace. */
export function restoreInto(state: NotionState, objects: readonly unknown[]): void {
  const answers = (objects as readonly Answered[]).map((one) => ({ ...one, id: dashed(one.id) }));
  const users = answers.filter(({ object }) => object === "user") as unknown as readonly User[];
  if (users.length > 0) state.users.clear();
  for (const user of users) state.users.set(user.id, user);
  // Tables come first: pages read their values by them.
  for (const one of answers) if (one.object === "data_source") restoreSource(state, one);
  // Lists of rows begin with the newest one, and rows are kept oldest first.
  for (const one of answers.toReversed()) if (one.object === "page") restorePage(state, one);
  for (const one of answers) {
    if (one.object === "database") restoreDatabase(state, one);
    if (one.object === "block") restoreBlock(state, one);
  }
}

/** A thing that is known by its id alone, unless it is known better. */
function restoreBare(state: NotionState, parent: Parent, database?: unknown): void {
  if (parent.type === "data_source_id" && !state.dataSources.has(parent.id))
    restoreSource(state, {
      object: "data_source",
      id: parent.id,
      ...(typeof database === "string" && { parent: { database_id: database } }),
    });
  if (parent.type === "page_id" && !state.pages.has(parent.id)) restorePage(state, { object: "page", id: parent.id });
}

function thingOf(state: NotionState, answer: Answered): Thing {
  const time = (text: string | undefined): number =>
    text === undefined ? state.clock.now() : new Date(text).getTime();
  const base = state.thing(parentOf(answer));
  return {
    ...base,
    id: answer.id,
    createdAt: time(answer.created_time),
    editedAt: time(answer.last_edited_time),
    createdBy: answer.created_by?.id ?? base.createdBy,
    editedBy: answer.last_edited_by?.id ?? base.editedBy,
    inTrash: answer["in_trash"] === true,
    icon: answer["icon"] ?? null,
    cover: answer["cover"] ?? null,
    isBare: answer.created_time === undefined,
  };
}

function parentOf({ parent }: Answered): Parent {
  const type = parent?.type;
  if (parent === undefined || type === undefined || type === "workspace") return { type: "workspace" };
  return { type: type as Exclude<Parent["type"], "workspace">, id: dashed(String(parent[type])) };
}

function restoreSource(state: NotionState, answer: Answered): void {
  const parent = answer.parent?.["database_id"];
  const properties = Object.values(answer.properties ?? {}).map(propertyOfAnswer);
  const source: DataSource = {
    ...thingOf(state, answer),
    ...(answer["database_parent"] !== undefined && {
      databaseParent: parentOf({ ...answer, parent: answer["database_parent"] as NonNullable<Answered["parent"]> }),
    }),
    databaseId: typeof parent === "string" ? parent : state.random.uuid(),
    title: (answer["title"] ?? []) as readonly RichText[],
    description: (answer["description"] ?? []) as readonly RichText[],
    properties:
      properties.length > 0
        ? properties
        : [{ id: "title", name: "Name", type: "title", config: {}, options: [], description: null }],
    lastNumber: 0,
  };
  state.dataSources.set(source.id, source);
}

function propertyOfAnswer(json: Readonly<Record<string, unknown>>): Property {
  const { id, name, type } = json as { readonly id: string; readonly name: string; readonly type: string };
  const config = (json[type] ?? {}) as Readonly<Record<string, unknown>> & { readonly options?: readonly Option[] };
  const options = (config.options ?? []).map(({ id: option, name: text, color }) => ({
    id: option,
    name: text,
    color,
  }));
  const { options: _options, ...rest } = config;
  const { description } = json as { readonly description?: string | null };
  return { id, name, type, config: rest, options, description: description ?? null };
}

function restoreDatabase(state: NotionState, answer: Answered): void {
  const sources = (answer["data_sources"] ?? []) as readonly { readonly id: string }[];
  state.databases.set(answer.id, {
    ...thingOf(state, answer),
    title: (answer["title"] ?? []) as readonly RichText[],
    description: (answer["description"] ?? []) as readonly RichText[],
    isInline: answer["is_inline"] === true,
    isLocked: answer["is_locked"] === true,
    dataSources: sources.map(({ id }) => id),
  });
}

function restorePage(state: NotionState, answer: Answered): void {
  const parent = parentOf(answer);
  if (parent.type === "data_source_id") restoreBare(state, parent, answer.parent?.["database_id"]);
  const source = parent.type === "data_source_id" ? state.dataSources.get(parent.id) : undefined;
  const page: Page = {
    ...thingOf(state, answer),
    isLocked: answer["is_locked"] === true,
    values: new Map(),
    ...(answer.properties && { foreign: answer.properties }),
    children: [],
  };
  for (const json of Object.values(answer.properties ?? {})) {
    const id = String(json["id"]);
    const property = source?.properties.find((one) => one.id === id);
    if (property !== undefined) page.values.set(id, storedValue(property, json[property.type]));
    else if (json["type"] === "title") page.values.set(id, json["title"]);
  }
  state.pages.set(page.id, page);
}

type Named = { readonly id?: string } | null;

/** An answered value as the server keeps it. */
function storedValue(property: Property, value: unknown): unknown {
  switch (property.type) {
    case "select":
    case "status":
      return (value as Named)?.id ?? null;
    case "multi_select":
    case "relation":
    case "people":
      return (value as readonly Named[]).map((one) => one?.id ?? "");
    case "unique_id":
      return (value as { readonly number?: number }).number;
    default:
      return value;
  }
}

function restoreBlock(state: NotionState, answer: Answered): void {
  const { type = "paragraph" } = answer as { readonly type?: string };
  const content = (answer[type] ?? {}) as Readonly<Record<string, unknown>>;
  const block = { ...thingOf(state, answer), type, content, children: [] };
  state.blocks.set(block.id, block);
  const parent = parentOf(answer);
  if (parent.type === "workspace") return;
  restoreBare(state, parent);
  (state.pages.get(parent.id) ?? state.blocks.get(parent.id))?.children.push(block.id);
}
