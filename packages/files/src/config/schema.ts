import { fileObject, type JsonSchema, sectionSchema } from "@minga/core/schema";
import { mappingFields } from "@minga/ingest/schema";
import * as z from "zod";

const optional = z.exactOptional;
const words = z.string().min(1);

/** One entry of `sources`. */
const source = fileObject({
  folder: optional(words).describe("A folder of CSV files and workbooks, each file or tab named for its table"),
  file: optional(words).describe("One CSV file or workbook"),
  adapter: optional(words).describe(
    "Instead of a file, a tool: google-sheets, airtable, notion, or the package of another adapter",
  ),
  at: optional(words).describe("With adapter: the place in the tool, its id or its address as a browser shows it"),
  tab: optional(words).describe("A tab of a workbook; without it the entry is about every tab"),
  tabs: optional(
    z.strictObject({
      like: words.describe("The names of the tabs, with * for what differs: Grupo *"),
      field: optional(words).describe("The field, of every row of a tab, that the part for the * is"),
    }),
  ).describe("Several tabs that hold the same table, one for each group or each month"),
  skip: optional(z.union([z.literal(true), z.literal("undecided")])).describe(
    "The file, or the tab, is not read: it holds no data (true), or nobody has said what it holds (undecided)",
  ),
  ...mappingFields,
  separator: optional(z.enum([",", ";", "tab"])).describe("Told by the header line where left out"),
  encoding: optional(z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"])).describe(
    "Told by the bytes where left out",
  ),
});

const fields = {
  $schema: optional(z.string()),
  strategy: optional(words).describe("The id of a known strategy, or the path of a JSON or YAML file"),
  sources: optional(z.array(source).min(1)).describe("Where the records are; by default the folder of this file"),
};

/** The outline of minga.yaml. Its section is read apart, by core's `parseSection`, which knows more of it. */
export const configSchema = fileObject({ ...fields, section: optional(z.unknown()) });

/** What the outline of minga.yaml says. */
export type ConfigOutline = z.output<typeof configSchema>;

/**
 * The JSON Schema of minga.yaml, for editors.
 *
 * @example
 * await writeFile("minga.schema.json", JSON.stringify(configJsonSchema()));
 */
export const configJsonSchema = (): JsonSchema => ({
  ...z.toJSONSchema(fileObject({ ...fields, section: optional(sectionSchema) }), { io: "input" }),
  title: "minga.yaml: a section's strategy, facts and sources",
});
