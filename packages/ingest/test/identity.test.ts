import { describe, expect, test } from "vitest";
import { cellsOf, type Given, problemsOf, read } from "./read.ts";

const PEOPLE = [
  ["Id", "Nombre", "RUT", "Correo", "Teléfono"],
  ["p1", "Ana María Pérez Soto", "12.345.678-5", "ana@ejemplo.cl", "+56 9 8765 4321"],
  ["p2", "José del Río", "", "familia@ejemplo.cl", ""],
  ["p3", "Elena del Río", "", "familia@ejemplo.cl", ""],
  ["p4", "Luis Soto", "", "", ""],
  ["p5", "Luis SOTO", "", "", ""],
  ["p6", "Bernardo O'Higgins", "", "", ""],
];
const people = (lines: readonly (readonly string[])[] = PEOPLE): Given => ({ name: "personas.csv", lines });
const ACTIVITIES: Given = {
  name: "actividades.csv",
  lines: [
    ["Id", "Nombre", "Fecha", "Grupo"],
    ["a1", "Marcha", "2025-03-08", "NUCLEO  norte"],
  ],
};
const GROUPS: Given = {
  name: "grupos.csv",
  lines: [
    ["Id", "Nombre", "Tipo"],
    ["g1", "Núcleo Norte", "local"],
  ],
};

/** The rows of people to which texts lead when they stand as the person of a participation; -1 is nobody. */
const referred = (texts: readonly string[], ...more: readonly Given[]) => {
  const attendance = {
    name: "asistencia.csv",
    lines: [["Persona", "Actividad"], ...texts.map((text) => [text, "a1"])],
  };
  const { dataset } = read(people(), GROUPS, ACTIVITIES, attendance, ...more);
  return { dataset, rows: cellsOf(dataset, "participations", "person"), problems: problemsOf(dataset) };
};

describe("references by something else than an id", () => {
  test.each([
    ["id", "p1", 0],
    ["national id without punctuation", "123456785", 0],
    ["national id with the word", "RUT 12.345.678-5", 0],
    ["e-mail in capitals", "ANA@ejemplo.CL", 0],
    ["phone without the country", "987654321", 0],
    ["phone with other signs", "(56) 9-8765-4321", 0],
    ["name without accents", "ana maria perez soto", 0],
    ["surnames first", "PEREZ SOTO, Ana María", 0],
    ["initial of the second surname", "Ana Maria Perez S.", 0],
    ["initials of the given names", "A.M. Pérez Soto", 0],
    ["particle left out", "Jose Rio", 1],
    ["particle added", "Elena de la Río", 2],
    ["apostrophe", "OHiggins Bernardo", 5],
    ["surname left out", "Ana Pérez", -1],
    ["other name", "Ana María Pérez Silva", -1],
    ["initials alone", "A.M.P.S.", -1],
  ])("%s", (_, text, row) => {
    expect(referred([text]).rows).toEqual([row]);
  });

  test("several candidates are a problem with their rows, and nobody is picked", () => {
    const { dataset, rows, problems } = referred(["Soto, Luis", "familia@ejemplo.cl", "Rio J."]);
    expect(rows).toEqual([-1, -1, 1]);
    expect(problems).toContain("asistencia.csv A2 ambiguous-reference");
    expect(problems).toContain("asistencia.csv A3 ambiguous-reference");
    const found = dataset.problems.filter(({ code }) => code === "ambiguous-reference");
    expect(found.map(({ data }) => data["candidates"])).toEqual([
      ["personas.csv 5", "personas.csv 6"],
      ["personas.csv 3", "personas.csv 4"],
    ]);
    expect(found.every(({ personal }) => personal)).toBe(true);
    expect([...dataset.tables.get("participations")!.states].filter((state) => state === 0)).toHaveLength(1);
  });

  test("an initial leads to nobody where it fits two", () => {
    const { dataset } = read(
      people([
        ["Id", "Nombre"],
        ["p1", "Ana Pérez Soto"],
        ["p2", "Ana Pérez Silva"],
      ]),
      {
        name: "membresias.csv",
        lines: [
          ["Persona", "Grupo"],
          ["Ana Pérez S.", "g1"],
        ],
      },
      GROUPS,
    );
    expect(cellsOf(dataset, "memberships", "person")).toEqual([-1]);
    expect(problemsOf(dataset)).toContain("membresias.csv A2 ambiguous-reference");
  });

  test("what was found otherwise is told once a column and way", () => {
    const { dataset } = referred(["p1", "Jose Rio", "Elena Rio", "ana@ejemplo.cl", "jose rio"]);
    const told = dataset.problems.filter(
      ({ code, table }) => code === "matched-reference" && table === "participations",
    );
    expect(told.map(({ address, data }) => [address.column, (data["by"] as { en: string }).en, data["count"]])).toEqual(
      [
        ["A", "Name", 3],
        ["A", "Email", 1],
      ],
    );
  });

  test("two spellings of a person at one activity are one participation", () => {
    const { dataset } = referred(["Jose Rio", "p2", "RÍO, José del"]);
    expect([...dataset.tables.get("participations")!.states]).toEqual([0, 3, 3]);
  });

  test("groups by their name", () => {
    const { dataset } = referred([]);
    expect(cellsOf(dataset, "activities", "group")).toEqual([0]);
  });

  test("people who have no ids are found by their names", () => {
    const { dataset } = read(people([["Nombre"], ["Ana Soto"], ["Luis Rojas"]]), GROUPS, {
      name: "membresias.csv",
      lines: [
        ["Persona", "Grupo"],
        ["rojas luis", "g1"],
        ["Eva Paz", "g1"],
      ],
    });
    expect(cellsOf(dataset, "memberships", "person")).toEqual([1, -1]);
    expect(problemsOf(dataset)).toContain("membresias.csv A3 dangling-reference");
    expect(problemsOf(dataset).some((problem) => problem.includes("keyless-target"))).toBe(false);
  });
});

