import { describe, expect, it, test } from "vitest";
import type { Records } from "../../src/records/rows.ts";
import { valueOf } from "./formula-value.ts";

const RECORDS: Records = {
  people: [
    {
      id: "p1",
      gender: "f",
      region: "CL-RM",
      commune: "13101",
      birthdate: "2004-02-29",
      joinedOn: "2024-01-01",
      leftOn: null,
    },
    {
      id: "p2",
      gender: "m",
      region: "CL-RM",
      commune: null,
      birthdate: "1996-06-30",
      joinedOn: "2024-01-11",
      leftOn: null,
    },
    { id: "p3", gender: null, region: "CL-VS", commune: "05101", birthdate: null, joinedOn: null, leftOn: null },
    {
      id: "p4",
      gender: "f",
      region: "CL-XX",
      commune: null,
      birthdate: "2026-01-01",
      joinedOn: "2023-12-31",
      leftOn: null,
    },
  ],
  groups: [
    { id: "g1", type: "local", region: "CL-RM", commune: null, foundedOn: null, closedOn: null },
    { id: "g2", type: "digital", region: null, commune: null, foundedOn: null, closedOn: null },
  ],
  activities: [
    { id: "a1", kind: "action", date: "2025-01-10", hours: 2, headcount: 10, group: "g1", region: null, commune: null },
    {
      id: "a2",
      kind: "workshop",
      date: "2025-01-20",
      hours: 3.5,
      headcount: null,
      group: "g2",
      region: "CL-VS",
      commune: null,
    },
    {
      id: "a3",
      kind: "action",
      date: "2025-03-01",
      hours: null,
      headcount: 30,
      group: null,
      region: null,
      commune: null,
    },
    {
      id: "a4",
      kind: "action",
      date: "2025-03-01",
      hours: 1,
      headcount: 0,
      group: "g9",
      region: null,
      commune: "13101",
    },
  ],
  participations: [
    { person: "p1", activity: "a1", status: "attended" },
    { person: "p2", activity: "a1", status: "no-show" },
    { person: "p1", activity: "a2", status: "attended" },
    { person: "p3", activity: "a2", status: "attended" },
    { person: "p1", activity: "a3", status: "attended" },
    { person: "p9", activity: "a3", status: "attended" },
  ],
};
const value = (formula: string, asked: Parameters<typeof valueOf>[2] = {}): number | string =>
  valueOf(formula, RECORDS, asked);

describe("aggregates", () => {
  test.each<[string, number | string]>([
    ["count(people)", 4],
    ["count(people where gender is empty)", 1],
    // A row without its person counts nowhere.
    ["count(participations)", 5],
    ["distinct(participations.person)", 3],
    ["distinct(participations.person where attended)", 2],
    ["distinct(participations)", 5],
    ["distinct(participations.activity.kind)", 2],
    ["distinct(participations.activity.group)", 2],
    // Empty values, and references that lead nowhere, are not one more value.
    ["distinct(people.gender)", 2],
    ["distinct(people.region)", 2],
    ["distinct(activities.group)", 2],
    ["distinct(activities.place.region)", 2],
    ["distinct(month(activities.date))", 2],
    ["distinct(activities.date)", 3],
    ["distinct(age(people.birthdate, as of))", 2],
    ["sum(activities.hours)", 6.5],
    ['sum(activities.hours * 2 where kind = "action")', 6],
    ["sum((activities.hours else 1) + activities.hours)", 13],
    ['sum(activities.headcount where kind = "monitoring")', 0],
    ["min(activities.hours)", 1],
    ["max(activities.headcount)", 30],
    ["average(activities.hours)", 6.5 / 3],
    ["average(activities.hours else 0)", 6.5 / 4],
    ["median(activities.hours)", 2],
    ["median(activities.headcount)", 10],
    ['median(activities.headcount where id != "a4")', 20],
    ["median(activities.hours else 0)", 1.5],
    // Of no rows there is a sum, but no least, greatest or middle one.
    ['min(activities.hours where kind = "monitoring")', "no-rows"],
    ['max(activities.hours where kind = "monitoring")', "no-rows"],
    ['average(activities.hours where kind = "monitoring")', "no-rows"],
    ['median(activities.hours where id = "a3")', "no-rows"],
    ['median(activities.hours where kind = "monitoring") else 0', 0],
  ])("%s is %s", (formula, expected) => {
    expect(value(formula)).toBe(expected);
  });

  it("over linked rows give the same numbers, one row at a time", () => {
    const of = (formula: string): number | string => value(`count(people where ${formula})`);
    expect(of('id = "p1" and count(participations) = 3')).toBe(1);
    expect(of('id = "p1" and sum(participations.activity.hours) = 5.5')).toBe(1);
    expect(of('id = "p1" and average(participations.activity.hours) = 2.75')).toBe(1);
    expect(of('id = "p1" and median(participations.activity.headcount) = 20')).toBe(1);
    expect(of('id = "p1" and distinct(month(participations.activity.date)) = 2')).toBe(1);
    expect(
      of('id = "p1" and max(participations.activity.date) = max(participations.activity.date where attended)'),
    ).toBe(1);
    expect(of("count(participations) = 0")).toBe(1);
  });
});

