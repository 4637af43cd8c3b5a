import { describe, expect, test } from "vitest";
import { type BaseSeed, createEmulator, virtualClock } from "../src/index.ts";

const PEOPLE = {
  name: "Personas",
  fields: [
    { name: "Id", type: "singleLineText" },
    { name: "Temas", type: "multipleSelects", options: { choices: [{ name: "Clima" }] } },
    { name: "Desde", type: "date", options: { dateFormat: { name: "iso" } } },
  ],
};

function base(seed: BaseSeed, limits = false) {
  const clock = virtualClock("2026-01-01T00:00:00Z");
  const emulator = createEmulator("airtable", { clock, limits });
  const id = emulator.state.add(seed);
  const ask = (method: string, url: string, body?: object): Readonly<Record<string, unknown>> => {
    const request = {
      method,
      url,
      headers: { authorization: "Bearer t" },
      body: body === undefined ? "" : JSON.stringify(body),
    };
    const reply = emulator.handle(request).settle();
    if (reply === "reset") throw new Error("no fault was asked for");
    return { status: reply.status, ...(JSON.parse(reply.body) as Readonly<Record<string, unknown>>) };
  };
  const upsert = (records: readonly object[], fieldsToMergeOn = ["Id"], more: object = {}) =>
    ask("PATCH", `/v0/${id}/Personas`, { records, performUpsert: { fieldsToMergeOn }, ...more });
  const list = (query = "") => ask("GET", `/v0/${id}/Personas${query}`);
  const fields = () => emulator.state.records("Personas").map((record) => record.fields);
  return { clock, emulator, id, ask, upsert, list, fields };
}

describe("upsert", () => {
  test("creates what is not there, changes what is, and says which; again it creates nothing", () => {
    const { emulator, upsert, fields } = base({ tables: [{ ...PEOPLE, records: [{ Id: "p1" }] }] });
    const records = [{ fields: { Id: "p1", Temas: ["Clima"] } }, { fields: { Id: "p2" } }];
    const first = upsert(records);
    const [one, two] = emulator.state.records("Personas").map(({ id }) => id);
    expect(first).toMatchObject({ status: 200, createdRecords: [two], updatedRecords: [one] });
    expect(upsert(records)).toMatchObject({ createdRecords: [], updatedRecords: [one, two] });
    expect(fields()).toEqual([{ Id: "p1", Temas: ["Clima"] }, { Id: "p2" }]);
  });

  test("several matches, a key that is missing or a bad value change nothing", () => {
    const { upsert, fields } = base({ tables: [{ ...PEOPLE, records: [{ Id: "p1" }, { Id: "p1" }] }] });
    const good = { fields: { Id: "p9" } };
    expect(upsert([good, { fields: { Id: "p1" } }])["status"]).toBe(422);
    expect(upsert([good, { fields: { Temas: ["Clima"] } }])["status"]).toBe(422);
    expect(upsert([good, { fields: { Id: "p2", Temas: ["Nuevo"] } }])["status"]).toBe(422);
    expect(upsert([good], ["Id", "Temas", "Desde", "Id"])["status"]).toBe(422);
    expect(fields()).toEqual([{ Id: "p1" }, { Id: "p1" }]);
  });

  test("typecast invents options and reads texts", () => {
    const { emulator, upsert, fields } = base({ tables: [PEOPLE] });
    upsert([{ fields: { Id: "p1", Temas: "Clima, Nuevo", Desde: "2025-03-08" } }], ["Id"], { typecast: true });
    expect(fields()).toEqual([{ Id: "p1", Temas: ["Clima", "Nuevo"], Desde: "2025-03-08" }]);
    expect(emulator.state.fields("Personas")[1]?.options).toMatchObject({
      choices: [{ name: "Clima" }, { name: "Nuevo" }],
    });
  });

  test.each(["2025-02-31", "08/03/2025", "ayer"])("a day like %s is refused", (day) => {
    expect(base({ tables: [PEOPLE] }).upsert([{ fields: { Id: "p1", Desde: day } }])).toMatchObject({
      status: 422,
      error: { type: "INVALID_VALUE_FOR_COLUMN" },
    });
  });
});

