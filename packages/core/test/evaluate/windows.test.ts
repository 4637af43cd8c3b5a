import { describe, expect, it, test } from "vitest";
import type { Records } from "../../src/records/rows.ts";
import { formatDay, parseDay } from "../../src/time/day.ts";
import { valueOf } from "./formula-value.ts";
import { SECTION } from "./section.ts";

const shifted = (day: string, by: number): string => formatDay(parseDay(day)! + by);

const event = (date: string) => ({ id: date, date });

/** One activity a day, each named for its day. */
const events = (...dates: readonly string[]): Records => ({ activities: dates.map(event) });

/** How many of the days a window takes. */
const taken = (window: string, dates: readonly string[], asked: Parameters<typeof valueOf>[2]): readonly string[] =>
  dates.filter((date) => valueOf(`count(activities ${window})`, events(date), asked) === 1);

describe("events", () => {
  const EDGES = ["2024-12-31", "2025-01-01", "2025-03-31", "2025-04-01", "2025-06-30", "2025-07-01", "2025-12-31"];

  test.each([
    ["2025", ["2025-01-01", "2025-03-31", "2025-04-01", "2025-06-30", "2025-07-01", "2025-12-31"]],
    ["2025-S1", ["2025-01-01", "2025-03-31", "2025-04-01", "2025-06-30"]],
    ["2025-Q2", ["2025-04-01", "2025-06-30"]],
    ["2025-03", ["2025-03-31"]],
    ["span", EDGES],
  ])("during %s: the period's own days, both ends", (period, expected) => {
    expect(taken("during", EDGES, { period })).toEqual(expected);
    expect(taken("", EDGES, { period })).toEqual(expected);
  });

  it("during a period that is not over: up to as of", () => {
    expect(taken("during", EDGES, { period: "2025", asOf: "2025-04-01" })).toEqual([
      "2025-01-01",
      "2025-03-31",
      "2025-04-01",
    ]);
  });

  test.each([
    // The end is its month's last day: whole months.
    [12, "2025", "2025-12-31", "2025-01-01"],
    [1, "2025-02", "2025-12-31", "2025-02-01"],
    [3, "2025-04", "2025-12-31", "2025-02-01"],
    [12, "2025-S1", "2025-12-31", "2024-07-01"],
    [12, "2024-02", "2025-12-31", "2023-03-01"],
    // Another day: from the day after the same day, N months before.
    [12, "2025", "2025-06-15", "2024-06-16"],
    [1, "2025", "2025-03-30", "2025-03-01"],
    [3, "2025", "2025-05-30", "2025-03-01"],
    [6, "2025", "2025-08-30", "2025-03-01"],
  ])("last %d months of %s as of %s begin on %s", (months, period, asOf, first) => {
    const end = { "2025-02": "2025-02-28", "2025-04": "2025-04-30", "2025-S1": "2025-06-30", "2024-02": "2024-02-29" };
    const last = end[period as keyof typeof end] ?? asOf;
    const before = shifted(first, -1);
    const dates = [before, first, last, shifted(last, 1)];
    expect(taken(`last ${months} months`, dates, { period, asOf })).toEqual([first, last]);
  });

  it("more months than the calendar has are all of them", () => {
    const dates = ["1999-01-01", "2025-12-31", "2026-01-01"];
    expect(taken("last 9007199254740991 months", dates, {})).toEqual(["1999-01-01", "2025-12-31"]);
  });

  it("an assumption may say how many months", () => {
    const dates = ["2025-09-30", "2025-10-01", "2025-12-31"];
    expect(taken("last agreement_idle_months months", dates, { assume: { agreement_idle_months: 3 } })).toEqual([
      "2025-10-01",
      "2025-12-31",
    ]);
  });

  it("previous year: the twelve months before the period's own year, whatever the grain", () => {
    const dates = ["2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01"];
    for (const period of ["2025", "2025-S2", "2025-Q1", "2025-12"]) {
      expect(taken("previous year", dates, { period })).toEqual(["2024-01-01", "2024-12-31"]);
    }
  });

  it("previous year of a year that begins in July", () => {
    const section = { ...SECTION, calendar: { firstMonth: 7, firstDay: 1 } };
    const dates = ["2023-06-30", "2023-07-01", "2024-06-30", "2024-07-01"];
    expect(taken("previous year", dates, { period: "2024", section })).toEqual(["2023-07-01", "2024-06-30"]);
    expect(taken("previous year", dates, { period: "2024-Q3", section })).toEqual(["2023-07-01", "2024-06-30"]);
  });

  it("the whole strategy has no previous year, and says so", () => {
    expect(valueOf("count(activities previous year)", events(), { period: "span" })).toBe("grain year");
  });

  it("ever: everything up to the period's end, from before the strategy too", () => {
    const dates = ["1999-01-01", "2024-12-31", "2025-03-31", "2025-04-01"];
    expect(taken("ever", dates, { period: "2025-Q1" })).toEqual(["1999-01-01", "2024-12-31", "2025-03-31"]);
    expect(taken("ever", dates, { asOf: "2025-01-15" })).toEqual(["1999-01-01", "2024-12-31"]);
  });

  it("to date: from the strategy's start to the period's end", () => {
    const dates = ["2023-12-31", "2024-01-01", "2025-03-31", "2025-04-01"];
    expect(taken("to date", dates, { period: "2025-Q1" })).toEqual(["2024-01-01", "2025-03-31"]);
  });

  it("an event without a day counts nowhere", () => {
    const records: Records = { activities: [{ id: "a1", date: null }] };
    for (const window of ["during", "ever", "to date", "last 12 months", "previous year"]) {
      expect(valueOf(`count(activities ${window})`, records)).toBe(0);
    }
  });

  it("participations stand on their activity's day, approvals on that of the decision", () => {
    const records: Records = {
      people: [{ id: "p1" }],
      activities: [{ id: "a1", date: "2025-03-31" }],
      participations: [{ person: "p1", activity: "a1", status: "attended" }],
      approvals: [{ id: "d1", activity: "a1", requestedOn: "2025-03-01", decidedOn: "2025-04-02" }],
    };
    expect(valueOf("count(participations)", records, { period: "2025-Q1" })).toBe(1);
    expect(valueOf("count(participations)", records, { period: "2025-Q2" })).toBe(0);
    expect(valueOf("count(approvals)", records, { period: "2025-Q1" })).toBe(0);
    expect(valueOf("count(approvals)", records, { period: "2025-Q2" })).toBe(1);
  });
});

