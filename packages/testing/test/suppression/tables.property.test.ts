import { countRelations, suppress } from "@minga/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom, type Random } from "../../src/index.ts";
import { bounds, type Knowledge, type Sum, sumOf } from "./attack.ts";

const { apart, beyond, partition, union, within } = countRelations;
const SMALLEST = 5;
const seeds = fc.integer({ min: 1, max: 2 ** 30 });

/** Numbers of people with their names, and what makes each of them up. */
interface Table {
  readonly counts: readonly number[];
  readonly relations: readonly countRelations.Relation[];
  /** The unknowns of the attacker, and each count as a sum of them. */
  readonly unknowns: readonly string[];
  readonly sums: readonly Sum[];
}

/** What can be known of a table with some counts withheld; the attacker knows that these are not zero. */
const knownOf = ({ counts, unknowns, sums }: Table, isWithheld: (count: number) => boolean): Knowledge => ({
  known: new Map(),
  least: new Map(unknowns.map((name) => [name, 0])),
  facts: counts.map((value, count) =>
    isWithheld(count) ? { sum: sums[count]!, is: ">=", right: 1 } : { sum: sums[count]!, is: "=", right: value },
  ),
});

/** What an attacker who knows everything that is shown, and how it hangs together, finds beside the guarantee of `suppress`. */
const found = (table: Table): readonly string[] => {
  const { counts, relations, sums } = table;
  const withheld = suppress({ counts, cells: counts.map((_, count) => [count]), relations }, SMALLEST);
  const known = knownOf(table, (count) => withheld.has(count));
  const zeros = knownOf(table, (count) => counts[count]! > 0);
  return counts.flatMap((value, count): readonly string[] => {
    if (value === 0) return withheld.has(count) ? [`${count}: a zero is withheld`] : [];
    if (value >= SMALLEST) return [];
    if (!withheld.has(count)) return [`${count}: ${value} is shown`];
    const { least, most } = bounds(known, sums[count]!);
    if (most < SMALLEST) return [`${count}: ${value} is at most ${most}`];
    return least > 1 && least > bounds(zeros, sums[count]!).least ? [`${count}: ${value} is at least ${least}`] : [];
  });
};

/** Every cell of a table with its margins, where one person stands in one cell. */
const additive = (random: Random, sizes: readonly number[], people: number): Table => {
  const positions = sizes.reduce<readonly (readonly number[])[]>(
    (all, size) => all.flatMap((at) => Array.from({ length: size + 1 }, (_, part) => [...at, part])),
    [[]],
  );
  const index = new Map(positions.map((at, count) => [at.join(), count]));
  const counts = positions.map(() => 0);
  const weights = sizes.map((size) =>
    Array.from({ length: size }, (_, part) => [part + 1, random.next() ** 3 + 0.01] as const),
  );
  const inner = positions.filter((at) => at.every((part) => part > 0));
  const held = (at: readonly number[], cell: readonly number[]): boolean =>
    at.every((part, dimension) => part === 0 || part === cell[dimension]);
  for (let person = 0; person < people; person++) {
    const cell = weights.map((parts) => random.weighted(parts));
    for (const [count, at] of positions.entries()) if (held(at, cell)) counts[count]!++;
  }
  return {
    counts,
    relations: positions.flatMap((at, count) =>
      at.flatMap((part, dimension) =>
        part === 0
          ? partition(
              count,
              Array.from({ length: sizes[dimension]! }, (_, other) => index.get(at.with(dimension, other + 1).join())!),
            )
          : [],
      ),
    ),
    unknowns: inner.map((cell) => cell.join()),
    sums: positions.map((at) => sumOf(inner.filter((cell) => held(at, cell)).map((cell) => cell.join()))),
  };
};

