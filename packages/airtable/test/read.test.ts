import { createEmulator, type TableSeed } from "@minga/emulators";
import { RawDay, RawError } from "@minga/ingest";
import type { FieldShape, SheetInfo } from "@minga/sync";
import { describeTables, type SeedTable } from "@minga/testing";
import { Stream } from "effect";
import { describe, expect, test } from "vitest";
import { openAdapter } from "../src/index.ts";
import { baseWith, text, TOKEN } from "./base.ts";

function equal(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

const TYPES: Readonly<Record<string, string>> = {
  text: "multilineText",
  number: "number",
  day: "date",
  choice: "singleSelect",
  choices: "multipleSelects",
  link: "multipleRecordLinks",
};

const fieldOf = (field: FieldShape, cells: readonly unknown[]): TableSeed["fields"][number] => {
  const isFormula = cells.some(
    (cell) => typeof cell === "object" && cell !== null && ("formula" in cell || "error" in cell),
  );
  const type = TYPES[field.kind]!;
  const options = {
    precision: 8,
    dateFormat: { name: "iso" },
    choices: (field.options ?? []).map((name) => ({ name })),
    linkedTableId: field.table,
  };
  return isFormula
    ? { name: field.name, type: "formula", options: { result: { type } } }
    : { name: field.name, type, ...(type === "multilineText" ? {} : { options }) };
};

const valueOf = (cell: SeedTable["rows"][number][number]): unknown =>
  typeof cell !== "object" || cell === null || Array.isArray(cell)
    ? cell
    : "day" in cell
      ? cell.day
      : "value" in cell
        ? cell.value
        : cell;

const seedOf = ({ tab, fields, rows }: SeedTable): TableSeed => ({
  name: tab,
  fields: fields.map((field, at) =>
    fieldOf(
      field,
      rows.map((row) => row[at]),
    ),
  ),
  records: rows.map((row) => Object.fromEntries(fields.map(({ name }, at) => [name, valueOf(row[at] ?? null)]))),
});

describeTables(
  {
    name: "airtable",
    open: (tables, time) => {
      const emulator = createEmulator("airtable", { clock: time });
      const at = emulator.state.add({ tables: tables.map(seedOf) });
      return openAdapter({ at, env: { MINGA_AIRTABLE_TOKEN: TOKEN }, fetch: emulator.fetch });
    },
  },
  { describe, test, equal },
);

const people = (count: number): TableSeed => ({
  name: "Personas",
  fields: [text("Id"), { name: "Activa", type: "checkbox", options: { icon: "check", color: "greenBright" } }],
  records: Array.from({ length: count }, (_, index) => ({ Id: `p${index}`, ...(index === 0 ? { Activa: true } : {}) })),
});

const roll: TableSeed = {
  name: "Asistencia",
  fields: [text("Id"), { name: "Quiénes", type: "multipleRecordLinks", options: { linkedTableId: "Personas" } }],
  records: [{ Id: "a1", Quiénes: ["p0", "p2"] }],
};

type Base = ReturnType<typeof baseWith>;

const tablesOf = ({ time, adapter }: Base): Promise<readonly SheetInfo[]> => time.run(adapter.describe);

const rowsOf = async (base: Base, tab: string): Promise<readonly (readonly unknown[])[]> => {
  const info = (await tablesOf(base)).find((each) => each.tab === tab)!;
  const batches = await base.time.run(Stream.runCollect(base.adapter.read(info)));
  return batches.flatMap(({ rows, columns }) => rows.map((_, index) => columns.map((column) => column[index])));
};

describe("reading a base", () => {
  test("every kind of field is a value, or the text that a person reads", async () => {
    const fields: readonly (readonly [name: string, type: string, value: unknown, options?: object])[] = [
      ["email", "email", "ana@example.org"],
      ["percent", "percent", 0.5, { precision: 0 }],
      ["rating", "rating", 4, { max: 5, icon: "star", color: "yellowBright" }],
      ["duration", "duration", 4980, { durationFormat: "h:mm" }],
      ["date", "date", "2025-03-31", { dateFormat: { name: "iso" } }],
      [
        "dateTime",
        "dateTime",
        "2025-04-01T02:30:00.000Z",
        { dateFormat: { name: "iso" }, timeFormat: { name: "24hour" }, timeZone: "utc" },
      ],
      ["files", "multipleAttachments", [{ url: "https://example.org/a.pdf" }, { url: "x", filename: "b.png" }]],
      ["person", "singleCollaborator", { id: "usr1", email: "ana@example.org", name: "Ana" }],
      ["barcode", "barcode", { text: "A234" }],
      ["lookup", "multipleLookupValues", [497_699]],
      ["lookups", "multipleLookupValues", ["a", 2]],
      ["lookupDay", "multipleLookupValues", ["2025-03-31"], { result: { type: "date" } }],
      ["rollup", "rollup", { specialValue: "NaN" }],
      ["formula", "formula", { error: "#ERROR!" }],
      ["list", "formula", ["a", { error: "#ERROR!" }]],
      ["number", "autoNumber", 7],
    ];
    const base = baseWith([
      {
        name: "Todo",
        fields: [text("Id"), ...fields.map(([name, type, , options]) => ({ name, type, ...(options && { options }) }))],
        records: [{ Id: "a", ...Object.fromEntries(fields.map(([name, , value]) => [name, value])) }],
      },
    ]);
    const [info] = await tablesOf(base);
    const names = info!.kind === "table" ? info!.fields.map(({ name }) => name) : [];
    const [row] = await rowsOf(base, "Todo");
    expect(Object.fromEntries(names.map((name, at) => [name, row![at]]))).toEqual({
      Id: "a",
      email: "ana@example.org",
      percent: 0.5,
      rating: 4,
      duration: 4980,
      date: new RawDay(20_178),
      dateTime: "2025-04-01T02:30:00.000Z",
      files: "a.pdf; b.png",
      person: "Ana",
      barcode: "A234",
      lookup: 497_699,
      lookups: "a; 2",
      lookupDay: new RawDay(20_178),
      rollup: new RawError("NaN"),
      formula: new RawError("#ERROR!"),
      list: new RawError("#ERROR!"),
      number: 7,
    });
    expect(info!.kind === "table" && info!.fields.filter(({ computed }) => computed).map(({ name }) => name)).toEqual([
      "duration",
      "lookup",
      "lookups",
      "lookupDay",
      "rollup",
      "formula",
      "list",
      "number",
    ]);
  });

  test("fields that an answer leaves out are empty, and a box without a tick is not ticked", async () => {
    const base = baseWith([{ ...people(2), records: [{ Id: "p0", Activa: true }, {}] }]);
    expect(await rowsOf(base, "Personas")).toEqual([
      ["p0", true],
      ["", false],
    ]);
  });

  test("the schema and the names of linked rows are asked for once, pages a hundred rows at a time", async () => {
    const base = baseWith([people(201), roll]);
    const infos = await tablesOf(base);
    for (const info of [...infos, infos[1]!]) await base.time.run(Stream.runDrain(base.adapter.read(info)));
    const page = "?pageSize=100&returnFieldsByFieldId=true";
    const names = `${page}&fields[]=fld`;
    expect(base.asked()).toEqual([
      "GET /v0/meta/bases/app/tables",
      "GET /v0/meta/bases",
      `GET /v0/app/tbl${names}`,
      `GET /v0/app/tbl${page}`,
      `GET /v0/app/tbl${page}&offset=itr/rec`,
      `GET /v0/app/tbl${page}&offset=itr/rec`,
      `GET /v0/app/tbl${names}`,
      `GET /v0/app/tbl${names}&offset=itr/rec`,
      `GET /v0/app/tbl${names}&offset=itr/rec`,
      `GET /v0/app/tbl${page}`,
      `GET /v0/app/tbl${page}`,
    ]);
  });

  test("linked rows are shown by their primary field, on both sides", async () => {
    const base = baseWith([people(3), roll]);
    expect(await rowsOf(base, "Asistencia")).toEqual([["a1", "p0; p2"]]);
    expect((await rowsOf(base, "Personas")).map((row) => row[2])).toEqual(["a1", "", "a1"]);
  });

  test("no view is used, so that none hides a row", async () => {
    const base = baseWith([people(3)]);
    base.emulator.state.addView("Personas", "Grid view", "{Id} = 'p0'");
    expect((await rowsOf(base, "Personas")).length).toEqual(3);
    expect(base.asked().join(" ")).not.toContain("view");
  });

  test("a list whose cursor runs out is begun again, and no row is lost or doubled", async () => {
    const base = baseWith([people(350)]);
    const on = { url: "offset=" };
    base.emulator.faults.add({ on, nth: 2, effect: { kind: "expire-cursors" } });
    const added = (): void => base.emulator.asUser((user) => void user.create("Personas", { Id: "nueva" }));
    base.emulator.faults.add({ on, nth: 3, effect: { kind: "act", when: "before", act: added } });
    const ids = (await rowsOf(base, "Personas")).map(([id]) => id);
    expect(new Set(ids).size).toEqual(ids.length);
    expect(ids.slice(0, 350)).toEqual(Array.from({ length: 350 }, (_, index) => `p${index}`));
  });

  test("a list that never comes whole is said, and is no table", async () => {
    const base = baseWith([people(350)]);
    const [info] = await tablesOf(base);
    base.emulator.faults.add({ on: { url: "offset=" }, times: 99, effect: { kind: "expire-cursors" } });
    for (const effect of [Stream.runDrain(base.adapter.read(info!)), base.target.load({ name: "Personas" })]) {
      const { reason, isRetryable } = await base.failure(effect);
      expect([reason, isRetryable]).toEqual(["unfinished", false]);
    }
  });

  test("a base is found by the address that a browser shows", async () => {
    const { at, emulator, time } = baseWith([people(1)]);
    for (const address of [
      `https://airtable.com/${at}`,
      `https://airtable.com/${at}/tblXXXXXXXXXXXXXX/viwXXXXXXXXXXXXXX?blocks=hide`,
      `airtable.com/invite/${at}#x`,
    ]) {
      const adapter = openAdapter({ at: address, env: { MINGA_AIRTABLE_TOKEN: TOKEN }, fetch: emulator.fetch });
      expect((await time.run(adapter.describe)).map(({ source, tab }) => [source, tab])).toEqual([
        ["Base de la sección", "Personas"],
      ]);
    }
  });
});
