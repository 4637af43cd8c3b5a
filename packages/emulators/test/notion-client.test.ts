import { APIErrorCode, Client, LogLevel, collectPaginatedAPI } from "@notionhq/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmulatorOf, type NotionTableSeed, type RunningServer, startEmulator } from "../src/index.ts";

// The official client against the server: it must not be able to tell.

let server: EmulatorOf<"notion"> & RunningServer;
beforeAll(async () => {
  server = await startEmulator("notion", { limits: false });
});
afterAll(() => server.close());

const clientFor = (notionVersion = "2025-09-03") =>
  new Client({ auth: "ntn_test", baseUrl: server.url, retry: false, notionVersion, logLevel: LogLevel.ERROR });

const text = (content: string) => [{ text: { content } }];
const PEOPLE: NotionTableSeed = {
  name: "Personas",
  properties: {
    Nombre: { title: {} },
    Edad: { number: {} },
    Activa: { checkbox: {} },
    Desde: { date: {} },
    Región: { select: { options: [{ name: "Ñuble" }] } },
    Temas: { multi_select: {} },
    Estado: { status: {} },
    Clave: { formula: { expression: 'prop("Nombre")' } },
  },
};
const person = (name: string, age?: number) => ({
  Nombre: { title: text(name) },
  ...(age !== undefined && { Edad: { number: age } }),
});
const people = (count: number) =>
  server.state.add({ ...PEOPLE, rows: Array.from({ length: count }, (_, index) => person(`p${index}`, index)) });

