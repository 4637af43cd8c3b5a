import { formatAddress, type TableName } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { describe, expect, test } from "vitest";
import { Ingest, RawError, type RawValue, SheetReading, type SourceMapping } from "../src/index.ts";
import { cellsOf, problemsOf } from "./read.ts";

/** Reads one sheet, given as its lines; a blank line is a row that a spreadsheet shows and no file holds. */
const readSheet = (
  lines: readonly (readonly RawValue[])[],
  mappings: readonly SourceMapping[] = [],
  name = "Base.xlsx",
) => {
  const ingest = new Ingest({ section: defaultSection, groupTypes: [] });
  const sheet = new SheetReading(ingest, { source: name }, mappings);
  const held = lines.flatMap((cells, index) => (cells.length === 0 ? [] : [{ row: index + 1, cells }]));
  const width = Math.max(...held.map(({ cells }) => cells.length));
  sheet.push({
    rows: held.map(({ row }) => row),
    columns: Array.from({ length: width }, (_, column) => held.map(({ cells }) => cells[column] ?? "")),
  });
  sheet.end();
  const { dataset, tables } = ingest.finish();
  const cells = (table: TableName, field: string) => cellsOf(dataset, table, field);
  const at = (table: TableName, row: number, field: string) =>
    formatAddress(dataset.tables.get(table)!.address(row, field));
  return { dataset, tables, cells, at, problems: problemsOf(dataset), taken: sheet.taken };
};

describe("the header of a sheet", () => {
  test("may have titles and notes above it; its rows keep their numbers", () => {
    const { cells, at, problems } = readSheet([
      ["Amnistía Internacional Chile"],
      ["Personas activistas, actualizado en marzo"],
      [],
      ["Id", "Nombre", "Correo"],
      ["p1", "Ana", "ana@example.org"],
      ["p2", "Luz", ""],
    ]);
    expect(cells("people", "id")).toEqual(["p1", "p2"]);
    expect(at("people", 1, "name")).toBe("Base.xlsx B6");
    expect(problems).toEqual(["Base.xlsx above-header"]);
  });

  test("may stand further right, under blank columns", () => {
    const { cells, at } = readSheet(
      [
        ["", "", "Id", "Nombre", "Correo"],
        ["", "", "p1", "Ana", "x@example.org"],
      ],
      [],
      "personas.csv",
    );
    expect(cells("people", "name")).toEqual(["Ana"]);
    expect(at("people", 0, "name")).toBe("personas.csv D2");
  });

  test("may have two storeys: where the lower row is blank the upper one stands", () => {
    const { cells } = readSheet(
      [
        ["Id", "Datos personales", "", "Territorio"],
        ["", "Nombre", "Correo", "Región"],
        ["p1", "Ana", "x@example.org", "Ñuble"],
      ],
      [{ table: "people", header: 2 }],
    );
    expect([cells("people", "id"), cells("people", "name")]).toEqual([["p1"], ["Ana"]]);
  });

  test("is where minga.yaml says", () => {
    const lines = [
      ["Id", "Nombre"],
      ["x", "y"],
      ["Id", "Nombre"],
      ["p1", "Ana"],
    ];
    const { cells } = readSheet(lines, [{ table: "people", header: 3 }]);
    expect(cells("people", "id")).toEqual(["p1"]);
  });

  test("a table of one column, or of words that name no field, is read from its first row", () => {
    expect(readSheet([["Id"], ["p1"]], [], "personas.csv").cells("people", "id")).toEqual(["p1"]);
    expect(
      readSheet(
        [
          ["Uno", "Dos"],
          ["a", "b"],
        ],
        [],
        "personas.csv",
      ).tables[0]?.rows,
    ).toBe(1);
  });
});

