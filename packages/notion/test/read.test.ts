import { RawDay, RawError } from "@minga/ingest";
import { Stream } from "effect";
import { describe, expect, test } from "vitest";
import { pageWith, people, title, withRoll } from "./base.ts";

describe("reading a page", () => {
  test("every type of property is a value, or the text that a person reads", async () => {
    const written: Readonly<Record<string, readonly [config: object, value: unknown]>> = {
      rich_text: [{}, [{ text: { content: "una " } }, { text: { content: "nota" }, annotations: { bold: true } }]],
      email: [{}, "ana@example.org"],
      phone_number: [{}, "+56 9 1234 5678"],
      url: [{}, "https://example.org"],
      number: [{}, 4.5],
      checkbox: [{}, true],
      select: [{}, { name: "Socia" }],
      multi_select: [{}, [{ name: "b" }, { name: "a" }]],
      date: [{}, { start: "2025-03-31" }],
      people: [{}, [{ id: "00000000-0000-4000-8000-0000000000a0" }]],
      files: [{}, [{ name: "a.pdf", external: { url: "https://example.org/a.pdf" } }, { name: "b.png" }]],
    };
    const outcomes: Readonly<Record<string, object>> = {
      number: { type: "number", number: 3 },
      string: { type: "string", string: "x" },
      none: { type: "string", string: null },
      boolean: { type: "boolean", boolean: false },
      date: { type: "date", date: { start: "2025-03-31", end: null } },
      list: {
        type: "array",
        array: [
          { type: "number", number: 1 },
          { type: "select", select: { name: "b" } },
        ],
      },
      one: { type: "array", array: [{ type: "number", number: 7 }] },
      empty: { type: "array", array: [] },
      bad: {
        type: "array",
        array: [
          { type: "number", number: 1 },
          { type: "formula", formula: { type: "error" } },
        ],
      },
      failed: { type: "unsupported", unsupported: {} },
    };
    const page = pageWith([
      {
        name: "Todo",
        properties: {
          ...Object.fromEntries(Object.entries(written).map(([type, [config]]) => [type, { [type]: config }])),
          Id: { title: {} },
          Estado: { status: {} },
          Número: { unique_id: { prefix: "P" } },
          Creada: { created_time: {} },
          Autora: { created_by: {} },
          ...Object.fromEntries(Object.keys(outcomes).map((name) => [`= ${name}`, { formula: { expression: "1" } }])),
        },
        rows: [
          {
            Id: title("a"),
            ...Object.fromEntries(Object.entries(written).map(([type, [, value]]) => [type, { [type]: value }])),
          },
        ],
        computed: [Object.fromEntries(Object.entries(outcomes).map(([name, value]) => [`= ${name}`, value]))],
      },
    ]);
    const [info] = await page.tablesOf();
    const fields = info!.kind === "table" ? info!.fields : [];
    const [row] = await page.rowsOf("Todo");
    expect(fields[0]).toMatchObject({ name: "Id", kind: "text", computed: false });
    expect(Object.fromEntries(fields.map(({ name }, at) => [name, row![at]]))).toEqual({
      Id: "a",
      rich_text: "una nota",
      email: "ana@example.org",
      phone_number: "+56 9 1234 5678",
      url: "https://example.org",
      number: 4.5,
      checkbox: true,
      select: "Socia",
      multi_select: "b; a",
      date: new RawDay(20_178),
      people: "Ana Pérez",
      files: "a.pdf; b.png",
      Estado: "Not started",
      Número: "P-1",
      Creada: "2026-03-01T12:00:00.000Z",
      Autora: "Minga",
      "= number": 3,
      "= string": "x",
      "= none": "",
      "= boolean": false,
      "= date": new RawDay(20_178),
      "= list": "1; b",
      "= one": 7,
      "= empty": "",
      "= bad": new RawError("#ERROR!"),
      "= failed": new RawError("#UNSUPPORTED!"),
    });
    const readOnly = fields.filter(({ computed }) => computed).map(({ name }) => name);
    expect(readOnly).toEqual([
      "Estado",
      "Número",
      "Creada",
      "Autora",
      ...Object.keys(outcomes).map((name) => `= ${name}`),
    ]);
  });

  test("a date with a time stays an instant, and several days are written as ISO 8601 has them", async () => {
    const dates = [
      { start: "2025-03-31T22:30:00-03:00" },
      { start: "2025-01-21", end: "2025-01-23" },
      { start: "2025-01-21T10:00:00Z", end: "2025-01-21T12:00:00Z" },
    ];
    const page = pageWith([
      people(0, {
        properties: { Cuándo: { date: {} } },
        rows: dates.map((date) => ({ Id: title("a"), Cuándo: { date } })),
      }),
    ]);
    expect((await page.rowsOf("Personas")).map(([, when]) => when)).toEqual([
      "2025-03-31T22:30:00.000-03:00",
      "2025-01-21/2025-01-23",
      "2025-01-21T10:00:00.000+00:00/2025-01-21T12:00:00.000+00:00",
    ]);
  });

  test("the place, its tables and the names of linked rows are asked for once, pages a hundred rows at a time", async () => {
    const page = withRoll(201, 2);
    const infos = await page.tablesOf();
    for (const info of [...infos, infos[1]!]) await page.time.run(Stream.runDrain(page.adapter.read(info)));
    const query = "POST /v1/data_sources/ID/query";
    expect(page.asked()).toEqual([
      "GET /v1/blocks/ID",
      "GET /v1/blocks/ID/children?page_size=100",
      ...Array.from({ length: 2 }, () => "GET /v1/databases/ID"),
      ...Array.from({ length: 2 }, () => "GET /v1/data_sources/ID"),
      ...Array.from({ length: 3 }, () => query),
      ...Array.from({ length: 3 }, () => `${query}?filter_properties=title`),
      query,
      query,
    ]);
  });

  test("links beyond the twenty-five that come with a row are read at their own address", async () => {
    const page = withRoll(130, 130);
    const [row] = await page.rowsOf("Asistencia");
    expect(String(row![1]).split("; ")).toEqual(Array.from({ length: 130 }, (_, index) => `p${index}`));
    expect(page.asked().filter((line) => line.includes("/properties/")).length).toEqual(2);
  });

  test("where a page of rows takes the service too long, a smaller one is asked for", async () => {
    const page = pageWith([people(150)]);
    const isLarge = ({ body }: { readonly body: string }): boolean => body.includes('"page_size":100');
    page.emulator.faults.add({ on: { where: isLarge }, times: 99, effect: { kind: "answer", status: 504 } });
    expect((await page.rowsOf("Personas")).length).toEqual(150);
  });

  test("a text with more mentions than come with a row is read whole, and not written from a part", async () => {
    const page = pageWith([people(1, { properties: { Nota: { rich_text: {} } } })]);
    const mention = { type: "mention", mention: { type: "page", page: { id: page.at } }, plain_text: "Ana " };
    page.emulator.asUser((user) =>
      user.edit(page.emulator.state.pageNamed("p0")!, {
        Nota: { rich_text: Array.from({ length: 30 }, () => mention) },
      }),
    );
    expect((await page.rowsOf("Personas"))[0]![1]).toEqual("Ana ".repeat(30));
    const [row] = (await page.time.run(page.target.load({ name: "Personas" })))!.rows;
    expect(row!.partial).toEqual([1]);
  });

  test("rows in the trash are no rows, and what links them is left as an id", async () => {
    const page = withRoll(3, 2);
    const gone = page.emulator.state.pageNamed("p1")!;
    page.emulator.asUser((user) => user.trash(gone));
    expect((await page.rowsOf("Personas")).map(([id]) => id)).toEqual(["p0", "p2"]);
    expect(await page.rowsOf("Asistencia")).toEqual([["a1", `p0; ${gone}`]]);
  });

  test("a list whose cursor is refused is gone on with, and no row is lost or doubled", async () => {
    const page = pageWith([people(350)]);
    const on = { url: "/query" };
    page.emulator.faults.add({ on, nth: 2, effect: { kind: "expire-cursors" } });
    const added = (): void => page.emulator.asUser((user) => user.create("Personas", { Id: title("nueva") }));
    page.emulator.faults.add({ on, nth: 4, effect: { kind: "act", when: "before", act: added } });
    const ids = (await page.rowsOf("Personas")).map(([id]) => id);
    expect(ids.slice(0, 350)).toEqual(Array.from({ length: 350 }, (_, index) => `p${index}`));
    expect(new Set(ids).size).toEqual(ids.length);
  });

  test("a list that never comes whole is said, and is no table", async () => {
    const page = pageWith([people(350)]);
    const [info] = await page.tablesOf();
    page.emulator.faults.add({ on: { url: "/query" }, times: 99, effect: { kind: "expire-cursors" } });
    const { reason, isRetryable } = await page.failure(Stream.runDrain(page.adapter.read(info!)));
    expect([reason, isRetryable]).toEqual(["unfinished", false]);
    expect((await page.time.run(page.target.load({ name: "Personas" })))!.isComplete).toEqual(false);
  });
});

