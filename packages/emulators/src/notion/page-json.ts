import type { NotionState } from "./state.ts";
import type { DataSource, Page, Property, Version } from "./model.ts";
import { type RichText, textOf } from "./rich-text.ts";
import { common, parentJson, trash, urlOf } from "./thing-json.ts";

/** Of people and relations no more are told with a page; the rest is at the property's own address. */
const SHOWN_REFERENCES = 25;

/** A page as answers write it; `only`: the ids or names of the properties to show. */
export function pageJson(state: NotionState, page: Page, version: Version, only: readonly string[] = []) {
  const title = titleOf(state, page);
  return {
    object: "page",
    ...common(page),
    cover: page.cover,
    icon: page.icon,
    parent: parentOfPage(state, page),
    in_trash: page.inTrash,
    is_archived: false,
    is_locked: page.isLocked,
    properties: propertiesJson(state, page, only),
    url: urlOf(page.id, title),
    public_url: null,
    ...trash(page, version),
  };
}

function parentOfPage(state: NotionState, page: Page): object {
  const { parent } = page;
  if (parent.type !== "data_source_id") return parentJson(parent);
  const source = state.dataSources.get(parent.id);
  return { ...parentJson(parent), ...(source && { database_id: source.databaseId }) };
}

/** The title of a page, wherever its property stands. */
function titleOf(state: NotionState, page: Page): readonly RichText[] {
  return (page.values.get(titleId(state, page)) ?? []) as readonly RichText[];
}

const titleId = (state: NotionState, page: Page): string =>
  sourceOf(state, page)?.properties.find(({ type }) => type === "title")?.id ?? "title";

export const sourceOf = (state: NotionState, page: Page): DataSource | undefined =>
  page.parent.type === "data_source_id" ? state.dataSources.get(page.parent.id) : undefined;

/** The properties of a page: those of its table, or its title alone. */
export function pageProperties(state: NotionState, page: Page): readonly Property[] {
  const source = sourceOf(state, page);
  return (
    source?.properties ?? [{ id: "title", name: "title", type: "title", config: {}, options: [], description: null }]
  );
}

function propertiesJson(state: NotionState, page: Page, only: readonly string[]): object {
  const source = sourceOf(state, page);
  if (page.foreign !== undefined && (source === undefined || source.isBare === true)) return page.foreign;
  const shown = pageProperties(state, page).filter(
    ({ id, name }) =>
      only.length === 0 || only.some((one) => one === id || one === name || one === decodeURIComponent(id)),
  );
  return Object.fromEntries(
    shown.map((property) => {
      const value = valueJson(state, page, property);
      const cut = Array.isArray(value) && (property.type === "relation" || property.type === "people");
      return [
        property.name,
        {
          id: property.id,
          type: property.type,
          [property.type]: cut ? value.slice(0, SHOWN_REFERENCES) : value,
          ...(property.type === "relation" && Array.isArray(value) && { has_more: value.length > SHOWN_REFERENCES }),
        },
      ];
    }),
  );
}

/** A value in full, as it stands under the type's name. */
export function valueJson(state: NotionState, page: Page, property: Property): unknown {
  const value = page.values.get(property.id);
  const option = (id: unknown): unknown => property.options.find((one) => one.id === id) ?? null;
  switch (property.type) {
    case "title":
    case "rich_text":
    case "files":
      return value ?? [];
    case "select":
      return option(value);
    case "status":
      return option(value) ?? property.options[0] ?? null;
    case "multi_select":
      return ((value ?? []) as readonly string[]).map(option).filter((one) => one !== null);
    case "relation":
      return ((value ?? []) as readonly string[]).map((id) => ({ id }));
    case "people":
      return ((value ?? []) as readonly string[]).map((id) => state.users.get(id) ?? { object: "user", id });
    case "checkbox":
      return value ?? false;
    case "created_time":
      return common(page).created_time;
    case "last_edited_time":
      return common(page).last_edited_time;
    case "created_by":
      return state.users.get(page.createdBy) ?? { object: "user", id: page.createdBy };
    case "last_edited_by":
      return state.users.get(page.editedBy) ?? { object: "user", id: page.editedBy };
    case "unique_id":
      return { prefix: property.config["prefix"] ?? null, number: value ?? null };
    case "formula":
      return value ?? { type: "string", string: null };
    case "rollup":
      return value ?? { type: "array", array: [], function: property.config["function"] ?? "show_original" };
    case "button":
      return {};
    case "verification":
      return value ?? { state: "unverified", date: null, verified_by: null };
    default:
      return value ?? null;
  }
}

/** What a page is called, as text. */
export const pageTitle = (state: NotionState, page: Page): string => textOf(titleOf(state, page));
