import type { FaultEffect } from "@minga/emulators";
import { parseDay } from "@minga/core";
import { RawDay } from "@minga/ingest";
import { applyPlan, type FieldShape, noJournal } from "@minga/sync";
import { describe, expect, test } from "vitest";
import { people, title, withRoll } from "./base.ts";
import { begin, bond, id, on, wanted } from "./plans.ts";

const who: FieldShape = { name: "Quiénes", kind: "link", table: "Personas" };

describe("writing to a page", () => {
  test("a row in a request, and the plan knows how many", async () => {
    const { plan, apply, asked, target } = begin(people(101, { properties: { Edad: { number: {} } } }));
    const rows = Array.from({ length: 115 }, (_, index) => [`p${index}`, index < 6 ? index : null]);
    const made = await plan([wanted("Personas", [id, { name: "Edad", kind: "number" }], rows)]);
    expect([made.tables[0]!.creates.length, made.tables[0]!.updates.length]).toEqual([14, 6]);
    asked();
    const before = { ...target.sent };
    await apply(made);
    expect(asked().toSorted()).toEqual(
      [
        "GET /v1/data_sources/ID",
        "POST /v1/data_sources/ID/query",
        "POST /v1/data_sources/ID/query",
        ...Array.from({ length: 14 }, () => "POST /v1/pages"),
        ...Array.from({ length: 6 }, () => "PATCH /v1/pages/ID"),
      ].toSorted(),
    );
    const sent = { reads: target.sent.reads - before.reads, writes: target.sent.writes - before.writes };
    expect(made.requests).toMatchObject(sent);
  });

  test("what is read along is counted too: linked tables, and links that were cut short", async () => {
    const page = withRoll(250, 130);
    const { plan, apply } = on(page);
    const made = await plan([wanted("Asistencia", [id], [["a1"], ["a2"]])]);
    const before = { ...page.target.sent };
    await apply(made);
    // Properties, rows, two for the links, three for the names.
    expect(page.target.sent.reads - before.reads).toEqual(7);
    expect(made.requests).toMatchObject({ reads: 7, writes: 1 });
  });

  test("links that were cut short are compared and written whole", async () => {
    const page = withRoll(80, 60);
    const { plan, apply } = on(page);
    const first = Array.from({ length: 60 }, (_, index) => `p${index}`);
    const same = (await plan([wanted("Asistencia", [id, who], [["a1", first]])])).tables[0]!;
    expect([same.same, same.updates]).toEqual([1, []]);
    const [applied] = await apply(await plan([wanted("Asistencia", [id, who], [["a1", [...first, "p70"]]])]));
    expect([applied!.updated, applied!.disturbed]).toEqual([1, []]);
    const links = page.emulator.state.rows(page.roll)[0]!.values["Quiénes"] as readonly unknown[];
    expect(links.length).toEqual(61);
  });

  test("links of which only a part could be read are not written from", async () => {
    const page = withRoll(80, 60);
    page.emulator.faults.add({ on: { url: "/properties/" }, times: 9, effect: { kind: "answer", status: 404 } });
    const { left } = on(page);
    expect(await left(wanted("Asistencia", [id, who], [["a1", ["p1"]]]))).toEqual([["partial-list", "a1", "Quiénes"]]);
  });

  test("links to rows that are not there, not the only ones of their name, or too many, leave the field as it is", async () => {
    const page = withRoll(120, 1);
    page.emulator.asUser((user) => user.create("Personas", { Id: title("p2") }));
    const { left, put } = on(page);
    const many = Array.from({ length: 101 }, (_, index) => `p${index + 3}`);
    const table = wanted(
      "Asistencia",
      [id, who],
      [
        ["a1", ["p0", "p999"]],
        ["a2", ["p2"]],
        ["a3", many],
      ],
    );
    expect(await left(table)).toEqual([
      ["unknown-row", "a1", "Quiénes"],
      ["unknown-row", "a2", "Quiénes"],
      ["does-not-fit", "a3", "Quiénes"],
    ]);
    await put(table);
    expect(
      page.emulator.state.rows(page.roll).map(({ values }) => (values["Quiénes"] as readonly unknown[]).length),
    ).toEqual([1, 0, 0]);
  });

  test("rows that link others of the same plan are linked", async () => {
    const { put, emulator } = begin();
    const boss: FieldShape = { name: "Dirige", kind: "link", table: "Personas" };
    const [applied] = await put(
      wanted(
        "Personas",
        [id, boss],
        [
          ["p1", ["p2"]],
          ["p2", null],
        ],
      ),
    );
    expect(applied!.disturbed).toEqual([]);
    const [first, second] = emulator.state.rows("Personas");
    expect(first!.values["Dirige"]).toEqual([{ id: second!.id }]);
  });

  test("a long text goes in several stretches and comes back as one; no letter is cut in two", async () => {
    const { put, plan, stored } = begin(people(1, { properties: { Nota: { rich_text: {} } } }));
    const note: FieldShape = { name: "Nota", kind: "text" };
    const long = `${"x".repeat(1999)}${"🦙".repeat(3000)}`;
    await put(wanted("Personas", [id, note], [["p0", long]]));
    const [texts] = stored("Personas", "Nota") as readonly (readonly { readonly plain_text: string }[])[];
    expect(texts!.map((text) => text.plain_text).join("")).toEqual(long);
    expect((await plan([wanted("Personas", [id, note], [["p0", long]])])).tables[0]!.same).toEqual(1);
  });

  test("what the tool would refuse is told, and the rest of the row is written", async () => {
    const { left, put, stored } = begin(
      people(1, {
        properties: {
          Nota: { rich_text: {} },
          Correo: { email: {} },
          Sitio: { url: {} },
          Vínculo: { select: {} },
          Temas: { multi_select: {} },
          Edad: { number: {} },
        },
      }),
    );
    const fields: readonly FieldShape[] = [
      id,
      { name: "Nota", kind: "text" },
      { name: "Correo", kind: "text" },
      { name: "Sitio", kind: "text" },
      bond,
      { name: "Temas", kind: "choices" },
      { name: "Edad", kind: "number" },
    ];
    const table = wanted("Personas", fields, [
      ["p0", "x".repeat(200_001), "x".repeat(201), "x".repeat(2001), "Sí, siempre", ["a", "b, c"], 7],
    ]);
    expect((await left(table)).map(([code, , field]) => [code, field])).toEqual(
      ["Nota", "Correo", "Sitio", "Vínculo", "Temas"].map((field) => ["does-not-fit", field]),
    );
    await put(table);
    expect(stored("Personas", "Edad")).toEqual([7]);
    expect(stored("Personas", "Temas")).toEqual([[]]);
  });

  test("what the tool works out, statuses, and dates with a time or an end are read and not written", async () => {
    const { left, put, stored } = begin({
      name: "Personas",
      properties: {
        Id: { title: {} },
        Estado: { status: {} },
        Suma: { formula: { expression: "1" } },
        Desde: { date: {} },
      },
      rows: [
        { Id: title("p0"), Desde: { date: { start: "2025-03-31T10:00:00Z" } } },
        { Id: title("p1"), Desde: { date: { start: "2025-03-31", end: "2025-04-02" } } },
        { Id: title("p2"), Desde: { date: { start: "2025-03-31" } } },
      ],
    });
    const fields: readonly FieldShape[] = [
      id,
      { name: "Estado", kind: "text" },
      { name: "Suma", kind: "number" },
      { name: "Desde", kind: "day" },
    ];
    const day = new RawDay(parseDay("2026-01-01")!);
    const table = wanted(
      "Personas",
      fields,
      ["p0", "p1", "p2"].map((key) => [key, "Done", 3, day]),
    );
    expect(await left(table)).toEqual([
      ["computed-field", undefined, "Estado"],
      ["computed-field", undefined, "Suma"],
      ["locked-cell", "p0", "Desde"],
      ["locked-cell", "p1", "Desde"],
    ]);
    await put(table);
    expect((stored("Personas", "Desde") as readonly { readonly start: string }[]).map(({ start }) => start)).toEqual([
      "2025-03-31T10:00:00.000+00:00",
      "2025-03-31",
      "2026-01-01",
    ]);
  });

  test("an option that no plan showed is refused, and none comes to be by itself", async () => {
    const { plan, failure, target, emulator } = begin(people(1, { properties: { Vínculo: { select: {} } } }));
    const made = await plan([wanted("Personas", [id, bond], [["p0", "Socia"]])]);
    expect(made.tables[0]!.schema).toEqual([
      { kind: "add-options", table: "Personas", field: "Vínculo", options: ["Socia"] },
    ]);
    const unseen = { ...made, tables: [{ ...made.tables[0]!, schema: [] }] };
    expect((await failure(applyPlan(unseen, target, { journal: noJournal }))).reason).toEqual("refused");
    expect(emulator.state.properties("Personas").find(({ name }) => name === "Vínculo")!.options).toEqual([]);
  });

  test("a row that is gone for good, or in the trash, is told", async () => {
    const { plan, apply, emulator } = begin(people(2, { properties: { Edad: { number: {} } } }));
    const table = wanted(
      "Personas",
      [id, { name: "Edad", kind: "number" }],
      [
        ["p0", 1],
        ["p1", 2],
      ],
    );
    const made = await plan([table]);
    const state = emulator.state;
    const gone = { where: ({ method }: { readonly method: string }) => method === "PATCH" };
    const [first, second] = ["p0", "p1"].map((key) => state.pageNamed(key)!);
    const act = () => emulator.asUser((user) => (user.purge(first!), user.trash(second!)));
    emulator.faults.add({ on: gone, effect: { kind: "act", when: "before", act } });
    const [applied] = await apply(made);
    expect(applied!.stale.map(({ key, reason }) => [key, reason])).toEqual([
      ["p0", "gone"],
      ["p1", "gone"],
    ]);
  });
});

describe("a row whose making was not heard of", () => {
  const rows = Array.from({ length: 8 }, (_, index) => [`p${index}`]);
  const making = async (effect: FaultEffect) => {
    const { put, emulator } = begin(people(0));
    emulator.faults.add({ on: { method: "POST", url: /pages$/ }, nth: 2, times: 3, effect });
    await put(wanted("Personas", [id], rows));
    const ids = emulator.state.rows("Personas").map(({ values }) => JSON.stringify(values["Id"]));
    return [ids.length, new Set(ids).size, emulator.log.filter(({ url }) => url.endsWith("/pages")).length];
  };

  test("is made once, whether it landed or not", async () => {
    expect(await making({ kind: "answer", status: 504, landed: true })).toEqual([8, 8, 8]);
    expect((await making({ kind: "answer", status: 504 })).slice(0, 2)).toEqual([8, 8]);
    expect((await making({ kind: "reset", when: "after" })).slice(0, 2)).toEqual([8, 8]);
  });

  test("is made once even if it lands a moment after it was given up", async () => {
    expect(await making({ kind: "slow", milliseconds: 65_000, lands: "late" })).toEqual([8, 8, 8]);
  });
});
