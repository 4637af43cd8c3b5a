import { describe, expect, it } from "vitest";
import { standingAt } from "../../src/engagement/standing.ts";
import { shareLadders } from "../../src/engagement/share.ts";
import type { Records } from "../../src/records/rows.ts";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import { dataset, SECTION } from "../evaluate/section.ts";
import { asked, attendance, NOTHING, numbers, person, told } from "./people.ts";

// At the end of 2025: a follows and b never came; c came once this year, d twice; e is a member and recurrent; f is one of
// two coordinators, the other being of a group that is closed; g is a contact; h left; i has not joined yet.
const welcomed = attendance({ c: ["2025-02-01"], d: ["2024-05-05"] }, "welcome-workshop");
const acted = attendance({
  a: ["2024-06-01"],
  d: ["2025-10-01", "2025-11-01"],
  e: ["2025-01-15", "2025-01-20", "2025-08-01"],
  f: ["2025-12-31"],
  g: ["2025-09-09"],
});
const RECORDS: Records = {
  people: [
    person("a", { region: "CL-RM" }),
    person("b", { region: "CL-VS" }),
    person("c"),
    person("d", { region: "CL-RM" }),
    person("e", { region: "CL-RM" }),
    person("f", { region: "CL-VS" }),
    person("g", { relation: "contact" }),
    person("h", { leftOn: "2025-03-31", leftReason: "Estudios" }),
    person("i", { joinedOn: "2026-01-01" }),
    person("j", { leftOn: "2024-07-01", leftReason: "estudios." }),
    person("k", { leftOn: "2024-08-01", leftReason: null, joinedOn: null }),
  ],
  groups: [
    { id: "open", foundedOn: "2024-01-01", closedOn: null },
    { id: "closed", foundedOn: null, closedOn: "2025-06-30" },
  ],
  memberships: [
    { person: "e", group: "open", role: "member", from: "2025-02-01", to: null },
    { person: "f", group: "open", role: "coordinator", from: "2025-02-01", to: null },
    { person: "b", group: "closed", role: "coordinator", from: "2025-02-01", to: null },
  ],
  activities: [...welcomed.activities, ...acted.activities],
  participations: [...welcomed.participations, ...acted.participations],
};

