import { DIMENSION_NAMES, type Dimension, type ReasonCode, type Unit, UNITS } from "@minga/core";
import * as z from "zod";

// Read by scripts/write-results-schema.ts and by tests; the command itself never loads it.

/** A code that is left out here does not compile. */
const REASONS: Readonly<Record<ReasonCode, true>> = {
  "absent-table": true,
  "absent-column": true,
  "not-kept": true,
  "protects-persons": true,
  "division-by-zero": true,
  "no-rows": true,
  "unreachable-dimension": true,
  retired: true,
  grain: true,
};

/** Periods as `evaluate` names them. */
export const PERIOD = /\d{4}(?:-(?:S[12]|Q[1-4]|0[1-9]|1[0-2]))?|span/;

/** One result, with the periods and the keys of its parts that a command tells. */
export const resultSchemaOf = ({
  period,
  periods,
  parts = [],
}: {
  readonly period: RegExp;
  /** What they mean. */
  readonly periods: string;
  /** Keys of parts beside the dimensions. */
  readonly parts?: readonly string[];
}) => {
  const head = {
    indicator: z.string().min(1).describe("The indicator's id: o1.participants"),
    period: z
      .string()
      .regex(new RegExp(`^(?:${period.source})$`))
      .describe(periods),
    by: z
      .partialRecord(
        z.enum([...DIMENSION_NAMES, ...parts] as unknown as readonly [Dimension, ...Dimension[]]),
        z.string().nullable(),
      )
      .describe("The part, by dimension: {} is the total, null the unknown part"),
    unit: z.enum(UNITS satisfies readonly Unit[]),
    break: z
      .literal(true)
      .optional()
      .describe("The definition changes within the period or on its first day: another series begins"),
    partial: z.literal(true).optional().describe("The period is not over on asOf, or the records begin within it"),
  } as const;
  const value = z
    .strictObject({
      ...head,
      state: z.literal("value"),
      value: z.number().describe("Zero is a true zero"),
      numerator: z.number().optional().describe("For a ratio: what is divided; the denominator is there too"),
      denominator: z.number().optional().describe("For a ratio: what it is divided by"),
    })
    .describe("A number");
  const noValue = z
    .strictObject({
      ...head,
      state: z
        .enum(["missing", "withheld", "not-applicable"])
        .describe(
          "missing: no data to say; withheld: a small count of persons, or a number that leads to one; not-applicable: no sensible answer",
        ),
      reason: z.enum(Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]).describe("A stable code"),
      detail: z
        .array(z.string())
        .describe("What the reason is about: tables, columns (people.birthdate), dimensions, a day"),
    })
    .describe("No number, and why");
  return z.discriminatedUnion("state", [value, noValue]);
};

/** One result of `evaluate`. */
export const resultSchema = resultSchemaOf({
  period: PERIOD,
  periods: "2025, 2025-S1, 2025-Q1, 2025-03, or span: the whole strategy",
});

/** The contract of `minga evaluate --format json`. */
export const resultsSchema = z
  .strictObject({
    asOf: z.iso.date().describe("The last day that counts"),
    results: z.array(resultSchema).describe("By indicator, then period, then part: the total first"),
  })
  .describe("The results of `minga evaluate --format json`");

/** The same as a JSON Schema (draft 2020-12). */
export const resultsJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(resultsSchema),
  title: "minga evaluate --format json",
});
