import Airtable from "airtable";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmulatorOf, type RunningServer, startEmulator } from "../src/index.ts";

// The official client against the server: it must not be able to tell.

let server: EmulatorOf<"airtable"> & RunningServer;
beforeAll(async () => {
  server = await startEmulator("airtable", { limits: false });
});
afterAll(() => server.close());

const clientFor = (base: string) =>
  new Airtable({ apiKey: "pat.test", endpointUrl: server.url, noRetryIfRateLimited: true }).base(base);

const FIELDS = [
  { name: "Id", type: "singleLineText" },
  { name: "Edad", type: "number", options: { precision: 0 } },
  { name: "Activa", type: "checkbox", options: { icon: "check", color: "greenBright" } },
  { name: "Región", type: "singleSelect", options: { choices: [{ name: "Ñuble" }] } },
  { name: "Clave", type: "formula" },
];

const baseOf = (records: readonly Readonly<Record<string, unknown>>[]): string =>
  server.state.add({ tables: [{ name: "Personas", fields: FIELDS, records }] });

const fieldsOf = (base: string) => server.state.records("Personas", base).map(({ fields }) => fields);

describe("the official client", () => {
  test("creates, reads back without empty fields, changes, replaces and deletes", async () => {
    const base = baseOf([]);
    const table = clientFor(base)("Personas");
    const made = await table.create([
      { fields: { Id: "p1", Edad: 30, Activa: true, Región: "Ñuble" } },
      { fields: { Id: "p2", Activa: false } },
    ]);
    expect(made.map(({ fields }) => fields)).toEqual([
      { Id: "p1", Edad: 30, Activa: true, Región: "Ñuble" },
      { Id: "p2" },
    ]);
    const [first = "", second = ""] = made.map(({ id }) => id);
    await table.update([{ id: first, fields: { Edad: 31 } }]);
    await table.replace([{ id: second, fields: { Edad: 9 } }]);
    expect(fieldsOf(base)).toEqual([{ Id: "p1", Edad: 31, Activa: true, Región: "Ñuble" }, { Edad: 9 }]);
    expect((await table.find(first)).get("Edad")).toBe(31);
    await table.destroy([first, second]);
    expect(fieldsOf(base)).toEqual([]);
  });

  test("pages through 250 records, a hundred at a time, in order", async () => {
    const base = baseOf(Array.from({ length: 250 }, (_, index) => ({ Id: `p${index}`, Edad: index % 7 })));
    const before = server.log.length;
    const all = await clientFor(base)("Personas")
      .select({ sort: [{ field: "Edad", direction: "desc" }], fields: ["Id", "Edad"] })
      .all();
    expect(all).toHaveLength(250);
    expect(new Set(all.map((record) => record.get("Id"))).size).toBe(250);
    const ages = all.map((record) => Number(record.get("Edad")));
    expect(ages).toEqual(ages.toSorted((a, b) => b - a));
    expect(server.log.length - before).toBe(3);
  });

  test("an offset that is void is a 422 in the middle of a list", async () => {
    const base = baseOf(Array.from({ length: 150 }, (_, index) => ({ Id: `p${index}` })));
    server.faults.add({ on: { method: "GET" }, nth: 2, effect: { kind: "expire-cursors" } });
    const asked = clientFor(base)("Personas").select().all();
    await expect(asked).rejects.toMatchObject({ statusCode: 422, error: "LIST_RECORDS_ITERATOR_NOT_AVAILABLE" });
  });

  test("a formula that is longer than an address goes as a POST", async () => {
    const base = baseOf(Array.from({ length: 30 }, (_, index) => ({ Id: `p${index}` })));
    const long = Array.from({ length: 1200 }, (_, index) => `{Id}="p${index * 10}"`).join(",");
    const found = await clientFor(base)("Personas")
      .select({ filterByFormula: `OR(${long})` })
      .all();
    expect(found.map((record) => record.get("Id"))).toEqual(["p0", "p10", "p20"]);
    expect(server.log.at(-1)).toMatchObject({ method: "POST", url: expect.stringContaining("listRecords") as string });
  });

  test("refuses what the service refuses, each in its shape", async () => {
    const base = baseOf([{ Id: "p1" }]);
    const table = clientFor(base)("Personas");
    const create = (fields: Record<string, string | number>) => table.create([{ fields }]);
    await expect(create({ Región: "Otra" })).rejects.toMatchObject({
      statusCode: 422,
      error: "INVALID_MULTIPLE_CHOICE_OPTIONS",
    });
    await expect(create({ Edad: "treinta" })).rejects.toMatchObject({ error: "INVALID_VALUE_FOR_COLUMN" });
    await expect(create({ Clave: "x" })).rejects.toMatchObject({ error: "INVALID_VALUE_FOR_COLUMN" });
    await expect(create({ Nada: "x" })).rejects.toMatchObject({ error: "UNKNOWN_FIELD_NAME" });
    await expect(table.create(Array.from({ length: 11 }, () => ({ fields: { Id: "x" } })))).rejects.toMatchObject({
      error: "INVALID_RECORDS",
    });
    await expect(table.update([{ id: "rec00000000000000", fields: {} }])).rejects.toMatchObject({
      error: "ROW_DOES_NOT_EXIST",
    });
    await expect(table.find("rec00000000000000")).rejects.toMatchObject({ statusCode: 404, error: "NOT_FOUND" });
    await expect(clientFor(base)("Otra").select().all()).rejects.toMatchObject({ statusCode: 404 });
    await expect(clientFor("app00000000000000")("Personas").select().all()).rejects.toMatchObject({ statusCode: 404 });
    expect(fieldsOf(base)).toEqual([{ Id: "p1" }]);
    server.state.share("read", base);
    await expect(create({ Id: "p2" })).rejects.toMatchObject({ statusCode: 403 });
    server.state.share("none", base);
    await expect(table.select().all()).rejects.toMatchObject({ statusCode: 403 });
    server.faults.add({ effect: { kind: "answer", status: 429 } });
    await expect(table.select().all()).rejects.toMatchObject({ statusCode: 429 });
  });
});
