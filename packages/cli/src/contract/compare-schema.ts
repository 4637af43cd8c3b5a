import { TABLE_NAMES, type TableName } from "@minga/core";
import * as z from "zod";
import { type Outcome, OUTCOMES } from "../texts/compare.ts";

// Read by scripts/docs/files.mjs and by tests; the command itself never loads it.

const table = z.enum(TABLE_NAMES as readonly [TableName, ...TableName[]]);
const count = z.number().int().min(0);
const cell = z.string().describe("File, tab and row, as spreadsheets number it: personas.csv 3");
const contents = z
  .string()
  .nullable()
  .optional()
  .describe("Null is empty; left out where it is personal and the output is shared (--shared)");

const counts = z.strictObject({
  table,
  by: z
    .enum(["key", "contents"])
    .describe("Whether rows were told by the table's key; without one, by all that stands in them"),
  unchanged: count,
  added: count,
  changed: count,
  gone: count,
  doubled: count.describe("Rows of the later copy with a key that an earlier row of it has"),
});

const difference = z.strictObject({
  table,
  outcome: z.enum(Object.keys(OUTCOMES) as [Outcome, ...Outcome[]]),
  before: cell.optional().describe("The row in the earlier copy; left out of rows that are new or doubled"),
  after: cell.optional().describe("The row in the later copy; left out of rows that are gone"),
  fields: z
    .array(
      z.strictObject({
        field: z.string().describe("Canonical name"),
        personal: z.boolean().describe("Whether it is personal data"),
        before: contents,
        after: contents,
      }),
    )
    .describe("Of a row that changed: each field that differs; empty of the others"),
});

/** The contract of `minga compare --format json`. */
export const compareSchema = z
  .strictObject({
    tables: z.array(counts).describe("Every table that either copy has, but places and populations"),
    differences: z.array(difference).describe("Every row that differs, table by table"),
  })
  .describe("Which rows are new, changed or gone between two copies of the data");

/** The same as a JSON Schema (draft 2020-12). */
export const compareJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(compareSchema),
  title: "minga compare --format json",
});
