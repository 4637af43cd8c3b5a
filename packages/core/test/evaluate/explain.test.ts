import { describe, expect, it } from "vitest";
import { explain } from "../../src/evaluate/explain.ts";
import type { Records } from "../../src/records/rows.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { dataset, SECTION } from "./section.ts";

const RECORDS: Records = {
  people: [{ id: "p1" }, { id: "p2" }],
  groups: [
    { id: "g1", type: "local", region: "CL-VS" },
    { id: "g2", type: null, region: "CL-RM" },
  ],
  activities: [
    { id: "a1", date: "2025-02-01", group: "g1", region: null, commune: null },
    { id: "a2", date: "2025-03-01", group: "g2", region: null, commune: null },
    { id: "a3", date: null, group: "g1", region: null, commune: null },
    { id: "a4", date: "2024-12-31", group: "g1", region: null, commune: null },
  ],
  participations: [
    { person: "p1", activity: "a1", status: "registered" }, // 1: the weaker of two
    { person: "p1", activity: "a1", status: "attended" }, // 2: counts
    { person: "p2", activity: "a1", status: "no-show" }, // 3: not attended
    { person: "p2", activity: "a2", status: "attended" }, // 4: nobody knows the group's type
    { person: "p2", activity: "a3", status: "attended" }, // 5: no date
    { person: "p2", activity: "a4", status: "attended" }, // 6: before the period
    { person: "p9", activity: "a1", status: "attended" }, // 7: nobody
  ],
};

const explained = (by = {}) =>
  explain(dataset(RECORDS), {
    strategy: aiChile20242030,
    section: SECTION,
    asOf: "2025-12-31",
    indicator: "o1.participants",
    period: "2025-Q1",
    by,
  });

describe("explain", () => {
  it("accounts for every row, each with its first reason", () => {
    const { result, aggregates } = explained();
    expect(result).toMatchObject({ state: "value", value: 1 });
    const [aggregate] = aggregates;
    expect(aggregate!.counted.map(({ address }) => address.row)).toEqual([2]);
    const reasons = Object.fromEntries(
      aggregate!.leftOut.map(({ code, condition, rows }) => [
        condition === undefined ? code : `${code}: ${condition.en}`,
        rows.map(({ address }) => address.row),
      ]),
    );
    expect(reasons).toEqual({
      "repeated-participation": [1],
      "no-reference": [7],
      "no-date": [5],
      "outside-window": [6],
      "condition: the participation was attended": [3],
      "unknown: the type of the group of the activity is «Local groups» (*)": [4],
    });
  });

  it("tells rows of another part apart", () => {
    const { result, aggregates } = explained({ region: "CL-RM" });
    expect(result).toMatchObject({ value: 0, by: { region: "CL-RM" } });
    expect(aggregates[0]!.leftOut.find(({ code }) => code === "other-part")?.rows).toHaveLength(1);
  });

  it("says what is assumed, and the definition in both languages", () => {
    const { assumptions, formula } = explained();
    expect(assumptions.map(({ name }) => name)).toContain("attendance_without_status");
    expect(formula.es).toContain("distintas(participaciones.persona donde asistio");
  });

  it("has nothing to account for where there is no value, and refuses what does not exist", () => {
    const options = { strategy: aiChile20242030, section: SECTION, asOf: "2025-12-31" } as const;
    const missing = explain(dataset({}), { ...options, indicator: "o1.participants", period: "2025" });
    expect(missing.result.state).toBe("missing");
    expect(missing.aggregates).toEqual([]);
    expect(() => explain(dataset({}), { ...options, indicator: "o1.participants", period: "2025-Q9" })).toThrow(
      /2025-Q9/,
    );
    expect(() => explain(dataset({}), { ...options, indicator: "o1.participants", period: "2026" })).toThrow(/2026/);
    expect(() =>
      explain(dataset({}), { ...options, indicator: "o1.participants", period: "2025", by: { region: "CL-XX" } }),
    ).toThrow(/CL-XX/);
  });
});
