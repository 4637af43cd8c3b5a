import * as z from "zod";
import { strategyChangesSchema } from "./changes.ts";
import { sectionSchema } from "./section.ts";
import { strategySchema } from "./strategy.ts";

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schemas of what people write, for editors: a whole strategy, changes to one (`extends`), a section's facts.
 *
 * @example
 * await writeFile("strategy.schema.json", JSON.stringify(jsonSchemas().strategy));
 */
export const jsonSchemas = (): Readonly<Record<"strategy" | "strategyChanges" | "section", JsonSchema>> => ({
  strategy: jsonSchemaOf(strategySchema, "A mobilization strategy"),
  strategyChanges: jsonSchemaOf(strategyChangesSchema, "Changes to a mobilization strategy"),
  section: jsonSchemaOf(sectionSchema, "The facts of a section"),
});

const jsonSchemaOf = (schema: z.ZodType, title: string): JsonSchema => ({
  ...z.toJSONSchema(schema, { io: "input" }),
  title,
});