describe("the schema", () => {
  test("a link makes its field on the other side, and links show on both until a record goes", () => {
    const { emulator, id, ask } = base({ tables: [PEOPLE] });
    const tables = ask("GET", `/v0/meta/bases/${id}/tables`)["tables"] as readonly { readonly id: string }[];
    const made = ask("POST", `/v0/meta/bases/${id}/tables`, {
      name: "Grupos",
      fields: [
        { name: "Nombre", type: "singleLineText" },
        { name: "Integrantes", type: "multipleRecordLinks", options: { linkedTableId: tables[0]?.id } },
      ],
    });
    expect(made).toMatchObject({ status: 200, fields: [{ name: "Nombre" }, { type: "multipleRecordLinks" }] });
    expect(emulator.state.fields("Personas").at(-1)).toMatchObject({ name: "Grupos", type: "multipleRecordLinks" });
    let person = "";
    emulator.asUser((user) => {
      person = user.create("Personas", { Id: "p1" });
    });
    const group = ask("POST", `/v0/${id}/Grupos`, { fields: { Nombre: "Ñuñoa", Integrantes: [person] } });
    expect(emulator.state.records("Personas")[0]?.fields).toEqual({ Id: "p1", Grupos: [group["id"]] });
    expect(ask("GET", `/v0/${id}/Grupos?cellFormat=string&timeZone=UTC&userLocale=es`)).toMatchObject({
      records: [{ fields: { Integrantes: "p1" } }],
    });
    emulator.asUser((user) => user.delete("Personas", person));
    expect(emulator.state.records("Grupos")[0]?.fields).toEqual({ Nombre: "Ñuñoa" });
  });

  test("fields need their options, names are not given twice, computed fields are not created", () => {
    const { emulator, id, ask } = base({ tables: [PEOPLE] });
    const url = `/v0/meta/bases/${id}/tables/${emulator.state.table("Personas").id}/fields`;
    const type = (field: object) => (ask("POST", url, field)["error"] as { readonly type?: string } | undefined)?.type;
    expect(type({ name: "Edad", type: "number" })).toBe("INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE");
    expect(type({ name: "id", type: "singleLineText" })).toBe("DUPLICATE_OR_EMPTY_FIELD_NAME");
    expect(type({ name: "F", type: "formula", options: { formula: "1" } })).toBe("UNSUPPORTED_FIELD_TYPE_FOR_CREATE");
    expect(type({ name: "Edad", type: "number", options: { precision: 0 } })).toBeUndefined();
    expect(emulator.state.fields("Personas").map(({ name }) => name)).toEqual(["Id", "Temas", "Desde", "Edad"]);
  });
});

describe("lists", () => {
  const seed = {
    tables: [
      { ...PEOPLE, records: ["a", "b", "c", "d"].map((id) => ({ Id: id, ...(id < "c" && { Temas: ["Clima"] }) })) },
    ],
  };

  test("what goes while a list is read is left out, what comes is not in it", () => {
    const { emulator, list } = base(seed);
    const first = list("?pageSize=2");
    const gone = emulator.state.records("Personas")[2]?.id ?? "";
    emulator.asUser((user) => {
      user.delete("Personas", gone);
      user.create("Personas", { Id: "e" });
    });
    const offset = String(first["offset"]);
    const rest = list(`?pageSize=2&offset=${offset}`);
    expect(rest["records"]).toMatchObject([{ fields: { Id: "d" } }]);
    expect(rest["offset"]).toBeUndefined();
  });

  test("an iterator that waits too long is gone", () => {
    const { clock, list } = base(seed);
    const offset = String(list("?pageSize=2")["offset"]);
    clock.advance(4 * 60_000);
    expect(list(`?pageSize=1&offset=${offset}`)["status"]).toBe(200);
    clock.advance(6 * 60_000);
    expect(list(`?offset=${offset}`)["status"]).toBe(422);
  });

  test("a view shows what its filter lets through", () => {
    const { emulator, list } = base(seed);
    emulator.state.addView("Personas", "Clima", "{Temas}='Clima'");
    expect(list("?view=Clima&fields%5B%5D=Id")["records"]).toMatchObject([
      { fields: { Id: "a" } },
      { fields: { Id: "b" } },
    ]);
    expect(list("?view=Nada")).toMatchObject({ status: 422, error: { type: "VIEW_NAME_NOT_FOUND" } });
  });

  test.each([
    ['{Id}="a"', ["a"]],
    ["OR({Id}='a', Id = 'd')", ["a", "d"]],
    ["AND({Temas}='Clima', {Id}!='a')", ["b"]],
    ["{Temas}=BLANK()", ["c", "d"]],
    ['LOWER({Id}&"X")="cx"', ["c"]],
    ["NOT(FIND('l', {Temas}))", ["c", "d"]],
    ["1+2*3=7", ["a", "b", "c", "d"]],
  ])("the formula %s", (formula, ids) => {
    const { list } = base(seed);
    const records = list(`?filterByFormula=${encodeURIComponent(formula)}`)["records"] as readonly {
      readonly fields: { readonly Id: string };
    }[];
    expect(records.map(({ fields }) => fields.Id)).toEqual(ids);
  });

  test.each(["{Nada}=1", "{Id}=", "NADA()", '"abc', "(1"])("the formula %s is refused", (formula) => {
    expect(base(seed).list(`?filterByFormula=${encodeURIComponent(formula)}`)).toMatchObject({
      status: 422,
      error: { type: "INVALID_FILTER_BY_FORMULA" },
    });
  });
});

describe("limits", () => {
  test("five requests a second and a base; after a 429 thirty seconds of nothing", () => {
    const { clock, list } = base({ tables: [PEOPLE] }, true);
    expect(Array.from({ length: 6 }, () => list()["status"])).toEqual([200, 200, 200, 200, 200, 429]);
    clock.advance(29_000);
    expect(list()).toMatchObject({ status: 429, errors: [{ error: "RATE_LIMIT_REACHED" }] });
    clock.advance(1_000);
    expect(list()["status"]).toBe(200);
  });

  test("a spent month is another 429, and stays", () => {
    const { clock, emulator, list } = base({ tables: [PEOPLE] });
    emulator.faults.add({ nth: 2, effect: { kind: "spend-quota" } });
    expect(list()["status"]).toBe(200);
    expect(list()).toMatchObject({ status: 429, errors: [{ error: "PUBLIC_API_BILLING_LIMIT_EXCEEDED" }] });
    clock.advance(3_600_000);
    expect(list()["status"]).toBe(429);
  });
});
