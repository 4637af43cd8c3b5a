import { type TableName, tableSpec } from "@minga/core";
import { KEY_COLUMN } from "@minga/ingest";
import { type FieldShape, type StoredValue, textOfStored } from "@minga/sync";
import type { KeptColumn } from "./kinds.ts";

/** Where the rows of a table get their key from. */
export type KeyOfRows =
  | { readonly column: number }
  /** One text for each row, in a field of its own; `instead` of a column, where there is one from an earlier time. */
  | { readonly field: FieldShape; readonly keys: readonly string[]; readonly instead?: number };

/**
 * What tells the rows of a table apart: its id, where every row has one and none has another's; or else a key of minga's own,
 * made of what identifies a row in the model, or of all it says. Rows alike are counted: the second `p7` is `p7~2`.
 */
export const keyOfRows = (
  table: TableName,
  columns: readonly KeptColumn[],
  rows: readonly (readonly StoredValue[])[],
): KeyOfRows => {
  const names = tableSpec(table).key;
  const positions = names.map((name) => columns.findIndex(({ spec }) => spec?.name === name));
  const [only] = positions;
  if (positions.length === 1 && only !== undefined && only >= 0) {
    const texts = rows.map((row) => textOfStored(row[only] ?? null));
    if (texts.every((text) => text !== "") && new Set(texts).size === texts.length) return { column: only };
  }
  const given = columns.findIndex(({ name, spec }) => spec === undefined && name === KEY_COLUMN);
  const seen = new Map<string, number>();
  const keys = rows.map((row) => {
    const own = given < 0 ? "" : textOfStored(row[given] ?? null);
    const told = positions.every((at) => at >= 0) ? positions.map((at) => textOfStored(row[at] ?? null)) : [];
    const all = row.map((value) => textOfStored(value)).filter((text) => text !== "");
    const base = own === "" ? (told.some((text) => text !== "") ? told : all).join(" · ") : own;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}~${count}`;
  });
  return { field: { name: KEY_COLUMN, kind: "text" }, keys, ...(given < 0 ? {} : { instead: given }) };
};
