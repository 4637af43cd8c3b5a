import type { Access } from "../core/credentials.ts";

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly color?: string;
}

export interface Field {
  readonly id: string;
  name: string;
  readonly type: string;
  description?: string;
  options?: Readonly<Record<string, unknown>>;
}

export interface View {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Which records it shows, as a formula; every one unless told. */
  readonly filter?: string;
}

export interface RecordRow {
  readonly id: string;
  readonly createdTime: string;
  lastModifiedTime: string;
  /** Values by the field's id; a field without one is empty. */
  readonly cells: Map<string, unknown>;
}

export interface Table {
  readonly id: string;
  name: string;
  description?: string;
  readonly primaryFieldId: string;
  fields: Field[];
  views: View[];
  readonly records: Map<string, RecordRow>;
}

export interface Base {
  readonly id: string;
  readonly name: string;
  readonly permissionLevel: string;
  readonly tables: Table[];
  /** Whether the token may read the schema; without it, that address answers 404. */
  readonly hasSchema: boolean;
  access: Access;
}

const COMPUTED = new Set(
  "formula rollup count multipleLookupValues createdTime lastModifiedTime createdBy lastModifiedBy autoNumber button externalSyncSource aiText".split(
    " ",
  ),
);

/** Whether Airtable fills a field by itself, so that nobody may write it. */
export const isComputed = (field: Field): boolean => COMPUTED.has(field.type);

/** A table's field by its name or id. */
export const fieldOf = (table: Table, nameOrId: string): Field | undefined =>
  table.fields.find(({ id, name }) => id === nameOrId || name === nameOrId);

export const tableOf = (base: Base, nameOrId: string): Table | undefined =>
  base.tables.find(({ id, name }) => id === nameOrId || name === nameOrId);

export const choicesOf = (field: Field): readonly Choice[] =>
  ((field.options ?? {}) as { readonly choices?: readonly Choice[] }).choices ?? [];

/** What a record is called where others link to it. */
export const primaryValue = (table: Table, record: RecordRow): unknown => record.cells.get(table.primaryFieldId);
