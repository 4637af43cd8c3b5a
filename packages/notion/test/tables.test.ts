import { createEmulator } from "@minga/emulators";
import { describeTables, type SeedTable } from "@minga/testing";
import { describe, expect, test } from "vitest";
import { openAdapter } from "../src/index.ts";
import { title, TOKEN } from "./base.ts";

function equal(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

const isComputed = (cell: unknown): cell is { readonly error: string } | { readonly value: string | number } =>
  typeof cell === "object" && cell !== null && ("formula" in cell || "error" in cell);

const configOf = ({ kind, options = [] }: SeedTable["fields"][number], cells: readonly unknown[], linked: string) => {
  const named = options.map((name) => ({ name }));
  if (cells.some(isComputed)) return { formula: { expression: "1" } };
  if (kind === "choice") return { select: { options: named } };
  if (kind === "choices") return { multi_select: { options: named } };
  if (kind === "link") return { relation: { data_source_id: linked, single_property: {} } };
  return kind === "number" ? { number: {} } : kind === "day" ? { date: {} } : { rich_text: {} };
};

type Cell = SeedTable["rows"][number][number];

const valueOf = (kind: string, cell: Cell, idOf: (key: string) => string): object | undefined => {
  if (cell === null || isComputed(cell)) return undefined;
  if (kind === "choice") return { select: { name: cell } };
  if (kind === "choices") return { multi_select: (cell as readonly string[]).map((name) => ({ name })) };
  if (kind === "link") return { relation: (cell as readonly string[]).map((key) => ({ id: idOf(key) })) };
  if (kind === "number") return { number: cell };
  return typeof cell === "object" && "day" in cell
    ? { date: { start: cell.day } }
    : { rich_text: [{ text: { content: cell } }] };
};

const outcomeOf = (cell: Cell): object | undefined => {
  if (!isComputed(cell)) return undefined;
  return "error" in cell ? { type: "error", error: {} } : { type: "number", number: cell.value };
};

const defined = (entries: readonly (readonly [string, object | undefined])[]): Readonly<Record<string, object>> =>
  Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

describeTables(
  {
    name: "notion",
    open: (tables, time) => {
      const emulator = createEmulator("notion", { clock: time });
      const { state } = emulator;
      const at = state.addPage("Base");
      for (const { tab, fields, rows } of tables) {
        const linked = (name = ""): string => (name === "" ? "" : state.source(name).id);
        const [key, ...others] = fields;
        const withAt = others.map((field, index) => ({ field, at: index + 1 }));
        state.add(
          {
            name: tab,
            properties: {
              [key!.name]: { title: {} },
              ...Object.fromEntries(
                withAt.map(({ field, at: column }) => [
                  field.name,
                  configOf(
                    field,
                    rows.map((row) => row[column]),
                    linked(field.table),
                  ),
                ]),
              ),
            },
            rows: rows.map((row) => ({
              [key!.name]: title(typeof row[0] === "string" ? row[0] : ""),
              ...defined(
                withAt.map(({ field, at: column }) => [
                  field.name,
                  valueOf(field.kind, row[column] ?? null, (text) => state.pageNamed(text)!),
                ]),
              ),
            })),
            computed: rows.map((row) =>
              defined(withAt.map(({ field, at: column }) => [field.name, outcomeOf(row[column] ?? null)])),
            ),
          },
          at,
        );
      }
      return openAdapter({ at, env: { MINGA_NOTION_TOKEN: TOKEN }, fetch: emulator.fetch });
    },
  },
  { describe, test, equal },
);
