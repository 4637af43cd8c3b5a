import type { Base, Field, RecordRow, Table } from "./model.ts";

interface LinkOptions {
  readonly linkedTableId?: string;
  readonly inverseLinkFieldId?: string;
}

const idsOf = (record: RecordRow, fieldId: string): readonly string[] =>
  (record.cells.get(fieldId) ?? []) as readonly string[];

function putIds(record: RecordRow, fieldId: string, ids: readonly string[]): void {
  if (ids.length === 0) record.cells.delete(fieldId);
  else record.cells.set(fieldId, ids);
}

/** Sets a record's links, and on the other side the links back. */
export function setLinks(base: Base, field: Field, record: RecordRow, ids: readonly string[] = []): void {
  const { linkedTableId, inverseLinkFieldId } = (field.options ?? {}) as LinkOptions;
  const before = idsOf(record, field.id);
  putIds(record, field.id, ids);
  const linked = base.tables.find(({ id }) => id === linkedTableId);
  if (linked === undefined || inverseLinkFieldId === undefined) return;
  for (const id of new Set([...before, ...ids])) {
    const other = linked.records.get(id);
    if (other === undefined) continue;
    const back = idsOf(other, inverseLinkFieldId).filter((one) => one !== record.id);
    putIds(other, inverseLinkFieldId, ids.includes(id) ? [...back, record.id] : back);
  }
}

/** Takes a record that is gone out of every link to it. */
export function unlink(base: Base, table: Table, id: string): void {
  for (const other of base.tables) {
    for (const field of other.fields) {
      if (field.type !== "multipleRecordLinks" || field.options?.["linkedTableId"] !== table.id) continue;
      for (const record of other.records.values()) {
        const ids = idsOf(record, field.id);
        if (ids.includes(id))
          putIds(
            record,
            field.id,
            ids.filter((one) => one !== id),
          );
      }
    }
  }
}
