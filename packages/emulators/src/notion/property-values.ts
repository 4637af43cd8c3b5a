import type { Random } from "../core/random.ts";
import { invalid, invalidBody } from "./errors.ts";
import { type DataSource, type Property, READ_ONLY, propertyOf } from "./model.ts";
import { richTexts } from "./rich-text.ts";

/** A value that is to be put into a page. */
export interface PropertyValue {
  readonly property: Property;
  readonly value: unknown;
}

/** The values of a request by their properties; throws the service's 400 before anything is changed. */
export function givenValues(
  source: DataSource,
  inputs: Readonly<Record<string, unknown>>,
  random: Random,
): readonly PropertyValue[] {
  const read = Object.entries(inputs).map(([name, input]) => {
    const property = propertyOf(source, name);
    if (property === undefined) throw invalid(`${name} is not a property that exists.`);
    return { property, value: bare(property, name, input) };
  });
  for (const { property, value } of read) check(property, value);
  const before = read.map(({ property }) => [property, property.options] as const);
  try {
    return read.map(({ property, value }) => ({ property, value: accepted(property, value, random) }));
  } catch (error) {
    // Options that an earlier value brought along were never there.
    for (const [property, options] of before) property.options = options;
    throw error;
  }
}

/** The value without its wrapping: `{ type: "number", number: 1 }`, `{ number: 1 }`, or a bare list of texts for a title. */
function bare(property: Property, name: string, input: unknown): unknown {
  if (READ_ONLY.has(property.type)) throw invalid(`${name} cannot be updated: ${property.type} is computed.`);
  if (Array.isArray(input)) return input;
  if (typeof input !== "object" || input === null)
    throw invalidBody(`properties.${name}`, `should be an object, instead was \`${JSON.stringify(input)}\``);
  const body = input as Readonly<Record<string, unknown>>;
  const value = body[property.type];
  if (value === undefined) throw invalid(`${property.name} is expected to be ${property.type}.`);
  return value;
}

const path = (property: Property, rest = ""): string => `properties.${property.name}.${property.type}${rest}`;

const LONGEST: Readonly<Record<string, number>> = { url: 2000, email: 200, phone_number: 200 };
const LISTS = new Set(["multi_select", "people", "relation", "files"]);

function check(property: Property, value: unknown): void {
  const longest = LONGEST[property.type];
  if (longest !== undefined && typeof value === "string" && value.length > longest)
    throw invalidBody(path(property, ".length"), `should be ≤ \`${longest}\`, instead was \`${value.length}\``);
  if (LISTS.has(property.type)) {
    if (!Array.isArray(value))
      throw invalidBody(path(property), `should be an array, instead was \`${JSON.stringify(value)}\``);
    if (value.length > 100)
      throw invalidBody(path(property, ".length"), `should be ≤ \`100\`, instead was \`${value.length}\``);
  }
}

function accepted(property: Property, value: unknown, random: Random): unknown {
  switch (property.type) {
    case "title":
    case "rich_text":
      return richTexts(value, path(property));
    case "number":
      return typed(property, value, "number");
    case "checkbox":
      return typed(property, value, "boolean") ?? false;
    case "url":
    case "email":
    case "phone_number":
      return typed(property, value === "" ? null : value, "string");
    case "select":
      return value === null ? null : option(property, value as OptionInput, random);
    case "status":
      return value === null ? null : status(property, value as OptionInput);
    case "multi_select":
      return [...new Set((value as readonly OptionInput[]).map((input) => option(property, input, random)))];
    case "date":
      return value === null ? null : date(property, value as DateInput);
    case "people":
    case "relation":
      return (value as readonly { readonly id?: string }[]).map(({ id }, index) => {
        if (typeof id !== "string") throw invalidBody(path(property, `[${index}].id`), "should be defined");
        return dashed(id);
      });
    case "place":
      return value === null ? null : { lat: null, lon: null, name: null, address: null, ...(value as object) };
    default:
      return value;
  }
}

function typed(property: Property, value: unknown, type: "number" | "boolean" | "string"): unknown {
  if (value === null) return null;
  if (typeof value === type) return value;
  throw invalidBody(path(property), `should be a ${type} or \`null\`, instead was \`${JSON.stringify(value)}\``);
}

interface OptionInput {
  readonly id?: string;
  readonly name?: string;
  readonly color?: string;
}

/** An option by its id or name; a name that is not known makes a new option, as in the service. */
function option(property: Property, { id, name, color }: OptionInput, random: Random): string {
  const known = property.options.find((one) => one.id === id || one.name === name);
  if (known !== undefined) return known.id;
  if (name === undefined) throw invalid(`Select option ${id ?? ""} does not exist.`);
  if (name.includes(",")) throw invalid(`Invalid select option, commas not allowed: ${name}`);
  if (name.length > 100)
    throw invalidBody(path(property, ".name.length"), `should be ≤ \`100\`, instead was \`${name.length}\``);
  const made = { id: random.uuid(), name, color: color ?? "default" };
  property.options = [...property.options, made];
  return made.id;
}

function status(property: Property, { id, name }: OptionInput): string {
  const known = property.options.find((one) => one.id === id || one.name === name);
  if (known === undefined) throw invalid(`Invalid status option. Status option "${name ?? id}" does not exist".`);
  return known.id;
}

interface DateInput {
  readonly start?: string;
  readonly end?: string | null;
  readonly time_zone?: string | null;
}

/** Hours are cut to the minute and written with their distance from UTC; UTC itself is no zone. Recorded. */
function date(property: Property, { start, end, time_zone: zone }: DateInput) {
  if (typeof start !== "string") throw invalidBody(path(property, ".start"), "should be a valid ISO 8601 date string");
  return {
    start: instant(property, start),
    end: end === undefined || end === null ? null : instant(property, end),
    time_zone: zone === undefined || zone === "UTC" ? null : zone,
  };
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function instant(property: Property, text: string): string {
  const match = ISO.exec(text);
  const day = match?.[1] ?? "";
  const parsed = new Date(day);
  if (match === null || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day)
    throw invalidBody(path(property, ".start"), `should be a valid ISO 8601 date string, instead was \`"${text}"\``);
  const [, , minutes, offset = "+00:00"] = match;
  if (minutes === undefined) return day;
  return `${day}T${minutes}:00.000${offset === "Z" ? "+00:00" : offset.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`;
}

/** An id with its dashes, whichever way it came. */
export function dashed(id: string): string {
  const plain = id.replaceAll("-", "").toLowerCase();
  return /^[0-9a-f]{32}$/.test(plain) ? plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : id;
}