describe("more rows than a query gives", () => {
  /** So many rows a minute. */
  const spread = async (perMinute: readonly number[], limit: number) => {
    const page = pageWith([people(0)]);
    page.emulator.state.queryLimit = limit;
    for (const [minute, count] of perMinute.entries()) {
      for (let index = 0; index < count; index++) {
        page.emulator.asUser((user) => user.create("Personas", { Id: title(`p${minute}.${index}`) }));
      }
      page.time.shift(60_000);
    }
    return page;
  };

  test("they are read on from the last one's minute, and each once", async () => {
    const page = await spread([3, 5, 4, 6, 2], 7);
    const ids = (await page.rowsOf("Personas")).map(([id]) => id);
    expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
    expect(ids[0]).toEqual("p0.0");
    expect((await page.time.run(page.target.load({ name: "Personas" })))!).toMatchObject({
      isComplete: true,
      rows: { length: 20 },
    });
  });

  test("more than that in one minute cannot be had: nothing is read or written from a part", async () => {
    const page = await spread([3, 9, 4], 7);
    const [info] = await page.tablesOf();
    expect((await page.failure(Stream.runDrain(page.adapter.read(info!)))).reason).toEqual("unfinished");
    expect((await page.time.run(page.target.load({ name: "Personas" })))!.isComplete).toEqual(false);
  });
});
