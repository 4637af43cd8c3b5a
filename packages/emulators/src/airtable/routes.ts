import type { Random } from "../core/random.ts";
import type { Call, Route } from "../core/route.ts";
import { invalidRequest, modelNotFound, notFound, schemaNotFound, unprocessable } from "./errors.ts";
import type { Iterators } from "./list.ts";
import { type Base, type Field, type Table, fieldOf } from "./model.ts";
import { isTrue, listRequestOf } from "./query.ts";
import { type GivenFields, type Writing, accepted, create, existing, MergeIndex, remove, update } from "./records.ts";
import { PLAIN, fieldJson, recordJson, tableJson } from "./render.ts";
import { createField, createTable } from "./schema.ts";
import type { AirtableState } from "./state.ts";

/** `base`: the base whose limit a request counts against. */
export type AirtableRoute = Route<unknown>;

interface RecordInput {
  readonly id?: string;
  readonly fields?: GivenFields;
}

interface WriteBody extends RecordInput {
  readonly records?: readonly RecordInput[];
  readonly typecast?: boolean;
  readonly returnFieldsByFieldId?: boolean;
  readonly performUpsert?: { readonly fieldsToMergeOn?: readonly string[] };
}

export interface RouteTools {
  readonly state: AirtableState;
  readonly random: Random;
  readonly now: () => string;
  readonly iterators: Iterators;
}

export function airtableRoutes(tools: RouteTools): readonly AirtableRoute[] {
  const { state, random, iterators } = tools;
  const table = (wish: "read" | "write", run: (base: Base, found: Table, call: Call) => unknown) => (call: Call) => {
    const base = state.open(call.params["base"] ?? "", wish);
    return run(base, state.openTable(base, call.params["table"] ?? ""), call);
  };
  const schema = (wish: "read" | "write", run: (base: Base, call: Call) => unknown) => (call: Call) => {
    const base = state.open(call.params["base"] ?? "", wish);
    if (!base.hasSchema) throw schemaNotFound();
    return run(base, call);
  };
  const TABLE = "/v0/(?<base>app[^/]+)/(?<table>[^/]+)";
  const META = "/v0/meta/bases/(?<base>[^/]+)/tables";
  const at = (path: string): RegExp => new RegExp(`^${path}$`);
  const route = (method: string, path: string, run: (call: Call) => unknown): AirtableRoute => ({
    method,
    path: at(path),
    run,
  });
  return [
    route("GET", "/v0/meta/whoami", ({ subject }) => ({
      id: `usr${subject.replaceAll(/\W/g, "").padEnd(14, "0").slice(0, 14)}`,
    })),
    route("GET", "/v0/meta/bases", () => ({
      bases: state.bases
        .filter(({ access }) => access !== "none")
        .map(({ id, name, permissionLevel }) => ({ id, name, permissionLevel })),
    })),
    route(
      "GET",
      META,
      schema("read", (base) => ({ tables: base.tables.map(tableJson) })),
    ),
    route(
      "POST",
      META,
      schema("write", (base, { body }) => tableJson(createTable(base, random, bodyOf(body)))),
    ),
    route("PATCH", `${META}/(?<table>[^/]+)`, schema("write", renameTable)),
    route(
      "POST",
      `${META}/(?<table>[^/]+)/fields`,
      schema("write", (base, { params, body }) =>
        fieldJson(createField(base, schemaTable(base, params["table"]), random, bodyOf(body))),
      ),
    ),
    route("PATCH", `${META}/(?<table>[^/]+)/fields/(?<field>[^/]+)`, schema("write", renameField)),
    route(
      "GET",
      TABLE,
      table("read", (base, found, { query }) => iterators.page(base, found, listRequestOf(query))),
    ),
    route(
      "POST",
      `${TABLE}/listRecords`,
      table("read", (base, found, { body }) => iterators.page(base, found, bodyOf(body))),
    ),
    route(
      "POST",
      TABLE,
      table("write", (base, found, { body }) => createRecords(tools, base, found, bodyOf(body))),
    ),
    route(
      "PATCH",
      TABLE,
      table("write", (base, found, { body }) => updateRecords(tools, base, found, bodyOf(body), false)),
    ),
    route(
      "PUT",
      TABLE,
      table("write", (base, found, { body }) => updateRecords(tools, base, found, bodyOf(body), true)),
    ),
    route(
      "DELETE",
      TABLE,
      table("write", (base, found, { query }) => {
        const ids = [...query].filter(([name]) => /^records(?:\[\d*\])?$/.test(name)).map(([, id]) => id);
        assertTen(ids, "deleted");
        const records = ids.map((id) => existing(found, id));
        return { records: records.map(({ id }) => deleted(base, found, id)) };
      }),
    ),
    route(
      "GET",
      `${TABLE}/(?<record>[^/]+)`,
      table("read", (base, found, { params, query }) => {
        const record = found.records.get(params["record"] ?? "");
        if (record === undefined) throw notFound();
        const format = {
          ...PLAIN,
          byId: isTrue(query.get("returnFieldsByFieldId")),
          isText: query.get("cellFormat") === "string",
        };
        return recordJson(base, found, record, format);
      }),
    ),
    route(
      "PATCH",
      `${TABLE}/(?<record>[^/]+)`,
      table("write", (base, found, call) => updateOne(tools, base, found, call, false)),
    ),
    route(
      "PUT",
      `${TABLE}/(?<record>[^/]+)`,
      table("write", (base, found, call) => updateOne(tools, base, found, call, true)),
    ),
    route(
      "DELETE",
      `${TABLE}/(?<record>[^/]+)`,
      table("write", (base, found, { params }) => deleted(base, found, existing(found, params["record"]).id)),
    ),
  ];
}

