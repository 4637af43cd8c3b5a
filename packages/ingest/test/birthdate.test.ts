import { checkMapping } from "../src/schema.ts";
import { defaultSection } from "@minga/core/chile";
import { describe, expect, test } from "vitest";
import { Ingest, inspectSheets, SheetReading, type SourceMapping } from "../src/index.ts";
import { previewOf, sheet } from "./inspect/sheet.ts";
import { cellsOf, type Given, problemsOf, read } from "./read.ts";

const ACTIVITIES: Given = {
  name: "actividades.csv",
  lines: [
    ["Id", "Nombre", "Fecha"],
    ["a1", "Marcha", "2025-03-08"],
  ],
};
const people = (...lines: readonly (readonly string[])[]): Given => ({
  name: "personas.csv",
  lines: [["Id", "Nombre", "F. Nac.", "Correo"], ...lines],
  mapping: { table: "people", columns: { birthdate: "F. Nac." } },
});
const MAPPING: SourceMapping = { table: "participations", columns: { person: "Nombre" }, birthdate: "F. Nac." };
const attendance = (lines: readonly (readonly string[])[], mapping = MAPPING): Given => ({
  name: "asistencia.csv",
  lines: [["Nombre", "Actividad", "F. Nac."], ...lines.map(([name, born]) => [name!, "a1", born!])],
  mapping,
});

/** The rows of people to which a name with a birthdate leads, and what is told. */
const found = (given: Given, lines: readonly (readonly string[])[], mapping?: SourceMapping) => {
  const { dataset } = read(given, ACTIVITIES, attendance(lines, mapping));
  const problems = problemsOf(dataset).filter((each) => each.startsWith("asistencia.csv"));
  return { dataset, rows: cellsOf(dataset, "participations", "person"), problems };
};

const ANA = "Ana Rojas";

