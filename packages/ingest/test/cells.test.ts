import { dayOf, describeProblem, formatDay, NONE, UNKNOWN_PLACE } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { describe, expect, test } from "vitest";
import { Ingest } from "../src/index.ts";
import { cellsOf, problemsOf, read, readColumn } from "./read.ts";

const NO_DAY = -0x8000_0000;
const days = (texts: readonly string[]): readonly (string | null)[] =>
  readColumn("people", "birthdate", texts).cells.map((day) => (day === NO_DAY ? null : formatDay(day as number)));

describe("days", () => {
  test.each([
    ["2025-03-01", "2025-03-01"],
    ["2025-3-1", "2025-03-01"],
    ["2025/03/01", "2025-03-01"],
    ["01-03-2025", "2025-03-01"],
    ["1/3/2025", "2025-03-01"],
    ["1.3.2025", "2025-03-01"],
    ["29/02/2024", "2024-02-29"],
    ["2025-03-01 23:59", "2025-03-01"],
    ["2025-03-01T23:59:59.123", "2025-03-01"],
    ["1/3/2025 9:05:00", "2025-03-01"],
    ["1/3/2025, 9:05 p. m.", "2025-03-01"],
    // Instants become the day that it then is in America/Santiago.
    ["2026-01-01T01:30:00Z", "2025-12-31"],
    ["2025-12-31T23:30:00-05:00", "2026-01-01"],
    ["\u00A0 01-03-2025\uFEFF", "2025-03-01"],
  ])("%j is %s", (text, day) => {
    expect(days([text])).toEqual([day]);
  });

  test.each([
    ["31/02/2025", "unreadable-day"],
    ["29-02-2025", "unreadable-day"],
    ["2025-13-01", "unreadable-day"],
    ["01-03/2025", "unreadable-day"],
    ["01/03/25", "two-digit-year"],
    ["marzo", "unreadable-day"],
    ["00-00-0000", "unreadable-day"],
    ["2025-03-01T25:00:00Z", "unreadable-day"],
    ["marzo 2025", "month-alone"],
    ["31 de febrero de 2025", "unreadable-day"],
    ["12345", "unreadable-day"],
  ])("%j is the problem %s, and empty", (text, code) => {
    const { cells, problems } = readColumn("activities", "date", ["2025-01-01", text]);
    expect(cells).toEqual([dayOf(2025, 1, 1), NO_DAY]);
    expect(problems).toEqual([`activities.csv A3 ${code}`]);
  });
});

describe("days in words", () => {
  test.each([
    ["31 de marzo de 2025", "2025-03-31"],
    ["1º de mayo de 2025", "2025-05-01"],
    ["lunes 31 de marzo del 2025", "2025-03-31"],
    ["31-mar-2025", "2025-03-31"],
    ["3 Set. 2025", "2025-09-03"],
    ["March 31, 2025", "2025-03-31"],
    ["31 de março de 2025", "2025-03-31"],
    ["Santiago, 31 de marzo de 2025", "2025-03-31"],
  ])("%j is %s", (text, day) => {
    expect(days([text])).toEqual([day]);
  });

  test.each([
    ["21 al 23 de enero de 2025", "2025-01-21"],
    ["Santiago, 21 al 23 de enero de 2025", "2025-01-21"],
    ["30 y 31 de octubre de 1997", "1997-10-30"],
    ["del 30 de enero al 2 de febrero de 2025", "2025-01-30"],
    ["21-23 enero 2025", "2025-01-21"],
    ["2025-01-21/2025-01-23", "2025-01-21"],
    ["2024-12-31T22:00:00-03:00/2025-01-01T02:00:00-03:00", "2024-12-31"],
  ])("%j: an activity of several days is told on the first, with a word", (text, day) => {
    const { cells, problems } = readColumn("activities", "date", [text]);
    expect(cells.map((cell) => formatDay(cell as number))).toEqual([day]);
    expect(problems).toEqual(["activities.csv A2 several-days"]);
    // Anything else begins or ends on one day.
    expect(readColumn("people", "joined_on", [text]).problems).toEqual(["people.csv A2 unreadable-day"]);
  });

  test("what begins and ends on one day is that day, and what ends before it begins is none", () => {
    expect(days(["2025-01-21T10:00:00-03:00/2025-01-21T12:00:00-03:00", "2025-01-21/2025-01-21"])).toEqual([
      "2025-01-21",
      "2025-01-21",
    ]);
    const { problems } = readColumn("activities", "date", ["2025-01-23/2025-01-21"]);
    expect(problems).toEqual(["activities.csv A2 unreadable-day"]);
  });

  test("a spreadsheet's serial number is read, with a warning", () => {
    const { cells, problems } = readColumn("activities", "date", ["45000", "45000.75"]);
    expect(cells.map((cell) => formatDay(cell as number))).toEqual(["2023-03-15", "2023-03-15"]);
    expect(problems).toEqual(["activities.csv A2 serial-day", "activities.csv A3 serial-day"]);
  });
});

