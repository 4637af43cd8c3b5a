import { describe, expect, test } from "vitest";
import {
  DatasetBuilder,
  type Dataset,
  formatAddress,
  NONE,
  ROW_STATES,
  type TableName,
  UNKNOWN_PLACE,
} from "../../src/records/index.ts";
import { describeProblem } from "../../src/records/describe-problem.ts";
import { dayOf, NO_DAY } from "../../src/time/day.ts";

const PLACES = [
  { code: "CL-VS", country: "CL", level: "region", name: "Valparaíso", aliases: ["V", "05"] },
  { code: "CL-RM", country: "CL", level: "region", name: "Metropolitana de Santiago", aliases: ["RM", "13"] },
  { code: "05101", country: "CL", level: "commune", name: "Valparaíso", aliases: [], parent: "CL-VS" },
  { code: "13101", country: "CL", level: "commune", name: "Santiago", aliases: [], parent: "CL-RM" },
];
const OPTIONS = { places: PLACES, vocabularies: { groupTypes: ["local", "commission"] } };

type Tables = Partial<Record<TableName, Record<string, (string | number | readonly string[] | null)[]>>>;

const LETTERS = "ABCDEFGHIJ";

const build = (tables: Tables): Dataset => {
  const builder = new DatasetBuilder(OPTIONS);
  for (const [name, columns] of Object.entries(tables)) {
    const names = Object.keys(columns);
    const table = builder.table(name as TableName, names);
    table.beginSource({
      name: `${name}.csv`,
      letters: Object.fromEntries(names.map((column, index) => [column, LETTERS[index]!])),
    });
    table.append({ rows: Object.values(columns)[0]!.map((_, index) => index + 2), columns });
  }
  return builder.build();
};

const cells = (dataset: Dataset, table: TableName, column: string): unknown[] => {
  const data = dataset.tables.get(table)!.columns.get(column)!;
  return data.type === "refs" ? [[...data.offsets], [...data.rows]] : [...data.values];
};
const states = (dataset: Dataset, table: TableName): string[] =>
  [...dataset.tables.get(table)!.states].map((state) => ROW_STATES[state]!);
const problems = (dataset: Dataset): string[] =>
  dataset.problems.map(({ code, address }) => `${formatAddress(address)} ${code}`);

