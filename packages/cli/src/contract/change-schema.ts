import type { MoveReason } from "@minga/core";
import * as z from "zod";
import { address, assumptionValue, LEFT_OUT_CODES, receiptHead, table, text } from "./receipt-schema.ts";

// Read by `npm run docs` and by tests; the command itself never loads it.

type Code = MoveReason["code"];

/** A code that is left out here does not compile. */
const CODES: Readonly<Record<Code, true>> = { ...LEFT_OUT_CODES, absent: true, another: true };

const reason = {
  code: z
    .enum(Object.keys(CODES) as [Code, ...Code[]])
    .describe("absent: it has no row there; another: its row counts for another thing there"),
  condition: text.optional(),
} as const;

const move = z.strictObject({
  ...reason,
  amount: z.number().nullable().describe("What they make of the number; null where the difference is no sum"),
  moved: z.array(
    z.strictObject({
      id: z.string().nullable().describe("Null where there is none, or where it is an e-mail address"),
      address: address.optional(),
      rows: z
        .array(
          z.strictObject({
            address,
            there: z.strictObject(reason).describe("What became of this row on the other side"),
            other: address.optional().describe("The same row on the other side"),
          }),
        )
        .describe("The rows that count it"),
    }),
  ),
});

const aggregate = z
  .strictObject({
    table,
    counts: table.nullable(),
    sentence: text,
    before: z.number().nullable(),
    after: z.number().nullable(),
    isSum: z.boolean().describe("Whether after - before is the sum of the amounts: came - left + changed"),
    came: z.array(move).describe("Counted after and not before, by why they did not count before"),
    left: z.array(move).describe("Counted before and not after, by why they no longer count"),
    changed: z.array(z.strictObject({ before: address, after: address, amount: z.number() })),
  })
  .describe("One aggregate of the formula on both sides");

const changed = <Told extends z.ZodType>(told: Told) =>
  z.array(z.strictObject({ name: z.string(), label: text, before: told.nullable(), after: told.nullable() }));

/** The contract of `minga explain --format json` with --diff, --against or --against-strategy. */
export const changeSchema = z
  .strictObject({
    asOf: z.iso.date().describe("The last day that counts"),
    before: z.strictObject(receiptHead),
    after: z.strictObject(receiptHead),
    difference: z.number().nullable().describe("after - before; null where either has no value"),
    definition: z.strictObject({
      isSame: z.boolean(),
      formula: z.strictObject({ before: text, after: text }).optional(),
      predicates: changed(text),
      assumptions: changed(assumptionValue),
    }),
    aggregates: z.array(aggregate).describe("Empty where the two formulas cannot be laid side by side"),
  })
  .describe("Why one number is not another one");

/** The same as a JSON Schema (draft 2020-12). */
export const changeJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(changeSchema),
  title: "minga explain --format json, of a difference",
});
