import {
  aiChile20242030 as strategy,
  type AggregateReceipt,
  type Dimension,
  DIMENSION_NAMES,
  evaluate,
  explain,
  formatAddress,
  type Parts,
  type Receipt,
} from "@minga/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryAsOf, arbitraryRecords } from "../src/index.ts";
import { sectionOf } from "./support/arbitrary-section.ts";

type Id = keyof typeof strategy.indicators;
const ids = Object.keys(strategy.indicators) as Id[];
const runs = { numRuns: Number(process.env["MINGA_RUNS"] ?? 200) };

const rowsOf = ({ counted, leftOut }: AggregateReceipt): readonly number[] => [
  ...counted.map(({ row }) => row),
  ...leftOut.flatMap(({ rows }) => rows.map(({ row }) => row)),
];

const ascending = (a: number, b: number): number => a - b;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What the rows of a receipt come to, from what each of them says that it adds. */
const recounted = ({ function: name, counted, subjects }: AggregateReceipt): number | null => {
  const values = counted.map(({ value }) => value);
  switch (name) {
    case "count":
      return counted.length;
    case "distinct":
      expect(new Set(subjects!.map(({ id }) => id))).toEqual(new Set(values));
      expect(subjects).toHaveLength(new Set(values).size);
      expect(subjects!.flatMap(({ rows }) => rows.map(({ row }) => row)).toSorted(ascending)).toEqual(
        counted.map(({ row }) => row),
      );
      return new Set(values).size;
    case "sum":
      return sum(values as number[]);
    case "median": {
      const sorted = (values as number[]).toSorted(ascending);
      const { length } = sorted;
      if (length === 0) return null;
      return (sorted[Math.floor((length - 1) / 2)]! + sorted[Math.ceil((length - 1) / 2)]!) / 2;
    }
    default:
      throw new Error(`no indicator uses ${name}`);
  }
};

const half = (left: AggregateReceipt, right: AggregateReceipt): number | null => {
  const shares = [left, right].map(({ counted }) => {
    const by = new Map<string, number>();
    for (const { parts, value } of counted) {
      for (const part of parts) by.set(String(part), (by.get(String(part)) ?? 0) + Number(value));
    }
    return { by, all: sum([...by.values()]) };
  });
  if (shares.some(({ all }) => all === 0)) return null;
  const parts = new Set(shares.flatMap(({ by }) => [...by.keys()]));
  const [a, b] = shares;
  return sum([...parts].map((part) => Math.abs((a!.by.get(part) ?? 0) / a!.all - (b!.by.get(part) ?? 0) / b!.all))) / 2;
};

/** The number again, from nothing but the receipt's aggregates. */
const recalculated = (id: string, aggregates: readonly AggregateReceipt[]): number | null => {
  const [first, second] = aggregates.map((aggregate) => {
    const value = recounted(aggregate);
    expect(aggregate.value).toBe(value);
    return value;
  });
  if (id === "x.dissimilarity") return half(aggregates[0]!, aggregates[1]!);
  if (aggregates.length === 1) return first!;
  expect(aggregates).toHaveLength(2);
  if (second === 0) return null;
  return (first! / second!) * (id === "x.registered-per-100k" ? 100_000 : 1);
};

const whereOf = ({ code, condition }: { code: string; condition?: { en: string } }): string =>
  `${code} ${condition?.en ?? ""}`;

/** Each row with what became of it. */
const fates = (aggregate: AggregateReceipt): ReadonlyMap<number, string> =>
  new Map([
    ...aggregate.counted.map(({ row }) => [row, "counted"] as const),
    ...aggregate.leftOut.flatMap((group) => group.rows.map(({ row }) => [row, whereOf(group)] as const)),
  ]);

