import type { TableSeed } from "@minga/emulators";
import {
  type AppliedTable,
  applyPlan,
  type FieldShape,
  makePlan,
  noJournal,
  type Plan,
  type StoredValue,
  type WantedTable,
} from "@minga/sync";
import { describe, expect, test } from "vitest";
import { openAdapter } from "../src/index.ts";
import { baseWith, text, TOKEN } from "./base.ts";

const id: FieldShape = { name: "Id", kind: "text" };

const wanted = (
  name: string,
  fields: readonly FieldShape[],
  rows: readonly (readonly StoredValue[])[],
): WantedTable => ({ name, key: "Id", fields, rows: rows.map((values) => ({ values })) });

const people = (count: number): TableSeed => ({
  name: "Personas",
  fields: [text("Id"), { name: "Vínculo", type: "singleSelect", options: { choices: [{ name: "Socia" }] } }],
  records: Array.from({ length: count }, (_, index) => ({ Id: `p${index}`, Vínculo: "Socia" })),
});

const bond: FieldShape = { name: "Vínculo", kind: "choice" };
const who: FieldShape = { name: "Quiénes", kind: "link", table: "Personas" };

const roll: TableSeed = {
  name: "Asistencia",
  fields: [text("Id"), { name: "Quiénes", type: "multipleRecordLinks", options: { linkedTableId: "Personas" } }],
  records: [{ Id: "a0", Quiénes: ["p0"] }],
};

const begin = (tables: readonly TableSeed[]) => {
  const base = baseWith(tables);
  const { time, target } = base;
  const plan = (all: readonly WantedTable[], mayProvision = false): Promise<Plan> =>
    time.run(makePlan(target, "airtable", all, { mayProvision, allowMany: true }));
  const apply = (made: Plan): Promise<readonly AppliedTable[]> =>
    time.run(applyPlan(made, target, { journal: noJournal }));
  const values = (table: string, field: string) =>
    base.emulator.state.records(table).map(({ fields }) => fields[field]);
  return { ...base, plan, apply, values };
};