describe("age", () => {
  const aged = (condition: string, asked: Parameters<typeof valueOf>[2] = {}): number | string =>
    value(`count(people where ${condition})`, asked);

  it("counts full years at the period's end, and on a day that is given", () => {
    expect(aged('id = "p2" and age(birthdate) = 29', { period: "2025" })).toBe(1);
    expect(aged('id = "p2" and age(birthdate) = 28', { period: "2025-Q1" })).toBe(1);
    expect(aged('id = "p2" and age(birthdate) = 29', { period: "2025-Q2" })).toBe(1);
    expect(aged('id = "p2" and age(birthdate, period start) = 28', { period: "2025-Q2" })).toBe(1);
  });

  it("a birthday on 29 February falls on 1 March in common years", () => {
    expect(aged('id = "p1" and age(birthdate) = 20', { period: "2025-02" })).toBe(1);
    expect(aged('id = "p1" and age(birthdate, as of) = 21', { period: "2025-02", asOf: "2025-03-01" })).toBe(1);
    expect(aged('id = "p1" and age(birthdate) = 20', { period: "2024-02" })).toBe(1);
  });

  it("is unknown without a birthdate and before birth", () => {
    expect(aged("age(birthdate) is empty")).toBe(2);
  });
});

describe("days and months", () => {
  it("days are counted from one day to another, backwards too", () => {
    expect(
      value("count(people where days(joined_on, period start) = 10)", { period: "2024", asOf: "2024-12-31" }),
    ).toBe(0);
    expect(value('count(people where id = "p2" and days(period start, joined_on) = 10)', { period: "2024" })).toBe(1);
    expect(value('count(people where id = "p2" and days(joined_on, period start) = -10)', { period: "2024" })).toBe(1);
    expect(value("days(min(activities.date), max(activities.date))")).toBe(50);
    expect(value("days(min(people.joined_on), as of)", { asOf: "2024-01-02", period: "2024" })).toBe(2);
  });

  it("a month has its year", () => {
    expect(value("count(activities where month(date) = month(period start) ever)", { period: "2025" })).toBe(2);
    expect(
      value("count(activities where month(date) = month(period start) ever)", {
        period: "2026-01",
        asOf: "2026-01-31",
      }),
    ).toBe(0);
    expect(value("count(activities where month(date) < month(as of))", { asOf: "2025-03-31" })).toBe(2);
  });

  it("period start and end are the period's own, as of the last day that counts", () => {
    const on = (condition: string, period: string, asOf: string): number | string =>
      value(`count(activities where ${condition} ever)`, { period, asOf });
    expect(on("date <= period end", "2025-Q1", "2025-02-10")).toBe(2);
    expect(on("days(date, period end) = 31", "2025-Q1", "2025-02-10")).toBe(1);
    expect(on("days(date, as of) = 31", "2025-01", "2025-02-10")).toBe(1);
    expect(on("days(period start, date) = 9", "2025-Q1", "2025-02-10")).toBe(1);
  });
});

