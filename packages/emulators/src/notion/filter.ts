import { invalid } from "./errors.ts";
import { type DataSource, type Page, type Property, propertyOf } from "./model.ts";
import { valueJson } from "./page-json.ts";
import { type RichText, textOf } from "./rich-text.ts";
import type { NotionState } from "./state.ts";
import { common } from "./thing-json.ts";

type Condition = Readonly<Record<string, unknown>>;
type Fits = (page: Page) => boolean;

/** A filter of a query; throws the service's 400 for what it does not know. */
export function compiledFilter(state: NotionState, source: DataSource, filter: unknown): Fits {
  if (filter === undefined || filter === null) return () => true;
  const body = filter as Condition & { readonly and?: readonly unknown[]; readonly or?: readonly unknown[] };
  if (body.and !== undefined) {
    const parts = body.and.map((part) => compiledFilter(state, source, part));
    return (page) => parts.every((fits) => fits(page));
  }
  if (body.or !== undefined) {
    const parts = body.or.map((part) => compiledFilter(state, source, part));
    return (page) => parts.some((fits) => fits(page));
  }
  const { timestamp } = body as { readonly timestamp?: "created_time" | "last_edited_time" };
  if (timestamp !== undefined) {
    const fits = dated((body[timestamp] ?? {}) as Condition);
    return (page) => fits(common(page)[timestamp]);
  }
  const property = propertyOf(source, String(body["property"]));
  if (property === undefined) throw invalid(`Could not find property with name or id: ${String(body["property"])}`);
  const kind = Object.keys(body).find((key) => key !== "property" && key !== "type");
  if (kind === undefined) throw invalid("A filter must have a condition.");
  const fits = conditionOf(property, kind, body[kind] as Condition);
  return (page) => fits(valueJson(state, page, property));
}

const TEXTS = new Set(["title", "rich_text", "url", "email", "phone_number"]);

function conditionOf(property: Property, kind: string, condition: Condition): (value: unknown) => boolean {
  const isText = TEXTS.has(property.type) && TEXTS.has(kind);
  if (kind !== property.type && !isText && !(property.type === "unique_id" && kind === "number"))
    throw invalid(`database property ${property.type} does not match filter ${kind}`);
  switch (kind) {
    case "title":
    case "rich_text":
    case "url":
    case "email":
    case "phone_number":
      return textual(condition);
    case "number":
    case "unique_id":
      return numeric(condition);
    case "checkbox":
      return (value) => ("equals" in condition ? value === condition["equals"] : value !== condition["does_not_equal"]);
    case "select":
    case "status":
      return chosen(condition);
    case "multi_select":
    case "relation":
    case "people":
      return containing(kind, condition);
    case "date":
    case "created_time":
    case "last_edited_time":
      return (value) =>
        dated(condition)(
          (value as { readonly start?: string } | null)?.start ?? (typeof value === "string" ? value : undefined),
        );
    default:
      throw invalid(`This local server does not filter by ${kind}.`);
  }
}

function emptiness(condition: Condition, isEmpty: boolean): boolean | undefined {
  if (condition["is_empty"] === true) return isEmpty;
  return condition["is_not_empty"] === true ? !isEmpty : undefined;
}

/** The condition's own operator, with what it is held against. */
const firstOf = (condition: Condition): readonly [operator: string, wanted: unknown] =>
  Object.entries(condition)[0] ?? ["", undefined];

function textual(condition: Condition): (value: unknown) => boolean {
  const [operator, wanted] = firstOf(condition);
  return (value) => {
    const text = Array.isArray(value) ? textOf(value as readonly RichText[]) : typeof value === "string" ? value : "";
    const known = emptiness(condition, text === "");
    if (known !== undefined) return known;
    // Notion compares texts without case.
    const [one, other] = [text.toLowerCase(), String(wanted).toLowerCase()];
    if (operator === "equals") return one === other;
    if (operator === "does_not_equal") return one !== other;
    if (operator === "contains") return one.includes(other);
    if (operator === "does_not_contain") return !one.includes(other);
    if (operator === "starts_with") return one.startsWith(other);
    if (operator === "ends_with") return one.endsWith(other);
    throw unknown(operator);
  };
}

function numeric(condition: Condition): (value: unknown) => boolean {
  const [operator, wanted] = firstOf(condition);
  const limit = Number(wanted);
  return (value) => {
    const number =
      typeof value === "object" && value !== null
        ? (value as { readonly number?: number }).number
        : (value as number | null);
    const known = emptiness(condition, number === null || number === undefined);
    if (known !== undefined) return known;
    if (operator === "does_not_equal") return number !== limit;
    if (number === null || number === undefined) return false;
    if (operator === "equals") return number === limit;
    if (operator === "greater_than") return number > limit;
    if (operator === "less_than") return number < limit;
    if (operator === "greater_than_or_equal_to") return number >= limit;
    if (operator === "less_than_or_equal_to") return number <= limit;
    throw unknown(operator);
  };
}

function chosen(condition: Condition): (value: unknown) => boolean {
  return (value) => {
    const name = (value as { readonly name?: string } | null)?.name;
    const known = emptiness(condition, name === undefined);
    if (known !== undefined) return known;
    if ("equals" in condition) return name === condition["equals"];
    if ("does_not_equal" in condition) return name !== condition["does_not_equal"];
    throw unknown(Object.keys(condition)[0]);
  };
}

function containing(kind: string, condition: Condition): (value: unknown) => boolean {
  return (value) => {
    const items = value as readonly { readonly id?: string; readonly name?: string }[];
    const known = emptiness(condition, items.length === 0);
    if (known !== undefined) return known;
    const has = (wanted: unknown): boolean =>
      items.some(({ id, name }) => (kind === "multi_select" ? name : id) === wanted);
    if ("contains" in condition) return has(condition["contains"]);
    if ("does_not_contain" in condition) return !has(condition["does_not_contain"]);
    throw unknown(Object.keys(condition)[0]);
  };
}

/** A day alone stands for all of it. */
function dated(condition: Condition): (value: string | undefined) => boolean {
  const [operator, wanted] = firstOf(condition);
  const limit = String(wanted);
  const isDay = limit.length === 10;
  const position = (text: string): number => new Date(isDay ? text.slice(0, 10) : text).getTime();
  return (value) => {
    const known = emptiness(condition, value === undefined);
    if (known !== undefined) return known;
    if (value === undefined) return false;
    const [one, other] = [position(value), position(limit)];
    if (operator === "equals") return one === other;
    if (operator === "before") return one < other;
    if (operator === "after") return one > other;
    if (operator === "on_or_before") return one <= other;
    if (operator === "on_or_after") return one >= other;
    throw unknown(operator);
  };
}

const unknown = (operator = ""): Error => invalid(`This local server does not know the condition ${operator}.`);