describe("standingAt", () => {
  it("places everybody once on the highest level that holds", () => {
    const { results, steps, notes } = standingAt(dataset(RECORDS), { ...asked("pyramid"), at: "2025-12-31" });
    expect(steps.map(({ id }) => id)).toEqual(["following", "endorsing", "contributing", "owning", "leading"]);
    expect(numbers(results, "pyramid.people", "level")).toEqual({
      following: 2,
      endorsing: 1,
      contributing: 1,
      owning: 1,
      leading: 1,
    });
    expect(told(results, "pyramid.people")).toBe(6);
    // a came in 2024 alone, and c not since February: in pause. b never came, so never stopped coming.
    expect(numbers(results, "pyramid.paused", "level")).toEqual({ following: 1, endorsing: 1 });
    expect(told(results, "pyramid.outside")).toBe(1);
    expect(told(results, "pyramid.left")).toBe(3);
    expect(notes).toEqual([]);
  });

  it("places everybody on the furthest stage that holds, earlier ones not required", () => {
    const { results, leftReasons } = standingAt(dataset(RECORDS), { ...asked("route"), at: "2025-12-31" });
    expect(numbers(results, "route.people", "stage")).toEqual({
      registered: 1,
      welcomed: 1,
      // d was welcomed too; g is a contact, and on the way all the same.
      "first-action": 3,
      recurrent: 1,
      coordinator: 1,
    });
    expect(leftReasons).toEqual([
      { reason: "Estudios", count: 2 },
      { reason: null, count: 1 },
    ]);
  });

  it("breaks down by what people have, the total first", () => {
    const { results } = standingAt(dataset(RECORDS), {
      ...asked("pyramid"),
      at: "2025-12-31",
      by: ["region", "stage"],
    });
    expect(results[0]).toMatchObject({ indicator: "pyramid.people", by: {}, value: 6 });
    expect(told(results, "pyramid.people", { level: "owning", region: "CL-RM" })).toBe(1);
    expect(told(results, "pyramid.people", { region: null })).toBe(1);
    expect(told(results, "pyramid.people", { level: "owning", region: "CL-RM", stage: "recurrent" })).toBe(1);
    expect(() => standingAt(dataset(RECORDS), { ...asked("pyramid"), at: "2025-12-31", by: ["level"] })).toThrow(
      RangeError,
    );
    expect(() => standingAt(dataset(RECORDS), { ...asked("route"), at: "2025-12-31", by: ["group"] })).toThrow(
      RangeError,
    );
    expect(() => standingAt(dataset(RECORDS), { ...asked("route"), at: "2025-02-29" })).toThrow(RangeError);
  });

  it("tells any day, and a day before any record", () => {
    const at = (day: string) => standingAt(dataset(RECORDS), { ...asked("pyramid"), at: day }).results;
    expect(numbers(at("2025-06-30"), "pyramid.people", "level")["leading"]).toBe(2);
    expect(numbers(at("2025-07-01"), "pyramid.people", "level")["leading"]).toBe(1);
    // k has no joining date, so has always been there.
    expect(told(at("2020-01-01"), "pyramid.people")).toBe(1);
    expect(told(at("2020-01-01"), "pyramid.people", { level: "leading" })).toBe(0);
  });

  it("says what is missing, and does without a column for pauses", () => {
    const { participations: _, ...without } = RECORDS;
    const { results } = standingAt(dataset(without), { ...asked("pyramid"), at: "2025-12-31" });
    expect(told(results, "pyramid.people")).toBe("missing absent-table");
    const strict = extendStrategy(chile, {
      id: "strict",
      label: { es: "Estricta", en: "Strict" },
      assumptions: { pause_without_column: false },
    });
    const found = standingAt(dataset(RECORDS), { ...asked("pyramid"), strategy: strict, at: "2025-12-31" }).results;
    expect(told(found, "pyramid.people")).toBe(6);
    expect(told(found, "pyramid.paused")).toBe("missing absent-column");
    const kept = { ...SECTION, keptSince: { participations: "2025-06-01" } };
    const early = standingAt(dataset(RECORDS), { ...asked("pyramid"), section: kept, at: "2025-05-31" }).results;
    expect(told(early, "pyramid.people")).toBe("missing not-kept");
    const late = standingAt(dataset(RECORDS), { ...asked("pyramid"), section: kept, at: "2025-12-31" }).results;
    expect(late[0]).toMatchObject({ value: 6, partial: true });
  });

  it("tells the audience as the figure of the longest period that holds the day", () => {
    const figures = [
      { item: "audiencia", period: "2024", region: "CL-RM", value: 1000 },
      { item: "audiencia", period: "2024", region: "CL-VS", value: 200 },
      { item: "otra cosa", period: "2024", region: null, value: 7 },
      { item: "observing", period: "2025-Q3", region: null, value: 900 },
    ];
    const at = (day: string) =>
      standingAt(dataset({ ...RECORDS, figures }), { ...asked("pyramid"), at: day, by: ["region"] }).results;
    expect(told(at("2024-06-30"), "pyramid.audience")).toBe(1200);
    expect(told(at("2024-06-30"), "pyramid.audience", { region: "CL-VS" })).toBe(200);
    expect(told(at("2025-08-01"), "pyramid.audience")).toBe(900);
    expect(told(at("2025-12-31"), "pyramid.audience")).toBe("missing no-rows");
  });

  it("counts a coordinator of forty groups once", () => {
    const ids = Array.from({ length: 40 }, (_, index) => `g${index}`);
    const records: Records = {
      ...NOTHING,
      people: [person("p")],
      groups: ids.map((id) => ({ id, foundedOn: null, closedOn: null })),
      memberships: ids.map((group) => ({ person: "p", group, role: "coordinator", from: "2024-02-01", to: null })),
    };
    for (const [ladder, step] of [
      ["pyramid", "leading"],
      ["route", "coordinator"],
    ] as const) {
      const { results } = standingAt(dataset(records), { ...asked(ladder), at: "2025-12-31" });
      expect(told(results, `${ladder}.people`)).toBe(1);
      expect(told(results, `${ladder}.people`, { [ladder === "pyramid" ? "level" : "stage"]: step })).toBe(1);
    }
  });

  it("withholds small counts of persons and what people wrote", () => {
    const standing = standingAt(dataset(RECORDS), { ...asked("route"), at: "2025-12-31" });
    const shared = shareLadders([standing], 3)[0];
    // 1 + 1 + 3 + 1 + 1 = 7: the 3 is not small, and without it the others could not be 3 each.
    expect(told(shared.results, "route.people", { stage: "first-action" })).toBe("withheld protects-persons");
    expect(told(shared.results, "route.people")).toBe(7);
    expect(told(shared.results, "route.people", { stage: "recurrent" })).toBe("withheld protects-persons");
    expect(told(shared.results, "route.people", { stage: "group-activist" })).toBe(0);
    expect(shared.leftReasons).toEqual([]);
  });
});

