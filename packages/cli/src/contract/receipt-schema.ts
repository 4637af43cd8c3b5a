import { type LeftOutCode, TABLE_NAMES, type TableName, DIMENSION_NAMES, type Dimension } from "@minga/core";
import * as z from "zod";
import { resultSchema } from "./results-schema.ts";

// Read by `npm run docs` and by tests; the command itself never loads it.

/** A code that is left out here does not compile. */
export const LEFT_OUT_CODES: Readonly<Record<LeftOutCode, true>> = {
  "no-reference": true,
  "same-person": true,
  "repeated-row": true,
  "conflicting-row": true,
  "repeated-participation": true,
  "not-linked": true,
  "no-date": true,
  "empty-spell": true,
  "not-begun": true,
  over: true,
  "outside-window": true,
  condition: true,
  unknown: true,
  "empty-value": true,
  "unknown-part": true,
  "other-part": true,
};

export const text = z.strictObject({ es: z.string(), en: z.string() }).describe("In both languages");

export const address = z
  .strictObject({
    source: z.string().describe("The file, as the section calls it"),
    tab: z.string().optional().describe("The tab of a workbook"),
    row: z.number().int().optional().describe("As a spreadsheet numbers it"),
    column: z.string().optional().describe("The column's letter"),
  })
  .describe("Where something stands in the section's files");

export const table = z.enum(TABLE_NAMES as readonly [TableName, ...TableName[]]);

export const assumptionValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string()).readonly()]);

const id = z.string().nullable().describe("Null where there is none, or where it is an e-mail address");

const cell = z
  .strictObject({
    address,
    table,
    column: z.string().describe("Canonical name of the column"),
    empty: z.boolean().describe("Nothing was read from it"),
    problems: z
      .array(z.strictObject({ code: z.string().describe("See docs/problems.md"), message: text }))
      .describe("What is wrong with it, without personal data"),
  })
  .describe("A cell that the reason points at");

const linked = z
  .strictObject({
    table,
    numbers: z.array(z.strictObject({ sentence: text, value: z.number().nullable() })),
    rows: z.array(address),
  })
  .describe("The rows behind a row, for a count inside the condition: a recurrent person's participations");

const row = z.strictObject({
  address,
  id: id.describe("The row's own id"),
  person: id.describe("The person whom the row is about"),
  value: z.number().optional().describe("What the row adds to a sum, a median and the like"),
  parts: z
    .array(z.string().nullable())
    .optional()
    .describe("In a comparison of two distributions: the part that the row lies in"),
  cells: z.array(cell).optional(),
  standIn: address.optional().describe("Of a repeated row the one that stands"),
  linked: z.array(linked).optional(),
});

const aggregate = z.strictObject({
  function: z.enum(["count", "distinct", "sum", "min", "max", "average", "median"]),
  table: table.describe("The table whose rows are looked at"),
  counts: table.nullable().describe("The table whose rows are what is counted; null for values that are no rows"),
  by: z.enum(DIMENSION_NAMES as readonly [Dimension, ...Dimension[]]).optional(),
  sentence: text,
  formula: text,
  value: z.number().nullable(),
  rows: z.number().int().describe("All rows of the table: those counted and those left out"),
  counted: z.array(row),
  subjects: z
    .array(z.strictObject({ id, address: address.optional(), rows: z.array(address) }))
    .optional()
    .describe("Of a distinct count: each thing that is counted once, with the rows that count it"),
  leftOut: z
    .array(
      z.strictObject({
        code: z.enum(Object.keys(LEFT_OUT_CODES) as [LeftOutCode, ...LeftOutCode[]]),
        condition: text.optional().describe("For condition and unknown: what did not hold"),
        rows: z.array(row),
      }),
    )
    .describe("In the order in which a row is tested"),
});

/** What a receipt says before its rows. */
export const receiptHead = {
  result: resultSchema,
  label: text,
  definition: z.strictObject({
    version: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .describe("The same where the definition is the same"),
    sentence: text,
    formula: text,
    predicates: z.array(z.strictObject({ name: z.string(), label: text, formula: text })),
  }),
  assumptions: z
    .array(
      z.strictObject({
        name: z.string(),
        label: text,
        value: assumptionValue,
        reason: text,
        source: text,
        since: z.iso.date(),
      }),
    )
    .describe("As they stand in the result's period"),
} as const;

/** The contract of `minga explain --format json`. */
export const receiptSchema = z
  .strictObject({
    asOf: z.iso.date().describe("The last day that counts"),
    ...receiptHead,
    aggregates: z.array(aggregate).describe("In the order of the formula; empty where no row was looked at"),
  })
  .describe("The receipt of a number: for the person who holds the data, since it names ids and rows");

/** The same as a JSON Schema (draft 2020-12). */
export const receiptJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(receiptSchema),
  title: "minga explain --format json",
});