describe("what is no record", () => {
  test("totals, in the middle or at the end, and notes under the table are left out, with a word", () => {
    const { cells, problems } = readSheet(
      [
        ["Id", "Fecha", "Asistentes"],
        ["a1", "2025-03-01", 10],
        ["Subtotal", "", 10],
        ["a2", "2025-04-01", 5],
        ["TOTAL:", "", 15],
        [],
        ["Fuente: planillas de los grupos"],
      ],
      [],
      "actividades.csv",
    );
    expect(cells("activities", "id")).toEqual(["a1", "a2"]);
    expect(problems).toEqual([
      "actividades.csv 3 total-row",
      "actividades.csv 5 total-row",
      "actividades.csv 7 note-row",
    ]);
  });

  test("a person called Total is a person", () => {
    const { cells } = readSheet(
      [
        ["Id", "Nombre", "Correo"],
        ["p1", "Total", "t@example.org"],
      ],
      [],
      "personas.csv",
    );
    expect(cells("people", "name")).toEqual(["Total"]);
  });
});

describe("several tables in one sheet", () => {
  test("each with its title above it", () => {
    const { cells, at, tables, problems } = readSheet([
      ["Grupos"],
      ["Id", "Nombre", "Tipo", "Región"],
      ["g1", "Ñuñoa", "", "RM"],
      [],
      ["Actividades"],
      ["Id", "Nombre", "Fecha", "Grupo"],
      ["a1", "Marcha", "2025-03-08", "g1"],
      ["a2", "Taller", "2025-04-08", "g1"],
    ]);
    expect(tables.map(({ table, rows }) => [table, rows])).toEqual([
      ["groups", 1],
      ["activities", 2],
    ]);
    expect(cells("activities", "name")).toEqual(["Marcha", "Taller"]);
    expect(at("activities", 1, "date")).toBe("Base.xlsx C8");
    expect(problems).toEqual(["Base.xlsx above-header"]);
  });

  test("told by their columns where nothing names them", () => {
    const { tables, problems } = readSheet([
      ["Persona", "Grupo", "Rol", "Desde", "Hasta"],
      ["p1", "g1", "Coordinación", "2024-01-01", ""],
    ]);
    expect(tables[0]?.table).toBe("memberships");
    expect(problems).toContain("Base.xlsx table-by-columns");
  });

  test("a sheet whose columns are of no one table is none", () => {
    const { taken, problems } = readSheet([
      ["Nombre", "Región", "Color"],
      ["x", "y", "z"],
    ]);
    expect([taken, problems]).toEqual([false, ["Base.xlsx unknown-table"]]);
  });
});

describe("attendance as a grid", () => {
  const grid = { table: "participations", columns: { person: "Id" }, grid: { from: "8 mar", to: "12 abr" } } as const;

  test("each tick is a row, at its own cell; a blank is none", () => {
    const { dataset, cells, at, problems } = readSheet(
      [
        ["Id", "Nombre", "8 mar", "15 mar", "12 abr"],
        ["p1", "Ana", "x", "", "✓"],
        ["p2", "Luz", "No", "P", ""],
        ["p3", "Sol", "", "quizás", ""],
      ],
      [grid],
    );
    expect(cells("participations", "status")).toEqual(["attended", "attended", "no-show", "attended", null]);
    expect([0, 1, 2, 3].map((row) => at("participations", row, "status"))).toEqual([
      "Base.xlsx C2",
      "Base.xlsx E2",
      "Base.xlsx C3",
      "Base.xlsx D3",
    ]);
    expect(at("participations", 1, "person")).toBe("Base.xlsx A2");
    expect(dataset.tables.get("participations")?.length).toBe(5);
    expect(problems).toContain("Base.xlsx D4 unknown-value");
  });

  test("the activity may be made of several columns", () => {
    const ingest = new Ingest({ section: defaultSection, groupTypes: [] });
    const activities = ingest.open({ source: "actividades.csv", header: ["Id"] })!;
    activities.push({ rows: [2, 3], columns: [["LUN-S1", "LUN-S2"]] });
    activities.end();
    const people = ingest.open({ source: "personas.csv", header: ["Id"] })!;
    people.push({ rows: [2], columns: [["p1"]] });
    people.end();
    const sheet = new SheetReading(ingest, { source: "asistencia.xlsx" }, [
      { columns: { person: "ID_Persona" }, grid: { from: "S1", to: "S2", key: "{ID_Curso}-{header}" } },
    ]);
    sheet.push({
      rows: [1, 2],
      columns: [
        ["ID_Curso", "LUN"],
        ["ID_Persona", "p1"],
        ["S1", "Asistió"],
        ["S2", true],
      ],
    });
    sheet.end();
    const { dataset } = ingest.finish();
    expect(cellsOf(dataset, "participations", "activity")).toEqual([0, 1]);
    expect(problemsOf(dataset).filter((problem) => problem.includes("dangling"))).toEqual([]);
  });

  test("columns that are not there are named, and nothing is read", () => {
    const { taken, problems } = readSheet(
      [
        ["Id", "8 mar"],
        ["p1", "x"],
      ],
      [grid],
    );
    expect([taken, problems]).toEqual([false, ["Base.xlsx mapped-column-missing"]]);
  });
});

