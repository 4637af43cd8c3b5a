import type { Random } from "../core/random.ts";
import type { Base, Field, Table, View } from "./model.ts";
import { tableOf } from "./model.ts";

/** What the service answered: bases, a base's tables, or a list of records. */
interface Answered {
  readonly bases?: readonly { readonly id: string; readonly name: string; readonly permissionLevel: string }[];
  readonly base?: string;
  readonly tables?: readonly {
    readonly id: string;
    readonly name: string;
    readonly primaryFieldId: string;
    readonly fields: readonly Field[];
    readonly views?: readonly View[];
  }[];
  readonly table?: string;
  readonly records?: readonly {
    readonly id: string;
    readonly createdTime: string;
    readonly fields: Readonly<Record<string, unknown>>;
  }[];
}

/** Bases from answers. A base whose tables no answer told is one whose schema the token may not read. */
export function restoredBases(objects: readonly unknown[], random: Random): readonly Base[] {
  const answers = objects as readonly Answered[];
  const bases = new Map<string, Base>();
  const named = new Map(answers.flatMap(({ bases: list = [] }) => list.map((one) => [one.id, one] as const)));
  const schemas = new Set(answers.filter(({ tables }) => tables !== undefined).map(({ base }) => base));
  const baseOf = (id: string): Base => {
    const { name = id, permissionLevel = "create" } = named.get(id) ?? {};
    const base = bases.get(id) ?? {
      id,
      name,
      permissionLevel,
      tables: [],
      hasSchema: schemas.has(id),
      access: "write",
    };
    bases.set(id, base);
    return base;
  };
  for (const id of named.keys()) baseOf(id);
  for (const { base = "", tables = [] } of answers) {
    if (tables.length === 0) continue;
    const own = baseOf(base);
    for (const { views = [], fields, ...rest } of tables)
      if (tableOf(own, rest.id) === undefined)
        own.tables.push({
          ...rest,
          fields: fields.map((field) => ({ ...field })),
          views: [...views],
          records: new Map(),
        });
  }
  for (const { base, table, records = [] } of answers)
    if (base !== undefined && table !== undefined) fillTable(baseOf(base), table, records, random);
  return [...bases.values()];
}

function fillTable(base: Base, name: string, records: NonNullable<Answered["records"]>, random: Random): void {
  const table = tableOf(base, name) ?? unknownTable(base, name, random);
  for (const { id, createdTime, fields } of records) {
    const cells = Object.entries(fields).map(
      ([key, value]) => [fieldNamed(table, key, value, random).id, value] as const,
    );
    table.records.set(id, { id, createdTime, lastModifiedTime: createdTime, cells: new Map(cells) });
  }
}

function unknownTable(base: Base, name: string, random: Random): Table {
  const isId = /^tbl\w{14}$/.test(name);
  const id = isId ? name : `tbl${random.text(14)}`;
  const primaryFieldId = `fld${random.text(14)}`;
  const table: Table = { id, name, primaryFieldId, fields: [], views: [], records: new Map() };
  base.tables.push(table);
  return table;
}

/** A field that no schema told, of the type that its first value has. */
function fieldNamed(table: Table, name: string, value: unknown, random: Random): Field {
  const known = table.fields.find((field) => field.name === name);
  if (known !== undefined) return known;
  const type = typeof value === "number" ? "number" : typeof value === "boolean" ? "checkbox" : "multilineText";
  const id = table.fields.length === 0 ? table.primaryFieldId : `fld${random.text(14)}`;
  const field: Field = { id, name, type };
  table.fields.push(field);
  return field;
}
