import type { Random } from "../core/random.ts";
import { invalid, invalidBody, notFound } from "./errors.ts";
import { formulaText } from "./formula-text.ts";
import { type DataSource, type Option, type Property, propertyOf } from "./model.ts";

/** What configurations are read against. */
export interface SchemaContext {
  readonly random: Random;
  readonly sourceOf: (id: string) => DataSource | undefined;
  readonly workspaceId: string;
}

type PropertyInput = Readonly<Record<string, unknown>> & { readonly type?: string; readonly name?: string };

const TYPES = new Set(
  "title rich_text number select multi_select status date people files checkbox url email phone_number formula relation rollup created_time created_by last_edited_time last_edited_by unique_id button place verification".split(
    " ",
  ),
);
const COLOURS = ["default", "gray", "brown", "orange", "yellow", "green", "blue", "purple", "pink", "red"];
const STATUSES = ["Not started", "In progress", "Done"] as const;

/** Four signs that no other property of the table has, encoded as an address would be. */
function freshId(random: Random, source: Pick<DataSource, "properties">): string {
  const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz:;<=>?@[]^_`{|}~";
  for (;;) {
    const id = encodeURIComponent(Array.from({ length: 4 }, () => SIGNS[random.below(SIGNS.length)]).join(""));
    if (!source.properties.some((property) => property.id === id)) return id;
  }
}

/**
 * Changes a table's properties as a request says: by name or id, `null` takes one out, a name alone renames, a type adds or changes.
 * All is read before anything is changed; throws the service's 400.
 */
export function changeProperties(
  context: SchemaContext,
  source: DataSource,
  inputs: Readonly<Record<string, unknown>>,
): void {
  const before = source.properties;
  const restore = (): void => {
    source.properties = before;
  };
  source.properties = before.map((property) => ({ ...property }));
  try {
    for (const [key, input] of Object.entries(inputs))
      changeProperty(context, source, key, input as PropertyInput | null);
  } catch (error) {
    restore();
    throw error;
  }
}

function changeProperty(context: SchemaContext, source: DataSource, key: string, input: PropertyInput | null): void {
  const known = propertyOf(source, key);
  if (input === null) {
    if (known === undefined) throw invalid(`${key} is not a property that exists.`);
    if (known.type === "title") throw invalid("Title properties cannot be removed.");
    source.properties = source.properties.filter((property) => property !== known);
    return;
  }
  const type = typeOf(input);
  if (type === undefined) {
    if (known === undefined || input.name === undefined) throw invalidBody(`properties.${key}`, "should have a type");
    rename(context, source, known, input.name);
    return;
  }
  if (!TYPES.has(type)) throw invalidBody(`properties.${key}.type`, `is not known: \`${type}\``);
  if (type === "title" && source.properties.some((property) => property.type === "title" && property !== known))
    throw invalid("A data source has exactly one title property.");
  const property: Property = known ?? {
    id: type === "title" ? "title" : freshId(context.random, source),
    name: key,
    type,
    config: {},
    options: [],
    description: null,
  };
  if (known === undefined) source.properties.push(property);
  else if (known.type === "title" && type !== "title") throw invalid("Cannot change the type of a title property.");
  property.type = type;
  if (typeof input["description"] === "string") property.description = input["description"];
  configure(context, source, property, (input[type] ?? {}) as Readonly<Record<string, unknown>>);
  if (known !== undefined && input.name !== undefined) rename(context, source, known, input.name);
}

/** A property's type, told or by the key of its configuration. */
function typeOf(input: PropertyInput): string | undefined {
  return input.type ?? Object.keys(input).find((key) => TYPES.has(key));
}

function rename({ sourceOf }: SchemaContext, source: DataSource, property: Property, name: string): void {
  if (source.properties.some((other) => other !== property && other.name === name))
    throw invalid(`Property ${name} already exists.`);
  property.name = name;
  const synced = property.config["dual_property"] as { readonly synced_property_id?: string } | undefined;
  const other = sourceOf(wordOf(property.config, "data_source_id"));
  const back = other?.properties.find(({ id }) => id === synced?.synced_property_id);
  if (back !== undefined)
    back.config = { ...back.config, dual_property: { synced_property_name: name, synced_property_id: property.id } };
}

function wordOf(config: Readonly<Record<string, unknown>>, key: string): string {
  const word = config[key];
  return typeof word === "string" ? word : "";
}

