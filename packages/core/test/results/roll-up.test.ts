import { describe, expect, test } from "vitest";
import { additivityOf } from "../../src/results/additivity.ts";
import type { Result } from "../../src/results/result.ts";
import { rollUp } from "../../src/results/roll-up.ts";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { compileStrategy } from "../../src/strategy/compile.ts";

const compiled = compileStrategy(chile);
const additivity = (id: string) => additivityOf(compiled, id);

const value = (indicator: string, period: string, number: number, by = {}): Result => ({
  indicator,
  period,
  by,
  state: "value",
  value: number,
  unit: "activities",
});

describe("additivityOf", () => {
  test.each([
    ["o1.monitoring", "sum", "sum"],
    ["o2.workshops", "sum", "sum"],
    ["o1.participants", "no", "union"],
    ["o4.new-activists", "no", "union"],
    ["o1.registered", "last", "sum"],
    ["o2.registered", "last", "sum"],
    ["o1.coordinators", "last", "union"],
    ["o3.commissions", "no", "sum"],
    ["o3.commission-coordinators", "no", "union"],
    ["o4.agreements", "last", "sum"],
    ["x.groups-outside", "last", "no"],
    ["x.retention", "no", "no"],
    ["x.approval-days", "no", "no"],
    ["x.registered-per-100k", "last", "no"],
    ["x.dissimilarity", "no", "no"],
  ])("%s: over periods %s, over parts %s", (id, overPeriods, overParts) => {
    expect(additivity(id)).toEqual({ overPeriods, overParts });
  });

  test("an activity may lie in several parts of the relation with organizations", () => {
    expect(additivityOf(compiled, "o1.monitoring", ["organization_relation"]).overParts).toBe("union");
    expect(additivityOf(compiled, "o1.monitoring", ["region"]).overParts).toBe("sum");
  });
});

describe("rollUp over periods", () => {
  const months = Array.from({ length: 12 }, (_, index) =>
    value("o1.monitoring", `2025-${String(index + 1).padStart(2, "0")}`, index + 1),
  );

  test("adds up events", () => {
    expect(rollUp(months, { to: "year" }, additivity)).toEqual({
      ok: true,
      results: [value("o1.monitoring", "2025", 78)],
    });
    expect(rollUp(months, { to: "quarter" }, additivity)).toMatchObject({
      results: [6, 15, 24, 33].map((sum, index) => ({ period: `2025-Q${index + 1}`, value: sum })),
    });
  });

  test("a sum of fewer months than the year has is partial", () => {
    expect(rollUp(months.slice(0, 11), { to: "year" }, additivity)).toMatchObject({
      results: [{ value: 66, partial: true }],
    });
  });

  test("missing and withheld numbers make the sum so", () => {
    const withheld = { code: "protects-persons", detail: ["5"] } as const;
    const { value: _, ...rest } = months[3] as Result & { value: number };
    const hidden: Result = { ...rest, state: "withheld", reason: withheld };
    expect(rollUp(months.with(3, hidden), { to: "year" }, additivity)).toMatchObject({
      results: [{ state: "withheld", reason: withheld }],
    });
  });

  test("refuses what may not be added, says why and what may be done instead", () => {
    const refusal = (id: string) => {
      const rolled = rollUp([value(id, "2025-01", 1), value(id, "2025-02", 1)], { to: "year" }, additivity);
      return rolled.ok ? rolled : rolled.refusals.map(({ reason, offers }) => [reason.en, offers]);
    };
    expect(refusal("o1.participants")).toEqual([
      ["it counts different persons or things: the same one can stand in several", ["recompute"]],
    ]);
    expect(refusal("o1.registered")).toEqual([
      [
        "it is a stock at each period's end: adding up the periods would count the same several times",
        ["last", "recompute"],
      ],
    ]);
    expect(refusal("x.retention")).toEqual([
      ["it is no sum (a ratio, a median): it has to be calculated again", ["recompute"]],
    ]);
  });

  test("of a stock the last number stands, when that is asked for", () => {
    const stock = [value("o1.registered", "2025-02", 9), value("o1.registered", "2025-01", 7)];
    expect(rollUp(stock, { to: "quarter", stocks: "last" }, additivity)).toMatchObject({
      results: [{ period: "2025-Q1", value: 9, partial: true }],
    });
  });

  test("does not add across a change of definition", () => {
    const broken = months.with(5, { ...months[5]!, break: true });
    expect(rollUp(broken, { to: "year" }, additivity)).toMatchObject({
      ok: false,
      refusals: [{ reason: { en: "its definition changes between these periods" } }],
    });
  });
});

describe("rollUp over parts", () => {
  const parts = (id: string) => [
    value(id, "2025", 10),
    value(id, "2025", 4, { region: "CL-RM" }),
    value(id, "2025", 6, { region: null }),
  ];

  test("adds up parts, and leaves a total among them out", () => {
    expect(rollUp(parts("o1.monitoring"), { over: "region" }, additivity)).toEqual({
      ok: true,
      results: [value("o1.monitoring", "2025", 10)],
    });
  });

  test("refuses distinct persons: they are counted together again", () => {
    expect(rollUp(parts("o1.participants"), { over: "region" }, additivity)).toMatchObject({
      ok: false,
      refusals: [{ indicator: "o1.participants", offers: ["union", "recompute"] }],
    });
  });
});