function bodyOf(body: unknown): object {
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw invalidRequest();
  return body;
}

function schemaTable(base: Base, id = ""): Table {
  const table = base.tables.find((one) => one.id === id);
  if (table === undefined) throw modelNotFound();
  return table;
}

function renameTable(base: Base, { params, body }: Call): unknown {
  const table = schemaTable(base, params["table"]);
  const { name, description } = bodyOf(body) as { readonly name?: string; readonly description?: string };
  if (name !== undefined && base.tables.some((one) => one !== table && one.name === name))
    throw unprocessable("DUPLICATE_TABLE_NAME", "Cannot create more than one table with the same name");
  if (name !== undefined) table.name = name;
  if (description !== undefined) table.description = description;
  return tableJson(table);
}

/** The API changes a field's name and description and nothing else. */
function renameField(base: Base, { params, body }: Call): unknown {
  const table = schemaTable(base, params["table"]);
  const field: Field | undefined = fieldOf(table, params["field"] ?? "");
  if (field === undefined) throw modelNotFound();
  const { name, description } = bodyOf(body) as { readonly name?: string; readonly description?: string };
  if (name !== undefined && table.fields.some((one) => one !== field && one.name.toLowerCase() === name.toLowerCase()))
    throw unprocessable("DUPLICATE_OR_EMPTY_FIELD_NAME", `Field name "${name}" is duplicate or empty`);
  if (name !== undefined) field.name = name;
  if (description !== undefined) field.description = description;
  return fieldJson(field);
}

function deleted(base: Base, table: Table, id: string) {
  remove(base, table, id);
  return { id, deleted: true };
}

function assertTen(records: readonly unknown[], done: string): void {
  if (records.length === 0) throw invalidRequest();
  if (records.length > 10)
    throw unprocessable(
      "INVALID_RECORDS",
      `A maximum of 10 records can be ${done} per request but you have provided ${records.length}.`,
    );
}

const writingOf = ({ random, now }: RouteTools, base: Base, { typecast = false }: WriteBody): Writing => ({
  base,
  random,
  now: now(),
  typecast,
});

function createRecords(tools: RouteTools, base: Base, table: Table, body: WriteBody): unknown {
  const writing = writingOf(tools, base, body);
  const format = { ...PLAIN, byId: body.returnFieldsByFieldId === true };
  const inputs = body.records ?? [body];
  assertTen(inputs, "created");
  const values = inputs.map(({ fields = {} }) => accepted(writing, table, fields));
  const records = values.map((one) => recordJson(base, table, create(writing, table, one), format));
  return body.records === undefined ? records[0] : { records };
}

function updateRecords(tools: RouteTools, base: Base, table: Table, body: WriteBody, replace: boolean): unknown {
  const writing = writingOf(tools, base, body);
  const inputs = body.records ?? [];
  assertTen(inputs, "updated");
  const mergeOn = body.performUpsert?.fieldsToMergeOn;
  if (mergeOn !== undefined && (mergeOn.length < 1 || mergeOn.length > 3)) throw invalidRequest();
  const index = mergeOn && new MergeIndex(table, mergeOn);
  // All is read before anything is written: a request that fails changes nothing.
  const planned = inputs.map(({ id, fields = {} }) => {
    const values = accepted(writing, table, fields);
    if (id === undefined && mergeOn === undefined) throw invalidRequest();
    if (id === undefined) index?.find(values);
    return { values, record: id === undefined ? undefined : existing(table, id) };
  });
  const createdRecords: string[] = [];
  const updatedRecords: string[] = [];
  const written = planned.map(({ values, record }) => {
    const found = record ?? index?.find(values);
    if (found === undefined) {
      const made = create(writing, table, values);
      createdRecords.push(made.id);
      index?.add(made);
      return made;
    }
    update(writing, table, found, values, replace);
    updatedRecords.push(found.id);
    return found;
  });
  const format = { ...PLAIN, byId: body.returnFieldsByFieldId === true };
  const records = written.map((record) => recordJson(base, table, record, format));
  return mergeOn === undefined ? { records } : { records, createdRecords, updatedRecords };
}

function updateOne(tools: RouteTools, base: Base, table: Table, { params, body }: Call, replace: boolean): unknown {
  const json = bodyOf(body) as WriteBody;
  const writing = writingOf(tools, base, json);
  const record = existing(table, params["record"]);
  update(writing, table, record, accepted(writing, table, json.fields ?? {}), replace);
  return recordJson(base, table, record, { ...PLAIN, byId: json.returnFieldsByFieldId === true });
}
