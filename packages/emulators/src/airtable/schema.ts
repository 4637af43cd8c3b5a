import type { Random } from "../core/random.ts";
import { modelNotFound, unprocessable } from "./errors.ts";
import { type Base, type Choice, type Field, type Table, tableOf } from "./model.ts";

export interface FieldInput {
  readonly name?: string;
  readonly type?: string;
  readonly description?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The options that a type cannot be created without. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  number: ["precision"],
  currency: ["precision", "symbol"],
  percent: ["precision"],
  duration: ["durationFormat"],
  rating: ["max", "icon", "color"],
  checkbox: ["icon", "color"],
  date: ["dateFormat"],
  dateTime: ["dateFormat", "timeFormat", "timeZone"],
  singleSelect: ["choices"],
  multipleSelects: ["choices"],
  multipleRecordLinks: ["linkedTableId"],
};

const PLAIN_TYPES = new Set(
  "singleLineText multilineText richText email url phoneNumber barcode multipleAttachments singleCollaborator multipleCollaborators".split(
    " ",
  ),
);

/** Adds a table; throws the service's 422. */
export function createTable(
  base: Base,
  random: Random,
  input: { readonly name?: string; readonly description?: string; readonly fields?: readonly FieldInput[] },
): Table {
  const { name = "", description, fields = [] } = input;
  if (name === "" || fields.length === 0)
    throw unprocessable(
      "INVALID_REQUEST_UNKNOWN",
      "Invalid request: parameter validation failed. Check your request data.",
    );
  if (base.tables.some((table) => table.name === name))
    throw unprocessable("DUPLICATE_TABLE_NAME", "Cannot create more than one table with the same name");
  const primaryFieldId = `fld${random.text(14)}`;
  const table: Table = {
    id: `tbl${random.text(14)}`,
    name,
    ...(description !== undefined && { description }),
    primaryFieldId,
    fields: [],
    views: [{ id: `viw${random.text(14)}`, name: "Grid view", type: "grid" }],
    records: new Map(),
  };
  base.tables.push(table);
  try {
    for (const [index, field] of fields.entries())
      createField(base, table, random, field, index === 0 ? primaryFieldId : undefined);
  } catch (error) {
    deleteTable(base, table);
    throw error;
  }
  return table;
}

export function deleteTable(base: Base, table: Table): void {
  base.tables.splice(base.tables.indexOf(table), 1);
  for (const other of base.tables)
    other.fields = other.fields.filter(({ options }) => options?.["linkedTableId"] !== table.id);
}

/** Adds a field, and to the other table the field back where it links; throws the service's 422. */
export function createField(
  base: Base,
  table: Table,
  random: Random,
  { name = "", type = "", description, options }: FieldInput,
  id = `fld${random.text(14)}`,
): Field {
  if (name === "" || table.fields.some((field) => field.name.toLowerCase() === name.toLowerCase()))
    throw unprocessable("DUPLICATE_OR_EMPTY_FIELD_NAME", `Field name "${name}" is duplicate or empty`);
  const required = REQUIRED[type];
  if (required === undefined && !PLAIN_TYPES.has(type))
    throw unprocessable(
      "UNSUPPORTED_FIELD_TYPE_FOR_CREATE",
      `Creating ${type === "" ? "a field without a type" : `${type} fields`} is not supported at this time`,
    );
  const missing = required?.filter((key) => options?.[key] === undefined) ?? [];
  if (missing.length > 0)
    throw unprocessable(
      "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE",
      `Invalid options for ${table.name}.${name}: Creating ${type} fields must specify ${missing.map((key) => `options.${key}`).join(", ")}`,
    );
  const field: Field = {
    id,
    name,
    type,
    ...(description !== undefined && { description }),
    ...(options !== undefined && { options: withIds(options, random) }),
  };
  table.fields.push(field);
  if (type === "multipleRecordLinks") linkBack(base, table, field, random);
  return field;
}

function withIds(options: Readonly<Record<string, unknown>>, random: Random): Readonly<Record<string, unknown>> {
  const { choices } = options as { readonly choices?: readonly Partial<Choice>[] };
  if (choices === undefined) return options;
  return {
    ...options,
    choices: choices.map((choice) => ({ id: `sel${random.text(14)}`, color: "blueLight2", ...choice })),
  };
}

function linkBack(base: Base, table: Table, field: Field, random: Random): void {
  const linked = tableOf(base, String(field.options?.["linkedTableId"]));
  if (linked === undefined) throw modelNotFound();
  const back = `fld${random.text(14)}`;
  const common = { isReversed: false, prefersSingleRecordLink: false };
  field.options = { ...common, linkedTableId: linked.id, inverseLinkFieldId: back };
  let name = table.name;
  for (let number = 2; linked.fields.some((one) => one.name === name); number++) name = `${table.name} ${number}`;
  const options = { ...common, linkedTableId: table.id, inverseLinkFieldId: field.id };
  linked.fields.push({ id: back, name, type: "multipleRecordLinks", options });
}
