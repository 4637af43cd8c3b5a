import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { explain } from "../../src/receipt/explain.ts";
import { parseStrategy } from "../../src/schema/parse-strategy.ts";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { breaksOf } from "../../src/strategy/breaks.ts";
import { compileStrategy } from "../../src/strategy/compile.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import { formatIssue, StrategyError } from "../../src/strategy/issue.ts";
import { formatDay } from "../../src/time/day.ts";
import { dataset, SECTION } from "../evaluate/section.ts";

const named = { id: "dated", label: { es: "Con fechas", en: "Dated" } };
const why = { reason: { es: "Se decidió.", en: "It was decided." }, source: { es: "Acta", en: "Minutes" } };

/** Two people: p1 attends twice a year in two months, p2 three times. */
const RECORDS = {
  people: [
    { id: "p1", relation: "activist", joinedOn: "2023-01-01", leftOn: null },
    { id: "p2", relation: "activist", joinedOn: "2023-01-01", leftOn: null },
  ],
  activities: ["2024", "2025", "2026"].flatMap((year) =>
    [1, 2, 3].map((month) => ({ id: `${year}-${month}`, date: `${year}-0${month}-10` })),
  ),
  participations: ["2024", "2025", "2026"].flatMap((year) => [
    ...[1, 2].map((month) => ({ person: "p1", activity: `${year}-${month}`, status: "attended" })),
    ...[1, 2, 3].map((month) => ({ person: "p2", activity: `${year}-${month}`, status: "attended" })),
  ]),
};
const data = dataset(RECORDS);

const series = (
  strategy: typeof chile,
  grain: "year" | "quarter",
  indicator: "o1.recurrent" | "o1.registered" = "o1.recurrent",
) =>
  evaluate(data, { strategy, section: SECTION, asOf: "2026-12-31", grain, indicators: [indicator] }).map((result) => [
    result.period,
    result.state === "value" ? result.value : result.state,
    ...(result.break === true ? ["break"] : []),
  ]);

describe("an assumption that changes on a day", () => {
  const strategy = extendStrategy(chile, {
    ...named,
    assumptions: { recurrent_participations: { value: 2, since: "2026-01-01", ...why } },
  });

  test("leaves the periods before as they were, and marks the break", () => {
    expect(series(strategy, "year")).toEqual([
      ["2024", 1],
      ["2025", 1],
      ["2026", 2, "break"],
    ]);
    expect(series(strategy, "quarter").slice(6, 10)).toEqual([
      ["2025-Q3", 1],
      ["2025-Q4", 1],
      // Twelve months up to March 2026: p1 attended twice in 2026, which is enough by then.
      ["2026-Q1", 2, "break"],
      ["2026-Q2", 2],
    ]);
  });

  test("breaks only what reads it", () => {
    expect(series(strategy, "year", "o1.registered").flat()).not.toContain("break");
    const compiled = compileStrategy(strategy);
    expect(breaksOf(compiled, "o1.recurrent").map(({ day, kind, name }) => [formatDay(day), kind, name])).toEqual([
      ["2026-01-01", "assumption", "recurrent_participations"],
    ]);
    expect(breaksOf(compiled, "o1.registered")).toEqual([]);
  });

  test("is told by the receipt in the version of the period", () => {
    const valueIn = (period: string) =>
      explain(data, {
        strategy,
        section: SECTION,
        asOf: "2026-12-31",
        indicator: "o1.recurrent",
        period,
      }).assumptions.find(({ name }) => name === "recurrent_participations")?.value;
    expect([valueIn("2025"), valueIn("2026")]).toEqual([3, 2]);
  });

  test("a period that straddles the day is told in the version of its end, and marked", () => {
    const inJune = extendStrategy(chile, {
      ...named,
      assumptions: { recurrent_participations: { value: 2, since: "2025-06-15", ...why } },
    });
    expect(series(inJune, "year")).toEqual([
      ["2024", 1],
      ["2025", 2, "break"],
      ["2026", 2],
    ]);
  });

  test("may change again, and again from a file", () => {
    const again = parseStrategy(
      {
        extends: "dated",
        id: "again",
        label: named.label,
        assumptions: { recurrent_participations: { value: 9, since: "2026-07-01", ...why } },
      },
      { bases: [strategy] },
    );
    expect(series(again as typeof chile, "quarter").slice(-4)).toEqual([
      ["2026-Q1", 2, "break"],
      ["2026-Q2", 2],
      ["2026-Q3", 0, "break"],
      ["2026-Q4", 0],
    ]);
  });
});

describe("a formula that changes on a day", () => {
  test("of an indicator or of a condition that it reads", () => {
    const byIndicator = extendStrategy(chile, {
      ...named,
      indicators: { "o1.recurrent": { formula: "count(people at end) * 10", since: "2026-01-01" } },
    });
    expect(series(byIndicator, "year")).toEqual([
      ["2024", 1],
      ["2025", 1],
      ["2026", 20, "break"],
    ]);
    const byPredicate = extendStrategy(chile, {
      ...named,
      predicates: { people: { registered: { formula: 'id = "p1"', since: "2025-01-01" } } },
    });
    expect(series(byPredicate, "year", "o1.registered")).toEqual([
      ["2024", 2],
      ["2025", 1, "break"],
      ["2026", 1],
    ]);
  });

  test("what is wrong with an earlier formula is told as well", () => {
    const broken = {
      ...chile,
      indicators: {
        ...chile.indicators,
        "o1.recurrent": {
          ...chile.indicators["o1.recurrent"],
          since: "2026-01-01",
          earlier: [{ formula: "count(peple)" }],
        },
      },
    };
    expect(compileStrategy(broken).issues.map(({ path, diagnostic }) => [path, diagnostic.code])).toEqual([
      ['indicators["o1.recurrent"].formula', "unknown-name"],
    ]);
  });
});

test("dates that overlap, or say nothing, name their path", () => {
  const wrong = (changes: object): readonly string[] => {
    const base = extendStrategy(chile, {
      ...named,
      assumptions: { recurrent_participations: { value: 2, since: "2026-01-01", ...why } },
      indicators: { "o1.recurrent": { formula: "count(people)", since: "2026-01-01" } },
    });
    try {
      extendStrategy<string, string, string, string>(base, { ...named, ...changes });
      return [];
    } catch (error) {
      if (!(error instanceof StrategyError)) throw error;
      return error.issues.map((issue) => formatIssue(issue, "en"));
    }
  };
  expect(wrong({ indicators: { "o1.recurrent": { formula: "count(people)", since: "2025-01-01" } } })).toEqual([
    'indicators["o1.recurrent"].since: overlaps with the version before it, which holds from 2026-01-01',
  ]);
  expect(wrong({ indicators: { "o1.recurrent": { since: "2027-01-01" } } })).toEqual([
    'indicators["o1.recurrent"].since: says from when a formula holds: write the formula too',
  ]);
  expect(wrong({ assumptions: { recurrent_participations: { value: 4, since: "2024-01-01" } } })).toEqual([
    "assumptions.recurrent_participations.since: overlaps with the version before it, which holds from 2024-01-01",
  ]);
  expect(wrong({ assumptions: { recurrent_participations: { value: "four", since: "2027-01-01" } } })).toEqual([
    "assumptions.recurrent_participations.value: must be a number",
  ]);
});
