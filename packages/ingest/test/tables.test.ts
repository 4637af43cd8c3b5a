import { describeProblem, fold, LANGUAGES, TABLE_NAMES, tableSpec } from "@minga/core";
import { describe, expect, test } from "vitest";
import { cellsOf, problemsOf, read } from "./read.ts";

const PERSONAS = ["Id", "Nombre", "Comuna", "Fecha de ingreso"];

describe("which table a file is", () => {
  test.each([
    ["people.csv", "people"],
    ["Personas.CSV", "people"],
    ["participaciones.csv", "participations"],
    ["Asistencia.csv", "participations"],
    ["Membresías.csv", "memberships"],
    ["membresias.csv", "memberships"],
  ])("%s is %s by its whole name", (name, table) => {
    expect(read({ name, lines: [["x"]] }).tables[0]?.table).toBe(table);
  });

  test("by the names within its name, where its columns agree", () => {
    expect(read({ name: "Base de datos activistas.csv", lines: [PERSONAS] }).tables[0]?.table).toBe("people");
    const attendance = { name: "Asistencia talleres 2025.csv", lines: [["Persona", "Actividad", "Asistió"]] };
    expect(read(attendance).tables[0]?.table).toBe("participations");
  });

  test("one that names no table is left alone, and says so", () => {
    const { dataset, tables } = read({ name: "notas.csv", lines: [["Tarea"], ["llamar"]] });
    expect(tables).toEqual([]);
    expect(problemsOf(dataset)).toEqual(["notas.csv unknown-table"]);
  });

  test("a mapping says it for any name", () => {
    const { tables } = read({ name: "export (3).csv", lines: [["Id"]], mapping: { table: "groups" } });
    expect(tables[0]?.table).toBe("groups");
  });

  test("a table that no file holds is absent; a file with a header alone is a table without rows", () => {
    const { dataset } = read({ name: "personas.csv", lines: [PERSONAS] });
    expect(dataset.tables.get("people")?.length).toBe(0);
    expect(dataset.tables.has("groups")).toBe(false);
    expect(cellsOf(dataset, "people", "left_on")).toEqual(["absent"]);
  });
});