describe("within N days after", () => {
  const records = (...dates: readonly string[]): Records => ({
    people: [{ id: "p1", joinedOn: "2025-03-01", leftOn: null }],
    activities: dates.map(event),
    participations: dates.map((date) => ({ person: "p1", activity: date, status: "attended" })),
  });
  const DATES = ["2025-02-28", "2025-03-01", "2025-03-02", "2025-03-31", "2025-04-01"];
  const counted = (asOf: string, period = "2025"): readonly string[] =>
    DATES.filter(
      (date) =>
        valueOf("count(people where count(participations within 30 days after joined_on) > 0)", records(date), {
          asOf,
          period,
        }) === 1,
    );

  it("takes the days 1 to N, not the day itself", () => {
    expect(counted("2025-12-31")).toEqual(["2025-03-02", "2025-03-31"]);
  });

  it("ends on as of, and not on the period's end", () => {
    expect(counted("2025-03-10")).toEqual(["2025-03-02"]);
    expect(counted("2025-12-31", "2025-03")).toEqual(["2025-03-02", "2025-03-31"]);
  });

  it("counts nothing from an empty date", () => {
    const empty: Records = { ...records("2025-03-02"), people: [{ id: "p1", joinedOn: null, leftOn: null }] };
    expect(valueOf("count(people where count(participations within 30 days after joined_on) = 0)", empty)).toBe(1);
    expect(
      valueOf(
        "count(people where count(participations within 30 days after (joined_on else period start)) = 0)",
        empty,
      ),
    ).toBe(1);
    expect(
      valueOf(
        "count(people where count(participations within 90 days after (joined_on else period start)) = 1)",
        empty,
      ),
    ).toBe(1);
  });

  it("takes its days from an assumption", () => {
    const asked = { assume: { follow_through_days: 31 } };
    const formula = "count(people where count(participations within follow_through_days days after joined_on) > 0)";
    expect(valueOf(formula, records("2025-04-01"), asked)).toBe(1);
  });
});

