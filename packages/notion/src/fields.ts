import type { FieldInfo, FieldKind, FieldShape } from "@minga/sync";
import type { PropertyJson, SourceJson } from "./json.ts";

/** A field with the service's own type, which says how much it holds. */
export interface NotionField extends FieldInfo {
  readonly type: string;
  /** Of a link: the id of the data source whose rows it names. */
  readonly linked?: string;
}

const KINDS: Readonly<Record<string, FieldKind>> = {
  title: "text",
  rich_text: "text",
  email: "text",
  phone_number: "text",
  url: "text",
  number: "number",
  date: "day",
  checkbox: "boolean",
  select: "choice",
  status: "choice",
  multi_select: "choices",
  relation: "link",
  // What comes of these is told by each value, not by the schema.
  formula: "any",
  rollup: "any",
  unique_id: "any",
  created_time: "any",
  last_edited_time: "any",
};

/** What is not among these is written by nobody but the service. A status has options that the API cannot add to. */
const WRITTEN = new Set(
  "title rich_text email phone_number url number date checkbox select multi_select relation people files".split(" "),
);

/** Whether the value of a property is worked out by the service. */
export const isWorkedOut = ({ type }: Pick<NotionField, "type">): boolean => type !== "status" && !WRITTEN.has(type);

/** The properties in the order of the table: the title first, by which links show its rows. */
const propertiesOf = ({ properties }: SourceJson): readonly PropertyJson[] =>
  Object.values(properties).toSorted((a, b) => Number(b.type === "title") - Number(a.type === "title"));

/** The fields of a data source. Only of a linked data source that the integration may see, links are more than ids. */
export const fieldsOf = (source: SourceJson, nameOf: (source: string) => string | undefined): readonly NotionField[] =>
  propertiesOf(source).map((property): NotionField => {
    const { id, name, type } = property;
    const linked = property.relation?.data_source_id;
    const table = linked === undefined ? undefined : nameOf(linked);
    const options = type === "status" ? property.status : type === "select" ? property.select : property.multi_select;
    return {
      id,
      name,
      type,
      kind: KINDS[type] ?? "other",
      computed: !WRITTEN.has(type) || (type === "relation" && table === undefined),
      ...(options === undefined ? {} : { options: options.options.map((option) => option.name) }),
      ...(linked === undefined ? {} : { linked }),
      ...(table === undefined ? {} : { table }),
    };
  });

/** Options in one field that the service takes in a schema. */
export const MOST_OPTIONS = 100;
const LONGEST_OPTION = 100;

/** Whether the service takes a text as an option: it tells options apart by commas. */
export const isOption = (text: string): boolean => !text.includes(",") && text.length <= LONGEST_OPTION;

/** What a kind becomes here: a field of no kind is a text, and so is a choice among what cannot be options. */
export const kindOf = (field: FieldShape): FieldShape => {
  const { kind, options = [] } = field;
  const isText =
    kind === "any" || kind === "other" || ((kind === "choice" || kind === "choices") && !options.every(isOption));
  return isText ? { name: field.name, kind: "text" } : field;
};

/** A new property as the service takes it. */
export const propertyOf = ({ kind, options = [] }: FieldShape, linked: string | undefined): object => {
  const first = options.slice(0, MOST_OPTIONS).map((name) => ({ name }));
  switch (kind) {
    case "number":
      return { number: { format: "number" } };
    case "day":
      return { date: {} };
    case "boolean":
      return { checkbox: {} };
    case "choice":
      return { select: { options: first } };
    case "choices":
      return { multi_select: { options: first } };
    case "link":
      return { relation: { data_source_id: linked, type: "single_property", single_property: {} } };
    case "any":
    case "text":
    case "other":
      return { rich_text: {} };
  }
};
