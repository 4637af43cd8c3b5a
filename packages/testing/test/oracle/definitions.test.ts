/* oxlint-disable unicorn/consistent-function-scoping -- each helper stands beside the cases that it serves */
import { describe, expect, it } from "vitest";
import { startOfLastMonths } from "../../src/oracle/days.ts";
import { evaluateNaively, listPeriods, ORACLE_DEFINITIONS } from "../../src/oracle/index.ts";
import {
  activity,
  agreement,
  attended,
  cells,
  EMPTY,
  group,
  membership,
  OPTIONS,
  organization,
  parts,
  person,
  total,
} from "./small.ts";

describe("time", () => {
  const ids = (...args: Parameters<typeof listPeriods>) => listPeriods(...args).map((period) => period.id);
  it("lists the periods from the strategy's start to as of", () => {
    expect(ids("quarter", "2024-07-01")).toEqual(["2024-Q1", "2024-Q2", "2024-Q3"]);
    expect(ids("semester", "2024-06-30")).toEqual(["2024-S1"]);
    expect(ids("month", "2024-02-29")).toEqual(["2024-01", "2024-02"]);
    expect(ids("year", "2035-01-01")).toEqual(["2024", "2025", "2026", "2027", "2028", "2029", "2030"]);
    expect(ids("span", "2023-12-31")).toEqual([]);
  });
  it("a period whose last day lies after as of is partial", () => {
    const partial = (asOf: string) => cells({}, "o2.workshops", "2025-Q1", { asOf })[0]?.partial;
    expect(partial("2025-03-31")).toBeUndefined();
    expect(partial("2025-03-30")).toBe(true);
  });
  it("a period holds its first and last day", () => {
    const activities = ["2024-12-31", "2025-01-01", "2025-03-31", "2025-04-01"].map((date, index) =>
      activity(`a${index}`, date, { kind: "monitoring" }),
    );
    expect(total({ activities }, "o1.monitoring", "2025-Q1")).toBe(2);
    expect(total({ activities }, "o1.monitoring", "2025-Q1", { asOf: "2025-03-30" })).toBe(1);
  });
  it("last N months starts on a first, or on the day after", () => {
    expect(startOfLastMonths("2025-03-31", 12)).toBe("2024-04-01");
    expect(startOfLastMonths("2025-02-28", 12)).toBe("2024-03-01");
    expect(startOfLastMonths("2024-02-28", 12)).toBe("2023-03-01");
    expect(startOfLastMonths("2024-02-29", 12)).toBe("2023-03-01");
    expect(startOfLastMonths("2025-06-15", 12)).toBe("2024-06-16");
    expect(startOfLastMonths("2025-08-30", 6)).toBe("2025-03-01");
  });
});