describe("writing to a base", () => {
  test("rows that are made and rows that change share requests of ten, and the plan knows how many", async () => {
    const { plan, apply, asked, target } = begin([people(101)]);
    const rows = Array.from({ length: 115 }, (_, index) => [`p${index}`, index < 6 ? null : "Socia"]);
    const made = await plan([wanted("Personas", [id, bond], rows)]);
    expect([made.tables[0]!.creates.length, made.tables[0]!.updates.length]).toEqual([14, 6]);
    asked();
    const before = { ...target.sent };
    await apply(made);
    expect(asked().map((line) => line.split("?")[0])).toEqual([
      "GET /v0/meta/bases/app/tables",
      "GET /v0/app/tbl",
      "GET /v0/app/tbl",
      "PATCH /v0/app/tbl",
      "PATCH /v0/app/tbl",
    ]);
    const sent = { reads: target.sent.reads - before.reads, writes: target.sent.writes - before.writes };
    expect(made.requests).toMatchObject(sent);
  });

  test("what is read along to name links is counted too", async () => {
    const { plan, apply, target } = begin([people(250), roll]);
    const made = await plan([wanted("Asistencia", [id, who], [["a0", ["p1", "p0"]]])]);
    const before = { ...target.sent };
    await apply(made);
    expect(made.requests).toMatchObject({ reads: target.sent.reads - before.reads, writes: 1 });
    expect(made.requests.reads).toEqual(5);
  });

  test("a new option is made when the plan showed it, in the rows that hold it", async () => {
    const { plan, apply, values, emulator } = begin([people(12)]);
    const rows = Array.from({ length: 12 }, (_, index) => [`p${index}`, index === 11 ? "Activista" : "Socia"]);
    const made = await plan([wanted("Personas", [id, bond], rows)]);
    expect(made.tables[0]!.schema).toEqual([
      { kind: "add-options", table: "Personas", field: "Vínculo", options: ["Activista"] },
    ]);
    await apply(made);
    expect(values("Personas", "Vínculo").at(-1)).toEqual("Activista");
    expect(emulator.log.filter(({ body }) => body.includes('"typecast":true')).length).toEqual(1);
    const [again] = (await plan([wanted("Personas", [id, bond], rows)], true)).tables;
    expect([again!.schema, again!.same]).toEqual([[], 12]);
  });

  test("a new option that no plan showed is refused, and no option comes to be by itself", async () => {
    const { plan, time, target, failure, emulator } = begin([people(2)]);
    const made = await plan([wanted("Personas", [id, bond], [["p0", "Activista"]])]);
    const { schema, ...rest } = made.tables[0]!;
    expect(schema.length).toEqual(1);
    const unseen = { ...made, tables: [{ ...rest, schema: [] }] };
    const error = await failure(applyPlan(unseen, target, { journal: noJournal }));
    expect([error.reason, error.detail]).toEqual(["refused", "422 INVALID_MULTIPLE_CHOICE_OPTIONS"]);
    expect((await time.run(target.load({ name: "Personas" })))!.fields[1]!.options).toEqual(["Socia"]);
    expect(emulator.log.some(({ body }) => body.includes('"typecast":true'))).toEqual(false);
  });

  test("a link to a row that is not there, or is not the only one of its name, leaves the field as it is", async () => {
    const { plan, emulator } = begin([people(3), roll]);
    emulator.asUser((user) => void user.create("Personas", { Id: "p2" }));
    const made = await plan([
      wanted(
        "Asistencia",
        [id, who],
        [
          ["a0", ["p0", "p9"]],
          ["a1", ["p2"]],
          ["a2", ["p1"]],
        ],
      ),
    ]);
    expect(made.tables[0]!.leftAlone.map(({ code, key }) => [code, key])).toEqual([
      ["unknown-row", "a0"],
      ["unknown-row", "a1"],
    ]);
    expect(made.tables[0]!.creates).toEqual([
      { key: "a1", values: { Id: "a1" } },
      { key: "a2", values: { Id: "a2", Quiénes: ["p1"] } },
    ]);
  });

  test("rows of one table link each other, those of one request too", async () => {
    const { plan, apply, values, emulator } = begin([]);
    const places = [["cl", null], ["rm", "cl"], ...Array.from({ length: 12 }, (_, index) => [`c${index}`, "rm"])];
    const kept = wanted("Lugares", [id, { name: "En", kind: "link", table: "Lugares" }], places);
    const [applied] = await apply(await plan([kept], true));
    expect([applied!.created, applied!.disturbed]).toEqual([14, []]);
    const [top, middle] = emulator.state.records("Lugares");
    expect(values("Lugares", "En")).toEqual([undefined, [top!.id], ...Array.from({ length: 12 }, () => [middle!.id])]);
    expect((await plan([kept])).tables[0]!.same).toEqual(14);
  });

  test("rows that the same plan makes may be linked, and tables made in any order", async () => {
    const { plan, apply, values, emulator } = begin([]);
    const back: FieldShape = { name: "Primera", kind: "link", table: "Asistencia" };
    const made = await plan(
      [
        wanted("Asistencia", [id, who], []),
        wanted("Visitas", [id, who], [["v0", ["p0"]]]),
        wanted("Personas", [id, back], [["p0", null]]),
      ],
      true,
    );
    expect(made.tables.map(({ table }) => table)).toEqual(["Personas", "Asistencia", "Visitas"]);
    await apply(made);
    expect(values("Visitas", "Quiénes")).toEqual([[emulator.state.records("Personas")[0]!.id]]);
    const fields = emulator.state.fields("Personas").map(({ name }) => name);
    expect(fields.toSorted()).toEqual(["Asistencia", "Id", "Primera", "Visitas"]);
  });

  test("a linked row that is removed after the plan is told, and the rest of the row is written", async () => {
    const { plan, apply, values, emulator } = begin([people(2), roll]);
    const made = await plan([wanted("Asistencia", [id, who], [["a1", ["p1"]]])]);
    emulator.asUser((user) => user.delete("Personas", emulator.state.records("Personas")[1]!.id));
    const [applied] = await apply(made);
    expect(applied!.disturbed).toEqual([{ kind: "edited", table: "Asistencia", key: "a1", fields: ["Quiénes"] }]);
    expect(values("Asistencia", "Id")).toEqual(["a0", "a1"]);
  });

  test("fields that the service fills, and kinds that minga leaves alone, are never written", async () => {
    const { plan, apply, emulator } = begin([
      {
        name: "Personas",
        fields: [text("Id"), { name: "N", type: "autoNumber" }, { name: "Fotos", type: "multipleAttachments" }],
        records: [{ Id: "p0", Fotos: [{ url: "https://example.org/a.png" }] }],
      },
    ]);
    const fields: readonly FieldShape[] = [id, { name: "N", kind: "number" }, { name: "Fotos", kind: "text" }];
    const made = await plan([wanted("Personas", fields, [["p1", 9, "b.png"]])]);
    expect(made.tables[0]!.leftAlone.map(({ code, field }) => [code, field])).toEqual([
      ["computed-field", "N"],
      ["computed-field", "Fotos"],
    ]);
    await apply(made);
    expect(emulator.state.records("Personas")[1]!.fields).toEqual({ Id: "p1", N: 2 });
  });
});

