import {
  type AggregateChange,
  aiChile20242030 as strategy,
  type Change,
  explain,
  explainChange,
  extendStrategy,
  type Move,
  type Receipt,
  type Records,
  type Strategy,
} from "@minga/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRecords } from "../src/index.ts";
import { sectionOf } from "./support/arbitrary-section.ts";

const ids = Object.keys(strategy.indicators);
const runs = { numRuns: Number(process.env["MINGA_RUNS"] ?? 150) };
const asOf = "2026-06-30";

const receiptOf = (records: Records, indicator: string, period: string, of: Strategy = strategy): Receipt => {
  const { dataset, section } = sectionOf(records);
  return explain<string>(dataset, { strategy: of, section, asOf, indicator, period });
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Who is counted in a receipt, told by hand: persons and other rows by their id, rows without one by their line. */
const namesIn = ({ subjects, counted }: AggregateChange["after"]): ReadonlySet<string> =>
  new Set(
    subjects?.map(({ id }) => id) ??
      counted.map(({ id, key, address }) => id ?? (key.every((part) => part === null) ? `${address.row}` : key.join())),
  );

const amountOf = (moves: readonly Move[]): number => sum(moves.map(({ amount }) => amount!));

/** What the account of an aggregate's change comes to, beside what it should. */
const accountOf = ({ before, after, isSum, came, left, changed }: AggregateChange) => {
  const [old, present] = [namesIn(before), namesIn(after)];
  const rows = (moves: readonly Move[]) => moves.flatMap(({ moved }) => moved);
  const without = (all: ReadonlySet<string>, others: ReadonlySet<string>): number =>
    [...all].filter((name) => !others.has(name)).length;
  const told = isSum ? amountOf(came) - amountOf(left) + sum(changed.map(({ amount }) => amount)) : null;
  return {
    told: { came: rows(came).length, left: rows(left).length, difference: told },
    should: {
      came: without(present, old),
      left: without(old, present),
      difference: isSum ? after.value! - before.value! : null,
    },
    difference: told,
  };
};

/** What is wrong with a change. */
const faultsIn = ({ before, after, difference, aggregates }: Change): readonly unknown[] => {
  const accounts = aggregates.map(accountOf);
  const faults: unknown[] = accounts.filter(({ told, should }) => JSON.stringify(told) !== JSON.stringify(should));
  for (const { row, there, other } of aggregates.flatMap(({ came, left }) =>
    [...came, ...left].flatMap(({ moved }) => moved.flatMap(({ rows }) => rows)),
  )) {
    const isSameRow = other === undefined ? there.code === "absent" : row.id === null || other.id === row.id;
    if (!isSameRow) faults.push({ row: row.address, there });
  }
  // A number that is one count or sum is its aggregate's, and so is the difference.
  const [only, ...more] = accounts;
  const isOne = more.length === 0 && only !== undefined && aggregates[0]!.isSum;
  if (isOne && difference !== null && only.difference !== difference) faults.push({ before, after, only });
  return faults;
};

/** Some rows of every table are lost, and some come from another section's records. */
const edited = (records: Records, others: Records, keep: readonly boolean[]): Records =>
  Object.fromEntries(
    Object.entries(records).map(([table, rows]) => [
      table,
      [
        ...rows.filter((_, index) => keep[index % keep.length]),
        ...(others[table as keyof Records] ?? []).filter((_, index) => !keep[index % keep.length]),
      ],
    ]),
  );

describe("the difference of two numbers is told exactly", () => {
  it("between two periods", () => {
    fc.assert(
      fc.property(arbitraryRecords(), fc.constantFrom(...ids), (records, indicator) => {
        const periods = ["2025", "2024", "2025-S1", "2025-Q2", "2025-03", "span"];
        const receipts = periods.map((period) => receiptOf(records, indicator, period));
        for (const before of receipts) {
          for (const after of receipts) expect(faultsIn(explainChange(before, after))).toEqual([]);
        }
      }),
      { numRuns: Math.ceil(runs.numRuns / 3) },
    );
  });

  it("between two versions of the data", () => {
    fc.assert(
      fc.property(
        arbitraryRecords(),
        arbitraryRecords(),
        fc.array(fc.boolean(), { minLength: 3, maxLength: 7 }),
        fc.constantFrom(...ids),
        (records, others, keep, indicator) => {
          const before = receiptOf(records, indicator, "2025");
          const after = receiptOf(edited(records, others, keep), indicator, "2025");
          expect(faultsIn(explainChange(before, after))).toEqual([]);
        },
      ),
      runs,
    );
  });

  it("between two strategies, and their definitions are held side by side", () => {
    const stricter = extendStrategy(strategy, {
      id: "stricter",
      label: { es: "Más estricta", en: "Stricter" },
      assumptions: {
        recurrent_participations: 2,
        territorial_groups: ["commission"],
        registered_relations: ["activist", "member"],
      },
      indicators: { "o4.agreements": { formula: "distinct(agreements.organization at end)" } },
    });
    fc.assert(
      fc.property(arbitraryRecords(), fc.constantFrom(...ids), (records, indicator) => {
        const [before, after] = [strategy, stricter].map((of) => receiptOf(records, indicator, "2025", of));
        const change = explainChange(before!, after!);
        expect(faultsIn(change)).toEqual([]);
        const { isSame, formula, predicates, assumptions } = change.definition;
        expect(isSame).toBe(formula === undefined && predicates.length + assumptions.length === 0);
        if (isSame) expect(change.difference ?? 0).toBe(0);
      }),
      runs,
    );
  });
});
