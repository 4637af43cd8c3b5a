import { DIMENSION_NAMES } from "../records/dimensions.ts";
import { TABLE_NAMES, type TableName } from "../records/tables.ts";
import { FORMULA_NAME, ID } from "../strategy/issues.ts";
import type { Text } from "../text/text.ts";
import * as z from "zod";
import { fileObject } from "./file-object.ts";

/** A text that says something. */
export const words = z.string().min(1);

/** A day that exists, `yyyy-mm-dd`. */
export const day = z.iso.date();

/** A text in every language. */
export const text: z.ZodType<Text> = fileObject({ es: words, en: words });

/** A text of which only some languages change. */
export const textChange = fileObject({ es: z.exactOptional(words), en: z.exactOptional(words) });

/** A formula; what is wrong in it is said when the strategy is compiled. */
export const formula = words.describe("A formula: docs/formula.md");

/** An id, such as `o1.new-activists`. */
export const id = z.string().regex(ID);

/** A name that formulas can use. */
export const formulaName = z.string().regex(FORMULA_NAME);

/** Entries by id. */
export const byId = <Value extends z.core.SomeType>(value: Value) => z.record(id, value);

/** Something for some of the tables, by the table's name. */
export const byTable = <Value extends z.core.SomeType>(value: Value) =>
  fileObject(
    Object.fromEntries(TABLE_NAMES.map((table) => [table, z.exactOptional(value)])) as Record<
      TableName,
      z.ZodExactOptional<Value>
    >,
  );

/** The dimensions, each at most once. */
export const dimensions = z.array(z.enum(DIMENSION_NAMES));

/** The value of an assumption. */
export const assumptionValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);

/** Which geography counts for an indicator. */
export const geography = z.enum(["residence", "group", "activity", "organization"]);

/** A stretch of days. */
export const period = fileObject({ start: day, end: day });
