import { defaultSection } from "@minga/core/chile";
import { describe, expect, test } from "vitest";
import {
  Ingest,
  inspectSheets,
  RawError,
  type RawValue,
  SheetReading,
  type SourceMapping,
  SURE,
} from "../src/index.ts";
import { checkMapping } from "../src/schema.ts";
import { previewOf, sheet } from "./inspect/sheet.ts";
import { cellsOf, problemsOf, read } from "./read.ts";

const NAME: SourceMapping = { table: "people", parts: { name: ["Nombres", "Apellido paterno", "Apellido materno"] } };
const HEADER = ["Id", "Apellido paterno", "Apellido materno", "Nombres"];

describe("a name in several columns", () => {
  test("is read in the order of the mapping; blank parts leave no gap", () => {
    const { dataset, tables } = read({
      name: "inscritos.csv",
      lines: [
        HEADER,
        ["p1", "Rojas", "Díaz", "Ana"],
        ["p2", " Soto ", "", "Luis"],
        ["p3", "", "", "Sol"],
        ["p4", "", " ", ""],
      ],
      mapping: NAME,
    });
    expect(cellsOf(dataset, "people", "name")).toEqual(["Ana Rojas Díaz", "Luis Soto", "Sol", null]);
    expect(problemsOf(dataset)).toEqual([]);
    expect(tables[0]!.columns.find(({ field }) => field === "name")).toMatchObject({
      by: "mapping",
      header: "Nombres",
      letter: "D",
      parts: ["D", "B", "C"],
    });
    expect(tables[0]!.extra).toEqual([]);
  });

  test("a part that cannot be read is a problem at its own cell, and the name is not half of itself", () => {
    const ingest = new Ingest({ section: defaultSection, groupTypes: [] });
    const reader = ingest.open({ source: "inscritos.csv", header: HEADER }, NAME);
    const cells: readonly (readonly RawValue[])[] = [
      ["p1", "p2"],
      ["Rojas", new RawError("#REF!")],
      ["D\u0000íaz", "Soto"],
      ["A\uFFFDa", "Luis"],
    ];
    reader?.push({ rows: [2, 3], columns: cells });
    reader?.end();
    const { dataset } = ingest.finish();
    expect(cellsOf(dataset, "people", "name")).toEqual(["A\uFFFDa Rojas Díaz", null]);
    expect(problemsOf(dataset).toSorted()).toEqual([
      "inscritos.csv B3 formula-error",
      "inscritos.csv C2 nul-bytes",
      "inscritos.csv D2 broken-text",
    ]);
  });

  test("a column that is not there leaves the table out, and says which", () => {
    const { dataset } = read({ name: "inscritos.csv", lines: [["Id", "Nombres", "Apellidos"]], mapping: NAME });
    expect(dataset.tables.has("people")).toBe(false);
    expect(
      dataset.problems.filter(({ code }) => code === "mapped-column-missing").map(({ data }) => data["found"]),
    ).toEqual(["Apellido paterno", "Apellido materno"]);
  });

  test("names whom a row is about, too, with problems at its first cell", () => {
    const { dataset } = read(
      {
        name: "personas.csv",
        lines: [
          ["Id", "Nombre"],
          ["p1", "Ana Rojas"],
          ["p2", "Luis Soto"],
        ],
      },
      {
        name: "actividades.csv",
        lines: [
          ["Id", "Fecha"],
          ["a1", "2025-03-08"],
        ],
      },
      {
        name: "asistencia.csv",
        lines: [
          ["Actividad", "Apellido", "Nombre"],
          ["a1", "SOTO", "Luis"],
          ["a1", "Vera", "Sol"],
        ],
        mapping: { table: "participations", parts: { person: ["Nombre", { letter: "B" }] } },
      },
    );
    expect(cellsOf(dataset, "participations", "person")).toEqual([1, -1]);
    expect(problemsOf(dataset)).toContain("asistencia.csv C3 dangling-reference");
  });
});

test("a mapping that makes no sense says so", () => {
  const paths = (mapping: SourceMapping) => checkMapping(mapping).map(({ path }) => path.join("."));
  expect(paths(NAME)).toEqual([]);
  expect(paths({ table: "people", parts: { nombre: ["a", "b"] } })).toEqual(["parts.nombre"]);
  expect(paths({ table: "people", parts: { birthdate: ["Día", "Mes"] } })).toEqual(["parts.birthdate"]);
  expect(paths({ ...NAME, columns: { name: "Nombres" } })).toEqual(["parts.name"]);
});

