import { describe, expect, it } from "vitest";
import { formatAddress } from "../../src/records/address.ts";
import type { Records } from "../../src/records/rows.ts";
import type { Parts } from "../../src/results/result.ts";
import { explain } from "../../src/receipt/explain.ts";
import type { LeftOut } from "../../src/receipt/receipt.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { dataset, SECTION } from "../evaluate/section.ts";

const RECORDS: Records = {
  people: [{ id: "p1" }, { id: "p2" }],
  groups: [
    { id: "g1", type: "local", region: "CL-VS" },
    { id: "g2", type: null, region: "CL-RM" },
    { id: "g3", type: "locale", region: "CL-RM" },
  ],
  activities: [
    { id: "a1", date: "2025-02-01", group: "g1", region: null, commune: null },
    { id: "a2", date: "2025-03-01", group: "g2", region: null, commune: null },
    { id: "a3", date: "31/02/2025", group: "g1", region: null, commune: null },
    { id: "a4", date: "2024-12-31", group: "g1", region: null, commune: null },
    { id: "a5", date: "2025-03-02", group: "g3", region: null, commune: null },
    { id: "a6", date: "2025-03-03", group: "g9", region: null, commune: null },
  ],
  participations: [
    { person: "p1", activity: "a1", status: "registered" }, // 1: the weaker of two
    { person: "p1", activity: "a1", status: "attended" }, // 2: counts
    { person: "p2", activity: "a1", status: "no-show" }, // 3: not attended
    { person: "p2", activity: "a2", status: "attended" }, // 4: nobody knows the group's type
    { person: "p2", activity: "a3", status: "attended" }, // 5: no day that exists
    { person: "p2", activity: "a4", status: "attended" }, // 6: before the period
    { person: "p9", activity: "a1", status: "attended" }, // 7: nobody
    { person: "p1", activity: "a5", status: "attended" }, // 8: the group's type cannot be read
    { person: "p1", activity: "a6", status: "attended" }, // 9: there is no such group
    { person: "p1", activity: "a2", status: "no-show" }, // 10: not attended, whatever the group's type
  ],
};

type Id = keyof typeof aiChile20242030.indicators;

const explained = (records: Records, indicator: Id, period: string, by: Parts = {}) =>
  explain(dataset(records), {
    strategy: aiChile20242030,
    section: SECTION,
    asOf: "2025-12-31",
    indicator,
    period,
    by,
  });

const participants = (by: Parts = {}) => explained(RECORDS, "o1.participants", "2025-Q1", by);

const nameOf = ({ code, condition }: LeftOut): string =>
  condition === undefined ? code : `${code}: ${condition.en.replaceAll(" (*)", "")}`;