describe("a strategy's own steps", () => {
  const own = extendStrategy(chile, {
    id: "own",
    label: { es: "Propia", en: "Own" },
    pyramid: {
      among: "registered and region is known",
      levels: {
        following: {
          label: { es: "Base", en: "Base" },
          predicate: "joined_on is empty or days(joined_on, period end) >= 0",
        },
        endorsing: { predicate: "count(participations where attended during) >= 1" },
        contributing: { predicate: "count(participations where attended during) >= 1" },
        owning: { predicate: "count(participations where attended during) > 1000" },
        leading: { predicate: 'count(memberships where group.valid and role = "coordinator" at end) > 0' },
      },
      audience: { formula: "sum(activities.headcount)" },
    },
    route: {
      stages: { welcomed: { predicate: "days(joined_on, period end) >= 90" } },
      paused: "paused_from <= period end",
    },
  });
  const at = (day: string) => standingAt(dataset(RECORDS), { ...asked("pyramid"), strategy: own, at: day });

  it("replace every one of the defaults", () => {
    const { results, steps } = at("2025-12-31");
    expect(steps[0]?.label.es).toBe("Base");
    // a, b, d, e and f have a region; d, e and f came during the year.
    expect(numbers(results, "pyramid.people", "level")).toEqual({ following: 2, contributing: 3 });
    expect(told(results, "pyramid.outside")).toBe(2);
    expect(told(results, "pyramid.audience")).toBe("missing absent-column");
    const route = standingAt(dataset(RECORDS), { ...asked("route"), strategy: own, at: "2024-03-31" });
    // k has no joining date, so it is unknown how long ago that is.
    expect(numbers(route.results, "route.people", "stage")).toEqual({ registered: 1, welcomed: 9 });
  });

  it("are noted where nobody fulfils them, and where two hold for just the same people", () => {
    expect(at("2025-12-31").notes).toEqual([
      { code: "nobody-fulfils", steps: ["owning"] },
      { code: "nobody-fulfils", steps: ["leading"] },
      { code: "same-people", steps: ["endorsing", "contributing"] },
    ]);
  });

  it("cannot bear the name of a place beside the ladder", () => {
    const [first] = chile.route.stages;
    const strategy = { ...chile, route: { ...chile.route, stages: [{ ...first!, id: "paused" }] } };
    expect(() => extendStrategy(strategy, { id: "x", label: { es: "x", en: "x" } })).toThrow(/route\.stages/);
  });
});
