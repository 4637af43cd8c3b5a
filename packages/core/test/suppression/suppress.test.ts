import { describe, expect, it } from "vitest";
import { apart, beyond, covered, partition, type Relation, union, within } from "../../src/suppression/relation.ts";
import { suppress } from "../../src/suppression/suppress.ts";

/** The values that are withheld where each count has a cell of its own. */
const withheld = (counts: readonly number[], relations: readonly Relation[], smallest = 5): readonly number[] => {
  const found = suppress({ counts, cells: counts.map((_, count) => [count]), relations }, smallest);
  return counts.filter((_, count) => found.has(count));
};

describe("suppress", () => {
  it("withholds what is small; zero and what nothing hangs together with is shown", () => {
    expect(withheld([0, 1, 4, 5, 100], [])).toEqual([1, 4]);
    expect(withheld([0, 1, 4, 5, 100], [], 3)).toEqual([1]);
  });

  it("withholds one more where a single part could be had by subtraction, and the total stays", () => {
    expect(withheld([63, 3, 20, 40], partition(0, [1, 2, 3]))).toEqual([3, 20]);
  });

  it("does not take a zero for another part", () => {
    expect(withheld([60, 3, 0, 57], partition(0, [1, 2, 3]))).toEqual([3, 57]);
  });

  it("withholds a third part where two small ones are all that is left of a known total", () => {
    expect(withheld([45, 2, 3, 40], partition(0, [1, 2, 3]))).toEqual([2, 3, 40]);
  });

  it("takes the total where there is no other part", () => {
    expect(withheld([3, 3], partition(0, [1]))).toEqual([3, 3]);
    expect(withheld([5, 2, 3], partition(0, [1, 2]))).toEqual([5, 2, 3]);
    // 1 to 7 each: nobody can tell that they are small.
    expect(withheld([8, 4, 4], partition(0, [1, 2]))).toEqual([4, 4]);
  });

  it("hides a small total with all its parts", () => {
    expect(withheld([4, 1, 1, 1, 1, 0], partition(0, [1, 2, 3, 4, 5]))).toEqual([4, 1, 1, 1, 1]);
  });

  it("withholds four corners of a table with both margins", () => {
    // 3 17 | 20
    // 25 30 | 55
    // 28 47 | 75
    const counts = [3, 17, 25, 30, 20, 55, 28, 47, 75];
    const relations = [
      partition(4, [0, 1]),
      partition(5, [2, 3]),
      partition(6, [0, 2]),
      partition(7, [1, 3]),
      partition(8, [4, 5]),
      partition(8, [6, 7]),
    ].flat();
    expect(withheld(counts, relations)).toEqual([3, 17, 25, 30]);
  });

  it("knows that parts can overlap: a total and the larger part can tell of a small one", () => {
    // 20 people in all, 18 here: 2 to 20 there. That it is not 1 is told by the 18.
    expect(withheld([20, 18, 3], union(0, [1, 2]))).toEqual([18, 3]);
    // All 5 of 5 are here: 1 to 5 of them are there too.
    expect(withheld([5, 5, 3], union(0, [1, 2]))).toEqual([3]);
  });

  it("knows what is counted within what", () => {
    expect(withheld([12, 3], [within(1, 0)])).toEqual([3]);
    expect(withheld([6, 5], [within(1, 0)])).toEqual([]);
  });

  it("knows what an incomplete list tells, and what one tells that only covers", () => {
    // Three quarters of a year of 60: they are at most 60 together.
    expect(withheld([60, 12, 25, 3], [apart(0, [1, 2, 3])])).toEqual([3]);
    expect(withheld([40, 12, 25, 3], [apart(0, [1, 2, 3])])).toEqual([12, 3]);
    expect(withheld([40, 38, 3], [covered(0, [1, 2])])).toEqual([38, 3]);
  });

  it("knows what two unions tell of one another", () => {
    // Two periods by two regions, 34 and 2, 2 and 3: 36 and 5 by period, 35 and 5 by region, 40 in all.
    const counts = [34, 2, 2, 3, 36, 5, 35, 5, 40];
    const unions = [
      union(4, [0, 1]),
      union(5, [2, 3]),
      union(6, [0, 2]),
      union(7, [1, 3]),
      union(8, [4, 5]),
      union(8, [6, 7]),
    ].flat();
    const year = { whole: 8, parts: [6, 7] };
    // Who is in the year and not in one period is so in a region: that alone keeps the 2 and the 3 below 5.
    const further = [beyond(year, { whole: 4, parts: [0, 1] }), beyond(year, { whole: 5, parts: [2, 3] })];
    expect(withheld(counts, unions)).toEqual([34, 2, 2, 3]);
    expect(withheld(counts, [...unions, ...further]).length).toBeGreaterThan(4);
  });

  it("withholds every cell that shows a count, and a cell for any count that it shows", () => {
    const cells = [[0], [0, 1], [1], [2]];
    expect(suppress({ counts: [3, 50, 60], cells, relations: [] }, 5)).toEqual(new Set([0, 1]));
  });

  it("leaves out a relation that the numbers contradict", () => {
    expect(withheld([10, 3, 40], partition(0, [1, 2]))).toEqual([3]);
  });

  it("is the same whatever the order of the relations, and fast on what a report holds", () => {
    const regions = 16;
    const periods = 30;
    const counts: number[] = [];
    const relations: Relation[] = [];
    for (let indicator = 0; indicator < 20; indicator++) {
      for (let period = 0; period < periods; period++) {
        const parts = Array.from({ length: regions }, (_, region) => (indicator * 7 + period * 3 + region * 5) % 23);
        const whole = counts.push(parts.reduce((so, part) => so + part, 0)) - 1;
        counts.push(...parts);
        relations.push(
          ...partition(
            whole,
            parts.map((_, part) => whole + 1 + part),
          ),
        );
      }
    }
    const found = withheld(counts, relations);
    expect(withheld(counts, relations)).toEqual(found);
    expect(found.filter((value) => value >= 5).length).toBeLessThan(counts.length / 10);
  });
});
