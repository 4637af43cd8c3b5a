import * as fc from "fast-check";
import { type Dataset, formatAddress, type TableName } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { describe, expect, test } from "vitest";
import { Ingest, inspectSheets, SheetReading, type SourceMapping, SURE } from "../src/index.ts";
import { checkMapping } from "../src/schema.ts";
import { previewOf, sheet } from "./inspect/sheet.ts";
import { cellsOf, problemsOf } from "./read.ts";

const OPTIONS = {
  section: defaultSection,
  groupTypes: [{ value: "local", label: { es: "Grupo local", en: "Local group" }, aliases: ["local"] }],
};

const previewIn = (...lines: readonly string[]) => previewOf(sheet("base.csv", undefined, {}, ...lines));
const tablesIn = (...lines: readonly string[]) => inspectSheets([previewIn(...lines)], OPTIONS)[0]!.tables;

const readBy = (mappings: readonly SourceMapping[], ...lines: readonly string[]): Dataset => {
  const ingest = new Ingest(OPTIONS);
  const reading = new SheetReading(ingest, { source: "base.csv" }, mappings);
  reading.push(previewIn(...lines).batch);
  reading.end();
  return ingest.finish().dataset;
};

const BOTH: readonly string[] = [
  "Id|Nombre|Correo||Id|Nombre|Tipo|Fecha de fundación",
  "p1|Ana Rojas|ana@example.org||g1|Norte|Grupo local|2024-01-01",
  "p2|Luis Soto|luis@example.org||g2|Sur|Grupo local|2024-02-01",
  "p3|Sol Vera|sol@example.org||||",
];

describe("two tables side by side", () => {
  test("are both proposed, each with its columns", () => {
    const [people, groups, ...others] = tablesIn(...BOTH);
    expect(others).toEqual([]);
    expect(people).toMatchObject({
      range: "A1:C4",
      rows: 3,
      table: { table: "people" },
      mapping: { table: "people", range: "A:C", columns: { id: "Id", name: "Nombre", email: "Correo" } },
    });
    expect(groups).toMatchObject({
      range: "E1:H3",
      rows: 2,
      table: { table: "groups" },
      mapping: { table: "groups", range: "E:H", columns: { id: "Id", name: "Nombre", type: "Tipo" } },
    });
    expect(groups!.columns.map(({ letter }) => letter)).toEqual(["E", "F", "G", "H"]);
    for (const { table } of [people!, groups!])
      expect(table!.evidence.some(({ text }) => text.en.includes("stands beside"))).toBe(false);
  });

  test("are read by what is proposed, and problems stand in the sheet's own cells", () => {
    const lines = BOTH.with(1, "p1|Ana Rojas|ana@example.org||g1|Norte|Otra cosa|ayer");
    const dataset = readBy(
      tablesIn(...BOTH).map(({ mapping }) => mapping),
      ...lines,
    );
    expect(cellsOf(dataset, "people", "id")).toEqual(["p1", "p2", "p3"]);
    expect(cellsOf(dataset, "groups", "name")).toEqual(["Norte", "Sur"]);
    expect(problemsOf(dataset).toSorted()).toEqual(["base.csv G2 unknown-value", "base.csv H2 unreadable-day"]);
    expect(formatAddress(dataset.tables.get("groups")!.address(1, "name"))).toBe("base.csv F3");
  });

  test("with a title each, or headers in different rows, however many rows they have", () => {
    const titled = tablesIn(
      "Listado de personas||||Listado de grupos||",
      "Nombre|Correo|Teléfono||Nombre del grupo|Tipo|Comuna",
      "Ana Rojas|ana@example.org|912345678||Norte|Grupo local|Iquique",
      "Luis Soto|luis@example.org|922345678||Sur|Grupo local|Talca",
    );
    expect(titled.every(({ table }) => table!.confidence >= SURE)).toBe(true);
    expect(titled.map(({ table, title, mapping }) => [table!.table, title, mapping.range])).toEqual([
      ["people", "Listado de personas", "A:C"],
      ["groups", "Listado de grupos", "E:G"],
    ]);
    const lower = tablesIn(
      "Nombre|Correo|Teléfono|||",
      "Ana Rojas|ana@example.org|912345678||Nombre del grupo|Tipo|Comuna",
      "Luis Soto|luis@example.org|922345678||Norte|Grupo local|Iquique",
      "Sol Vera|sol@example.org|932345678||Sur|Grupo local|Talca",
    );
    expect(lower.map(({ table, headerRow, range }) => [table!.table, headerRow, range])).toEqual([
      ["people", 1, "A1:C4"],
      ["groups", 2, "E2:G4"],
    ]);
  });

  test("where less tells them apart it is asked", () => {
    const tables = tablesIn(
      "Nombre|Correo|Teléfono||Nombre del grupo|Tipo|Fecha de fundación",
      "Ana Rojas|ana@example.org|912345678||Norte|Grupo local|2024-01-01",
      "Luis Soto|luis@example.org|922345678||Sur|Grupo local|2024-01-01",
      "Sol Vera|sol@example.org|932345678||||",
    );
    expect(tables.map(({ table, mapping }) => [table!.table, mapping.range])).toEqual([
      ["people", "A:C"],
      ["groups", "E:G"],
    ]);
    for (const { table } of tables) {
      expect(table!.confidence).toBeLessThan(SURE);
      expect(table!.evidence.at(-1)!.text.es).toContain("pueden ser dos tablas o una");
    }
  });

  test("one under the other too, each block by itself", () => {
    const lines = [...BOTH, "", "Listado de proyectos||||||", "Id|Nombre|Año||||", "x1|Agua|2025||||"];
    const tables = tablesIn(...lines);
    expect(tables.map(({ range, mapping }) => [range, mapping.range, mapping.header])).toEqual([
      ["A1:C4", "A:C", 1],
      ["A7:C8", "A:C", 7],
      ["E1:H3", "E:H", undefined],
    ]);
    const dataset = readBy(
      tables.map(({ mapping }) => mapping),
      ...lines,
    );
    expect(["people", "groups"].map((name) => dataset.tables.get(name as TableName)?.length)).toEqual([3, 2]);
  });
});