describe("references", () => {
  test("become rows of their table, by trimmed key, whatever the order of the tables", () => {
    const dataset = build({
      participations: { person: ["p2", " p1 ", null], activity: ["a1", "a1", "a1"] },
      people: { id: ["p1", "p2"] },
      activities: { id: ["a1"] },
    });
    expect(cells(dataset, "participations", "person")).toEqual([1, 0, NONE]);
    expect(states(dataset, "participations")).toEqual(["counts", "counts", "no-reference"]);
    expect(problems(dataset)).toEqual(["participations.csv A4 missing-reference"]);
  });

  test("one that leads nowhere is as if empty and reported; a required one takes the row out", () => {
    const dataset = build({
      people: { id: ["p1"], source_organization: ["o9"] },
      organizations: { id: ["o1"] },
      groups: { id: ["g1"] },
      memberships: { person: ["p1", "px"], group: ["g1", "g1"] },
    });
    expect(cells(dataset, "people", "source_organization")).toEqual([NONE]);
    expect(states(dataset, "people")).toEqual(["counts"]);
    expect(states(dataset, "memberships")).toEqual(["counts", "no-reference"]);
    expect(problems(dataset)).toEqual(["people.csv B2 dangling-reference", "memberships.csv A3 dangling-reference"]);
    expect(dataset.problems[1]).toMatchObject({ personal: true, data: { found: "px", target: "people" } });
  });

  test("to a table that is absent are one problem of the column", () => {
    const dataset = build({ activities: { id: ["a1", "a2"], group: ["g1", "g2"] } });
    expect(problems(dataset)).toEqual(["activities.csv B missing-target"]);
    expect(dataset.problems[0]?.data).toEqual({ target: "groups", count: 2 });
  });

  test("to a table without ids are another one", () => {
    const dataset = build({
      groups: { name: ["Norte"] },
      activities: { id: ["a1"], group: ["g1"] },
      people: { id: ["p1"] },
      memberships: { person: [null], group: ["g1"] },
    });
    expect(problems(dataset)).toEqual([
      "memberships.csv B keyless-target",
      "memberships.csv A2 missing-reference",
      "activities.csv B keyless-target",
    ]);
    const told = (language: "es" | "en") =>
      dataset.problems.map((problem) => describeProblem(problem, language).message);
    expect(told("es")).toEqual([
      "una celda se refiere a la tabla Grupos, que no tiene la columna Id: la fila no cuenta",
      "la celda de Persona está vacía: la fila no cuenta",
      "una celda se refiere a la tabla Grupos, que no tiene la columna Id: cuenta como vacía",
    ]);
    expect(told("en")[0]).toBe("one cell refers to the table Groups, which has no column Id: the row does not count");
  });

  test("a required column that is absent takes every row out, and says so", () => {
    const dataset = build({ people: { id: ["p1"] }, participations: { person: ["p1"] } });
    expect(states(dataset, "participations")).toEqual(["no-reference"]);
    expect(problems(dataset)).toEqual(["participations.csv missing-column"]);
  });

  test("several in one cell: each once, those that lead nowhere left out", () => {
    const dataset = build({
      activities: { id: ["a1", "a2", "a3"], organizations: [["o2", "o1", "o2"], null, ["o9", "o1"]] },
      organizations: { id: ["o1", "o2"] },
    });
    expect(cells(dataset, "activities", "organizations")).toEqual([
      [0, 2, 2, 3],
      [1, 0, 0],
    ]);
    expect(problems(dataset)).toEqual(["activities.csv B4 dangling-reference"]);
  });

  test("the first row of a key stands for it", () => {
    const dataset = build({
      people: { id: ["p1", "p1"], gender: ["f", "m"] },
      activities: { id: ["a1"] },
      participations: { person: ["p1"], activity: ["a1"] },
    });
    expect(cells(dataset, "participations", "person")).toEqual([0]);
  });
});

describe("places", () => {
  test("by code, name or alias at the column's level; else unknown, which is not empty", () => {
    const dataset = build({
      people: {
        id: ["a", "b", "c", "d", "e", "f"],
        region: ["CL-VS", "valparaiso", "rm", "13101", "Narnia", null],
        commune: ["05101", "Valparaíso", "5101", "CL-VS", "santiago", ""],
      },
    });
    expect(cells(dataset, "people", "region")).toEqual([0, 0, 1, UNKNOWN_PLACE, UNKNOWN_PLACE, NONE]);
    expect(cells(dataset, "people", "commune")).toEqual([2, 2, 2, UNKNOWN_PLACE, 3, NONE]);
    expect(problems(dataset)).toEqual([
      "people.csv B5 unknown-place",
      "people.csv C5 unknown-place",
      "people.csv B6 unknown-place",
    ]);
  });

  test("the section's places become the table `places`, with their parents", () => {
    const dataset = build({ people: { id: ["p1"] } });
    expect(cells(dataset, "places", "code")).toEqual(["CL-VS", "CL-RM", "05101", "13101"]);
    expect(cells(dataset, "places", "parent")).toEqual([NONE, NONE, 0, 1]);
  });

  test("a table `places` of the records is the geography instead", () => {
    const dataset = build({
      people: { id: ["p1", "p2"], region: ["PE-LIM", "CL-RM"] },
      places: { code: ["PE-LIM"], level: ["region"], name: ["Lima"] },
    });
    expect(cells(dataset, "people", "region")).toEqual([0, UNKNOWN_PLACE]);
    expect(dataset.tables.get("places")?.length).toBe(1);
  });

  test("a name that several places bear is never a coin toss", () => {
    const dataset = build({
      people: { id: ["p1"], commune: ["Santa Rosa"] },
      places: { code: ["1", "2"], level: ["commune", "commune"], name: ["Santa Rosa", "Santa Rosa"] },
    });
    expect(cells(dataset, "people", "commune")).toEqual([UNKNOWN_PLACE]);
    expect(dataset.problems[0]).toMatchObject({ code: "ambiguous-place", data: { candidates: ["1", "2"] } });
  });
});