describe("the 18", () => {
  const at = (...dates: string[]) => ({
    people: [person("p1")],
    activities: dates.map((date, index) => activity(`a${index}`, date)),
    participations: dates.map((_, index) => attended("p1", `a${index}`)),
  });
  it("recurrent: three participations in two months of the last twelve", () => {
    expect(total(at("2025-01-10", "2025-01-20", "2025-02-01"), "o1.recurrent", "2025-Q1")).toBe(1);
    expect(total(at("2025-01-10", "2025-01-20", "2025-01-31"), "o1.recurrent", "2025-Q1")).toBe(0);
    expect(total(at("2025-01-10", "2025-02-20"), "o1.recurrent", "2025-Q1")).toBe(0);
    expect(total(at("2024-04-01", "2025-01-20", "2025-02-01"), "o1.recurrent", "2025-Q1")).toBe(1);
    expect(total(at("2024-03-31", "2025-01-20", "2025-02-01"), "o1.recurrent", "2025-Q1")).toBe(0);
  });
  it("recurrent: only who is registered at the end", () => {
    const records = at("2025-01-10", "2025-01-20", "2025-02-01");
    const people = [person("p1", { leftOn: "2025-03-30" })];
    expect(total({ ...records, people }, "o1.recurrent", "2025-Q1")).toBe(0);
  });
  it("participants of a local group's activities", () => {
    const records = {
      people: [person("p1"), person("p2")],
      groups: [group("g1", "local", { closedOn: "2024-01-01" }), group("g2", "thematic")],
      activities: [activity("a1", "2025-02-01", { group: "g1" }), activity("a2", "2025-02-01", { group: "g2" })],
      participations: [attended("p1", "a1"), attended("p2", "a2")],
    };
    expect(total(records, "o1.participants", "2025")).toBe(1);
  });
  it("workshops are of both kinds", () => {
    const activities = [
      activity("a1", "2025-02-01", { kind: "workshop" }),
      activity("a2", "2025-02-01", { kind: "welcome-workshop" }),
      activity("a3", "2025-02-01", { kind: "presentation-meeting" }),
      activity("a4", "2025-02-01", { kind: "follow-up-meeting" }),
      activity("a5", "2025-02-01", { kind: null }),
    ];
    expect(total({ activities }, "o2.workshops", "2025")).toBe(2);
    expect(total({ activities }, "o3.presentation-meetings", "2025")).toBe(1);
    expect(total({ activities }, "o3.follow-up-meetings", "2025")).toBe(1);
  });
  it("youth is 15 to 29 on the day of the activity", () => {
    const youth = (birthdate: string | null, date: string) =>
      total(
        {
          people: [person("p1", { birthdate })],
          groups: [group("g1", "commission")],
          activities: [activity("a1", date, { group: "g1" })],
          participations: [attended("p1", "a1")],
        },
        "o2.youth-in-commissions",
        "2025",
      );
    expect(youth("2010-05-10", "2025-05-10")).toBe(1);
    expect(youth("2010-05-10", "2025-05-09")).toBe(0);
    expect(youth("1995-05-10", "2025-05-09")).toBe(1);
    expect(youth("1995-05-10", "2025-05-10")).toBe(0);
    expect(youth(null, "2025-05-10")).toBe(0);
    expect(youth("2030-01-01", "2025-05-10")).toBe(0);
  });
  it("a birthday on 29 February falls on 1 March in common years", () => {
    const youth = (date: string) =>
      total(
        {
          people: [person("p1", { birthdate: "1996-02-29" })],
          groups: [group("g1", "commission")],
          activities: [activity("a1", date, { group: "g1" })],
          participations: [attended("p1", "a1")],
        },
        "o2.youth-in-commissions",
        "2026",
      );
    expect(youth("2026-02-28")).toBe(1);
    expect(youth("2026-03-01")).toBe(0);
  });
  it("o2.registered is o1.registered", () => {
    expect(total({ people: [person("p1")] }, "o2.registered", "2025")).toBe(1);
  });
  it("new: the first attended day ever is in the period and had a joint activity", () => {
    const fresh = (rows: readonly (readonly [string, boolean, string?])[]) =>
      total(
        {
          people: [person("p1", { relation: "contact" })],
          organizations: [organization("o1")],
          activities: rows.map(([date, joint], index) =>
            activity(`a${index}`, date, { organizations: joint ? ["o1"] : [] }),
          ),
          participations: rows.map(([, , status], index) => attended("p1", `a${index}`, status ?? "attended")),
        },
        "o4.new-activists",
        "2025",
      );
    expect(fresh([["2025-02-01", true]])).toBe(1);
    expect(
      fresh([
        ["2025-02-01", false],
        ["2025-02-01", true],
      ]),
    ).toBe(1);
    expect(
      fresh([
        ["2025-02-01", false],
        ["2025-02-02", true],
      ]),
    ).toBe(0);
    expect(
      fresh([
        ["2022-02-01", true],
        ["2025-02-02", true],
      ]),
    ).toBe(0);
    expect(
      fresh([
        ["2022-02-01", false, "registered"],
        ["2025-02-02", true],
      ]),
    ).toBe(1);
  });
  it("agreements expire after their last day", () => {
    const records = {
      organizations: [organization("o1")],
      agreements: [agreement("a1", "o1", { expiresOn: "2025-06-30" })],
    };
    expect(total(records, "o4.agreements", "2025-Q2")).toBe(1);
    expect(total(records, "o4.agreements", "2025-Q3")).toBe(0);
  });
});