describe("a name with a birthdate", () => {
  test("leads to the one who has both", () => {
    const given = people(["p1", ANA, "1990-05-03", ""], ["p2", ANA, "2001-11-21", ""]);
    const { rows, problems, dataset } = found(given, [
      [ANA, "21-11-2001"],
      ["ROJAS, Ana", "3 de mayo de 1990"],
    ]);
    expect(rows).toEqual([1, 0]);
    expect(problems).toEqual(["asistencia.csv A matched-reference"]);
    const told = dataset.problems.find(({ code }) => code === "matched-reference")!;
    expect(told.data["by"]).toEqual({ es: "Nombre y fecha de nacimiento", en: "Name and birthdate" });
  });

  test("names alone stay ambiguous where no birthdate stands beside them", () => {
    const given = people(["p1", ANA, "1990-05-03", ""], ["p2", ANA, "2001-11-21", ""]);
    const { rows, problems } = found(given, [[ANA, ""]]);
    expect(rows).toEqual([-1]);
    expect(problems).toEqual(["asistencia.csv A2 ambiguous-reference"]);
  });

  test("somebody of the same name without a birthdate is told, not passed over in silence", () => {
    const given = people(["p1", ANA, "1990-05-03", ""], ["p2", ANA, "", ""]);
    const { rows, problems, dataset } = found(given, [[ANA, "1990-05-03"]]);
    expect(rows).toEqual([0]);
    expect(problems).toContain("asistencia.csv A2 untold-namesake");
    const told = dataset.problems.find(({ code }) => code === "untold-namesake")!;
    expect(told.data["candidates"]).toEqual(["personas.csv 3"]);
    expect(told.personal).toBe(true);
  });

  test("nobody is taken by elimination", () => {
    const given = people(["p1", ANA, "1990-05-03", ""], ["p2", ANA, "", ""]);
    const { rows, problems } = found(given, [[ANA, "1991-05-03"]]);
    expect(rows).toEqual([-1]);
    expect(problems).toEqual(["asistencia.csv A2 ambiguous-reference"]);
  });

  test("one alone of that name and without a birthdate is found by name", () => {
    const { rows, problems } = found(people(["p1", ANA, "", ""]), [[ANA, "1991-05-03"]]);
    expect(rows).toEqual([0]);
    expect(problems).toEqual(["asistencia.csv A matched-reference"]);
  });

  test("another birthdate in every row of that name leads to nobody", () => {
    const { rows, problems, dataset } = found(people(["p1", ANA, "1990-05-03", ""]), [[ANA, "1991-05-03"]]);
    expect(rows).toEqual([-1]);
    expect(problems).toEqual(["asistencia.csv A2 differing-reference"]);
    expect(dataset.problems.find(({ code }) => code === "differing-reference")!.data).toMatchObject({
      candidates: ["personas.csv 2"],
      found: "Ana Rojas (1991-05-03)",
    });
  });

  test("two of one name and day stay a problem with their rows, unless they are one person", () => {
    const given = people(["p1", ANA, "1990-05-03", ""], ["p2", ANA, "1990-05-03", ""]);
    const { rows, problems } = found(given, [[ANA, "1990-05-03"]]);
    expect(rows).toEqual([-1]);
    expect(problems).toEqual(["asistencia.csv A2 ambiguous-reference"]);
    const decided = {
      name: "identidades.csv",
      lines: [
        ["persona", "otra", "decisión"],
        ["p1", "p2", "misma"],
      ],
    };
    const { dataset } = read(given, ACTIVITIES, attendance([[ANA, "1990-05-03"]]), decided);
    expect(cellsOf(dataset, "participations", "person")).toEqual([0]);
  });

  test("what comes before a name tells first", () => {
    const given = people(["p1", ANA, "1990-05-03", "ana@example.org"], ["p2", ANA, "2001-11-21", ""]);
    const { rows } = found(given, [
      ["p1", "2001-11-21"],
      ["ana@example.org", "2001-11-21"],
    ]);
    expect(rows).toEqual([0, 0]);
  });

  test("an id beside a birthdate is an id, also where people have ids alone", () => {
    const { dataset } = read(
      { name: "personas.csv", lines: [["Id"], ["p1"]] },
      ACTIVITIES,
      attendance([["p1", "1990-05-03"]]),
    );
    expect(cellsOf(dataset, "participations", "person")).toEqual([0]);
    expect(problemsOf(dataset).filter((each) => each.includes("asistencia"))).toEqual([]);
  });

  test("a date that reads two ways is held against both days, and by `dates` against one", () => {
    const given = people(["p1", ANA, "1990-04-03", ""], ["p2", ANA, "2001-11-21", ""]);
    expect(found(given, [[ANA, "04/03/1990"]]).rows).toEqual([0]);
    expect(found(given, [[ANA, "04/03/1990"]], { ...MAPPING, dates: "mdy" }).rows).toEqual([0]);
    expect(found(given, [[ANA, "04/03/1990"]], { ...MAPPING, dates: "dmy" }).problems).toEqual([
      "asistencia.csv A2 differing-reference",
    ]);
  });

  test("a birthdate that cannot be read is told at its cell, and the name stands alone", () => {
    const { rows, problems } = found(people(["p1", ANA, "1990-05-03", ""]), [[ANA, "mayo 1990"]]);
    expect(rows).toEqual([0]);
    expect(problems).toContain("asistencia.csv C2 month-alone");
  });

  test("a column that is not there leaves the table out", () => {
    const { dataset } = read(people(), ACTIVITIES, attendance([], { ...MAPPING, birthdate: "Nacimiento" }));
    expect(problemsOf(dataset)).toContain("asistencia.csv mapped-column-missing");
    expect(dataset.tables.has("participations")).toBe(false);
  });

  test("decisions may name somebody so, and a day that differs names nobody", () => {
    const decide = (person: string): Given => ({
      name: "identidades.csv",
      lines: [
        ["persona", "otra", "decisión"],
        [person, "p3", "misma"],
      ],
    });
    const given = people(["p1", ANA, "1990-05-03", ""], ["p2", ANA, "2001-11-21", ""], ["p3", "Anita", "", ""]);
    const standIns = (person: string) => read(given, decide(person)).dataset.tables.get("people")!.standIns;
    expect([...standIns(`${ANA} (2001-11-21)`)]).toEqual([-1, -1, 1]);
    expect([...standIns(`${ANA} (2002-11-21)`)]).toEqual([-1, -1, -1]);
  });

  test("each row of a grid has one", () => {
    const ingest = new Ingest({ section: defaultSection, groupTypes: [] });
    const push = (source: string, lines: readonly (readonly string[])[], mapping: SourceMapping): void => {
      const reading = new SheetReading(ingest, { source }, [mapping]);
      reading.push({
        rows: lines.map((_, at) => at + 1),
        columns: lines[0]!.map((_, column) => lines.map((line) => line[column]!)),
      });
      reading.end();
    };
    const { lines } = people(["p1", ANA, "1990-05-03", ""], ["p2", ANA, "2001-11-21", ""]);
    push("personas.csv", lines, { table: "people", columns: { birthdate: "F. Nac." } });
    push(
      "talleres.csv",
      [
        ["Nacimiento", "Nombre", "Marcha", "Feria"],
        ["21-11-2001", ANA, "x", "x"],
        ["ayer", ANA, "x", "x"],
      ],
      {
        table: "participations",
        columns: { person: "Nombre" },
        birthdate: "Nacimiento",
        grid: { from: "Marcha", to: "Feria" },
      },
    );
    const { dataset } = ingest.finish();
    expect(cellsOf(dataset, "participations", "person")).toEqual([1, 1, -1, -1]);
    // The cell is one, however many rows it makes.
    expect(problemsOf(dataset).filter((each) => each.endsWith("unreadable-day"))).toEqual([
      "talleres.csv A3 unreadable-day",
    ]);
  });
});