describe("repeated rows", () => {
  test("an identical repeat counts once, of differing ones the first stands, a row without an id counts", () => {
    const dataset = build({
      people: { id: ["p1", "p1", "p1", null, null], gender: ["f", "f", "m", "f", "f"] },
    });
    expect(states(dataset, "people")).toEqual(["counts", "repeated-row", "conflicting-row", "counts", "counts"]);
    expect([...dataset.tables.get("people")!.standIns]).toEqual([NONE, 0, 0, NONE, NONE]);
    expect(problems(dataset)).toEqual([
      "people.csv 3 repeated-row",
      "people.csv 4 conflicting-row",
      "people.csv A5 missing-key",
      "people.csv A6 missing-key",
    ]);
    expect(dataset.problems[0]?.data).toEqual({ first: 2 });
  });

  test("of one person's participations in one activity the strongest status stands, the first among equals", () => {
    const dataset = build({
      people: { id: ["p1"] },
      activities: { id: ["a1", "a2"] },
      participations: {
        person: Array.from({ length: 7 }, () => "p1"),
        activity: ["a1", "a1", "a1", "a1", "a2", "a2", "a2"],
        status: [null, "registered", "attended", "attended", "cancelled", "no-show", "cancelled"],
      },
    });
    expect(states(dataset, "participations").map((state) => state === "counts")).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
    expect([...dataset.tables.get("participations")!.standIns]).toEqual([2, 2, NONE, 2, 5, NONE, 5]);
    expect(dataset.problems.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => "repeated-participation"));
  });

  test("two ids that resolve to one person make one participation", () => {
    const dataset = build({
      people: { id: ["p1"] },
      activities: { id: ["a1"] },
      participations: { person: ["p1", " p1"], activity: ["a1", "a1"] },
    });
    expect(states(dataset, "participations")).toEqual(["counts", "repeated-participation"]);
  });

  test("rows without their required reference take no part, unless they have an id of their own", () => {
    const dataset = build({
      people: { id: ["p1"] },
      activities: { id: ["a1"] },
      participations: { person: ["px", "px", "p1"], activity: ["a1", "a1", "a1"] },
      organizations: { id: ["o1"] },
      agreements: { id: ["c1", "c1"], organization: ["ox", "o1"] },
    });
    expect(states(dataset, "participations")).toEqual(["no-reference", "no-reference", "counts"]);
    expect(states(dataset, "agreements")).toEqual(["no-reference", "conflicting-row"]);
  });

  test("a membership's key is person, group and start; two empty starts are equal", () => {
    const dataset = build({
      people: { id: ["p1"] },
      groups: { id: ["g1"] },
      memberships: {
        person: ["p1", "p1", "p1", "p1"],
        group: ["g1", "g1", "g1", "g1"],
        from: [null, 10, null, null],
        role: ["member", "member", "coordinator", "member"],
      },
    });
    expect(states(dataset, "memberships")).toEqual(["counts", "counts", "conflicting-row", "repeated-row"]);
  });

  test("composite keys of texts and numbers", () => {
    const dataset = build({
      targets: {
        indicator: ["o1", "o1", "o1"],
        period: ["2025", "2026", "2025"],
        kind: ["annual", "annual", "annual"],
        target: [5, 5, 6],
      },
      populations: { place: ["CL-RM", "rm", "CL-VS"], year: [2024, 2024, 2024], inhabitants: [1, 1, 1] },
    });
    expect(states(dataset, "targets")).toEqual(["counts", "counts", "conflicting-row"]);
    // Keys are compared as what they resolve to, contents as they are written.
    expect(states(dataset, "populations")).toEqual(["counts", "conflicting-row", "counts"]);
  });
});

