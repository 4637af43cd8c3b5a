import type { SeedField, SeedTable, SeedValue } from "../seed/table.ts";
import type { NotionTableSeed } from "./state.ts";

/** A table as a database; the first field is the title. */
export function tableSeedOf({ name, fields, rows }: SeedTable): NotionTableSeed {
  return {
    name,
    properties: Object.fromEntries(fields.map((field, index) => [field.name, configOf(field, index, rows)])),
    rows: rows.map((row) =>
      Object.fromEntries(
        fields.flatMap(({ name: field, kind }, index) => {
          const value = row[index] ?? null;
          return value === null ? [] : [[field, valueOf(index === 0 ? "title" : kind, value)]];
        }),
      ),
    ),
  };
}

function configOf({ kind }: SeedField, index: number, rows: SeedTable["rows"]): object {
  if (index === 0) return { title: {} };
  switch (kind) {
    case "number":
      return { number: { format: "number" } };
    case "checkbox":
      return { checkbox: {} };
    case "day":
      return { date: {} };
    case "select":
    case "multi-select": {
      const used = new Set(rows.flatMap((row) => row[index] ?? []).filter((value) => typeof value === "string"));
      const options = [...used].map((name) => ({ name }));
      return kind === "select" ? { select: { options } } : { multi_select: { options } };
    }
    case "text":
      return { rich_text: {} };
  }
}

function valueOf(kind: SeedField["kind"] | "title", value: NonNullable<SeedValue>): object {
  const text = (): object[] =>
    stretches(typeof value === "object" ? ("day" in value ? value.day : value.join(", ")) : String(value));
  switch (kind) {
    case "title":
      return { title: text() };
    case "text":
      return { rich_text: text() };
    case "number":
      return { number: value };
    case "checkbox":
      return { checkbox: value };
    case "day":
      return { date: { start: typeof value === "object" && "day" in value ? value.day : value } };
    case "select":
      return { select: { name: value } };
    case "multi-select":
      return { multi_select: (Array.isArray(value) ? value : [value]).map((name: unknown) => ({ name })) };
  }
}

/** A text in stretches of as many characters as one may have. */
const stretches = (text: string): object[] =>
  (text.match(/[\s\S]{1,2000}/g) ?? []).map((content) => ({ type: "text", text: { content } }));
