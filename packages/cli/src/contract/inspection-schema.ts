import { TABLE_NAMES, type TableName } from "@minga/core";
import { mappingFields } from "@minga/ingest/schema";
import * as z from "zod";
import { text } from "./receipt-schema.ts";

// Read by scripts/docs/files.mjs and by tests; the command itself never loads it.

const table = z.enum(TABLE_NAMES as readonly [TableName, ...TableName[]]);
const confidence = z.number().min(0).max(1).describe("From `sure` on it is taken without asking");
const evidence = z
  .array(z.strictObject({ kind: z.string(), text }))
  .describe("Why; it never quotes cells with personal data");
const field = z.strictObject({ field: z.string().describe("Canonical name"), confidence, evidence });
const mapping = z.strictObject(mappingFields).describe("As an entry of `sources` in minga.yaml has it");
const letter = z.string().describe("The column's letter");

const column = z.strictObject({
  letter,
  header: z.string(),
  best: field.nullable().describe("Null where it is no field of the table"),
  others: z.array(field),
  values: z
    .array(z.strictObject({ text: z.string(), value: z.string(), confidence, rows: z.number().int() }))
    .describe("Of a field with a list of values: what is written, and what it stands for"),
  parts: z
    .array(letter)
    .describe("Of a field that several columns hold together: their letters in order; empty of any other column"),
  dates: z.enum(["dmy", "mdy", "both", "untold"]).nullable(),
  numbers: z.enum(["es", "en", "untold"]).nullable(),
});

const proposal = z.strictObject({
  range: z.string().describe("With its header: A4:H120"),
  headerRow: z.number().int(),
  rows: z.number().int().describe("Rows of data among those looked at"),
  title: z.string().nullable(),
  totals: z.array(z.number().int()).describe("Rows that add up others"),
  notes: z.array(z.number().int()),
  table: z.strictObject({ table, confidence, evidence }).nullable(),
  otherTables: z.array(z.strictObject({ table, confidence })),
  layout: z.enum(["long", "grid", "joined", "embedded", "tabs"]),
  columns: z.array(column),
  mapping,
  alsoMappings: z.array(mapping).describe("Further tables that the same rows make"),
  doubts: z
    .array(
      z.strictObject({
        kind: z.enum(["table", "column", "value", "dates", "numbers"]),
        letter: letter.nullable(),
        text,
      }),
    )
    .describe("What is not sure enough to be taken without asking"),
});

/** The contract of `minga inspect --json`. */
export const inspectionSchema = z
  .strictObject({
    sure: z.number().describe("From this confidence on a proposal is taken without asking"),
    doubts: z.number().int().describe("How many doubts there are, headers that are gone among them"),
    sheets: z.array(
      z.strictObject({
        file: z.string().describe("Relative to minga.yaml"),
        tab: z.string().nullable(),
        hidden: z.boolean(),
        whole: z.boolean().describe("Whether all of its rows were looked at; ranges end with the last one that was"),
        decided: z.boolean().describe("minga.yaml says what it is already"),
        notData: text.nullable().describe("Why it is no data"),
        tables: z.array(proposal),
        changes: z
          .array(
            z.strictObject({
              path: z.array(z.union([z.string(), z.number()])).describe("Where minga.yaml names it"),
              field: z.string().nullable(),
              was: z.string(),
              now: z.strictObject({ header: z.string(), letter }).nullable(),
            }),
          )
          .describe("Headers that minga.yaml names and the sheet does not have any more"),
      }),
    ),
    closed: z
      .array(z.strictObject({ file: z.string(), code: z.string().describe("See docs/problems.md"), text }))
      .describe("Files that cannot be looked into"),
    ignored: z.array(z.string()).describe("Files that are no tables by their kind"),
  })
  .describe("What a section's files seem to be");

/** The same as a JSON Schema (draft 2020-12). */
export const inspectionJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(inspectionSchema),
  title: "minga inspect --json",
});
