import { LADDERS } from "@minga/core";
import * as z from "zod";
import { PERIOD, resultSchemaOf } from "./results-schema.ts";

// Read by scripts/docs/files.mjs and by tests; the commands themselves never load it.

const DAY = /\d{4}-\d{2}-\d{2}/;
const TWO_DAYS = new RegExp(`${DAY.source}\\.\\.${DAY.source}`);

const text = z.strictObject({ es: z.string(), en: z.string() });
const steps = z
  .array(z.strictObject({ id: z.string(), label: text }))
  .describe("The levels, lowest first, or the stages, first to last");
const ladder = z.enum(LADDERS);
const day = z.iso.date();
const leftReasons = z
  .array(z.strictObject({ reason: z.string().nullable(), count: z.number().int() }))
  .describe("Why people left, as it was written, null where it was not: personal data; empty with --shared");

const standing = z
  .strictObject({
    kind: z.literal("standing"),
    ladder,
    at: day.describe("The day, which is the last that counts"),
    steps,
    notes: z
      .array(z.strictObject({ code: z.enum(["nobody-fulfils", "same-people"]), steps: z.array(z.string()) }))
      .describe("What the day shows about the steps: nobody fulfils it, or two are fulfilled by just the same people"),
    leftReasons,
    standstill: z
      .string()
      .nullable()
      .optional()
      .describe("The route alone: the stage where people stand still for longest; null where none can be told"),
    results: z
      .array(resultSchemaOf({ period: DAY, periods: "The day", parts: ["from", "to"] }))
      .describe("By measure (docs/pyramid-and-route.md), then part: the total first"),
  })
  .describe("Where people stand on one day");

const flows = z
  .strictObject({
    kind: z.literal("flows"),
    ladder,
    from: day,
    to: day,
    grace: z
      .strictObject({ from: z.tuple([day, day]), to: z.tuple([day, day]) })
      .describe("The first and last of the days before each date on which a step that was reached is kept"),
    steps,
    leftReasons,
    results: z
      .array(resultSchemaOf({ period: TWO_DAYS, periods: "The two days", parts: ["outcome", "from", "to"] }))
      .describe("By measure (docs/pyramid-and-route.md), then part: the total first"),
  })
  .describe("How people moved between two days");

/** The contract of `minga pyramid` and `minga route` with `--format json`. */
export const ladderSchema = z.discriminatedUnion("kind", [standing, flows]);

const organizations = z
  .strictObject({
    kind: z.literal("organizations"),
    at: day,
    steps,
    goals: z.array(z.strictObject({ id: z.string(), label: text, indicators: z.array(z.string()) })),
    results: z
      .array(
        resultSchemaOf({
          period: new RegExp(`${DAY.source}|${PERIOD.source}`),
          periods: "The day; of the goals' indicators the period",
        }),
      )
      .describe("What stands on the day, then the goals' indicators as evaluate tells them"),
  })
  .describe("The organizations on one day, and what shows the goals of the plan of relations");

const organizationFlows = z
  .strictObject({
    kind: z.literal("organization-flows"),
    from: day,
    to: day,
    steps,
    results: z.array(resultSchemaOf({ period: TWO_DAYS, periods: "The two days", parts: ["outcome"] })),
  })
  .describe("Which organizations and agreements came, stayed and went between two days");

/** The contract of `minga organizations --format json`. */
export const organizationsSchema = z.discriminatedUnion("kind", [organizations, organizationFlows]);

/** The same as JSON Schemas (draft 2020-12). */
export const ladderJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(ladderSchema),
  title: "minga pyramid --format json, minga route --format json",
});

export const organizationsJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(organizationsSchema),
  title: "minga organizations --format json",
});