describe("the order of dates with slashes", () => {
  const readDates = (texts: readonly string[], mapping = {}) => {
    const { cells, problems } = readColumn("activities", "date", texts, mapping);
    return [cells.map((cell) => (cell === NO_DAY ? null : formatDay(cell as number))), problems];
  };

  test("the day comes first where nothing shows otherwise", () => {
    expect(readDates(["03/04/2025", "31/12/2025"])).toEqual([["2025-04-03", "2025-12-31"], []]);
    expect(readDates(["03/04/2025"])).toEqual([["2025-04-03"], []]);
  });

  test("a column that makes sense with the month first alone is read so, and says it", () => {
    expect(readDates(["03/04/2025", "12/31/2025", "05/05/2025"])).toEqual([
      ["2025-03-04", "2025-12-31", "2025-05-05"],
      ["activities.csv A month-first"],
    ]);
  });

  test("where the column shows both orders, a date that reads two ways is a problem", () => {
    expect(readDates(["03/04/2025", "12/31/2025", "31/12/2025", "05/05/2025", "01-02-2025"])).toEqual([
      [null, "2025-12-31", "2025-12-31", "2025-05-05", "2025-02-01"],
      ["activities.csv A2 ambiguous-day"],
    ]);
  });

  test("what minga.yaml says stands", () => {
    expect(readDates(["03/04/2025", "12/31/2025"], { dates: "dmy" })).toEqual([
      ["2025-04-03", null],
      ["activities.csv A3 unreadable-day"],
    ]);
    expect(readDates(["03/04/2025", "31/12/2025"], { dates: "mdy" })).toEqual([
      ["2025-03-04", null],
      ["activities.csv A3 unreadable-day"],
    ]);
  });
});

test("a RUT is kept as it is written; a wrong check digit is a warning where the section asks for it", () => {
  const ids = ["12.345.678-5", "123456785", "7654321-6", "12.345.678-9", "AB123456", "11111112-3"];
  const ingest = new Ingest({ section: { ...defaultSection, nationalId: "rut" }, groupTypes: [] });
  const reader = ingest.open({ source: "personas.csv", header: ["Id", "RUT"] })!;
  reader.push({ rows: ids.map((_, index) => index + 2), columns: [ids.map((_, index) => `p${index}`), ids] });
  reader.end();
  const { dataset } = ingest.finish();
  expect(cellsOf(dataset, "people", "national_id")).toEqual(ids);
  expect(problemsOf(dataset)).toEqual(["personas.csv B5 wrong-check-digit", "personas.csv B7 wrong-check-digit"]);
  expect(dataset.problems[0]).toMatchObject({ personal: true });
  expect(readColumn("people", "national_id", ids).problems).toEqual([]);
});

describe("numbers", () => {
  test.each([
    ["12", 12],
    ["-3", -3],
    ["1.5", 1.5],
    ["1,5", 1.5],
    ["0,125", 0.125],
    ["0.125", 0.125],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1.234.567", 1_234_567],
    ["1,234,567", 1_234_567],
    ["1 234 567,25", 1_234_567.25],
    ["12345.678", 12_345.678],
    ["1e3", 1000],
  ])("%j is %d", (text, number) => {
    expect(readColumn("activities", "hours", [text])).toMatchObject({ cells: [number], problems: [] });
  });

  test.each([
    ["1.234", "ambiguous-number"],
    ["1,234", "ambiguous-number"],
    ["12.34.5", "unreadable-number"],
    ["45 asistentes", "unreadable-number"],
    ["1.5 h", "unreadable-number"],
    ["--", "unreadable-number"],
    ["NaN", "unreadable-number"],
    ["0x10", "unreadable-number"],
    ["1e999", "unreadable-number"],
    ["#REF!", "unreadable-number"],
  ])("%j is the problem %s, and empty", (text, code) => {
    const { cells, problems } = readColumn("activities", "headcount", [text]);
    expect(cells).toEqual([Number.NaN]);
    expect(problems).toEqual([`activities.csv A2 ${code}`]);
  });

  test("what reads two ways is read as the mapping says", () => {
    expect(readColumn("activities", "hours", ["1.234"], { numbers: "es" }).cells).toEqual([1234]);
    expect(readColumn("activities", "hours", ["1.234"], { numbers: "en" }).cells).toEqual([1.234]);
    expect(readColumn("activities", "hours", ["1,234"], { numbers: "es" }).cells).toEqual([1.234]);
    expect(readColumn("activities", "hours", ["1,5"], { numbers: "en" }).problems).toEqual([
      "activities.csv A2 unreadable-number",
    ]);
  });

  test("an ambiguous one says both readings", () => {
    const { dataset } = readColumn("activities", "hours", ["1.234"]);
    expect(dataset.problems[0]?.data).toEqual({ found: "1.234", grouped: "1234", decimal: "1.234" });
  });

  test("years have four digits", () => {
    const { cells, problems } = readColumn("projects", "year", ["2025", "25", "2025.5"]);
    expect(cells).toEqual([2025, Number.NaN, Number.NaN]);
    expect(problems).toHaveLength(2);
  });
});

