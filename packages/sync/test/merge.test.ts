import { parseDay } from "@minga/core";
import { RawDay } from "@minga/ingest";
import { describe, expect, test } from "vitest";
import {
  type Both,
  type FieldInfo,
  type FieldValues,
  type MergedTable,
  mergeTable,
  type PairOptions,
  pairTables,
  type Side,
  type StoredTable,
  type StoredValue,
} from "../src/index.ts";

type Column = string | Partial<FieldInfo>;

const table = (columns: readonly Column[], rows: readonly (readonly StoredValue[])[]): StoredTable => ({
  id: "t",
  name: "Personas",
  fields: columns.map((column, at) => ({
    id: String(at),
    kind: "text",
    computed: false,
    name: "",
    ...(typeof column === "string" ? { name: column } : column),
  })),
  rows: rows.map((values, at) => ({ at: String(at + 2), values })),
  isComplete: true,
});

const COLUMNS = ["Id", "Nombre", "Ciudad"];
const day = (text: string): RawDay => new RawDay(parseDay(text)!);

const paired = (first: StoredTable, second: StoredTable, options: PairOptions = {}) =>
  pairTables({ first, second }, options);

const merged = (
  first: StoredTable,
  second: StoredTable,
  agreed: ReadonlyMap<string, FieldValues> = new Map(),
  prefer?: Side,
): MergedTable => {
  const pair = paired(first, second, { agreed });
  if ("code" in pair) throw new Error(pair.code);
  return mergeTable(pair, agreed, prefer);
};

const rowsOf = ({ wanted }: MergedTable): Both<readonly (readonly StoredValue[])[]> => ({
  first: wanted.first.rows.map(({ values }) => values),
  second: wanted.second.rows.map(({ values }) => values),
});

const ANA: FieldValues = { id: "p1", nombre: "Ana", ciudad: "Temuco" };

describe("a field of a row that both have", () => {
  const at = (a: string | null, b: string | null, agreed?: FieldValues, prefer?: Side) => {
    const base = agreed === undefined ? new Map<string, FieldValues>() : new Map([["p1", agreed]]);
    const result = merged(table(COLUMNS, [["p1", "Ana", a]]), table(COLUMNS, [["p1", "Ana", b]]), base, prefer);
    const [rowA, rowB] = [rowsOf(result).first[0]!, rowsOf(result).second[0]!];
    return {
      stands: [rowA[2], rowB[2]],
      conflicts: result.conflicts.map(({ code }) => code),
      agree: result.agree.get("p1"),
    };
  };

  test("that changed on one side goes to the other", () => {
    expect(at("Talca", "Temuco", ANA)).toEqual({
      stands: ["Talca", "Talca"],
      conflicts: [],
      agree: { id: "p1", nombre: "Ana" },
    });
    expect(at("Temuco", null, ANA).stands).toEqual([null, null]);
  });

  test("that changed alike on both is agreed", () => {
    expect(at("Talca", "Talca", ANA)).toEqual({
      stands: ["Talca", "Talca"],
      conflicts: [],
      agree: { id: "p1", nombre: "Ana", ciudad: "Talca" },
    });
  });

  test("that changed differently is a conflict and stands as it is, until somebody says whose stands", () => {
    expect(at("Talca", "Osorno", ANA)).toMatchObject({ stands: ["Talca", "Osorno"], conflicts: ["both-changed"] });
    expect(at("Talca", "Osorno", ANA, "second")).toMatchObject({ stands: ["Osorno", "Osorno"], conflicts: [] });
    expect(at("Talca", "Osorno", ANA, "first")).toMatchObject({ stands: ["Talca", "Talca"], conflicts: [] });
  });

  test("of which nothing is known is a conflict where it differs, whatever differs", () => {
    expect(at("Talca", null)).toMatchObject({ stands: ["Talca", null], conflicts: ["never-agreed"] });
    expect(at("Talca", "Talca").conflicts).toEqual([]);
  });
});

describe("a row that one side alone has", () => {
  const one = table(COLUMNS, [["p1", "Ana", "Temuco"]]);
  const none = table(COLUMNS, []);

  test("is made on the other where nothing is known of it", () => {
    const result = merged(one, none);
    expect(rowsOf(result).second).toEqual([["p1", "Ana", "Temuco"]]);
    expect(result.intended.second.get("p1")).toEqual(ANA);
    expect(result.deleted).toEqual([]);
  });

  test("that was agreed on was deleted: it is neither deleted nor made again, and that is told", () => {
    const result = merged(one, none, new Map([["p1", ANA]]));
    expect(rowsOf(result)).toEqual({ first: [["p1", "Ana", "Temuco"]], second: [] });
    expect([result.deleted, result.conflicts]).toEqual([[{ key: "p1", side: "second" }], []]);
  });

  test("that changed since is a conflict", () => {
    const changed = table(COLUMNS, [["p1", "Ana", "Talca"]]);
    const base = new Map([["p1", ANA]]);
    expect(merged(changed, none, base).conflicts.map(({ code }) => code)).toEqual(["deleted-and-changed"]);
    expect(rowsOf(merged(changed, none, base, "first")).second).toEqual([["p1", "Ana", "Talca"]]);
    expect(merged(changed, none, base, "second")).toMatchObject({
      conflicts: [],
      deleted: [{ key: "p1", side: "second" }],
    });
  });

  test("that neither has any more is dropped", () => {
    expect(merged(none, none, new Map([["p1", ANA]])).gone).toEqual(["p1"]);
  });
});

