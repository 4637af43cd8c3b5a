import { expect, test } from "vitest";
import { datasetOf, describeProblem, futureBirthdates } from "../../src/records/index.ts";
import { dayOf } from "../../src/time/day.ts";

const OPTIONS = { places: [], vocabularies: { groupTypes: ["local"] } };

test("plain objects become columns; a column is there when any row names it", () => {
  const { tables, problems } = datasetOf(
    {
      people: [
        { id: "p1", joinedOn: "2024-03-01" },
        { id: "p2", relation: "staff", joinedOn: null },
      ],
      activities: [],
    },
    OPTIONS,
  );
  const people = tables.get("people")!;
  expect([...people.columns.keys()]).toEqual(["id", "relation", "joined_on"]);
  expect(people.columns.get("joined_on")).toMatchObject({ type: "day" });
  expect(people.columns.get("relation")).toMatchObject({ values: Int8Array.of(-1, 3) });
  expect(tables.get("activities")?.columns.has("headcount")).toBe(true);
  expect(tables.has("groups")).toBe(false);
  expect(problems).toEqual([]);
});

test("what cannot be taken is a problem at table and position, never an exception", () => {
  const { tables, problems } = datasetOf(
    {
      people: [{ id: "p1", birthdate: "1990-02-30" }],
      groups: [{ id: "g1", type: "club" }],
      activities: [{ id: "a1", date: dayOf(2025, 1, 1) as unknown as string, hours: Number.NaN }],
      targets: [{ indicator: "o1.participants", period: "2025-Q9" }, { period: "2025-s1" }],
    },
    OPTIONS,
  );
  expect(problems.map(({ code, address, field }) => [code, address.source, address.row, field])).toEqual([
    ["unreadable-day", "people", 1, "birthdate"],
    ["unknown-value", "groups", 1, "type"],
    ["unreadable-day", "activities", 1, "date"],
    ["unreadable-number", "activities", 1, "hours"],
    ["unreadable-period", "targets", 1, "period"],
  ]);
  expect(tables.get("targets")?.columns.get("period")).toMatchObject({ values: [null, "2025-S1"] });
});

test("a personal cell is named, not shown, where the output is shared", () => {
  const [problem] = datasetOf({ people: [{ id: "p1", birthdate: "31/02/1990" }] }, OPTIONS).problems;
  expect(describeProblem(problem!, "es").message).toContain("«31/02/1990»");
  expect(describeProblem(problem!, "es", { shared: true }).message).not.toContain("1990");
  expect(describeProblem(problem!, "en")).toMatchObject({ where: "people 1", severity: "error" });
});

test("a problem names tables and columns in the reader's language", () => {
  const { problems } = datasetOf(
    { people: [{ id: "p1" }], participations: [{ person: "p1" }, { person: "p2" }] },
    OPTIONS,
  );
  expect(problems.map((problem) => describeProblem(problem, "es").message)).toEqual([
    "no tiene la columna Actividad: ninguna de sus filas puede contar",
    "«p2» no está en Personas: la fila no cuenta",
  ]);
});

test("a birthdate after the last day that counts is a problem of that day", () => {
  const dataset = datasetOf({ people: [{ id: "p1", birthdate: "2026-07-01" }, { id: "p2" }] }, OPTIONS);
  expect(futureBirthdates(dataset, dayOf(2026, 7, 1))).toEqual([]);
  expect(futureBirthdates(dataset, dayOf(2026, 6, 30))).toMatchObject([
    { code: "future-birthdate", address: { row: 1 } },
  ]);
});
