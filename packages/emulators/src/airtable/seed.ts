import type { SeedField, SeedTable, SeedValue } from "../seed/table.ts";
import type { FieldInput } from "./schema.ts";

/** A table to begin with. Fields are as the schema's address takes them, and computed ones too; values go by field. */
export interface TableSeed {
  readonly name: string;
  readonly fields: readonly FieldInput[];
  readonly records?: readonly Readonly<Record<string, unknown>>[];
}

export interface BaseSeed {
  readonly id?: string;
  readonly name?: string;
  readonly tables: readonly TableSeed[];
}

/** Tables as a base; the first field of each is the primary one, a text unless it is a number or a day. */
export function baseOfTables(tables: readonly SeedTable[]): BaseSeed {
  return { name: "Minga", tables: tables.map(tableOfSeed) };
}

function tableOfSeed({ name, fields, rows }: SeedTable): TableSeed {
  const inputs = fields.map((field, index) => fieldOfSeed(field, index, rows));
  const records = rows.map((row) =>
    Object.fromEntries(
      inputs.flatMap((input, index): readonly (readonly [string, unknown])[] => {
        const value = cell(row[index] ?? null, input.type);
        return value === null ? [] : [[input.name ?? "", value]];
      }),
    ),
  );
  return { name, fields: inputs, records };
}

function cell(value: SeedValue, type = ""): unknown {
  if (value === null || typeof value !== "object")
    return type === "singleLineText" && value !== null ? String(value) : value;
  return "day" in value ? value.day : type === "singleLineText" ? value.join(", ") : value;
}

function fieldOfSeed({ name, kind }: SeedField, index: number, rows: readonly (readonly SeedValue[])[]): FieldInput {
  const isPrimary = index === 0;
  switch (kind) {
    case "number":
      return { name, type: "number", options: { precision: 8 } };
    case "day":
      return { name, type: "date", options: { dateFormat: { name: "iso", format: "YYYY-MM-DD" } } };
    case "checkbox":
      return isPrimary ? text(name) : { name, type: "checkbox", options: { icon: "check", color: "greenBright" } };
    case "select":
    case "multi-select": {
      if (isPrimary) return text(name);
      const used = new Set(rows.flatMap((row) => row[index] ?? []).filter((value) => typeof value === "string"));
      const choices = [...used].map((choice) => ({ name: choice }));
      return { name, type: kind === "select" ? "singleSelect" : "multipleSelects", options: { choices } };
    }
    case "text":
      return text(name);
  }
}

const text = (name: string): FieldInput => ({ name, type: "singleLineText" });
