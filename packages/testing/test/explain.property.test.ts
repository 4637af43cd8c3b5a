import {
  aiChile20242030,
  coreIndicators,
  datasetOf,
  evaluate,
  type Explanation,
  explain,
  type Records,
} from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryAsOf, arbitraryRecords } from "../src/index.ts";

const strategy = aiChile20242030;
const groupTypes = strategy.groupTypes.map(({ value }) => value);
const PARTS = [{}, { region: "CL-RM" }, { region: null }] as const;

const numbersOf = (rows: Explanation["aggregates"][number]["counted"]): readonly number[] =>
  rows.map(({ address }) => address.row!);

describe("explain", () => {
  it("accounts for every row of any records once, and counts what evaluate counts", () => {
    fc.assert(
      fc.property(
        arbitraryRecords(),
        arbitraryAsOf(),
        fc.constantFrom(...coreIndicators(strategy)),
        fc.constantFrom(...PARTS),
        (records: Records, asOf, indicator, by) => {
          const { places: _, ...rest } = records;
          const dataset = datasetOf(rest, { places: defaultSection.places, vocabularies: { groupTypes } });
          const options = {
            strategy: strategy as typeof strategy & { indicators: Record<string, never> },
            section: defaultSection,
            asOf,
          };
          const results = evaluate<string>(dataset, { ...options, indicators: [indicator], by: ["region"] });
          for (const result of results.filter((each) => JSON.stringify(each.by) === JSON.stringify(by))) {
            const explained = explain<string>(dataset, { ...options, indicator, period: result.period, by });
            expect(explained.result).toEqual(result);
            for (const { table, counted, leftOut, value, formula } of explained.aggregates) {
              const rows = [...numbersOf(counted), ...leftOut.flatMap((each) => numbersOf(each.rows))];
              const all = (rest as Records)[table] ?? [];
              expect(rows.toSorted((a, b) => a - b)).toEqual(all.map((_row, index) => index + 1));
              if (formula.node !== "aggregate") throw new Error("an aggregate explains an aggregate");
              const distinct = new Set(
                counted.map(({ row }) =>
                  formula.function === "count" ? row : (all[row] as { person: string }).person,
                ),
              );
              expect(distinct.size).toBe(value);
            }
          }
        },
      ),
      { numRuns: Number(process.env["MINGA_RUNS"] ?? 300) },
    );
  });
});