describe("cells", () => {
  test("a spell that ends before it starts still counts and is reported at its end", () => {
    const dataset = build({
      people: { id: ["p1", "p2"], joined_on: [dayOf(2025, 3, 2), 5], left_on: [dayOf(2025, 3, 1), 5] },
    });
    expect(states(dataset, "people")).toEqual(["counts", "counts"]);
    expect(problems(dataset)).toEqual(["people.csv C2 reversed-spell"]);
    expect(dataset.problems[0]?.data).toEqual({ start: "2025-03-02", end: "2025-03-01" });
  });

  test("empty cells and values outside the list", () => {
    const dataset = build({
      groups: { id: ["g1", "g2", "g3"], type: ["commission", "club", null], founded_on: [null, 1, 2] },
      activities: { id: ["a1", "a2"], hours: [null, 1.5], name: ["  ", " x "] },
    });
    expect(cells(dataset, "groups", "type")).toEqual([1, NONE, NONE]);
    expect(cells(dataset, "groups", "founded_on")).toEqual([NO_DAY, 1, 2]);
    expect(cells(dataset, "activities", "hours")).toEqual([Number.NaN, 1.5]);
    expect(cells(dataset, "activities", "name")).toEqual([null, "x"]);
    expect(problems(dataset)).toEqual(["groups.csv B3 unknown-value"]);
  });

  test("several sources feed one table; columns that only one has are empty in the others", () => {
    const builder = new DatasetBuilder(OPTIONS);
    const first = builder.table("people", ["id"]);
    first.beginSource({ name: "norte.csv", letters: { id: "A" } });
    first.append({ rows: [2, 3], columns: { id: ["p1", "p2"] } });
    const second = builder.table("people", ["id", "gender"]);
    second.beginSource({ name: "sur.csv", letters: { gender: "A", id: "B" } });
    second.append({ rows: [2, 9], columns: { id: ["p1", "p3"], gender: ["f", "m"] } });
    const dataset = builder.build();
    const people = dataset.tables.get("people")!;
    expect(cells(dataset, "people", "gender")).toEqual([null, null, "f", "m"]);
    expect(people.address(3, "gender")).toEqual({ source: "sur.csv", row: 9, column: "A" });
    expect(people.address(1)).toEqual({ source: "norte.csv", row: 3 });
    expect(dataset.problems[0]).toMatchObject({ code: "conflicting-row", data: { first: "norte.csv 2" } });
  });

  test("a table that is opened and gets no rows is empty, one that is never opened is absent", () => {
    const builder = new DatasetBuilder(OPTIONS);
    builder.table("people", ["id"]);
    const { tables } = builder.build();
    expect(tables.get("people")?.length).toBe(0);
    expect(tables.has("groups")).toBe(false);
  });

  test("a column that the model does not have is the caller's mistake", () => {
    expect(() => new DatasetBuilder(OPTIONS).table("people", ["shoe_size"])).toThrow(RangeError);
  });
});

test("a long list of one problem is kept short, and every row can still be found", () => {
  const count = 2500;
  const dataset = build({
    people: { id: ["p1"] },
    activities: { id: ["a1"] },
    participations: {
      person: Array.from({ length: count }, (_, index) => (index === 2000 ? "p1" : `x${index}`)),
      activity: Array.from({ length: count }, () => "a1"),
    },
  });
  expect(dataset.problems).toHaveLength(1001);
  const closing = dataset.problems.at(-1)!;
  expect(closing).toMatchObject({
    code: "dangling-reference",
    address: { source: "participations.csv", column: "A" },
    rest: { count: 1499 },
  });
  expect([...closing.rest!.rows]).toEqual([1002, 2001, 2003, 2501]);
});