describe("the receipt of any number", () => {
  it("accounts for every row once, and its counted rows give the number again", () => {
    fc.assert(
      fc.property(
        arbitraryRecords({ unreadable: true }),
        arbitraryAsOf(),
        fc.constantFrom(...ids),
        fc.constantFrom<readonly Dimension[]>([], ["region"], ["gender"], ["level"], ["organization_relation"]),
        fc.nat(),
        (records, asOf, indicator, by, pick) => {
          const { dataset, section } = sectionOf(records);
          const results = evaluate(dataset, { strategy, section, asOf, indicators: [indicator], by });
          if (results.length === 0) return;
          const result = results[pick % results.length]!;
          const receipt = explain(dataset, { strategy, section, asOf, ...result, indicator });
          expect(receipt.result).toEqual(result);
          for (const aggregate of receipt.aggregates) {
            const all = dataset.tables.get(aggregate.table)!.length;
            expect(rowsOf(aggregate).toSorted(ascending)).toEqual(Array.from({ length: all }, (_, row) => row));
          }
          if (receipt.aggregates.length === 0) expect(result.state).not.toBe("value");
          else {
            const value = recalculated(indicator, receipt.aggregates);
            if (result.state === "value") expect(value).toBeCloseTo(result.value, 9);
            else expect(value).toBeNull();
          }
        },
      ),
      runs,
    );
  });

  it("of a total is the union of its parts' receipts, in every dimension", () => {
    fc.assert(
      fc.property(
        arbitraryRecords(),
        arbitraryAsOf(),
        fc.constantFrom(...ids.filter((id) => id !== "x.dissimilarity")),
        fc.constantFrom(...DIMENSION_NAMES),
        fc.nat(),
        (records, asOf, indicator, dimension, pick) => {
          const { dataset, section } = sectionOf(records);
          const options = { strategy, section, asOf };
          const results = evaluate(dataset, { ...options, indicators: [indicator], by: [dimension] });
          if (results.length === 0) return;
          const { period } = results[pick % results.length]!;
          const receiptOf = (by: Parts): Receipt => explain(dataset, { ...options, indicator, period, by });
          const whole = receiptOf({});
          const parts = results.filter((each) => each.period === period && dimension in each.by);
          const receipts = parts.map(({ by }) => receiptOf(by)).filter(({ aggregates }) => aggregates.length > 0);
          // A dimension that the rows do not reach, or whose column is not there, has no parts to speak of.
          if (receipts.length === 0) return;
          for (const [index, aggregate] of whole.aggregates.entries()) {
            const inParts = receipts.map(({ aggregates }) => fates(aggregates[index]!));
            for (const [row, fate] of fates(aggregate)) {
              const found = new Set(inParts.map((part) => part.get(row)));
              found.delete("other-part ");
              expect([...found]).toEqual([fate]);
            }
          }
        },
      ),
      runs,
    );
  });

  it("points from what nobody knows to the cells that should say it, and to their problems", () => {
    fc.assert(
      fc.property(
        arbitraryRecords({ unreadable: true, absent: false }),
        arbitraryAsOf(),
        fc.constantFrom(...ids),
        (records, asOf, indicator) => {
          const { dataset, section } = sectionOf(records);
          const period = asOf < "2031" ? asOf.slice(0, 4) : "2030";
          const { aggregates } = explain(dataset, { strategy, section, asOf, indicator, period });
          for (const { code, rows } of aggregates.flatMap(({ leftOut }) => leftOut)) {
            if (!["unknown", "no-date", "no-reference"].includes(code)) continue;
            for (const { cells } of rows) {
              expect(cells.length).toBeGreaterThan(0);
              for (const { isEmpty, problems, address, table, column } of cells) {
                const camel = column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
                const raw = (records[table]?.[address.row! - 1] as Record<string, unknown> | undefined)?.[camel];
                const isBlank = raw === null || raw === undefined || raw === "";
                // An age before birth points at a day that was read.
                if (column !== "birthdate") expect(isEmpty).toBe(true);
                // That a required reference is blank is a problem by itself; any other cell may be.
                const isFault = !isBlank || code === "no-reference";
                if (isEmpty && table !== "places") expect(problems.length > 0).toBe(isFault);
                for (const problem of problems) expect(formatAddress(problem.address)).toBe(formatAddress(address));
              }
            }
          }
        },
      ),
      runs,
    );
  });
});