describe("arithmetic", () => {
  test.each<[string, number | string]>([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 - 2 - 3", 5],
    ["12 / 2 / 3", 2],
    ["-2 * -3", 6],
    ["count(people) - 1", 3],
    ["count(people) / 3", 4 / 3],
    ["count(people) / 0", "division-by-zero"],
    ["count(people) / (count(groups) - 2)", "division-by-zero"],
    ["count(people) / (count(groups) - 2) else 0", 0],
    ["(count(people) / count(activities)) * 100", 100],
    ["youth_max_age - youth_min_age", 14],
    ['count(people) / sum(activities.hours where kind = "monitoring")', "division-by-zero"],
  ])("%s is %s", (formula, expected) => {
    expect(value(formula)).toBe(expected);
  });
});

describe("indicator", () => {
  it("is the number of another one, in every part", () => {
    expect(value('indicator("o1.monitoring") + count(activities)')).toBe(4);
    expect(value('indicator("o2.workshops") * 2')).toBe(2);
    expect(value('indicator("o2.workshops") * 2', { by: { region: "CL-VS" } })).toBe(2);
    expect(value('indicator("o2.workshops") / count(activities)', { by: { region: "CL-RM" } })).toBe(0);
  });

  it("a share of it keeps what it divides", () => {
    expect(value('indicator("x.groups-outside")')).toBe(0);
    expect(value('1 - indicator("x.groups-outside")')).toBe(1);
  });
});

describe("dissimilarity", () => {
  const records: Records = {
    people: [
      { id: "a", region: "CL-RM", gender: "f" },
      { id: "b", region: "CL-RM", gender: "f" },
      { id: "c", region: "CL-RM", gender: null },
      { id: "d", region: "CL-VS", gender: "m" },
      { id: "e", region: null, gender: "m" },
    ].map((person) => ({ commune: null, joinedOn: null, leftOn: null, ...person })),
    organizations: [
      { id: "o1", region: "CL-BI", subscribedOn: "2024-01-01", unsubscribedOn: null },
      { id: "o2", region: "CL-VS", subscribedOn: "2024-01-01", unsubscribedOn: null },
    ],
  };

  it("is half the sum of the differences of the shares, the unknown part left out", () => {
    // People: ¾, ¼, 0 of those whose region is known; organizations: 0, ½, ½.
    const formula = "dissimilarity(count(people), count(organizations) by region)";
    expect(valueOf(formula, records)).toBe((0.75 + 0.25 + 0.5) / 2);
    expect(valueOf("dissimilarity(count(people), count(people) by region)", records)).toBe(0);
  });

  it("there is none where one side has nothing", () => {
    expect(valueOf('dissimilarity(count(people), count(organizations where region = "x") by region)', records)).toBe(
      "division-by-zero",
    );
  });

  it("cannot be broken down, and is refused by a dimension that a side does not reach", () => {
    const formula = "dissimilarity(count(people), count(organizations) by region)";
    expect(valueOf(formula, records, { by: { region: "CL-RM" } })).toBe("unreachable-dimension region");
    expect(valueOf("dissimilarity(count(people), count(organizations) by gender)", records)).toBe(
      "unreachable-dimension gender",
    );
  });

  it("needs the columns that it breaks down by", () => {
    const without: Records = { people: [{ id: "a", joinedOn: null, leftOn: null }] };
    expect(valueOf("dissimilarity(count(people), count(people) by gender)", without)).toBe(
      "absent-column people.gender",
    );
  });
});

describe("the capital and the place of a row", () => {
  it("regions are in it or not, and unknown where the code is none of the section's", () => {
    expect(value("count(people where region in capital)")).toBe(2);
    expect(value("count(people where region not in capital)")).toBe(1);
    expect(value("count(people where region is known)")).toBe(3);
  });

  it("an activity has its own place if it has any, else its group's", () => {
    expect(value("count(activities where place.region in capital)")).toBe(1);
    expect(value("count(activities where place.region not in capital)")).toBe(1);
    expect(value("count(activities where place.region is empty)")).toBe(2);
    expect(value('count(activities where place.commune = "13101")')).toBe(1);
    expect(value("count(participations where place.region in capital)")).toBe(2);
  });
});
