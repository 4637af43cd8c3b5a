import {
  additivityOf,
  aiChile20242030 as strategy,
  compileStrategy,
  coreIndicators,
  datasetOf,
  evaluate,
  overlap,
  type Records,
  type Result,
  rollUp,
} from "@minga/core";
import { defaultSection as section } from "@minga/core/chile";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryAsOf, arbitraryRecords } from "../src/index.ts";

const compiled = compileStrategy(strategy);
const ids = coreIndicators(strategy);
const groupTypes = strategy.groupTypes.map(({ value }) => value);
const datasetFrom = (records: Records) => datasetOf(records, { places: section.places, vocabularies: { groupTypes } });
const runs = { numRuns: Number(process.env["MINGA_RUNS"] ?? 100) };

const numbers = (results: readonly Result[]): readonly unknown[] =>
  results.map(({ indicator, period, by, ...cell }) => [
    indicator,
    period,
    by,
    cell.state === "value" ? cell.value : cell.state,
  ]);

describe("rollUp", () => {
  it("gives what counting again gives, wherever it does not refuse", () => {
    fc.assert(
      fc.property(arbitraryRecords(), arbitraryAsOf(), fc.constantFrom(...ids), (records, asOf, id) => {
        const dataset = datasetFrom(records);
        const options = { strategy, section, asOf, indicators: [id as keyof typeof strategy.indicators] };
        const additivity = additivityOf(compiled, id, ["region"]);
        const months = evaluate(dataset, { ...options, grain: "month" });
        const years = rollUp(months, { to: "year", stocks: "last" }, () => additivity);
        expect(years.ok).toBe(additivity.overPeriods !== "no" || months.length === 0);
        if (years.ok) expect(numbers(years.results)).toEqual(numbers(evaluate(dataset, options)));
        const byRegion = evaluate(dataset, { ...options, by: ["region"] });
        const whole = rollUp(byRegion, { over: "region" }, () => additivity);
        expect(whole.ok).toBe(additivity.overParts === "sum" || byRegion.length === 0);
        if (whole.ok) expect(numbers(whole.results)).toEqual(numbers(evaluate(dataset, options)));
      }),
      runs,
    );
  });
});

describe("overlap", () => {
  it("adds up to the union, which lies between the greatest count and their sum", () => {
    const indicators = ["o1.participants", "o2.participants", "o3.participants", "o4.participants"] as const;
    fc.assert(
      fc.property(arbitraryRecords(), arbitraryAsOf(), (records, asOf) => {
        const dataset = datasetFrom(records);
        const found = evaluate(dataset, { strategy, section, asOf, indicators });
        if (found.length === 0 || found.some(({ state }) => state !== "value")) return;
        const { period } = found[0]!;
        const { union, each, exactly } = overlap(dataset, { strategy, section, asOf, period, indicators });
        const counts = found
          .filter((result) => result.period === period)
          .map((result) => result.state === "value" && result.value);
        expect(Object.values(each)).toEqual(counts);
        expect(exactly.reduce((sum, { count }) => sum + count, 0)).toBe(union);
        for (const id of indicators) {
          const inIt = exactly.filter((part) => part.indicators.includes(id));
          expect(inIt.reduce((sum, { count }) => sum + count, 0)).toBe(each[id]);
        }
      }),
      runs,
    );
  });
});
