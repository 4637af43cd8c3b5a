import { describe, expect, it } from "vitest";
import { evaluate, FormulaError } from "../../src/evaluate/evaluate.ts";
import type { Records } from "../../src/records/rows.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import { dataset, result, results, SECTION } from "./section.ts";

const WORKSHOPS: Records = {
  activities: [
    { id: "a1", kind: "workshop", date: "2025-03-31", region: "CL-RM" },
    { id: "a2", kind: "welcome-workshop", date: "2025-04-01", region: "CL-XX" },
    { id: "a3", kind: "action", date: "2025-04-02", region: "CL-RM" },
    { id: "a4", kind: "workshop", date: null, region: "CL-RM" },
  ],
};

describe("evaluate", () => {
  it("counts events in the period of their day, and lists every part of the geography", () => {
    const found = results(WORKSHOPS, {
      indicators: ["o2.workshops"],
      grain: "quarter",
      from: "2025-01-01",
      to: "2025-06-30",
      by: ["region"],
    });
    expect(found.map(({ period, by, ...cell }) => [period, by["region"], "value" in cell ? cell.value : cell])).toEqual(
      [
        ["2025-Q1", undefined, 1],
        ["2025-Q1", "CL-VS", 0],
        ["2025-Q1", "CL-RM", 1],
        ["2025-Q1", "CL-BI", 0],
        ["2025-Q1", null, 0],
        ["2025-Q2", undefined, 1],
        ["2025-Q2", "CL-VS", 0],
        ["2025-Q2", "CL-RM", 0],
        ["2025-Q2", "CL-BI", 0],
        ["2025-Q2", null, 1],
      ],
    );
  });

  it("marks a period that is not over and lists none that has not begun", () => {
    const found = results(WORKSHOPS, { indicators: ["o2.workshops"], asOf: "2025-03-31", grain: "semester" });
    expect(found.map(({ period, partial }) => [period, partial])).toEqual([
      ["2024-S1", undefined],
      ["2024-S2", undefined],
      ["2025-S1", true],
    ]);
    expect(found[2]).toMatchObject({ state: "value", value: 1 });
  });

  it("tells the whole strategy as one span", () => {
    expect(results(WORKSHOPS, { indicators: ["o2.workshops"], grain: "span" })).toEqual([
      {
        indicator: "o2.workshops",
        period: "span",
        by: {},
        state: "value",
        value: 2,
        partial: true,
        unit: "activities",
      },
    ]);
  });

  it("tells missing from zero", () => {
    const asked = { indicators: ["o2.workshops"] } as const;
    expect(result({ activities: [] }, asked, "2025")).toMatchObject({ state: "value", value: 0 });
    expect(result({}, asked, "2025")).toMatchObject({
      state: "missing",
      reason: { code: "absent-table", detail: ["activities"] },
    });
    expect(result({ activities: [{ id: "a1", date: "2025-01-01" }] }, asked, "2025")).toMatchObject({
      state: "missing",
      reason: { code: "absent-column", detail: ["activities.kind"] },
    });
  });

  it("takes a participation list without a status column for attendance, and one with an empty status not", () => {
    const records: Records = {
      people: [{ id: "p1" }],
      activities: [{ id: "a1", kind: "workshop", date: "2025-01-01" }],
      participations: [{ person: "p1", activity: "a1" }],
    };
    const asked = { indicators: ["o2.participants"] } as const;
    expect(result(records, asked, "2025")).toMatchObject({ value: 1 });
    const empty: Records = { ...records, participations: [{ person: "p1", activity: "a1", status: null }] };
    expect(result(empty, asked, "2025")).toMatchObject({ value: 0 });
  });

  it("keeps the numerator and the denominator of a ratio, and divides nothing by nothing", () => {
    const groups: Records = {
      groups: [
        { id: "g1", type: "local", region: "CL-RM", foundedOn: "2024-01-01", closedOn: null },
        { id: "g2", type: "local", region: "CL-VS", foundedOn: "2025-01-01", closedOn: null },
        { id: "g3", type: "local", region: null, foundedOn: "2025-01-01", closedOn: null },
      ],
    };
    const asked = { indicators: ["x.groups-outside"] } as const;
    expect(result(groups, asked, "2025")).toMatchObject({ value: 0.5, numerator: 1, denominator: 2, unit: "ratio" });
    expect(result(groups, asked, "2024")).toMatchObject({ value: 0, numerator: 0, denominator: 1 });
    expect(result({ groups: [] }, asked, "2025")).toMatchObject({
      state: "not-applicable",
      reason: { code: "division-by-zero" },
    });
  });

  it("says which dimension an indicator does not reach", () => {
    const found = results(WORKSHOPS, { indicators: ["o2.workshops"], by: ["gender"] });
    expect(found.filter(({ period, by }) => period === "2025" && "gender" in by)).toEqual([
      expect.objectContaining({
        state: "not-applicable",
        reason: { code: "unreachable-dimension", detail: ["gender"] },
      }),
    ]);
  });

  it("knows since when a table has been kept", () => {
    const section = { ...SECTION, keptSince: { activities: "2025-03-01" } };
    const asked = { indicators: ["o2.workshops"], section } as const;
    expect(result(WORKSHOPS, asked, "2024")).toMatchObject({
      state: "missing",
      reason: { code: "not-kept", detail: ["activities"] },
    });
    expect(result(WORKSHOPS, asked, "2025")).toMatchObject({ state: "value", value: 2, partial: true });
  });

  it("calls a period that contains the day since which a table is kept partial, though another one is not kept yet", () => {
    const records: Records = { ...WORKSHOPS, people: [], participations: [] };
    const section = { ...SECTION, keptSince: { activities: "2025-04-01", participations: "2025-10-01" } };
    const found = results(records, { indicators: ["o2.participants"], section, grain: "quarter", asOf: "2026-03-31" });
    expect(found.slice(4).map(({ period, state, partial }) => [period, state, partial])).toEqual([
      ["2025-Q1", "missing", undefined],
      ["2025-Q2", "missing", true],
      ["2025-Q3", "missing", undefined],
      ["2025-Q4", "value", true],
      ["2026-Q1", "value", undefined],
    ]);
  });

  it("cuts the period in which an indicator was retired, and tells no later one", () => {
    const strategy = extendStrategy(aiChile20242030, {
      id: "test",
      label: { es: "Prueba", en: "Test" },
      indicators: { "o2.workshops": { retired: "2025-04-01" } },
    });
    const found = evaluate(dataset(WORKSHOPS), {
      strategy,
      section: SECTION,
      asOf: "2026-12-31",
      indicators: ["o2.workshops"],
    });
    expect(found).toMatchObject([
      { period: "2024", value: 0 },
      { period: "2025", value: 1, partial: true },
      { period: "2026", state: "not-applicable", reason: { code: "retired" } },
    ]);
  });

  it("counts by level of the pyramid and stage of the route at the period's end", () => {
    const records: Records = {
      people: [
        { id: "p1", relation: "activist", joinedOn: "2024-01-01", leftOn: null },
        { id: "p2", relation: "activist", joinedOn: "2024-01-01", leftOn: null },
        { id: "p3", relation: "staff", joinedOn: "2024-01-01", leftOn: null },
      ],
      groups: [{ id: "g1", type: "local", foundedOn: "2024-01-01", closedOn: null }],
      memberships: [{ person: "p1", group: "g1", from: "2024-02-01", role: "coordinator", to: null }],
      activities: [{ id: "a1", kind: "action", date: "2025-06-01" }],
      participations: [{ person: "p2", activity: "a1", status: "attended" }],
    };
    const at = (dimension: "level" | "stage") =>
      results(records, { indicators: ["o1.registered"], by: [dimension] })
        .filter((each) => each.period === "2025" && "value" in each && each.value > 0)
        .map((each) => [each.by[dimension], "value" in each ? each.value : null]);
    expect(at("level")).toEqual([
      [undefined, 2],
      ["endorsing", 1],
      ["leading", 1],
    ]);
    expect(at("stage")).toEqual([
      [undefined, 2],
      ["first-action", 1],
      ["coordinator", 1],
    ]);
  });

  it("places nobody where nothing says since when people are on the list", () => {
    const records: Records = {
      people: [{ id: "p1", relation: "activist", leftOn: null }],
      groups: [],
      memberships: [],
      activities: [{ id: "a1", kind: "workshop", date: "2025-06-01" }],
      participations: [{ person: "p1", activity: "a1", status: "attended" }],
    };
    for (const dimension of ["level", "stage"] as const) {
      const found = results(records, { indicators: ["o2.participants"], by: [dimension] });
      const [total, ...parts] = found.filter(({ period }) => period === "2025");
      expect(total).toMatchObject({ state: "value", value: 1 });
      expect(new Set(parts.map((part) => ("reason" in part ? part.reason.detail.join() : part)))).toEqual(
        new Set(["people.joined_on"]),
      );
    }
  });

  it("refuses what the strategy does not have", () => {
    expect(() => results({}, { asOf: "2025-02-30" })).toThrow(/2025-02-30/);
    expect(() =>
      evaluate<string>(dataset({}), {
        strategy: aiChile20242030,
        section: SECTION,
        asOf: "2025-12-31",
        indicators: ["o1.nothing"],
      }),
    ).toThrow(/o1\.nothing/);
    const indicators = { "o1.participants": { formula: "count(people) + count(activities)" } };
    const wrong = extendStrategy(aiChile20242030, { id: "test", label: { es: "Prueba", en: "Test" }, indicators });
    expect(() => evaluate(dataset({}), { strategy: wrong, section: SECTION, asOf: "2025-12-31" })).toThrow(
      FormulaError,
    );
  });
});
