import { type Base, type Field, type RecordRow, type Table, primaryValue } from "./model.ts";

export interface RecordFormat {
  /** The fields to show; absent: all. */
  readonly fields?: readonly Field[];
  readonly byId: boolean;
  readonly isText: boolean;
}

export const PLAIN: RecordFormat = { byId: false, isText: false };

/** A record as answers write it: an empty field is left out, and so is a box that is not ticked. */
export function recordJson(base: Base, table: Table, record: RecordRow, format: RecordFormat = PLAIN) {
  const fields = (format.fields ?? table.fields).flatMap((field): readonly (readonly [string, unknown])[] => {
    const value = cellValue(field, record);
    if (value === undefined || value === false) return [];
    return [[format.byId ? field.id : field.name, format.isText ? textOf(base, field, value) : value]];
  });
  return { id: record.id, createdTime: record.createdTime, fields: Object.fromEntries(fields) };
}

/** A cell with what Airtable fills in by itself; a formula or a rollup is what the seed said. */
function cellValue(field: Field, record: RecordRow): unknown {
  const stored = record.cells.get(field.id);
  if (stored !== undefined) return stored;
  if (field.type === "createdTime") return record.createdTime;
  return field.type === "lastModifiedTime" ? record.lastModifiedTime : undefined;
}

function textOf(base: Base, field: Field, value: unknown): string {
  if (field.type === "checkbox") return "checked";
  if (field.type === "multipleRecordLinks") {
    const linked = base.tables.find(({ id }) => id === field.options?.["linkedTableId"]);
    const names = (value as readonly string[]).map((id) => {
      const record = linked?.records.get(id);
      return linked === undefined || record === undefined ? id : written(primaryValue(linked, record));
    });
    return names.join(", ");
  }
  return Array.isArray(value) ? value.map(written).join(", ") : written(value);
}

const written = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

/** A table as the schema's address writes it. */
export function tableJson(table: Table) {
  return {
    id: table.id,
    name: table.name,
    ...(table.description !== undefined && { description: table.description }),
    primaryFieldId: table.primaryFieldId,
    fields: table.fields.map(fieldJson),
    views: table.views.map(({ filter: _filter, ...view }) => view),
  };
}

export function fieldJson({ type, options, id, name, description }: Field) {
  return {
    type,
    ...(options !== undefined && { options }),
    id,
    name,
    ...(description !== undefined && { description }),
  };
}
