import { formatDay, parseDay } from "@minga/core";
import { RawDay, RawError, type RawValue } from "@minga/ingest";
import { type StoredValue, textOfStored } from "@minga/sync";
import type { Links } from "./links.ts";
import { type FieldJson, isComputed, isLink, typeOf } from "./schema.ts";
import { failureIn, joined, textOf } from "./texts.ts";

/** A value as a cell of a table that is read. */
export const rawOf = (field: FieldJson, json: unknown, links: Links): RawValue => {
  // An empty field is left out of answers, and so is a box that is not ticked.
  if (json === undefined || json === null) return field.type === "checkbox" ? false : "";
  const failure = failureIn(json);
  if (failure !== undefined) return new RawError(failure);
  if (isLink(field)) return joined(namesIn(field, json, links));
  // What is looked up in one linked row is that row's value.
  if (Array.isArray(json) && json.length === 1 && isComputed(field)) return rawOf(field, json[0], links);
  if (typeof json === "number" || typeof json === "boolean") return json;
  // A date-time stays the instant that it is: which day that was depends on the section's zone.
  return (typeOf(field) === "date" ? dayOf(json) : undefined) ?? textOf(json);
};

/** A value as it stands in a row of a table that is written to. */
export const storedOf = (field: FieldJson, json: unknown, links: Links): StoredValue => {
  if (json === undefined || json === null) return field.type === "checkbox" ? false : null;
  if (isLink(field)) return namesIn(field, json, links);
  if (typeof json === "number" || typeof json === "boolean") return json;
  if (Array.isArray(json) && field.type === "multipleSelects") return json.map(textOf);
  return (field.type === "date" ? dayOf(json) : undefined) ?? textOf(json);
};

const namesIn = ({ options }: FieldJson, json: unknown, links: Links): readonly string[] => {
  const names = links.get(options?.linkedTableId ?? "");
  return (json as readonly string[]).map((id) => names?.nameOf(id) ?? id);
};

const dayOf = (json: unknown): RawDay | undefined => {
  const day = typeof json === "string" ? parseDay(json) : undefined;
  return day === undefined ? undefined : new RawDay(day);
};

/**
 * A value as the service takes it: null empties a field of any type. Undefined where it cannot be written, since a link in it
 * names no row, or not one alone: the field is then left as it stands.
 */
export const jsonOfStored = (field: FieldJson, value: StoredValue, links: Links): unknown => {
  if (textOfStored(value) === "") return null;
  if (isLink(field)) return links.get(field.options?.linkedTableId ?? "")?.idsIn(value);
  return value instanceof RawDay ? formatDay(value.day) : value;
};