test("a mapping says whose birthdate it is", () => {
  expect(checkMapping({ table: "participations", birthdate: "F. Nac." })).toEqual([]);
  expect(checkMapping({ birthdate: "F. Nac." })).toEqual([]);
  expect(checkMapping({ table: "groups", birthdate: "F. Nac." }).map(({ path }) => path)).toEqual([["birthdate"]]);
  expect(
    checkMapping({ table: "memberships", birthdate: "F. Nac.", joined: { column: "Integrantes" } }).map(
      ({ path }) => path,
    ),
  ).toEqual([["birthdate"]]);
});

describe("inspect", () => {
  const inspect = (...lines: readonly string[]) =>
    inspectSheets([previewOf(sheet("Asistencia talleres.csv", "participations", {}, ...lines))], {
      section: defaultSection,
      groupTypes: [],
    })[0]!.tables[0]!;

  test("proposes it where a list names people by their names", () => {
    const { table, mapping } = inspect(
      "Participante|F. Nac.|Actividad|Asistió",
      "Ana Rojas|03-05-1999|Marcha|Sí",
      "Luis Soto|21-11-2001|Marcha|Sí",
      "Sol Vera|13-01-1988|Feria|No",
      "Eva Paz|30-07-1995|Feria|Sí",
    );
    expect(table?.table).toBe("participations");
    expect(mapping).toMatchObject({ columns: { person: "Participante", activity: "Actividad" }, birthdate: "F. Nac." });
  });

  test("not beside e-mails, nor of somebody else", () => {
    const byMail = inspect(
      "Participante|Fecha de nacimiento|Actividad|Asistió",
      "ana@example.org|03-05-1999|Marcha|Sí",
      "luis@example.org|21-11-2001|Marcha|Sí",
      "sol@example.org|13-01-1988|Feria|No",
    );
    expect(byMail.mapping.birthdate).toBeUndefined();
    const ofTutor = inspect(
      "Participante|Fecha de nacimiento tutor|Actividad|Asistió",
      "Ana Rojas|03-05-1969|Marcha|Sí",
      "Luis Soto|21-11-1971|Marcha|Sí",
      "Sol Vera|13-01-1968|Feria|No",
    );
    expect(ofTutor.mapping.birthdate).toBeUndefined();
  });
});