describe("explain", () => {
  it("accounts for every row, each with its first reason, in the order of the tests", () => {
    const { result, aggregates } = participants();
    expect(result).toMatchObject({ state: "value", value: 1 });
    const [aggregate] = aggregates;
    expect(aggregate).toMatchObject({ function: "distinct", table: "participations", counts: "people", value: 1 });
    expect(aggregate!.counted.map(({ address }) => address.row)).toEqual([2]);
    expect(aggregate!.leftOut.map((group) => [nameOf(group), group.rows.map(({ address }) => address.row)])).toEqual([
      ["no-reference", [7]],
      ["repeated-participation", [1]],
      ["no-date", [5]],
      ["outside-window", [6]],
      ["condition: the participation was attended", [3, 10]],
      ["unknown: the type of the group of the activity is «Local groups»", [4, 8, 9]],
    ]);
  });

  it("points at the cell that should have said it, in whatever table, and at what is wrong with it", () => {
    const cells = participants().aggregates[0]!.leftOut.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.cells.map(({ address, column, isEmpty, problems }) => [
          row.address.row,
          formatAddress(address),
          column,
          isEmpty,
          problems.map(({ code }) => code),
        ]),
      ),
    );
    expect(cells).toEqual([
      [7, "participations 7", "person", true, ["dangling-reference"]],
      [5, "activities 3", "date", true, ["unreadable-day"]],
      [4, "groups 2", "type", true, []],
      [8, "groups 3", "type", true, ["unknown-value"]],
      [9, "activities 6", "group", true, ["dangling-reference"]],
    ]);
  });

  it("knows what a row is about, and which one stands for a repeated one", () => {
    const [aggregate] = participants().aggregates;
    const [counted] = aggregate!.counted;
    expect(counted).toMatchObject({ key: ["p1", "a1"], id: null, person: "p1", value: "p1" });
    expect(aggregate!.subjects).toMatchObject([{ id: "p1", address: { source: "people", row: 1 } }]);
    const repeated = aggregate!.leftOut.find(({ code }) => code === "repeated-participation")!.rows[0]!;
    expect(repeated.standIn!.address.row).toBe(2);
    expect(counted!.standIn).toBeUndefined();
  });

  it("tells rows of another part apart", () => {
    const { result, aggregates } = participants({ region: "CL-RM" });
    expect(result).toMatchObject({ value: 0, by: { region: "CL-RM" } });
    expect(aggregates[0]!.leftOut.find(({ code }) => code === "other-part")?.rows).toHaveLength(1);
  });

  it("shows the participations behind each recurrent person, and which part of the condition others fail", () => {
    const days = ["2025-01-10", "2025-02-10", "2025-02-11", "2025-02-12"];
    const records: Records = {
      people: [
        { id: "p1", relation: "activist", joinedOn: null, leftOn: null },
        { id: "p2", relation: "activist", joinedOn: null, leftOn: null },
        { id: "p3", relation: "activist", joinedOn: null, leftOn: null },
        { id: "p4", relation: "contact", joinedOn: null, leftOn: null },
      ],
      activities: days.map((date, index) => ({ id: `a${index + 1}`, date })),
      participations: [
        ...["a1", "a2", "a3"].map((activity) => ({ person: "p1", activity, status: "attended" })), // 1-3
        ...["a1", "a2"].map((activity) => ({ person: "p2", activity, status: "attended" })), // too few
        ...["a2", "a3", "a4"].map((activity) => ({ person: "p3", activity, status: "attended" })), // one month
        { person: "p1", activity: "a4", status: "no-show" },
      ],
    };
    const { aggregates, definition } = explained(records, "o1.recurrent", "2025");
    const [aggregate] = aggregates;
    expect(aggregate!.counted.map(({ id }) => id)).toEqual(["p1"]);
    const [behind, ...more] = aggregate!.counted[0]!.linked;
    expect(more).toEqual([]);
    expect(behind!.table).toBe("participations");
    expect(behind!.rows.map(({ address }) => address.row)).toEqual([1, 2, 3]);
    expect(behind!.numbers.map(({ value }) => value)).toEqual([3, 2]);
    expect(behind!.numbers[0]!.sentence.en).toBe(
      "the number of participations of the person that were attended in the last 12 (*) months",
    );
    expect(aggregate!.leftOut.map((group) => [nameOf(group), group.rows.map(({ id }) => id)])).toEqual([
      ["condition: the person is recurrent: the person is registered", ["p4"]],
      [
        "condition: the person is recurrent: there are at least 3 participations of the person that were attended in the last 12 months",
        ["p2"],
      ],
      [
        "condition: the person is recurrent: there are at least 2 different months of the date of the activity in participations of the person that were attended in the last 12 months",
        ["p3"],
      ],
    ]);
    expect(definition.predicates.map(({ name, label }) => [name, label.en])).toEqual([
      ["participations.attended", "the participation was attended"],
      ["people.recurrent", "the person is recurrent"],
      ["people.registered", "the person is registered"],
    ]);
  });

  it("counts of two distributions the known parts alone, and says in which each row lies", () => {
    const records: Records = {
      people: [
        { id: "p1", relation: null, joinedOn: null, leftOn: null, region: "CL-VS" },
        { id: "p2", relation: null, joinedOn: null, leftOn: null, region: null },
      ],
      populations: [{ place: "05101", year: 2024, base: "census-2024", inhabitants: 10 }],
    };
    const { result, aggregates } = explained(records, "x.dissimilarity", "2025");
    expect(result).toMatchObject({ value: 0 });
    expect(aggregates.map(({ by, value }) => [by, value])).toEqual([
      ["region", 1],
      ["region", 10],
    ]);
    expect(aggregates[0]!.counted.map(({ id, parts }) => [id, parts])).toEqual([["p1", ["CL-VS"]]]);
    expect(aggregates[0]!.leftOut.map(({ code, rows }) => [code, rows.map(({ id }) => id)])).toEqual([
      ["unknown-part", ["p2"]],
    ]);
  });

  it("says what is assumed, also for the parts, and the definition in both languages", () => {
    const { assumptions, definition } = participants();
    expect(assumptions.map(({ name }) => name)).toEqual(["attendance_without_status", "territorial_groups"]);
    expect(assumptions[1]).toMatchObject({ value: ["local"], since: "2024-01-01" });
    expect(definition.formula.es).toContain("distintas(participaciones.persona donde asistio");
    const people = { id: "p1", birthdate: "2000-01-01" };
    const banded = explained({ ...RECORDS, people: [people] }, "o1.participants", "2025", { age_band: null });
    expect(banded.assumptions.map(({ name }) => name)).toContain("age_bands");
  });

  it("tells a spell that begins later from one that was over, and points at the days that make none", () => {
    const person = (id: string, joinedOn: string | null, leftOn: string | null) => ({
      id,
      relation: null,
      joinedOn,
      leftOn,
    });
    const { aggregates } = explained(
      {
        people: [
          person("p1", "2024-01-01", null),
          person("p2", "2025-07-01", null),
          person("p3", null, "2025-03-30"),
          person("p4", "2025-03-01", "2025-02-01"),
        ],
      },
      "o1.registered",
      "2025-Q1",
    );
    expect(aggregates[0]!.counted.map(({ id }) => id)).toEqual(["p1"]);
    expect(aggregates[0]!.leftOut.map(({ code, rows }) => [code, rows.map(({ id }) => id)])).toEqual([
      ["empty-spell", ["p4"]],
      ["not-begun", ["p2"]],
      ["over", ["p3"]],
    ]);
    const { cells } = aggregates[0]!.leftOut[0]!.rows[0]!;
    expect(cells.map(({ column, isEmpty, problems }) => [column, isEmpty, problems.map(({ code }) => code)])).toEqual([
      ["joined_on", false, []],
      ["left_on", false, ["reversed-spell"]],
    ]);
    const { aggregates: agreements } = explained(
      {
        organizations: [{ id: "o1" }],
        agreements: [{ id: "c1", organization: "o1", signedOn: null, expiresOn: null }],
      },
      "o4.agreements",
      "2025",
    );
    const [unsigned] = agreements[0]!.leftOut;
    expect([unsigned!.code, unsigned!.rows[0]!.cells.map(({ column }) => column)]).toEqual([
      "empty-spell",
      ["signed_on"],
    ]);
  });

  it("marks a distinct count of personal cells", () => {
    const strategy = extendStrategy(aiChile20242030, {
      id: "other",
      label: { es: "Otra", en: "Other" },
      indicators: { "x.names": { label: { es: "Nombres", en: "Names" }, formula: "distinct(people.name at end)" } },
    });
    const options = { strategy, section: SECTION, asOf: "2025-12-31", period: "2025" };
    const records = dataset({ people: [{ id: "p1", name: "Ana", joinedOn: null, leftOn: null }] });
    const [names] = explain<string>(records, { ...options, indicator: "x.names" }).aggregates;
    expect(names).toMatchObject({ personal: true, counts: null, value: 1 });
    expect(participants().aggregates[0]).toMatchObject({ personal: false });
  });

  it("looked at every row where nothing came of it", () => {
    const { result, aggregates } = explained(
      { approvals: [{ id: "s1", activity: "a1", decidedOn: null, requestedOn: null }], activities: [{ id: "a1" }] },
      "x.approval-days",
      "2025",
    );
    expect(result).toMatchObject({ state: "not-applicable", reason: { code: "no-rows" } });
    expect(aggregates[0]).toMatchObject({ value: null, counted: [] });
    expect(aggregates[0]!.leftOut.flatMap(({ rows }) => rows)).toHaveLength(1);
  });

  it("has nothing to account for where there is no value, and refuses what does not exist", () => {
    const missing = explained({}, "o1.participants", "2025");
    expect(missing.result.state).toBe("missing");
    expect(missing.aggregates).toEqual([]);
    expect(() => explained({}, "o1.participants", "2025-Q9")).toThrow(/2025-Q9/);
    expect(() => explained({}, "o1.participants", "2026")).toThrow(/2026/);
    expect(() => explained({}, "o1.participants", "2025", { region: "CL-XX" })).toThrow(/CL-XX/);
  });
});