function configure(
  context: SchemaContext,
  source: DataSource,
  property: Property,
  config: Readonly<Record<string, unknown>>,
): void {
  switch (property.type) {
    case "select":
    case "multi_select":
      property.options = optionsOf(context.random, property, config["options"]);
      property.config = {};
      return;
    case "status":
      if (Array.isArray(config["options"])) throw invalid("Status options cannot be written with the API.");
      if (property.options.length === 0)
        property.options = STATUSES.map((name, index) => ({
          id: context.random.uuid(),
          name,
          color: ["default", "blue", "green"][index] ?? "default",
        }));
      property.config = {};
      return;
    case "number":
      property.config = { format: config["format"] ?? "number" };
      return;
    case "unique_id":
      property.config = { prefix: config["prefix"] ?? null };
      return;
    case "formula":
      property.config = { expression: stored(context, source, wordOf(config, "expression")) };
      return;
    case "relation":
      property.config = relation(context, source, property, config);
      return;
    case "rollup":
      property.config = config;
      return;
    default:
      property.config = {};
  }
}

/** Options keep their ids by id or by name; of a known one the colour cannot be changed. */
function optionsOf(random: Random, property: Property, given: unknown): readonly Option[] {
  const inputs = (given ?? []) as readonly Partial<Option>[];
  if (inputs.length > 100)
    throw invalidBody(
      `properties.${property.name}.options.length`,
      `should be ≤ \`100\`, instead was \`${inputs.length}\``,
    );
  const names = new Set<string>();
  return inputs.map(({ id, name, color }, index) => {
    const known = property.options.find((option) => option.id === id || option.name === name);
    const text = name ?? known?.name ?? "";
    if (text === "" || text.includes(",")) throw invalid(`Invalid select option, commas not allowed: ${text}`);
    if (names.has(text)) throw invalid(`Select option names must be unique: ${text}`);
    names.add(text);
    return {
      id: known?.id ?? random.uuid(),
      name: text,
      color: known?.color ?? color ?? COLOURS[index % COLOURS.length] ?? "default",
    };
  });
}

/** Formulas come back with their properties by id. */
function stored({ workspaceId }: SchemaContext, source: DataSource, expression: string): string {
  return formulaText(expression, (name) => {
    const property = propertyOf(source, name);
    return property === undefined
      ? `prop(${JSON.stringify(name)})`
      : `{{notion:block_property:${property.id}:${source.id}:${workspaceId}}}`;
  });
}

function relation(
  context: SchemaContext,
  source: DataSource,
  property: Property,
  config: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const id = wordOf(config, "data_source_id");
  const other = id === source.id ? source : context.sourceOf(id);
  if (other === undefined) throw notFound("data_source", id);
  const common = { database_id: other.databaseId, data_source_id: other.id };
  const isDual = config["type"] === "dual_property" || "dual_property" in config;
  if (!isDual) return { ...common, type: "single_property", single_property: {} };
  const before = property.config["dual_property"] as object | undefined;
  if (before !== undefined) return { ...common, type: "dual_property", dual_property: before };
  const title = source.title.map(({ plain_text }) => plain_text).join("");
  const back: Property = {
    id: freshId(context.random, other),
    name: `Related to ${title === "" ? "Untitled" : title} (${property.name})`,
    type: "relation",
    config: {
      database_id: source.databaseId,
      data_source_id: source.id,
      type: "dual_property",
      dual_property: { synced_property_name: property.name, synced_property_id: property.id },
    },
    options: [],

    description: null,
  };
  other.properties.push(back);
  return {
    ...common,
    type: "dual_property",
    dual_property: { synced_property_name: back.name, synced_property_id: back.id },
  };
}

/** A property of a table as answers write it. */
export function propertyJson({ id, name, type, config, options, description }: Property) {
  const described = options.map((option) => ({ ...option, description: null }));
  const body =
    type === "select" || type === "multi_select"
      ? { options: described }
      : type === "status"
        ? { options: described, groups: config["groups"] ?? groupsOf(options) }
        : config;
  return { id, name, description, type, [type]: body };
}

function groupsOf(options: readonly Option[]) {
  const colours = ["gray", "blue", "green"];
  return ["To-do", "In progress", "Complete"].map((name, index) => ({
    id: `00000000-0000-4000-8000-00000000020${index}`,
    name,
    color: colours[index] ?? "gray",
    option_ids: options.filter((_, at) => Math.min(at, 2) === index).map(({ id }) => id),
  }));
}