describe("dimensions", () => {
  it("an activity's own place counts if it has either, else its group's", () => {
    const place = (rest: object) =>
      parts(
        {
          groups: [group("g1", "local", { region: "CL-VS", commune: "05101" })],
          activities: [activity("a1", "2025-02-01", { kind: "monitoring", group: "g1", ...rest })],
        },
        "o1.monitoring",
        "2025",
        ["region"],
      );
    expect(place({})).toEqual({ "CL-VS": 1, "CL-RM": 0, "?": 0 });
    expect(place({ region: "CL-RM" })).toEqual({ "CL-VS": 0, "CL-RM": 1, "?": 0 });
    expect(place({ commune: "13101" })).toEqual({ "CL-VS": 0, "CL-RM": 0, "?": 1 });
    expect(place({ region: "XX-YY" })).toEqual({ "CL-VS": 0, "CL-RM": 0, "?": 1 });
  });
  it("people by residence, agreements by their organization", () => {
    const people = [person("p1", { region: "CL-RM" })];
    expect(parts({ people }, "o1.registered", "2025", ["region"])).toEqual({ "CL-VS": 0, "CL-RM": 1, "?": 0 });
    const records = {
      organizations: [organization("o1", { region: "CL-VS" })],
      agreements: [agreement("a1", "o1")],
    };
    expect(parts(records, "o4.agreements", "2025", ["region"])).toEqual({ "CL-VS": 1, "CL-RM": 0, "?": 0 });
    expect(parts(records, "o4.agreements", "2025", ["gender"])).toEqual({
      "?": "not-applicable unreachable-dimension",
    });
  });
  it("ages on the activity's day for events, at the end for stocks", () => {
    const records = {
      people: [person("p1", { birthdate: "1995-06-01" })],
      activities: [activity("a1", "2025-05-31", { kind: "workshop" })],
      participations: [attended("p1", "a1")],
    };
    expect(parts(records, "o2.participants", "2025", ["age_band"])).toMatchObject({ "15-29": 1, "30-44": 0 });
    expect(parts(records, "o1.registered", "2025", ["age_band"])).toMatchObject({ "15-29": 0, "30-44": 1 });
    expect(parts(records, "o1.registered", "2025-Q1", ["age_band"])).toMatchObject({ "15-29": 1, "30-44": 0 });
  });
  it("crosses two dimensions", () => {
    const people = [person("p1", { region: "CL-RM", gender: "f" }), person("p2", { gender: "m" })];
    expect(cells({ people }, "o1.registered", "2025", { by: ["region", "gender"] })).toHaveLength(1 + 3 + 3 + 9);
    expect(parts({ people }, "o1.registered", "2025", ["region", "gender"])).toMatchObject({
      "CL-RM f": 1,
      "CL-RM m": 0,
      "? m": 1,
      "? ?": 0,
    });
  });
});

