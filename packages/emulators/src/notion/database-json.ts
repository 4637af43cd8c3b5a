import type { DataSource, Database, Version } from "./model.ts";
import { propertyJson } from "./property-config.ts";
import { plainText, textOf } from "./rich-text.ts";
import type { NotionState } from "./state.ts";
import { common, exact, parentJson, trash, urlOf } from "./thing-json.ts";

/** What a database or a table without a title is called where a title must stand. */
const UNTITLED = "New database";

export function databaseJson(state: NotionState, database: Database, version: Version) {
  return {
    object: "database",
    id: database.id,
    title: database.title.length === 0 ? plainText(UNTITLED) : database.title,
    description: database.description,
    parent: parentJson(database.parent),
    is_inline: database.isInline,
    in_trash: database.inTrash,
    is_locked: database.isLocked,
    created_time: exact(database.createdAt),
    last_edited_time: exact(database.editedAt),
    data_sources: database.dataSources.map((id) => {
      const name = textOf(state.dataSources.get(id)?.title ?? []);
      return { id, name: name === "" ? UNTITLED : name };
    }),
    icon: database.icon,
    cover: database.cover,
    url: urlOf(database.id),
    public_url: null,
    ...trash(database, version),
  };
}

export function dataSourceJson(state: NotionState, source: DataSource, version: Version) {
  const database = state.databases.get(source.databaseId);
  return {
    object: "data_source",
    cover: source.cover,
    icon: source.icon,
    ...common(source),
    title: source.title,
    description: source.description,
    is_inline: database?.isInline ?? false,
    properties: Object.fromEntries(source.properties.map((property) => [property.name, propertyJson(property)])),
    parent: { type: "database_id", database_id: source.databaseId },
    database_parent: parentJson(database?.parent ?? source.databaseParent ?? { type: "workspace" }),
    url: urlOf(source.databaseId),
    public_url: null,
    in_trash: source.inTrash,
    ...trash(source, version),
  };
}
