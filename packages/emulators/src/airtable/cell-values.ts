import type { Random } from "../core/random.ts";
import { invalidValue, unprocessable } from "./errors.ts";
import { type Base, type Choice, type Field, choicesOf, isComputed, primaryValue } from "./model.ts";

/** What values are read against. */
export interface Reading {
  readonly base: Base;
  readonly random: Random;
  /** Whether texts are made into what the field holds, and options into being. */
  readonly typecast: boolean;
  /** Adds a record to a linked table by what it is called, and returns its id. */
  readonly createLinked: (tableId: string, name: string) => string;
}

/** A value as a field keeps it; undefined empties it. Throws the service's 422. */
export function acceptedValue(field: Field, value: unknown, reading: Reading): unknown {
  if (isComputed(field))
    throw unprocessable(
      "INVALID_VALUE_FOR_COLUMN",
      `Field "${field.name}" cannot accept a value because the field is computed`,
    );
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return undefined;
  const accepted = byType(field, value, reading);
  if (accepted === undefined) throw invalidValue(field.name);
  return accepted === EMPTY ? undefined : accepted;
}

const EMPTY = Symbol("empty");
const TEXTS = new Set(["singleLineText", "multilineText", "richText", "email", "url", "phoneNumber"]);
const NUMBERS = new Set(["number", "currency", "percent", "duration", "rating"]);

function byType(field: Field, value: unknown, reading: Reading): unknown {
  const { type } = field;
  if (TEXTS.has(type)) return typeof value === "string" ? value : reading.typecast ? textOf(value) : undefined;
  if (NUMBERS.has(type)) return number(field, value, reading.typecast);
  switch (type) {
    case "checkbox":
      return checkbox(value, reading.typecast);
    case "date":
    case "dateTime":
      return day(type, value);
    case "singleSelect":
      return typeof value === "string" ? option(field, value, reading) : undefined;
    case "multipleSelects":
      return options(field, value, reading);
    case "multipleRecordLinks":
      return links(field, value, reading);
    case "multipleAttachments":
      return attachments(value, reading.random);
    case "singleCollaborator":
      return isNamed(value) ? value : undefined;
    case "multipleCollaborators":
      return Array.isArray(value) && value.every(isNamed) ? value : undefined;
    case "barcode":
      return typeof (value as { readonly text?: unknown }).text === "string" ? value : undefined;
    default:
      return value;
  }
}

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
};

function number(field: Field, value: unknown, typecast: boolean): unknown {
  const read = typecast && typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof read !== "number" || !Number.isFinite(read)) return undefined;
  if (field.type !== "rating") return read;
  const max = (field.options as { readonly max?: number } | undefined)?.max ?? 5;
  return Number.isInteger(read) && read >= 0 && read <= max ? read : undefined;
}

/** An unticked box is an empty one. */
function checkbox(value: unknown, typecast: boolean): unknown {
  if (typeof value === "boolean") return value ? true : EMPTY;
  if (!typecast) return undefined;
  return ["true", "checked", "1", "yes"].includes(String(value).toLowerCase()) ? true : EMPTY;
}

const DAY = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

function day(type: string, value: unknown): unknown {
  const match = typeof value === "string" ? DAY.exec(value) : null;
  if (match === null) return undefined;
  const [whole, date = ""] = match;
  const instant = new Date(whole.length > 10 && !/(?:Z|[+-]\d{2}:\d{2})$/.test(whole) ? `${whole}Z` : whole);
  if (Number.isNaN(instant.getTime()) || new Date(date).toISOString().slice(0, 10) !== date) return undefined;
  return type === "date" ? date : instant.toISOString();
}

function option(field: Field, name: string, { typecast, random }: Reading): string {
  const known = choicesOf(field).find((choice) => choice.name === name);
  if (known !== undefined) return known.name;
  if (!typecast)
    throw unprocessable(
      "INVALID_MULTIPLE_CHOICE_OPTIONS",
      `Insufficient permissions to create new select option "${JSON.stringify(name)}"`,
    );
  const choice: Choice = { id: `sel${random.text(14)}`, name, color: "blueLight2" };
  field.options = { ...field.options, choices: [...choicesOf(field), choice] };
  return name;
}

function options(field: Field, value: unknown, reading: Reading): unknown {
  const names = typeof value === "string" && reading.typecast ? value.split(",").map((name) => name.trim()) : value;
  if (!Array.isArray(names) || !names.every((name): name is string => typeof name === "string")) return undefined;
  return [...new Set(names.map((name) => option(field, name, reading)))];
}

function links(field: Field, value: unknown, reading: Reading): unknown {
  const { linkedTableId } = (field.options ?? {}) as { readonly linkedTableId?: string };
  const linked = reading.base.tables.find(({ id }) => id === linkedTableId);
  const names = typeof value === "string" && reading.typecast ? value.split(",").map((name) => name.trim()) : value;
  if (!Array.isArray(names) || !names.every((name): name is string => typeof name === "string"))
    throw unprocessable("INVALID_RECORD_ID", "Value is not an array of record IDs.");
  const ids = names.map((name) => {
    if (linked === undefined || linked.records.has(name)) return name;
    if (!reading.typecast) throw unprocessable("ROW_DOES_NOT_EXIST", `Record ID ${name} does not exist in this table`);
    const found = [...linked.records.values()].find((record) => primaryValue(linked, record) === name);
    return found?.id ?? reading.createLinked(linked.id, name);
  });
  return [...new Set(ids)];
}

function attachments(value: unknown, random: Random): unknown {
  if (!Array.isArray(value)) return undefined;
  const files = value as readonly { readonly id?: string; readonly url?: string; readonly filename?: string }[];
  if (!files.every(({ id, url }) => typeof id === "string" || typeof url === "string")) return undefined;
  return files.map((file) => ({
    id: `att${random.text(14)}`,
    filename: file.filename ?? file.url?.split("/").at(-1) ?? "file",
    size: 1024,
    type: "application/octet-stream",
    ...file,
  }));
}

const isNamed = (value: unknown): boolean =>
  typeof value === "object" && value !== null && ("id" in value || "email" in value);