describe("decisions about who is one person", () => {
  const decided = (...rows: readonly (readonly string[])[]): Given => ({
    name: "identidades.csv",
    lines: [["persona", "otra", "decisión", "fecha", "nota"], ...rows],
  });
  const standIns = (...rows: readonly (readonly string[])[]) => {
    const { dataset, problems } = referred(["p4", "p5"], decided(...rows));
    return { standIns: [...dataset.tables.get("people")!.standIns], problems, dataset };
  };

  test("a row counts as the other one's, and references to it lead there", () => {
    const { dataset, rows } = referred(["p4", "p5", "Luis Soto"], decided(["p4", "p5", "misma"]));
    expect([...dataset.tables.get("people")!.standIns]).toEqual([-1, -1, -1, -1, 3, -1]);
    expect(dataset.tables.get("people")!.length).toBe(6);
    expect(rows).toEqual([3, 3, 3]);
    expect(problemsOf(dataset)).toContain("personas.csv 6 same-person");
  });

  test("chains lead to one row", () => {
    expect(standIns(["p5", "p4", "same"], ["p4", "p6", "same"]).standIns).toEqual([-1, -1, -1, 4, -1, 4]);
  });

  test("the persons may be named by any of their keys", () => {
    expect(standIns(["Jose Rio", "ana@ejemplo.cl", "misma"]).standIns).toEqual([1, -1, -1, -1, -1, -1]);
  });

  test("a contradiction, direct or over a third one, joins nobody and stands at its cell", () => {
    const direct = standIns(["p4", "p5", "misma"], ["p5", "p4", "distinta"]);
    expect(direct.standIns.every((row) => row === -1)).toBe(true);
    expect(direct.problems).toContain("identidades.csv B3 contradictory-decision");
    const around = standIns(
      ["p4", "p5", "misma"],
      ["p5", "p6", "misma"],
      ["p4", "p6", "distinta"],
      ["p1", "p2", "misma"],
    );
    expect(around.standIns).toEqual([-1, 0, -1, -1, -1, -1]);
    expect(around.problems).toContain("identidades.csv B4 contradictory-decision");
  });

  test("unknown people, several candidates and unknown words are problems at their cells", () => {
    const { problems, standIns: found } = standIns(
      ["p4", "p99", "misma"],
      ["Luis Soto", "p1", "misma"],
      ["p4", "p5", "quizás"],
    );
    expect(found.every((row) => row === -1)).toBe(true);
    expect(problems).toEqual(
      expect.arrayContaining([
        "identidades.csv B2 decision-without-person",
        "identidades.csv A3 ambiguous-decision",
        "identidades.csv C4 unknown-value",
      ]),
    );
  });

  test("a table of decisions without its columns says which", () => {
    const { problems } = referred(["p4"], {
      name: "identities.csv",
      lines: [
        ["person", "note"],
        ["p1", ""],
      ],
    });
    expect(problems.filter((problem) => problem.includes("identities.csv"))).toEqual([
      "identities.csv mapped-column-missing",
      "identities.csv mapped-column-missing",
    ]);
  });
});
