import type { FieldInfo, FieldKind, ToolError } from "@minga/sync";
import { Effect } from "effect";
import type { Client } from "./client.ts";

/** A field as the service describes it. */
export interface FieldJson {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly options?: {
    readonly choices?: readonly { readonly name: string }[];
    readonly linkedTableId?: string;
    /** Of what is computed: what comes of it. */
    readonly result?: { readonly type?: string } | null;
  };
}

/** A table as the service describes it. */
export interface TableJson {
  readonly id: string;
  readonly name: string;
  /** The field by which other tables' links show its rows. */
  readonly primaryFieldId: string;
  readonly fields: readonly FieldJson[];
}

/** The tables of the base with their fields, in one request. */
export const schemaOf = (client: Client): Effect.Effect<readonly TableJson[], ToolError> =>
  Effect.map(
    client.ask<{ readonly tables: readonly TableJson[] }>({
      kind: "read",
      method: "GET",
      path: `meta/bases/${client.base}/tables`,
    }),
    ({ tables }) => tables,
  );

const KINDS: Readonly<Record<string, FieldKind>> = {
  singleLineText: "text",
  multilineText: "text",
  richText: "text",
  email: "text",
  url: "text",
  phoneNumber: "text",
  number: "number",
  currency: "number",
  percent: "number",
  rating: "number",
  duration: "number",
  autoNumber: "number",
  count: "number",
  date: "day",
  checkbox: "boolean",
  singleSelect: "choice",
  multipleSelects: "choices",
  multipleRecordLinks: "link",
};

const COMPUTED = new Set(
  (
    "formula rollup count lookup multipleLookupValues autoNumber createdTime lastModifiedTime createdBy lastModifiedBy " +
    "button aiText externalSyncSource"
  ).split(" "),
);

/** Whether the service fills a field by itself. */
export const isComputed = ({ type }: FieldJson): boolean => COMPUTED.has(type);

/** What a field holds, or what comes of it where it is computed: a type of the service's. */
export const typeOf = ({ type, options }: FieldJson): string => options?.result?.type ?? type;

/** Whether a field links rows of another table. */
export const isLink = ({ type }: FieldJson): boolean => type === "multipleRecordLinks";

/** A field as the port has it. A duration is shown as a time and kept in seconds: it is read alone. */
export const infoOf = (field: FieldJson, tables: readonly TableJson[]): FieldInfo => {
  const { id, name, type, options } = field;
  const kind = KINDS[typeOf(field)] ?? "other";
  const linked = tables.find((table) => table.id === options?.linkedTableId);
  return {
    id,
    name,
    kind,
    computed: isComputed(field) || type === "duration",
    ...((kind === "choice" || kind === "choices") && options?.choices !== undefined
      ? { options: options.choices.map((choice) => choice.name) }
      : {}),
    ...(isLink(field) && linked !== undefined ? { table: linked.name } : {}),
  };
};