describe("the official client", () => {
  test.each(["2025-09-03", "2026-03-11"])("creates, reads, changes and trashes a row (%s)", async (version) => {
    const notion = clientFor(version);
    const { dataSource } = people(0);
    const made = await notion.pages.create({
      parent: { data_source_id: dataSource },
      properties: {
        ...person("Ana", 30),
        Activa: { checkbox: true },
        Desde: { date: { start: "2025-03-08" } },
        Región: { select: { name: "Ñuble" } },
        Temas: { multi_select: [{ name: "Clima" }, { name: "Vivienda" }] },
        Estado: { status: { name: "Done" } },
      },
    });
    const read = await notion.pages.retrieve({ page_id: made.id });
    expect(read).toMatchObject({
      in_trash: false,
      parent: { type: "data_source_id", data_source_id: dataSource },
      properties: {
        Nombre: { type: "title", title: [{ plain_text: "Ana" }] },
        Edad: { number: 30 },
        Activa: { checkbox: true },
        Desde: { date: { start: "2025-03-08", end: null, time_zone: null } },
        Región: { select: { name: "Ñuble" } },
        Temas: { multi_select: [{ name: "Clima" }, { name: "Vivienda" }] },
        Estado: { status: { name: "Done" } },
      },
    });
    expect("archived" in read).toBe(version === "2025-09-03");
    await notion.pages.update({ page_id: made.id, properties: { Edad: { number: null } } });
    expect(server.state.rows(dataSource)[0]?.values).toMatchObject({ Edad: null, Activa: true });
    await notion.pages.update({ page_id: made.id, in_trash: true });
    expect(server.state.rows(dataSource)).toEqual([]);
    const found = await notion.dataSources.query({ data_source_id: dataSource });
    expect(found.results).toEqual([]);
    const again = notion.pages.update({ page_id: made.id, properties: { Edad: { number: 1 } } });
    await expect(again).rejects.toMatchObject({
      status: 400,
      code: "validation_error",
      message: expect.stringContaining("archived") as string,
    });
  });

  test("pages through 250 rows with filter and sorts", async () => {
    const { dataSource } = people(250);
    const before = server.log.length;
    const notion = clientFor();
    const all = await collectPaginatedAPI(notion.dataSources.query, { data_source_id: dataSource });
    expect(new Set(all.map(({ id }) => id)).size).toBe(250);
    expect(server.log.length - before).toBe(3);
    const some = await notion.dataSources.query({
      data_source_id: dataSource,
      filter: {
        and: [
          { property: "Edad", number: { greater_than: 9 } },
          { property: "Nombre", title: { starts_with: "p1" } },
        ],
      },
      sorts: [{ property: "Edad", direction: "descending" }],
      page_size: 2,
    });
    expect(some).toMatchObject({
      has_more: true,
      results: [{ properties: { Edad: { number: 199 } } }, { properties: { Edad: { number: 198 } } }],
    });
    server.faults.add({ effect: { kind: "expire-cursors" } });
    const next = notion.dataSources.query({ data_source_id: dataSource, start_cursor: some.next_cursor ?? "" });
    await expect(next).rejects.toMatchObject({
      code: "validation_error",
      message: expect.stringContaining("start_cursor") as string,
    });
  });

  test("a query stops at its limit and says so", async () => {
    const { dataSource } = people(130);
    server.state.queryLimit = 120;
    const notion = clientFor();
    const first = await notion.dataSources.query({ data_source_id: dataSource });
    expect(first).toMatchObject({ has_more: true });
    expect(first).not.toHaveProperty("request_status");
    const rest = await notion.dataSources.query({ data_source_id: dataSource, start_cursor: first.next_cursor ?? "" });
    expect(rest.results).toHaveLength(20);
    expect(rest).toMatchObject({
      has_more: false,
      next_cursor: null,
      request_status: { type: "incomplete", incomplete_reason: "query_result_limit_reached" },
    });
    server.state.queryLimit = 10_000;
  });

  test("a page tells 25 references, the property's address all of them, on both sides of the relation", async () => {
    const notion = clientFor();
    const { dataSource } = people(60);
    const groups = server.state.add({
      name: "Grupos",
      properties: {
        Nombre: { title: {} },
        Integrantes: { relation: { data_source_id: dataSource, dual_property: {} } },
      },
    });
    const ids = server.state.rows(dataSource).map(({ id }) => ({ id }));
    const group = await notion.pages.create({
      parent: { data_source_id: groups.dataSource },
      properties: { Nombre: { title: text("Ñuñoa") }, Integrantes: { relation: ids } },
    });
    if (!("properties" in group)) throw new Error("a whole page was asked for");
    const property = group.properties["Integrantes"];
    expect(property).toMatchObject({ relation: ids.slice(0, 25), has_more: true });
    const items = await notion.pages.properties.retrieve({
      page_id: group.id,
      property_id: property?.id ?? "",
      page_size: 50,
    });
    expect(items).toMatchObject({ object: "list", has_more: true, results: { length: 50 } });
    const row = server.state.rows(dataSource)[0]?.values;
    expect(row?.["Related to Grupos (Integrantes)"]).toEqual([{ id: group.id }]);
  });

  test("changes a table: adds, renames, takes out; and a database with two tables", async () => {
    const notion = clientFor();
    const { database, dataSource } = people(1);
    const changed = await notion.dataSources.update({
      data_source_id: dataSource,
      properties: { Correo: { email: {} }, Edad: { name: "Años" }, Temas: null },
    });
    expect(Object.keys(changed.properties)).toEqual([
      "Nombre",
      "Años",
      "Activa",
      "Desde",
      "Región",
      "Estado",
      "Clave",
      "Correo",
    ]);
    expect(server.state.rows(dataSource)[0]?.values).toMatchObject({ Años: 0, Correo: null });
    const second = await notion.dataSources.create({
      parent: { database_id: database },
      properties: { Nombre: { title: {} } },
    });
    expect(await notion.databases.retrieve({ database_id: database })).toMatchObject({
      data_sources: [{ id: dataSource }, { id: second.id }],
    });
    const unclear = notion.pages.create({ parent: { database_id: database }, properties: {} });
    await expect(unclear).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("multiple data sources") as string,
    });
  });

  test("refuses what the service refuses", async () => {
    const notion = clientFor();
    const { database, dataSource } = people(1);
    const [row] = server.state.rows(dataSource);
    const put = (properties: object) =>
      notion.pages.update({ page_id: row?.id ?? "", properties: properties as Record<string, never> });
    const refused = (properties: object, message: string) =>
      expect(put(properties)).rejects.toMatchObject({
        code: APIErrorCode.ValidationError,
        message: expect.stringContaining(message) as string,
      });
    await refused({ Nada: { number: 1 } }, "Nada is not a property that exists");
    await refused({ Edad: { checkbox: true } }, "Edad is expected to be number");
    await refused({ Clave: { formula: {} } }, "cannot be updated");
    await refused({ Estado: { status: { name: "Otro" } } }, "does not exist");
    await refused({ Desde: { date: { start: "2025-02-31" } } }, "ISO 8601");
    await refused({ Región: { select: { name: "a,b" } } }, "commas not allowed");
    await refused({ Nombre: { title: text("x".repeat(2001)) } }, "should be ≤ `2000`, instead was `2001`");
    await refused(
      { Temas: { multi_select: Array.from({ length: 101 }, (_, index) => ({ name: `${index}` })) } },
      "should be ≤ `100`",
    );
    await refused({ Edad: { number: 5 }, Nada: { number: 1 } }, "Nada");
    expect(server.state.rows(dataSource)[0]?.values).toMatchObject({ Edad: 0 });
    await expect(notion.databases.retrieve({ database_id: dataSource })).rejects.toMatchObject({
      status: 404,
      code: "object_not_found",
    });
    await expect(notion.dataSources.retrieve({ data_source_id: database })).rejects.toMatchObject({ status: 404 });
    server.state.share("read");
    await expect(put({ Edad: { number: 5 } })).rejects.toMatchObject({ status: 403, code: "restricted_resource" });
    server.state.share("none");
    await expect(notion.dataSources.query({ data_source_id: dataSource })).rejects.toMatchObject({ status: 404 });
    server.state.share("write");
    server.faults.add(
      { effect: { kind: "answer", status: 429, retryAfter: 120 } },
      { nth: 2, effect: { kind: "answer", status: 409 } },
    );
    await expect(put({})).rejects.toMatchObject({ status: 429, code: "rate_limited" });
    await expect(put({})).rejects.toMatchObject({ status: 409, code: "conflict_error" });
  });
});
