import type { DuplicateReason } from "@minga/ingest";
import * as z from "zod";
import { REASONS } from "../texts/duplicates.ts";
import { PERIOD } from "./results-schema.ts";

// Read by scripts/docs/files.mjs and by tests; the command itself never loads it.

const row = z.strictObject({
  cell: z.string().describe("File, tab and row, as spreadsheets number it: personas.csv 3"),
  id: z.string().nullable().optional().describe("Null where the row has none; left out with --shared"),
  name: z.string().nullable().optional().describe("Null where the row has none; left out with --shared"),
});

const pair = z.strictObject({
  score: z.number().min(0).max(1).describe("It orders the list; it is no probability"),
  reasons: z
    .array(z.enum(Object.keys(REASONS) as [DuplicateReason, ...DuplicateReason[]]))
    .describe("What speaks for one person, or (other-...) against it"),
  rows: z.tuple([row, row]),
});

const count = z.number().int().min(0);
const value = z.number().nullable().describe("Null where there is no value");

const changes = z.strictObject({
  people: z
    .strictObject({ before: count, after: count })
    .describe("People who count, without the decisions and with them"),
  indicators: z
    .array(
      z.strictObject({
        indicator: z.string(),
        period: z.string().regex(new RegExp(`^(?:${PERIOD.source})$`)),
        before: value,
        after: value,
      }),
    )
    .describe("The yearly numbers that differ"),
});

/** The contract of `minga duplicates --format json`. */
export const duplicatesSchema = z
  .strictObject({
    pairs: z.array(pair).describe("The likeliest first; what was decided is not among them"),
    changes: changes
      .nullable()
      .describe(
        "What the decisions do, those of --decide or those that the section keeps; null without any, and with --shared",
      ),
  })
  .describe("Rows of people that may be one person");

/** The same as a JSON Schema (draft 2020-12). */
export const duplicatesJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(duplicatesSchema),
  title: "minga duplicates --format json",
});