describe("words", () => {
  test("participation status by value, label, alias, Sí and No", () => {
    const texts = [
      "attended",
      "Asistió",
      "SI",
      "sí",
      "no",
      "No asistió",
      "Inscrita",
      "canceló",
      "no-show",
      "",
      "tal vez",
    ];
    const { dataset } = read(
      { name: "personas.csv", lines: [["Id"], ...texts.map((_, index) => [`p${index}`])] },
      { name: "actividades.csv", lines: [["Id"], ["a1"]] },
      {
        name: "Participaciones.csv",
        lines: [["Persona", "Actividad", "Estado"], ...texts.map((text, index) => [`p${index}`, "a1", text])],
      },
    );
    expect(cellsOf(dataset, "participations", "status")).toEqual([
      "attended",
      "attended",
      "attended",
      "attended",
      "no-show",
      "no-show",
      "registered",
      "cancelled",
      "no-show",
      null,
      null,
    ]);
    expect(problemsOf(dataset)).toEqual(["Participaciones.csv C12 unknown-value"]);
    expect(dataset.problems.find(({ code }) => code === "unknown-value")?.data).toMatchObject({
      found: "tal vez",
      expected: [{ es: "Asistió" }, { es: "Inscrita" }, { es: "No asistió" }, { es: "Cancelada" }],
    });
  });

  test("group types are the strategy's, by its labels and aliases", () => {
    const { cells, problems } = readColumn("groups", "type", ["local", "Comisión Ad-Hoc", "NUCLEO", "coro"]);
    expect(cells).toEqual(["local", "commission", "local", null]);
    expect(problems).toEqual(["groups.csv A5 unknown-value"]);
  });

  test("one that is not in the list names the list, and what was probably meant, in the reader's language", () => {
    const { dataset } = readColumn("activities", "kind", ["Tallerr", "xyz", "?"]);
    const told = (language: "es" | "en") =>
      dataset.problems.map((problem) => describeProblem(problem, language).message);
    expect(told("es")[0]).toBe(
      "«Tallerr» no es ninguno de: Acción, Taller, Taller de bienvenida, Reunión de presentación, Reunión de seguimiento, " +
        "Reunión con organizaciones, Monitoreo, Otra; cuenta como vacío; ¿quisiste decir «Taller»?",
    );
    expect(told("en")[0]).toMatch(/^«Tallerr» is none of: Action, Workshop, .*; did you mean «Workshop»\?$/);
    for (const message of told("es").slice(1)) expect(message).toMatch(/Otra; cuenta como vacío$/);
  });

  test("a section's own words come first", () => {
    const values = { kind: { Charla: "workshop", action: "other" } };
    const { cells, problems } = readColumn("activities", "kind", ["charla", "action", "Taller"], { values });
    expect(cells).toEqual(["workshop", "other", "workshop"]);
    expect(problems).toEqual([]);
  });

  test("periods in every form, canonical ones out", () => {
    const texts = [
      "2025",
      "2025-S1",
      "2025-s2",
      "2025-Q1",
      "2025-T2",
      "2025 T3",
      "2025-03",
      "span",
      "Estrategia",
      "2025-Q5",
      "2025-13",
    ];
    const { cells, problems } = readColumn("figures", "period", texts);
    expect(cells).toEqual([
      "2025",
      "2025-S1",
      "2025-S2",
      "2025-Q1",
      "2025-Q2",
      "2025-Q3",
      "2025-03",
      "span",
      "span",
      null,
      null,
    ]);
    expect(problems.filter((problem) => problem.endsWith("period"))).toEqual([
      "figures.csv A11 unreadable-period",
      "figures.csv A12 unreadable-period",
    ]);
  });

  test("regions by code, name, short name or number; a code that is not there is unknown, not empty", () => {
    const texts = ["CL-RM", "Metropolitana", "metropolitana de santiago", "13", "Ñuble", "nuble", "", "CL-XX", "13101"];
    const { cells, problems } = readColumn("people", "region", texts);
    expect(new Set(cells.slice(0, 4)).size).toBe(1);
    expect(cells[4]).toBe(cells[5]);
    expect(cells.slice(6)).toEqual([UNKNOWN_PLACE, UNKNOWN_PLACE]);
    expect(problems).toEqual(["people.csv A9 unknown-place", "people.csv A10 unknown-place"]);
  });

  test("a mistyped region says which one was probably meant", () => {
    const { dataset } = readColumn("people", "region", ["Valparaizo", "Región de los Volcanes"]);
    expect(dataset.problems.map((problem) => describeProblem(problem, "es").message)).toEqual([
      "«Valparaizo» no es un lugar de la sección: va a la parte desconocida; ¿quisiste decir «Valparaíso»?",
      "«Región de los Volcanes» no es un lugar de la sección: va a la parte desconocida",
    ]);
  });

  test("communes by code, with or without its leading zero, and by name", () => {
    const { cells, problems } = readColumn("people", "commune", ["01101", "1101", "Iquique", "IQUIQUE"]);
    expect(new Set(cells).size).toBe(1);
    expect(problems).toEqual([]);
  });

  test("several keys in a cell: semicolons, bars, line breaks, else commas", () => {
    const { dataset } = read(
      { name: "organizaciones.csv", lines: [["Id"], ["o1"], ["o2"], ["Red, la"]] },
      {
        name: "actividades.csv",
        lines: [
          ["Id", "Organizaciones"],
          ["a1", "o1; o2"],
          ["a2", "o1|o2"],
          ["a3", "o2, o1"],
          ["a4", "Red, la;"],
        ],
      },
    );
    expect(cellsOf(dataset, "activities", "organizations")).toEqual([0, 1, 0, 1, 1, 0, 2]);
    expect(problemsOf(dataset)).toEqual([]);
  });
});