describe("spells", () => {
  /** First and last day of a membership-like spell: a group's. */
  const SPELLS: Readonly<Record<string, readonly [string | null, string | null]>> = {
    before: ["2024-01-01", "2024-12-31"],
    untilFirst: ["2024-01-01", "2025-04-01"],
    inside: ["2025-05-01", "2025-05-31"],
    untilLast: ["2025-04-01", "2025-06-30"],
    fromLast: ["2025-06-30", null],
    after: ["2025-07-01", null],
    always: [null, null],
    across: ["2025-03-31", "2025-07-01"],
    reversed: ["2025-06-01", "2025-05-01"],
    oneDay: ["2025-06-30", "2025-06-30"],
  };
  const groups: Records = {
    groups: Object.entries(SPELLS).map(([id, [foundedOn, closedOn]]) => ({ id, foundedOn, closedOn })),
  };
  const counted = (window: string, asked: Parameters<typeof valueOf>[2]): readonly string[] =>
    Object.keys(SPELLS).filter((id) => valueOf(`count(groups where id = "${id}" ${window})`, groups, asked) === 1);

  test.each([
    ["at end", ["untilLast", "fromLast", "always", "across", "oneDay"]],
    ["", ["untilLast", "fromLast", "always", "across", "oneDay"]],
    ["any time in period", ["untilFirst", "inside", "untilLast", "fromLast", "always", "across", "oneDay"]],
    ["started", ["inside", "untilLast", "fromLast", "oneDay"]],
    ["ended", ["untilFirst", "inside", "untilLast", "oneDay"]],
    ["ever", ["before", "untilFirst", "inside", "untilLast", "fromLast", "always", "across", "oneDay"]],
  ])("«%s» of the second quarter", (window, expected) => {
    expect(counted(window, { period: "2025-Q2" })).toEqual(expected);
  });

  it("in a period that is not over, as of is the end: a later end is still open, a later start has not happened", () => {
    const asked = { period: "2025-Q2", asOf: "2025-05-31" };
    expect(counted("at end", asked)).toEqual(["inside", "untilLast", "always", "across"]);
    expect(counted("ended", asked)).toEqual(["untilFirst", "inside"]);
    expect(counted("any time in period", asked)).toEqual(["untilFirst", "inside", "untilLast", "always", "across"]);
  });

  it("an empty start is since always for groups, and not yet for organizations", () => {
    const records: Records = { organizations: [{ id: "o1", subscribedOn: null, unsubscribedOn: null }] };
    for (const window of ["at end", "any time in period", "started", "ever"]) {
      expect(valueOf(`count(organizations ${window})`, records)).toBe(0);
    }
    expect(valueOf("count(organizations)", records, { assume: { empty_start_organizations: "always" } })).toBe(1);
    expect(valueOf("count(groups)", groups, { assume: { empty_start_groups: "never" }, period: "2025-Q2" })).toBe(4);
  });

  it("a membership is cut by its group and its person, not by the day that the person joined", () => {
    const records: Records = {
      people: [
        { id: "p1", joinedOn: "2025-06-01", leftOn: null },
        { id: "p2", joinedOn: null, leftOn: "2025-05-31" },
      ],
      groups: [{ id: "g1", foundedOn: "2025-03-01", closedOn: "2025-08-31" }],
      memberships: [
        { person: "p1", group: "g1", from: "2025-01-01", to: null },
        { person: "p2", group: "g1", from: null, to: "2025-12-31" },
      ],
    };
    const at = (period: string): number | string => valueOf("count(memberships at end)", records, { period });
    expect(["2025-02", "2025-03", "2025-05", "2025-06", "2025-08", "2025-09"].map(at)).toEqual([0, 2, 2, 1, 1, 0]);
    expect(valueOf("count(memberships started)", records, { period: "2025-03" })).toBe(2);
    expect(valueOf("count(memberships ended)", records, { period: "2025-05" })).toBe(1);
  });
});

describe("rows of a year, of a period, of no time", () => {
  const projects: Records = {
    projects: [
      { id: "a", year: 2023 },
      { id: "b", year: 2025 },
      { id: "c", year: 2026 },
      { id: "d", year: null },
    ],
  };

  it("during: the year touches the period; ever: it has begun", () => {
    expect(valueOf("count(projects)", projects, { period: "2025-Q2" })).toBe(1);
    expect(valueOf("count(projects during)", projects, { period: "2024" })).toBe(0);
    expect(valueOf("count(projects ever)", projects, { period: "2025-01" })).toBe(2);
    expect(valueOf("count(projects during)", projects, { period: "span", asOf: "2025-12-31" })).toBe(1);
  });

  it("at end: of rows that differ in their year alone, the latest up to then, or else the earliest", () => {
    const populations: Records = {
      populations: [
        { place: "05101", year: 2017, base: "census", inhabitants: 100 },
        { place: "05101", year: 2025, base: "census", inhabitants: 120 },
        { place: "13101", year: 2027, base: "census", inhabitants: 300 },
        { place: "13101", year: 2030, base: "census", inhabitants: 400 },
        { place: "05101", year: 2017, base: "other", inhabitants: 7 },
      ],
    };
    const at = (period: string, asOf?: string): number | string =>
      valueOf("sum(populations.inhabitants at end)", populations, { period, ...(asOf === undefined ? {} : { asOf }) });
    expect(at("2024")).toBe(100 + 300 + 7);
    expect(at("2025")).toBe(120 + 300 + 7);
    expect(at("2027", "2027-06-30")).toBe(120 + 300 + 7);
    expect(at("2030", "2030-12-31")).toBe(120 + 400 + 7);
  });

  it("a figure belongs to the period that it names, and to no other", () => {
    const figures: Records = {
      figures: [
        { item: "observing", period: "2025", region: "CL-RM", value: 40 },
        { item: "observing", period: "2025-Q1", region: "CL-RM", value: 9 },
        { item: "other", period: "2025", region: "CL-RM", value: 1 },
      ],
    };
    const formula = 'sum(figures.value where item = "observing")';
    expect(valueOf(formula, figures, { period: "2025" })).toBe(40);
    expect(valueOf(formula, figures, { period: "2025-Q1" })).toBe(9);
    expect(valueOf(formula, figures, { period: "2025-Q2" })).toBe(0);
  });

  it("places are there in every period", () => {
    expect(valueOf('count(places where level = "commune")', {}, { period: "2024-01" })).toBe(3);
  });
});