describe("which field a column is", () => {
  test.each(TABLE_NAMES)("%s: no canonical name or label of one column is that of another", (table) => {
    const names = tableSpec(table).columns.flatMap((spec) => [
      ...new Set([spec.name, ...LANGUAGES.map((language) => spec.label[language])].map(fold)),
    ]);
    expect(names).toEqual([...new Set(names)]);
  });

  test("by canonical name, label or alias in either language, whatever order, accents and case", () => {
    const { tables, dataset } = read({
      name: "personas.csv",
      lines: [
        ["FECHA DE INSCRIPCION", "e-mail", "joined", "Id Persona", "Género:"],
        ["1/2/2024", "a@b.cl", "x", "p1", "f"],
      ],
    });
    expect(tables[0]?.columns.map(({ field, letter }) => [field, letter])).toEqual(
      expect.arrayContaining([
        ["joined_on", "A"],
        ["email", "B"],
        ["id", "D"],
        ["gender", "E"],
      ]),
    );
    expect(tables[0]?.extra).toEqual([{ header: "joined", letter: "C" }]);
    expect(problemsOf(dataset)).toEqual(["personas.csv C extra-column"]);
  });

  test("of two columns that claim one field neither is taken, and both say so", () => {
    const { dataset } = read({
      name: "personas.csv",
      lines: [
        ["Id", "Correo", "E-mail"],
        ["p1", "a@b.cl", "c@d.cl"],
      ],
    });
    expect(cellsOf(dataset, "people", "email")).toEqual(["absent"]);
    expect(problemsOf(dataset)).toEqual(["personas.csv B claimed-twice", "personas.csv C claimed-twice"]);
  });

  test("a header that is nearly a field's name is not taken for it, and says so", () => {
    const { dataset, tables } = read({
      name: "personas.csv",
      lines: [
        ["Id", "Fecha de nacimeinto", "Regi—n", "Nombres y apodo", "Tipo"],
        ["p1", "1990-01-01", "Ñuble", "Ana", "x"],
      ],
    });
    expect(cellsOf(dataset, "people", "birthdate")).toEqual(["absent"]);
    expect(problemsOf(dataset)).toEqual([
      "personas.csv B near-column",
      "personas.csv C near-column",
      "personas.csv D extra-column",
      "personas.csv E extra-column",
    ]);
    expect(tables[0]?.extra.map(({ letter }) => letter)).toEqual(["B", "C", "D", "E"]);
    expect(describeProblem(dataset.problems[0]!, "es").message).toBe(
      "«Fecha de nacimeinto» no se lee como dato de Personas; ¿quisiste decir «Fecha de nacimiento»?",
    );
  });

  test("one that is nearly the name of a field which another column holds is just extra; an ignored one needs no word", () => {
    const lines = [
      ["Id", "Región", "Regíon 2"],
      ["p1", "Ñuble", "Maule"],
    ];
    expect(problemsOf(read({ name: "personas.csv", lines }).dataset)).toEqual(["personas.csv C extra-column"]);
    const ignored = read({ name: "personas.csv", lines: [["Id", "Regiom"]], mapping: { ignore: ["Regiom"] } });
    expect(problemsOf(ignored.dataset)).toEqual([]);
    expect(ignored.tables[0]?.extra).toEqual([{ header: "Regiom", letter: "B" }]);
  });

  test("two equal headers are no better", () => {
    const { dataset } = read({
      name: "personas.csv",
      lines: [
        ["id", "id"],
        ["p1", "p2"],
      ],
    });
    expect(cellsOf(dataset, "people", "id")).toEqual(["absent"]);
    expect(problemsOf(dataset)).toEqual(["personas.csv A claimed-twice", "personas.csv B claimed-twice"]);
  });

  test("a mapping settles it, by header or by letter", () => {
    const lines = [
      ["Id", "Correo", "E-mail"],
      ["p1", "a@b.cl", "c@d.cl"],
    ];
    const byName = read({ name: "personas.csv", lines, mapping: { columns: { email: "E-mail" } } });
    expect(cellsOf(byName.dataset, "people", "email")).toEqual(["c@d.cl"]);
    const byLetter = read({ name: "personas.csv", lines, mapping: { columns: { email: { letter: "b" } } } });
    expect(cellsOf(byLetter.dataset, "people", "email")).toEqual(["a@b.cl"]);
  });

  test("a canonical name wins over an alias, which is passed over with a word", () => {
    const { dataset } = read({
      name: "people.csv",
      lines: [
        ["commune", "city", "id"],
        ["Iquique", "Lima", "p1"],
      ],
    });
    expect(cellsOf(dataset, "people", "commune")[0]).toBeGreaterThanOrEqual(0);
    expect(problemsOf(dataset)).toEqual(["people.csv B passed-over"]);
  });

  test("a mapping that names a column which is not there leaves the table out, whatever else it is read from", () => {
    const rows = [["p1", "a@b.cl"]];
    const { dataset } = read(
      { name: "antiguas.csv", lines: [["Id"], ["p0"]], mapping: { table: "people" } },
      { name: "personas.csv", lines: [["Id", "E-mail"], ...rows], mapping: { columns: { email: "Correo personal" } } },
    );
    expect(dataset.tables.has("people")).toBe(false);
    expect(problemsOf(dataset)).toContain("personas.csv mapped-column-missing");
    const [problem] = dataset.problems.filter(({ code }) => code === "mapped-column-missing");
    expect(describeProblem(problem!, "en").message).toBe(
      "minga.yaml names the column «Correo personal», which the file does not have (is it called «E-mail» now?); until that is settled, People is not read",
    );
    const near = read({ name: "personas.csv", lines: [["Id", "Apodo"]], mapping: { columns: { email: "Apodoo" } } });
    expect(describeProblem(near.dataset.problems[0]!, "es").message).toContain("¿se llama ahora «Apodo»?");
    const gone = read({ name: "personas.csv", lines: [["Id"]], mapping: { columns: { email: "Correo" } } });
    expect(describeProblem(gone.dataset.problems[0]!, "en").message).not.toContain("now?");
  });

  test("a column that is not kept is declared empty, which is not absent", () => {
    const { dataset, tables } = read({
      name: "grupos.csv",
      lines: [["Id"], ["g1"]],
      mapping: { columns: { closed_on: null } },
    });
    expect(cellsOf(dataset, "groups", "closed_on")).toEqual([-0x8000_0000]);
    expect(tables[0]?.columns).toContainEqual({ field: "closed_on", by: "declared-empty" });
  });

  test("constants fill a field; one that cannot be read is a problem of the source", () => {
    const { dataset } = read({
      name: "grupos.csv",
      lines: [["Id"], ["g1"], ["g2"]],
      mapping: { constants: { type: "Grupo local", founded_on: "31/02/2025" } },
    });
    expect(cellsOf(dataset, "groups", "type")).toEqual(["local", "local"]);
    expect(problemsOf(dataset)).toEqual(["grupos.csv unreadable-day"]);
  });

  test("a header to be ignored is no field, whatever it resembles", () => {
    const { dataset, tables } = read({
      name: "grupos.csv",
      lines: [
        ["Id", "Ciudad"],
        ["g1", "Atlantis"],
      ],
      mapping: { ignore: ["ciudad"] },
    });
    expect(cellsOf(dataset, "groups", "commune")).toEqual(["absent"]);
    expect(tables[0]?.extra).toEqual([{ header: "Ciudad", letter: "B" }]);
  });

  test("a column without a header is named only when it holds something", () => {
    const lines = [
      ["Id", "", " "],
      ["p1", "", "apunte"],
      ["p2", "", "otro"],
    ];
    expect(problemsOf(read({ name: "personas.csv", lines }).dataset)).toEqual(["personas.csv C unnamed-column"]);
  });
});