test("an activity without a date is reported; a decision without one is still to come", () => {
  const { dataset } = read(
    {
      name: "actividades.csv",
      lines: [
        ["Id", "Fecha"],
        ["a1", ""],
        ["a2", "ayer"],
        ["a3", "2025-01-01"],
      ],
    },
    {
      name: "aprobaciones.csv",
      lines: [
        ["Id", "Actividad", "Fecha de solicitud", "Fecha de decisión"],
        ["s1", "a3", "2025-01-01", ""],
      ],
    },
  );
  expect(problemsOf(dataset)).toEqual(["actividades.csv B2 undated-event", "actividades.csv B3 unreadable-day"]);
});

describe("texts", () => {
  test("emoji, right-to-left text and decomposed accents stand as they are", () => {
    const names = ["Zoë 👩🏽‍🚀", "مريم العربي", "José\u0301", "O'Higgins «Pepe»"];
    expect(readColumn("people", "name", names)).toMatchObject({ cells: names, problems: [] });
  });

  test("surrounding spaces of every kind and a byte order mark are no part of a key", () => {
    const { dataset } = read(
      { name: "people.csv", lines: [["\uFEFFid"], ["p1"]] },
      { name: "activities.csv", lines: [["id"], ["a1"]] },
      {
        name: "participations.csv",
        lines: [
          ["person", "activity"],
          ["\u00A0p1\u200B", "\uFEFFa1 "],
        ],
      },
    );
    expect(problemsOf(dataset)).toEqual([]);
  });

  test("a cell of NUL bytes alone is blank", () => {
    const { dataset } = read({ name: "people.csv", lines: [["id"], ["\u0000\u0000"], ["p1"]] });
    expect(cellsOf(dataset, "people", "id")).toEqual(["p1"]);
    expect(problemsOf(dataset)).toEqual([]);
  });

  test("NUL bytes are removed and reported, in headers too", () => {
    const { dataset } = read({ name: "people.csv", lines: [["i\u0000d"], ["p\u00001"]] });
    expect(cellsOf(dataset, "people", "id")).toEqual(["p1"]);
    expect(problemsOf(dataset)).toEqual(["people.csv A2 nul-bytes"]);
  });

  test("a damaged cell of a million letters is cut off in its problem", () => {
    const { dataset } = readColumn("activities", "date", ["x".repeat(1_000_000)]);
    expect(String(dataset.problems[0]?.data.found).length).toBeLessThan(200);
  });

  test("what is found is marked where it is personal", () => {
    const { dataset } = readColumn("people", "birthdate", ["ayer"]);
    expect(dataset.problems.at(-1)).toMatchObject({ code: "unreadable-day", personal: true });
  });

  test("an empty reference is empty", () => {
    const { dataset } = read(
      { name: "grupos.csv", lines: [["Id"], ["g1"]] },
      {
        name: "actividades.csv",
        lines: [
          ["Id", "Grupo"],
          ["a1", "  "],
        ],
      },
    );
    expect(cellsOf(dataset, "activities", "group")).toEqual([NONE]);
  });
});
