import type { RichText } from "./rich-text.ts";

/** The API's versions that the server speaks; the later one knows no `archived`. */
export type Version = "2025-09-03" | "2026-03-11";

export type Parent =
  | { readonly type: "workspace" }
  | { readonly type: "page_id" | "block_id" | "database_id" | "data_source_id"; readonly id: string };

/** What every thing in Notion has; times are milliseconds since 1970-01-01. */
export interface Thing {
  readonly id: string;
  parent: Parent;
  readonly createdAt: number;
  editedAt: number;
  readonly createdBy: string;
  editedBy: string;
  inTrash: boolean;
  icon: unknown;
  cover: unknown;
  /** Known by its id alone: a parent that an answer named. */
  readonly isBare?: boolean;
}

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

export interface Property {
  readonly id: string;
  name: string;
  type: string;
  /** The configuration under the type's name; options of selects and statuses stand apart. */
  config: Readonly<Record<string, unknown>>;
  options: readonly Option[];
  description: string | null;
}

export interface DataSource extends Thing {
  databaseId: string;
  /** Where the database stands, when only the table is known. */
  readonly databaseParent?: Parent;
  title: readonly RichText[];
  description: readonly RichText[];
  properties: Property[];
  /** The last number that a property of the type `unique_id` gave out. */
  lastNumber: number;
}

export interface Database extends Thing {
  title: readonly RichText[];
  description: readonly RichText[];
  isInline: boolean;
  isLocked: boolean;
  dataSources: string[];
}

export interface Page extends Thing {
  isLocked: boolean;
  /**
   * Values by the property's id, as they stand under the type's name; of options the ids, of relations and people the ids. A
   * page of no data source has its title alone.
   */
  readonly values: Map<string, unknown>;
  /** The properties of a page whose data source no answer told, as they were answered. */
  readonly foreign?: Readonly<Record<string, unknown>>;
  readonly children: string[];
}

export interface Block extends Thing {
  readonly type: string;
  content: Readonly<Record<string, unknown>>;
  readonly children: string[];
}

export interface User {
  readonly object: "user";
  readonly id: string;
  readonly name: string | null;
  readonly avatar_url: string | null;
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A property by its name or its id, either way encoded. */
export function propertyOf(source: DataSource, nameOrId: string): Property | undefined {
  return source.properties.find(
    ({ id, name }) => name === nameOrId || id === nameOrId || decodeURIComponent(id) === nameOrId,
  );
}

/** Properties that Notion fills by itself. */
export const READ_ONLY: ReadonlySet<string> = new Set([
  "formula",
  "rollup",
  "unique_id",
  "created_time",
  "created_by",
  "last_edited_time",
  "last_edited_by",
  "button",
  "verification",
]);