describe("which rows are read", () => {
  const LINES = [
    ["Id", "status"],
    ["a1", "PAST"],
    ["a2", "CANCELLED"],
    ["", " "],
    ["a3", "past"],
    ["a4", ""],
  ];

  test("blank rows are not the end and no rows", () => {
    const { dataset, tables } = read({ name: "actividades.csv", lines: LINES });
    expect(cellsOf(dataset, "activities", "id")).toEqual(["a1", "a2", "a3", "a4"]);
    expect(dataset.tables.get("activities")?.address(2, "id")).toEqual({
      source: "actividades.csv",
      row: 5,
      column: "A",
    });
    expect(tables[0]?.rows).toBe(4);
  });

  test("only those with a value; the others are counted and named", () => {
    const { dataset, tables } = read({
      name: "actividades.csv",
      lines: LINES,
      mapping: { only: { status: ["PAST"] } },
    });
    expect(cellsOf(dataset, "activities", "id")).toEqual(["a1", "a3"]);
    expect(tables[0]).toMatchObject({ rows: 2, leftOut: 2 });
    expect(problemsOf(dataset)).toEqual(["actividades.csv B3 left-out-row", "actividades.csv B6 left-out-row"]);
  });

  test("all but those with a value", () => {
    const { dataset } = read({ name: "actividades.csv", lines: LINES, mapping: { except: { Status: ["cancelled"] } } });
    expect(cellsOf(dataset, "activities", "id")).toEqual(["a1", "a3", "a4"]);
  });

  test("a filter by a column that is not there takes nothing, rather than everything", () => {
    const { dataset, tables } = read({
      name: "actividades.csv",
      lines: LINES,
      mapping: { only: { estado: ["PAST"] } },
    });
    expect(tables).toEqual([]);
    expect(dataset.tables.has("activities")).toBe(false);
    expect(problemsOf(dataset)).toEqual(["actividades.csv mapped-column-missing"]);
  });

  test("one source may hold two tables", () => {
    const lines = [
      ["Grupo", "Coordinadora"],
      ["Iquique", "p1"],
    ];
    const { dataset } = read(
      { name: "nucleos.csv", lines, mapping: { table: "groups", columns: { id: "Grupo" }, ignore: ["Coordinadora"] } },
      {
        name: "nucleos.csv",
        lines,
        mapping: {
          table: "memberships",
          columns: { group: "Grupo", person: "Coordinadora" },
          constants: { role: "coordinator" },
        },
      },
    );
    expect(cellsOf(dataset, "memberships", "group")).toEqual([0]);
    expect(cellsOf(dataset, "memberships", "role")).toEqual(["coordinator"]);
  });
});