describe("values of different tools", () => {
  test("a box without a tick is an empty cell, a list is its texts, a number is its figures", () => {
    const tool = table(
      [
        "Id",
        { name: "Activa", kind: "boolean" },
        { name: "Temas", kind: "choices" },
        { name: "Horas", kind: "number" },
      ],
      [["p1", false, ["agua", "aire"], 3]],
    );
    const sheet = table(["Id", "Activa", "Temas", "Horas"], [["p1", null, "aire; agua", "3"]]);
    expect(merged(tool, sheet).conflicts).toEqual([]);
    expect(merged(sheet, tool).conflicts).toEqual([]);
  });

  test("days are days however a column writes them, and are written as it writes them", () => {
    const tool = table(
      ["Id", { name: "Alta", kind: "day" }],
      [
        ["p1", day("2025-03-31")],
        ["p2", day("2025-02-01")],
        ["p3", day("2026-12-05")],
      ],
    );
    const dashes = table(
      ["Id", "Alta"],
      [
        ["p1", "31-03-2025"],
        ["p2", "01-02-2025"],
      ],
    );
    const result = merged(tool, dashes);
    expect(result.conflicts).toEqual([]);
    expect(rowsOf(result).second[2]).toEqual(["p3", "05-12-2026"]);
    const slashes = table(
      ["Id", "Alta"],
      [
        ["p1", "31/3/2025"],
        ["p2", "1/2/2025"],
      ],
    );
    expect(merged(tool, slashes).conflicts).toEqual([]);
    // Nothing shows which comes first, so that these are texts and no days.
    const unclear = table(
      ["Id", "Alta"],
      [
        ["p1", "1/2/2025"],
        ["p2", "1/2/2025"],
      ],
    );
    expect(merged(tool, unclear).conflicts.map(({ key }) => key)).toEqual(["p1", "p2"]);
  });
});

describe("which tables and rows are held against each other", () => {
  test("columns by their names without accents and case; those of one side alone are left", () => {
    const pair = paired(table(["Id", "Región", "Notas"], []), table(["id", "REGION", "Otra"], []));
    expect(pair).toMatchObject({ alone: { first: ["Notas"], second: ["Otra"] } });
    expect("fields" in pair && pair.fields.map(({ name }) => name)).toEqual(["id", "region"]);
  });

  test("rows without a key and with a key that stands twice are left and told", () => {
    const first = table(COLUMNS, [
      ["p1", "Ana", null],
      ["p1", "Ana B", null],
      [null, "sin", null],
      ["p2", "Luis", null],
    ]);
    const second = table(COLUMNS, [["p1", "Eva", null]]);
    const pair = paired(first, second, { key: "Id" });
    if ("code" in pair) throw new Error(pair.code);
    const result = mergeTable(pair, new Map());
    expect(rowsOf(result)).toEqual({ first: [["p2", "Luis", null]], second: [["p2", "Luis", null]] });
    expect([result.repeated.first, result.withoutKey]).toEqual([["p1"], { first: 1, second: 0 }]);
  });

  test("a first field that stands in several rows alike is no key unless somebody says so, or it served before", () => {
    const twice = table(COLUMNS, [
      ["p1", "Ana", null],
      ["p1", "Luis", null],
    ]);
    const once = table(COLUMNS, [["p1", "Ana", null]]);
    expect(paired(twice, once)).toEqual({ code: "repeated-key", detail: "Id" });
    expect(paired(twice, once, { key: "Cédula" })).toEqual({ code: "no-key", detail: "Cédula" });
    expect(paired(table(["Nombre", "Id"], []), table(["Id", "Nombre"], []))).toEqual({ code: "no-key" });
    expect("fields" in paired(twice, once, { agreed: new Map([["p1", ANA]]) })).toBe(true);
  });

  test("minga's own key goes before the first field", () => {
    const columns = ["Persona", "Actividad", "Clave minga"];
    const rows = [
      ["p1", "a1", "p1 · a1"],
      ["p1", "a2", "p1 · a2"],
    ];
    const pair = paired(table(columns, rows), table(columns, rows));
    expect("key" in pair && pair.key.name).toBe("clave minga");
  });

  test("a field that both had and one lacks, two of one name and a cut table are refused", () => {
    const agreed = new Map([["p1", ANA]]);
    const renamed = table(["Id", "Nombre", "Comuna"], [["p1", "Ana", "Temuco"]]);
    expect(paired(table(COLUMNS, []), renamed, { agreed })).toEqual({ code: "fields-missing", detail: "ciudad" });
    expect("fields" in paired(table(COLUMNS, []), renamed, { agreed, allowMissing: true })).toBe(true);
    // Gone from both: somebody took it away on purpose.
    expect("fields" in paired(renamed, renamed, { agreed })).toBe(true);
    const alike = table(["Id", "Nombre", "nombre"], []);
    expect(paired(alike, table(COLUMNS, []))).toEqual({ code: "fields-alike", detail: "nombre" });
    expect(paired({ ...table(COLUMNS, []), isComplete: false }, table(COLUMNS, []))).toEqual({
      code: "incomplete-read",
    });
  });

  test("nothing is written from a list that the tool cut short", () => {
    const cut: StoredTable = {
      ...table(["Id", "Temas"], []),
      rows: [{ at: "1", values: ["p1", ["a"]], partial: [1] }],
    };
    const result = merged(
      cut,
      table(["Id", "Temas"], [["p1", "a; b"]]),
      new Map([["p1", { id: "p1", temas: ["a", "b"] }]]),
    );
    expect([rowsOf(result).second, result.conflicts]).toEqual([[["p1", "a; b"]], []]);
  });
});
