import { describe, expect, test } from "vitest";
import { formatAddress } from "../../src/records/address.ts";
import type { Row } from "../../src/records/rows.ts";
import type { Additivity, Result } from "../../src/results/result.ts";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import { targetProblems } from "../../src/targets/problems.ts";
import { readTargets } from "../../src/targets/read-targets.ts";
import { standingOf } from "../../src/targets/standing.ts";
import type { Target } from "../../src/targets/target.ts";
import { parsePeriod } from "../../src/time/calendar.ts";
import { parseDay } from "../../src/time/day.ts";
import { dataset, SECTION } from "../evaluate/section.ts";

const base = { indicator: "o1.monitoring", period: "2025", kind: "annual", target: 12 } as const;
const read = (...rows: readonly Row<"targets">[]) => readTargets(dataset({ targets: rows }), chile, SECTION);

describe("readTargets", () => {
  test("takes the year, the kind, the part and the direction", () => {
    const { targets, skipped } = read(
      { ...base, baseline: 4 },
      { ...base, period: "span", kind: "final", baseline: 20, target: 8 },
      { ...base, parts: "región = METROPOLITANA", baseline: null },
      { ...base, parts: "region=Valparaíso; gender=femenino", direction: "down" },
    );
    expect(skipped).toEqual([]);
    expect(
      targets.map(({ kind, period, parts, baseline, target, direction }) => [
        kind,
        period.id,
        parts,
        baseline,
        target,
        direction,
      ]),
    ).toEqual([
      ["annual", "2025", {}, 4, 12, "up"],
      ["final", "2030", {}, 20, 8, "down"],
      ["annual", "2025", { region: "CL-RM" }, null, 12, "up"],
      ["annual", "2025", { region: "CL-VS", gender: "femenino" }, null, 12, "down"],
    ]);
  });

  test("what cannot be compared is a problem at its cell", () => {
    const retiring = extendStrategy(chile, {
      id: "r",
      label: { es: "r", en: "r" },
      indicators: { "o1.monitoring": { retired: "2026-01-01" } },
    });
    const problems = targetProblems(
      dataset({
        targets: [
          { ...base, indicator: "o9.nothing" },
          { ...base, period: "2026" },
          { ...base, indicator: "o2.workshops", period: "2025-Q1" },
          { ...base, indicator: "o2.workshops", kind: null },
          { ...base, indicator: "o2.workshops", parts: "region=Atlántida" },
          { ...base, indicator: "o2.workshops", period: "2024", target: null },
          { ...base, indicator: "o2.workshops", period: "2027", baseline: 12 },
          { ...base, indicator: "o2.workshops", period: null },
        ],
      }),
      retiring,
      SECTION,
    );
    expect(problems.map(({ code, address, data }) => [code, formatAddress(address), data.found])).toEqual([
      ["target-of-nothing", "targets 1", "o9.nothing"],
      ["target-of-retired", "targets 2", "o1.monitoring"],
      ["target-without-period", "targets 3", "2025-Q1"],
      ["target-without-kind", "targets 4", undefined],
      ["target-of-unknown-part", "targets 5", "region=Atlántida"],
      ["target-without-number", "targets 6", undefined],
      ["target-without-period", "targets 8", undefined],
      ["target-is-baseline", "targets 7", "12"],
    ]);
  });
});

const EVENTS: Additivity = { overPeriods: "sum", overParts: "sum" };
const STOCK: Additivity = { overPeriods: "last", overParts: "sum" };
const SHARE: Additivity = { overPeriods: "no", overParts: "no" };