describe("extensions", () => {
  const five = ["p1", "p2", "p3", "p4", "p5"];
  it("shares outside the capital leave unknown regions out", () => {
    const people = ["CL-RM", "CL-VS", null, "XX-YY"].map((region, index) => person(`p${index}`, { region }));
    expect(cells({ people }, "x.people-outside", "2025")[0]).toMatchObject({
      value: 0.5,
      numerator: 1,
      denominator: 2,
    });
    const groups = [group("g1", "local", { region: "CL-VS" }), group("g2", "digital", { closedOn: "2024-01-01" })];
    expect(total({ groups }, "x.groups-outside", "2025")).toBe(1);
    expect(total({}, "x.groups-outside", "2025")).toBe("not-applicable division-by-zero");
  });
  it("a valid group is open with five distinct persons in open memberships", () => {
    const records = {
      people: five.map((id) => person(id)),
      groups: [group("g1", "local", { commune: "13101" })],
      memberships: five.map((id) => membership(id, "g1", { role: "member" })),
      places: [{ code: "13101", parent: "CL-RM", strategicSince: "2025-06-01" }],
    };
    expect(total(records, "x.communes-with-valid-group", "2025")).toBe(1 / 3);
    expect(total(records, "x.strategic-communes", "2025-Q1")).toBe(0);
    expect(total(records, "x.strategic-communes", "2025")).toBe(1);
    const four = {
      ...records,
      memberships: [...records.memberships.slice(1), membership("p2", "g1", { from: "2024-02-01" })],
    };
    expect(total(four, "x.communes-with-valid-group", "2025")).toBe(0);
  });
  it("per 100,000 inhabitants and unlikeness", () => {
    const records = {
      people: [person("p1", { region: "CL-RM" }), person("p2", { region: "CL-RM" }), person("p3")],
      populations: [
        { place: "CL-RM", year: 2024, base: "census-2024", inhabitants: 30_000 },
        { place: "CL-VS", year: 2024, base: "census-2024", inhabitants: 10_000 },
        { place: "CL-VS", year: 2017, base: "census-2017", inhabitants: 99_000 },
      ],
    };
    const ofRegions = { assumptions: { populationLevel: "region" } } as const;
    expect(total(records, "x.registered-per-100k", "2025", ofRegions)).toBeCloseTo(7.5, 9);
    expect(parts(records, "x.registered-per-100k", "2025", ["region"], ofRegions)).toEqual({
      "CL-RM": (2 / 30_000) * 100_000,
      "CL-VS": 0,
      "?": "not-applicable division-by-zero",
    });
    expect(total(records, "x.dissimilarity", "2025", ofRegions)).toBeCloseTo((0.25 + 0.25) / 2, 12);
    const places = [
      { code: "13101", parent: "CL-RM" },
      { code: "13119", parent: "CL-RM" },
    ];
    const populations = [
      { place: "13101", year: 2024, base: "census-2024", inhabitants: 30_000 },
      { place: "13119", year: 2024, base: "census-2024", inhabitants: 10_000 },
    ];
    expect(parts({ ...records, places, populations }, "x.registered-per-100k", "2025", ["region"])).toMatchObject({
      "CL-RM": 5,
    });
  });
  it("retention: of those of the year before, the share of this year, at year grain", () => {
    const records = {
      people: [person("p1"), person("p2")],
      activities: [activity("a1", "2024-01-01"), activity("a2", "2025-12-31")],
      participations: [attended("p1", "a1"), attended("p2", "a1"), attended("p1", "a2")],
    };
    expect(total(records, "x.retention", "2025")).toBe(0.5);
    // By the place of what they attended the year before.
    const placed = {
      ...records,
      activities: [
        activity("a1", "2024-01-01", { region: "CL-VS" }),
        activity("a2", "2025-12-31", { region: "CL-RM" }),
      ],
    };
    expect(parts(placed, "x.retention", "2025", ["region"])).toMatchObject({
      "CL-VS": 0.5,
      "CL-RM": "not-applicable division-by-zero",
    });
    expect(total(records, "x.retention", "2025-Q1")).toBe("not-applicable grain");
    expect(total(records, "x.retention", "2024")).toBe("not-applicable division-by-zero");
  });
  it("follow-through: an action 1 to 90 days after the first workshop", () => {
    const follow = (action: string, asOf = "2026-12-31") =>
      total(
        {
          people: [person("p1")],
          activities: [activity("a1", "2025-01-01", { kind: "workshop" }), activity("a2", action)],
          participations: [attended("p1", "a1"), attended("p1", "a2")],
        },
        "x.workshop-follow-through",
        "2025-Q1",
        { asOf },
      );
    expect(follow("2025-01-01")).toBe(0);
    expect(follow("2025-01-02")).toBe(1);
    expect(follow("2025-04-01")).toBe(1);
    expect(follow("2025-04-02")).toBe(0);
    expect(follow("2025-01-02", "2025-04-01")).toBe(1);
    expect(follow("2025-01-02", "2025-03-31")).toBe("not-applicable division-by-zero");
  });
  it("idle agreements: no joint activity of their organization in twelve months", () => {
    const idle = (date: string) =>
      total(
        {
          organizations: [organization("o1"), organization("o2")],
          agreements: [agreement("a1", "o1")],
          activities: [
            activity("a1", date, { organizations: ["o1"] }),
            activity("a2", "2025-12-01", { organizations: ["o2"] }),
          ],
        },
        "x.idle-agreements",
        "2025",
      );
    expect(idle("2025-01-01")).toBe(0);
    expect(idle("2024-12-31")).toBe(1);
  });
  it("median days to a decision, and decisions outside the capital", () => {
    const decision = (id: string, requestedOn: string | null, decidedIn: string | null) => ({
      id,
      activity: "a1",
      requestedOn,
      decidedOn: "2025-03-01",
      decidedIn,
    });
    const approvals = [decision("1", "2025-02-28", "CL-RM"), decision("2", "2025-02-25", "CL-VS")];
    const records = { activities: [activity("a1", null)], approvals };
    expect(total(records, "x.approval-days", "2025")).toBe(2.5);
    expect(total(records, "x.approval-days", "2024")).toBe("not-applicable no-rows");
    expect(total(records, "x.decisions-outside", "2025")).toBe(0.5);
    const odd = { ...records, approvals: [...approvals, decision("3", "2024-12-01", null), decision("4", null, null)] };
    expect(total(odd, "x.approval-days", "2025")).toBe(4);
    expect(total(odd, "x.decisions-outside", "2025")).toBe(0.5);
  });
  it("people per coordinator", () => {
    const records = {
      people: [person("p1"), person("p2"), person("p3")],
      groups: [group("g1", "digital")],
      memberships: [membership("p1", "g1"), membership("p2", "g1")],
    };
    expect(total(records, "x.people-per-coordinator", "2025")).toBe(1.5);
  });
});

it("gives every indicator in every period, totals before parts", () => {
  const results = evaluateNaively(EMPTY, { ...OPTIONS, asOf: "2025-06-30", grain: "year", by: ["region"] });
  expect(results).toHaveLength(ORACLE_DEFINITIONS.length * 2 * (1 + 3));
  expect(results.filter((result) => result.partial)).toHaveLength(results.length / 2);
});