describe("several names in a cell", () => {
  const LINES = [
    ["Código", "Nombre", "Asistentes", "Coordinadora"],
    ["a1", "Marcha", "p1; p2", "p1"],
    ["a2", "Feria", "", ""],
    ["a3", "Taller", "p2, p1", "p3"],
  ];

  test("each is a row at the cell's address; a blank cell makes none", () => {
    const { cells, at, problems } = readSheet(LINES, [
      { table: "activities", columns: { id: "Código" } },
      { columns: { activity: "Código" }, joined: { column: "Asistentes" }, ignore: ["Nombre", "Coordinadora"] },
      { table: "people", columns: { id: "Coordinadora" }, ignore: ["Código", "Nombre", "Asistentes"] },
    ]);
    expect(cells("participations", "activity")).toEqual([0, 0, 2, 2]);
    expect([0, 1, 3].map((row) => at("participations", row, "person"))).toEqual([
      "Base.xlsx C2",
      "Base.xlsx C2",
      "Base.xlsx C4",
    ]);
    // p2 is in no table of people, in both cells that name it.
    expect(problems.filter((problem) => problem.includes("dangling"))).toEqual([
      "Base.xlsx C2 dangling-reference",
      "Base.xlsx C4 dangling-reference",
    ]);
  });

  test("another table may be made of them, with a separator of one's own", () => {
    const { cells } = readSheet(
      [
        ["Id", "Tipo", "Coordinan"],
        ["g1", "local", "Ana, María y Luz"],
        ["g2", "local", "Sol"],
      ],
      [
        {
          table: "memberships",
          columns: { group: "Id" },
          constants: { role: "coordinator" },
          joined: { column: "Coordinan", separator: " y " },
        },
        { table: "groups", columns: { id: "Id" } },
      ],
    );
    expect(cells("memberships", "group")).toEqual([0, 0, 1]);
    expect(cells("memberships", "role")).toEqual(["coordinator", "coordinator", "coordinator"]);
  });

  test("a column that is not there leaves the table out", () => {
    const { dataset, problems } = readSheet(LINES, [
      { columns: { activity: "Código" }, joined: { column: "Asistieron" } },
    ]);
    expect(dataset.tables.has("participations")).toBe(false);
    expect(problems).toEqual(["Base.xlsx mapped-column-missing"]);
  });
});

test("formulas that were dragged down further than the data are no rows; a total under a grid is none either", () => {
  const ingest = new Ingest({ section: defaultSection, groupTypes: [] });
  const sheet = new SheetReading(ingest, { source: "asistencia.xlsx" }, [
    { table: "participations", columns: { person: "Id" }, grid: { from: "S1", to: "S2" } },
  ]);
  const missing = new RawError("#N/A");
  sheet.push({
    rows: [1, 2, 3, 4, 5],
    columns: [
      ["Id", "p1", missing, missing, "Total"],
      ["S1", "x", "Faltó", "x", 1],
      ["S2", "", "Faltó", "x", 0],
    ],
    // In row 4 somebody typed the ticks.
    formulas: [[2, 3], [2], [2]],
  });
  sheet.end();
  const { dataset } = ingest.finish();
  expect(dataset.tables.get("participations")?.length).toBe(3);
  expect(problemsOf(dataset).filter((problem) => !problem.includes("target"))).toEqual([
    "asistencia.xlsx 3 computed-row",
    "asistencia.xlsx A4 formula-error",
    "asistencia.xlsx A4 missing-reference",
    "asistencia.xlsx 5 total-row",
  ]);
});