const target = (change: Partial<Target> = {}): Target => ({
  indicator: "o1.monitoring",
  kind: "annual",
  period: parsePeriod("2025")!,
  parts: {},
  baseline: null,
  target: 100,
  direction: "up",
  address: { source: "metas.csv" },
  ...change,
});
const value = (number: number, partial = false): Result => ({
  indicator: "o1.monitoring",
  period: "2025",
  by: {},
  state: "value",
  value: number,
  unit: "activities",
  ...(partial ? { partial: true } : {}),
});
const stands = (found: Target, result: Result | undefined, asOf: string, additivity = EVENTS) =>
  standingOf(found, result, { strategy: chile, asOf: parseDay(asOf)!, additivity });

describe("standingOf", () => {
  test("a period that is over: reached or not, at least or at most", () => {
    expect(stands(target(), value(100), "2025-12-31")).toEqual({ status: "reached", progress: 1, expected: 100 });
    expect(stands(target(), value(99), "2026-05-01")).toMatchObject({ status: "not-reached", progress: 0.99 });
    const most = target({ direction: "down", baseline: 200 });
    expect(stands(most, value(100), "2025-12-31", SHARE)).toMatchObject({ status: "reached", progress: 1 });
    expect(stands(most, value(101), "2025-12-31", SHARE)).toMatchObject({ status: "not-reached", progress: 0.99 });
  });

  test.each([
    // 2 July is the 183rd of 365 days: about 50 of 100 are to be expected, 45 suffice, 35 are at risk.
    [100, "reached-so-far"],
    [50, "on-track"],
    [46, "on-track"],
    [40, "at-risk"],
    [35, "behind"],
    [0, "behind"],
  ])("half a year on, %i of 100 events are %s", (number, status) => {
    const standing = stands(target(), value(number, true), "2025-07-02")!;
    expect(standing.status).toBe(status);
    expect(standing.expected).toBeCloseTo((100 * 183) / 365);
  });

  test("a stock walks from its baseline, an event count from zero", () => {
    const from80 = target({ baseline: 80 });
    expect(stands(from80, value(90, true), "2025-07-02", STOCK)).toMatchObject({ status: "on-track", progress: 0.5 });
    expect(stands(from80, value(90, true), "2025-07-02", EVENTS)).toMatchObject({ status: "on-track", progress: 0.9 });
    expect(stands(from80, value(79, true), "2025-07-02", STOCK)).toMatchObject({ status: "behind", progress: -0.05 });
  });

  test("without a baseline a stock's way cannot be told: neither progress nor what is expected", () => {
    expect(stands(target(), value(50, true), "2025-07-02", STOCK)).toEqual({
      status: "behind",
      progress: null,
      expected: null,
    });
  });

  test("a final target is walked to from the strategy's start", () => {
    const final = target({ kind: "final", period: parsePeriod("2030")!, baseline: 0, target: 70 });
    const standing = stands(final, value(20, true), "2025-12-31", STOCK)!;
    expect(standing.expected).toBeCloseTo((70 * 731) / 2557);
    expect(standing.status).toBe("on-track");
  });

  test("what has no number, covers a part of the period, or has no target", () => {
    const { value: _, ...rest } = value(0) as Result & { value: number };
    const missing: Result = { ...rest, state: "missing", reason: { code: "absent-table", detail: ["activities"] } };
    expect(stands(target(), missing, "2025-12-31")).toMatchObject({ status: "no-value", progress: null });
    expect(stands(target(), undefined, "2025-12-31")).toMatchObject({ status: "no-value" });
    expect(stands(target(), value(3, true), "2025-12-31")).toMatchObject({ status: "incomplete" });
    expect(stands(target({ target: null }), value(3), "2025-12-31")).toBeUndefined();
  });

  test("the thresholds are the strategy's", () => {
    const strict = extendStrategy(chile, {
      id: "s",
      label: { es: "s", en: "s" },
      assumptions: { target_on_track: 1, target_at_risk: 0.95 },
    });
    const standing = standingOf(target(), value(46, true), {
      strategy: strict,
      asOf: parseDay("2025-07-02")!,
      additivity: EVENTS,
    });
    expect(standing?.status).toBe("behind");
  });
});