describe("a blank column within one table", () => {
  test.each([
    [
      "of people",
      "Nombre|Correo||Teléfono|Comuna",
      "Ana Rojas|ana@example.org||912345678|Iquique",
      "Luis Soto|luis@example.org||922345678|Talca",
      "Sol Vera|sol@example.org||932345678|",
    ],
    [
      "before columns that only some rows fill",
      "Nombre|Correo||Fecha de salida|Motivo de salida",
      "Ana Rojas|ana@example.org||2025-01-01|trabajo",
      "Luis Soto|luis@example.org||2025-02-01|estudios",
      "Sol Vera|sol@example.org|||",
    ],
    [
      "of who came",
      "Participante|Correo||Actividad|Fecha",
      "Ana Rojas|ana@example.org||Marcha|2025-03-08",
      "Luis Soto|luis@example.org||Marcha|2025-03-08",
      "Sol Vera|sol@example.org||Feria|2025-03-15",
    ],
    [
      "before notes",
      "Nombre|Correo|Teléfono||Notas",
      "Ana Rojas|ana@example.org|912345678||llamar",
      "Luis Soto|luis@example.org|922345678||",
      "Sol Vera|sol@example.org|932345678||",
    ],
  ])("%s", (_, ...lines) => {
    const [table, ...others] = tablesIn(...lines);
    expect(others).toEqual([]);
    expect(table!.mapping.range).toBeUndefined();
    expect(table!.columns).toHaveLength(lines[0].split("|").length);
  });

  test("beside it somebody else's name and phone are not taken for people without asking", () => {
    const tables = tablesIn(
      "Nombre|Correo||Nombre|Teléfono",
      "Ana Rojas|ana@example.org||Eva Paz|912345678",
      "Luis Soto|luis@example.org||Luz Mar|922345678",
      "Sol Vera|sol@example.org||Ada Luna|932345678",
    );
    for (const { table } of tables) expect(table?.confidence ?? 0).toBeLessThan(SURE);
  });
});