/** Distinct people by period and region, with both margins: one person can stand in several cells. */
const overlapping = (random: Random, periods: number, regions: number, people: number): Table => {
  const cells = Array.from(
    { length: periods * regions },
    (_, cell) => [Math.floor(cell / regions), cell % regions] as const,
  );
  const lines: { readonly name: string; readonly cells: readonly number[] }[] = [];
  const line = (holds: (cell: readonly [number, number]) => boolean): number =>
    lines.push({ name: `${lines.length}`, cells: [...cells.keys()].filter((cell) => holds(cells[cell]!)) }) - 1;
  const all = line(() => true);
  const byPeriod = Array.from({ length: periods }, (_, period) => line(([each]) => each === period));
  const byRegion = Array.from({ length: regions }, (_, region) => line(([, each]) => each === region));
  const inner = cells.map(([period, region]) => line((each) => each[0] === period && each[1] === region));
  const at = (period: number, region: number): number => inner[period * regions + region]!;
  const chances = cells.map(() => random.next() ** 3);
  // A person is the set of cells that they stand in; the unknowns are how many there are of each set.
  const patterns = Array.from({ length: 2 ** cells.length - 1 }, (_, pattern) => pattern + 1);
  const made = Array.from({ length: people }, () => {
    let pattern = 0;
    for (const [cell, chance] of chances.entries()) if (random.chance(chance)) pattern += 2 ** cell;
    return pattern === 0 ? 2 ** random.below(cells.length) : pattern;
  });
  const stands = (pattern: number, own: readonly number[]): boolean => own.some((cell) => (pattern >> cell) & 1);
  const rows = byPeriod.map((whole, period) => ({ whole, parts: byRegion.map((_, region) => at(period, region)) }));
  const columns = byRegion.map((whole, region) => ({ whole, parts: byPeriod.map((_, period) => at(period, region)) }));
  return {
    counts: lines.map((own) => made.filter((pattern) => stands(pattern, own.cells)).length),
    relations: [
      ...[...rows, ...columns, { whole: all, parts: byPeriod }, { whole: all, parts: byRegion }].flatMap((each) =>
        union(each.whole, each.parts),
      ),
      ...rows.map((row) => beyond({ whole: all, parts: byRegion }, row)),
      ...columns.map((column) => beyond({ whole: all, parts: byPeriod }, column)),
    ],
    unknowns: patterns.map(String),
    sums: lines.map((own) => sumOf(patterns.filter((pattern) => stands(pattern, own.cells)).map(String))),
  };
};

test("a table with margins: no withheld number is found by solving for it", () => {
  fc.assert(
    fc.property(
      seeds,
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 1, max: 90 }),
      (seed, rows, columns, people) => {
        expect(found(additive(createRandom(seed), [rows, columns], people))).toEqual([]);
      },
    ),
    { numRuns: 15 },
  );
});

test("a table of three dimensions", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 120 }), (seed, people) => {
      expect(found(additive(createRandom(seed), [3, 2, 3], people))).toEqual([]);
    }),
    { numRuns: 6 },
  );
});

test("people who can stand in several parts and periods, attacked as the sets that they are", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 2, max: 3 }), fc.integer({ min: 1, max: 45 }), (seed, regions, people) => {
      expect(found(overlapping(createRandom(seed), 2, regions, people))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("some of the recurrent in some of the registered, by region", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
        minLength: 2,
        maxLength: 5,
      }),
      (regions) => {
        const names = regions.flatMap((_, region) => [`recurrent ${region}`, `other ${region}`]);
        const recurrent = regions.map(([own]) => own);
        const registered = regions.map(([own, other]) => own + other);
        const total = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0);
        const parts = (from: number): number[] => regions.map((_, region) => from + region);
        const [first, second] = [2, 2 + regions.length];
        const isOf =
          (region: number) =>
          (name: string): boolean =>
            name.endsWith(` ${region}`);
        const table: Table = {
          counts: [total(recurrent), total(registered), ...recurrent, ...registered],
          relations: [
            ...partition(0, parts(first)),
            ...partition(1, parts(second)),
            within(0, 1),
            ...regions.map((_, region) => within(first + region, second + region)),
          ],
          unknowns: names,
          sums: [
            sumOf(names.filter((name) => name.startsWith("recurrent"))),
            sumOf(names),
            ...regions.map((_, region) => sumOf([`recurrent ${region}`])),
            ...regions.map((_, region) => sumOf(names.filter(isOf(region)))),
          ],
        };
        expect(found(table)).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

test("quarters and years of events, a quarter missing", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 8 }), (quarters) => {
      const names = quarters.map((_, quarter) => `quarter ${quarter}`);
      const years = Array.from({ length: Math.ceil(quarters.length / 4) }, (_, year) => year);
      const of = (year: number): number[] => [...quarters.keys()].filter((quarter) => Math.floor(quarter / 4) === year);
      // The first quarter is not published: the others of its year are an incomplete list.
      const listed = (year: number): number[] => of(year).filter((quarter) => quarter > 0);
      const at = (quarter: number): number => years.length + quarter - 1;
      const table: Table = {
        counts: [
          ...years.map((year) => of(year).reduce((so, quarter) => so + quarters[quarter]!, 0)),
          ...quarters.slice(1),
        ],
        relations: years.flatMap((year) =>
          year === 0 ? [apart(year, listed(year).map(at))] : partition(year, listed(year).map(at)),
        ),
        unknowns: names,
        sums: [
          ...years.map((year) => sumOf(of(year).map((quarter) => names[quarter]!))),
          ...names.slice(1).map((name) => sumOf([name])),
        ],
      };
      expect(found(table)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
