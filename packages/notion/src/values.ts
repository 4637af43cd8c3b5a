import { formatDay, parseDay } from "@minga/core";
import { RawDay, RawError, type RawValue } from "@minga/ingest";
import { type StoredValue, textOfStored, textsIn } from "@minga/sync";
import type { NotionField } from "./fields.ts";
import type { ValueJson } from "./json.ts";
import type { Links } from "./links.ts";
import { failureIn, joined, type Outcome, stretches, wordsOf } from "./texts.ts";

interface DateJson {
  readonly start: string;
  readonly end: string | null;
}

/** A value as a cell of a table that is read. */
export const rawOf = (field: NotionField, json: ValueJson | undefined, links: Links): RawValue => {
  if (json === undefined) return "";
  if (field.kind === "link") return joined(namesIn(field, json, links));
  return rawOfHeld(json.type, json[json.type]);
};

const rawOfHeld = (type: string, held: unknown): RawValue => {
  if (held === null || held === undefined) return "";
  switch (type) {
    case "number":
    case "checkbox":
    case "boolean":
      return held as number | boolean;
    case "date":
      return dayOf(held as DateJson) ?? timeOf(held as DateJson);
    case "formula":
    case "rollup":
      return rawOfOutcome(held as Outcome);
    default:
      return wordsOf(held);
  }
};

const rawOfOutcome = (outcome: Outcome): RawValue => {
  const failed = failureIn(outcome);
  if (failed !== undefined) return failed;
  const held = outcome[outcome.type];
  if (outcome.type !== "array") return rawOfHeld(outcome.type, held);
  const values = (held as readonly Outcome[]).map((one) => rawOfHeld(one.type, one[one.type]));
  // What is rolled up of one row alone is that row's value.
  const [only = ""] = values;
  return values.length <= 1 ? only : (values.find(isFailure) ?? joined(values.map(wordsOfRaw)));
};

const isFailure = (value: RawValue): value is RawError => value instanceof RawError;

const wordsOfRaw = (value: RawValue): string => (value instanceof RawDay ? formatDay(value.day) : wordsOf(value));

/** A day alone. What has a time stays the instant that it is: which day that was depends on the section's zone. */
const dayOf = ({ start, end }: DateJson): RawDay | undefined => {
  const day = end === null ? parseDay(start) : undefined;
  return day === undefined ? undefined : new RawDay(day);
};

/** Several days, or a time, as ISO 8601 writes them: `2025-01-21/2025-01-23`. */
const timeOf = ({ start, end }: DateJson): string => (end === null ? start : `${start}/${end}`);

/** A value as it stands in a row of a table that is written to. */
export const storedOf = (field: NotionField, json: ValueJson | undefined, links: Links): StoredValue => {
  const held = json?.[json.type];
  if (json === undefined || held === null || held === undefined) return null;
  if (field.kind === "link") return namesIn(field, json, links);
  if (json.type === "multi_select") return (held as readonly unknown[]).map(wordsOf);
  const raw = rawOfHeld(json.type, held);
  if (raw === "") return null;
  return isFailure(raw) ? raw.text : raw;
};

/** Whether a cell holds more than minga could put back: a date with a time or an end. */
export const isMore = (json: ValueJson | undefined): boolean => {
  const held = json?.type === "date" ? (json["date"] as DateJson | null) : null;
  return held !== null && dayOf(held) === undefined;
};

const namesIn = ({ linked = "" }: NotionField, json: ValueJson, links: Links): readonly string[] => {
  const names = links.get(linked);
  return (json["relation"] as readonly { readonly id: string }[]).map(({ id }) => names?.nameOf(id) ?? id);
};

/**
 * A value as the service takes it. Undefined where it cannot be written, since a link in it names no row, or not one alone: the
 * field is then left as it stands.
 */
export const jsonOf = (field: NotionField, value: StoredValue, links: Links): object | undefined => {
  const { type } = field;
  const text = textOfStored(value);
  switch (type) {
    case "title":
    case "rich_text":
      return { [type]: stretches(text).map((content) => ({ type: "text", text: { content } })) };
    case "checkbox":
      return { checkbox: value === true };
    case "date":
      return { date: text === "" ? null : { start: text } };
    case "number":
      return { number: text === "" ? null : value };
    case "select":
      return { select: text === "" ? null : { name: text } };
    case "multi_select":
      return { multi_select: textsIn(value).map((name) => ({ name })) };
    case "relation": {
      const ids = links.get(field.linked ?? "")?.idsIn(value);
      return ids && { relation: ids.map((id) => ({ id })) };
    }
    default:
      return { [type]: text === "" ? null : text };
  }
};