describe("making tables and fields", () => {
  const provision = [
    { kind: "add-table", table: "Personas", fields: [id, bond] },
    { kind: "add-table", table: "Asistencia", fields: [id, who] },
    { kind: "add-field", table: "Personas", field: { name: "Edad", kind: "number" } },
  ] as const;

  test("takes a request for the schema and one for each thing, and again one alone", async () => {
    const { time, target, asked } = begin([]);
    await time.run(target.provision(provision));
    expect(asked()).toEqual([
      "GET /v0/meta/bases/app/tables",
      "POST /v0/meta/bases/app/tables",
      "POST /v0/meta/bases/app/tables",
      "POST /v0/meta/bases/app/tables/tbl/fields",
    ]);
    await time.run(target.provision(provision));
    expect(asked()).toEqual(["GET /v0/meta/bases/app/tables"]);
  });

  test("makes nothing twice when an answer is lost", async () => {
    for (const nth of [1, 2, 3]) {
      const { time, target, emulator } = begin([]);
      emulator.faults.add({ on: { method: "POST" }, nth, effect: { kind: "answer", status: 504, landed: true } });
      await time.run(target.provision(provision));
      expect(emulator.state.base().tables.map(({ name, fields }) => [name, fields.map((field) => field.name)])).toEqual(
        [
          ["Personas", ["Id", "Vínculo", "Asistencia", "Edad"]],
          ["Asistencia", ["Id", "Quiénes"]],
        ],
      );
    }
  });

  test("begins nothing where a table is missing that is to be linked", async () => {
    const { failure, target, asked } = begin([]);
    const error = await failure(target.provision(provision.slice(1)));
    expect([error.reason, error.detail]).toEqual(["no-such-table", "Personas"]);
    expect(asked().length).toEqual(1);
  });

  test("without the permission it is refused", async () => {
    const { failure, target, emulator } = begin([]);
    emulator.state.shareAll("read");
    expect((await failure(target.provision(provision))).reason).toEqual("forbidden");
  });
});

test("a table is found by its id where it was renamed", async () => {
  const { time, target, emulator } = begin([people(1)]);
  const { id: tableId } = (await time.run(target.load({ name: "Personas" })))!;
  emulator.asUser((user) => user.renameTable("Personas", "Gente"));
  expect((await time.run(target.load({ name: "Personas", id: tableId })))!.name).toEqual("Gente");
  expect(await time.run(target.load({ name: "Personas" }))).toEqual(undefined);
});

test("says what may be done, as far as the service tells", async () => {
  const { time, target, emulator, at } = begin([people(1)]);
  const check = { title: "Base de la sección", canRead: true, canWrite: true, tables: ["Personas"] };
  expect(await time.run(target.check)).toEqual(check);
  const level = (permissionLevel: string | undefined) =>
    openAdapter({
      at,
      env: { MINGA_AIRTABLE_TOKEN: TOKEN },
      fetch: async (input, init) => {
        if (!new Request(input).url.endsWith("/meta/bases")) return emulator.fetch(input, init);
        const bases = [{ id: at, name: "Base", permissionLevel }];
        return permissionLevel === undefined
          ? Response.json({ error: { type: "INVALID_PERMISSIONS" } }, { status: 403 })
          : Response.json({ bases });
      },
    }).target!.check;
  expect((await time.run(level("read"))).canWrite).toEqual(false);
  expect((await time.run(level("comment"))).canWrite).toEqual(false);
  expect((await time.run(level("edit"))).canWrite).toEqual(true);
  expect(await time.run(level(undefined))).toMatchObject({ title: "Airtable", canWrite: undefined });
});