describe("inspect", () => {
  const inspect = (file: string, ...lines: readonly string[]) =>
    inspectSheets([previewOf(sheet(file, undefined, {}, ...lines))], { section: defaultSection, groupTypes: [] })[0]!
      .tables[0]!;

  test.each([
    ["Nombres|Apellidos", ["Nombres", "Apellidos"]],
    ["Apellidos|Nombre", ["Nombre", "Apellidos"]],
    ["First name|Last name", ["First name", "Last name"]],
    ["LAST_NAME|FIRST_NAME", ["FIRST_NAME", "LAST_NAME"]],
    ["Given Name|Surname", ["Given Name", "Surname"]],
    ["Nome|Sobrenome", ["Nome", "Sobrenome"]],
    ["Nombre(s)|Apellido(s)", ["Nombre(s)", "Apellido(s)"]],
    ["Ap. Paterno|Ap. Materno|Nombre", ["Nombre", "Ap. Paterno", "Ap. Materno"]],
    [
      "Primer apellido|Segundo apellido|Primer nombre|Segundo nombre",
      ["Primer nombre", "Segundo nombre", "Primer apellido", "Segundo apellido"],
    ],
  ])("%s", (header, parts) => {
    const cells = ["Rojas", "Soto", "Vera", "Paz"].map((name, at) =>
      header
        .split("|")
        .map((_, column) => `${name}${"abcd"[(at + column) % 4]}`)
        .join("|"),
    );
    const lines = cells.map((line, at) => `${line}|a${at}@example.org|9${at}2345678`);
    const { table, mapping, columns } = inspect("Activistas.csv", `${header}|Correo|Teléfono`, ...lines);
    expect(table?.table).toBe("people");
    expect(mapping.parts).toEqual({ name: parts });
    expect(mapping.columns).toEqual({ email: "Correo", phone: "Teléfono" });
    const held = columns.filter((column) => column.parts !== undefined);
    expect(held.map(({ best }) => best?.field)).toEqual(held.map(() => "name"));
    expect(held[0]!.best!.evidence[0]!.text.es).toContain("se junta de varias columnas");
  });

  test("reading by what is proposed gives the names", () => {
    const preview = previewOf(
      sheet(
        "Activistas.csv",
        "people",
        {},
        "Apellidos|Nombres|Correo",
        "Rojas Díaz|Ana|ana@example.org",
        "Soto|Luis|luis@example.org",
      ),
    );
    const [found] = inspectSheets([preview], { section: defaultSection, groupTypes: [] });
    const ingest = new Ingest({ section: defaultSection, groupTypes: [] });
    const reading = new SheetReading(ingest, { source: "x.csv" }, [found!.tables[0]!.mapping]);
    reading.push(preview.batch);
    reading.end();
    expect(cellsOf(ingest.finish().dataset, "people", "name")).toEqual(["Ana Rojas Díaz", "Luis Soto"]);
  });

  test("names that are whole already are not put together once more", () => {
    const whole = inspect(
      "Activistas.csv",
      "Nombre|Apellido|Correo",
      "Ana Rojas|Rojas|ana@example.org",
      "Luis Soto|Soto|luis@example.org",
      "Sol Vera|Vera|sol@example.org",
    );
    expect(whole.mapping.parts).toBeUndefined();
    expect(whole.mapping.columns).toMatchObject({ name: "Nombre" });
    const beside = inspect(
      "Activistas.csv",
      "Nombre completo|Primer nombre|Apellido|Correo",
      "Ana Rojas|Ana|Rojas|ana@example.org",
      "Luis Soto|Luis|Soto|luis@example.org",
      "Sol Vera|Sol|Vera|sol@example.org",
    );
    expect(beside.mapping.parts).toBeUndefined();
    expect(beside.mapping.columns).toMatchObject({ name: "Nombre completo" });
  });

  test("nor are cells that are no names, nor two people's", () => {
    const numbers = inspect(
      "Activistas.csv",
      "Nombre|Apellido|Correo",
      "Ana|1|ana@example.org",
      "Luis|2|luis@example.org",
      "Sol|3|sol@example.org",
    );
    expect(numbers.mapping.parts).toBeUndefined();
    const two = inspect(
      "Activistas.csv",
      "Nombre|Apellido|Nombre|Apellido|Correo",
      "Ana|Rojas|Eva|Rojas|ana@example.org",
      "Luis|Soto|Luz|Soto|luis@example.org",
      "Sol|Vera|Ada|Vera|sol@example.org",
    );
    expect(two.mapping.parts).toBeUndefined();
  });

  test("who came is a question, as with a name in one column", () => {
    const { table, columns, mapping } = inspect(
      "Asistencia talleres.csv",
      "Nombre|Apellido|Actividad|Asistió",
      "Ana|Rojas|Marcha|Sí",
      "Luis|Soto|Marcha|Sí",
      "Sol|Vera|Feria|No",
    );
    expect(table?.table).toBe("participations");
    expect(columns.slice(0, 2).map(({ best, parts }) => [best?.field, parts])).toEqual([
      ["person", [0, 1]],
      ["person", [0, 1]],
    ]);
    expect(columns[0]!.best!.confidence).toBeLessThan(SURE);
    expect(mapping.parts).toBeUndefined();
  });
});