describe("range", () => {
  test("columns that hold nothing leave their table out", () => {
    const dataset = readBy([{ table: "groups", range: "J:L", columns: { id: "Id" } }], ...BOTH);
    expect(dataset.tables.has("groups")).toBe(false);
    expect(problemsOf(dataset)).toEqual(["base.csv mapped-column-missing"]);
  });

  test("a grid in it has its ticks at their own cells", () => {
    const ingest = new Ingest(OPTIONS);
    const reading = new SheetReading(ingest, { source: "base.csv" }, [
      { table: "participations", range: "d:f", columns: { person: "Persona" }, grid: { from: "a1", to: "a2" } },
    ]);
    reading.push(previewIn("Id|Nombre||Persona|a1|a2", "p1|Ana||p1|x|", "p2|Luis||p2||quizás").batch);
    reading.end();
    const { dataset } = ingest.finish();
    expect(dataset.tables.get("participations")!.length).toBe(2);
    expect(problemsOf(dataset)).toContain("base.csv F3 unknown-value");
  });

  test("is written as a spreadsheet writes it", () => {
    expect(checkMapping({ range: "F:J" })).toEqual([]);
    expect(checkMapping({ range: "J:F" }).map(({ path }) => path)).toEqual([["range"]]);
  });

  const cell = fc.constantFrom("", "x", "2025-03-08", "ayer", "Norte");
  const table = (width: number) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }).map((rows) =>
      // Blank rows and gaps are the business of other tests.
      rows.map((row, at) => [`k${at}`, ...row]),
    );

  test("tables read side by side are those read alone, in other columns", () => {
    const [left, right] = [
      ["Id", "Nombre", "Fecha"],
      ["Id", "Nombre", "Fecha de fundación"],
    ];
    fc.assert(
      fc.property(table(2), table(2), fc.integer({ min: 1, max: 3 }), (activities, groups, gap) => {
        const height = Math.max(activities.length, groups.length) + 1;
        const sides = [
          [left, ...activities],
          [right, ...groups],
        ];
        const line = (row: number): string =>
          [
            ...(sides[0]![row] ?? ["", "", ""]),
            ...Array.from({ length: gap }, () => ""),
            ...(sides[1]![row] ?? ["", "", ""]),
          ].join("|");
        const lines = Array.from({ length: height }, (_, row) => line(row));
        const shift = 3 + gap;
        const letter = (at: number): string => "ABCDEFGHIJ"[at]!;
        const together = readBy(
          [
            { table: "activities", range: "A:C" },
            { table: "groups", range: `${letter(shift)}:${letter(shift + 2)}` },
          ],
          ...lines,
        );
        const alone = (name: TableName, rows: readonly (readonly string[])[]) =>
          readBy([{ table: name }], ...rows.map((row) => row.join("|")));
        const one = alone("activities", sides[0]!);
        const other = alone("groups", sides[1]!);
        for (const field of ["id", "name", "date"])
          expect(cellsOf(together, "activities", field)).toEqual(cellsOf(one, "activities", field));
        for (const field of ["id", "name", "founded_on"])
          expect(cellsOf(together, "groups", field)).toEqual(cellsOf(other, "groups", field));
        const moved = problemsOf(other).map((each) =>
          each.replace(
            / ([A-C])(\d+)? /,
            (__, at: string, row = "") => ` ${letter(shift + at.charCodeAt(0) - 65)}${row} `,
          ),
        );
        expect(problemsOf(together).toSorted()).toEqual([...problemsOf(one), ...moved].toSorted());
      }),
      { numRuns: 150 },
    );
  });
});
