import type { AggregateName } from "../formula/functions.ts";
import type { Value } from "./scope.ts";

/** Takes the values of rows, one by one, and tells what they come to; null when there is nothing to tell. */
export interface Accumulator {
  add(value: Value): void;
  result(): number | null;
}

/** What each aggregate is of no rows at all. */
export const OF_NOTHING: Readonly<Record<AggregateName, number | null>> = {
  count: 0,
  distinct: 0,
  sum: 0,
  min: null,
  max: null,
  average: null,
  median: null,
};

/** One entry a function: a new one in formula/functions.ts does not compile without it. Empty values are left out. */
export const ACCUMULATORS: Readonly<Record<AggregateName, () => Accumulator>> = {
  count: () => {
    let count = 0;
    return { add: () => void count++, result: () => count };
  },
  distinct: () => {
    const values = new Set<Value>();
    return { add: (value) => void (value !== null && values.add(value)), result: () => values.size };
  },
  sum: () => {
    let sum = 0;
    return { add: (value) => void (value !== null && (sum += value as number)), result: () => sum };
  },
  min: () => extreme((a, b) => a < b),
  max: () => extreme((a, b) => a > b),
  average: () => {
    let [sum, count] = [0, 0];
    return {
      add: (value) => {
        if (value === null) return;
        sum += value as number;
        count++;
      },
      result: () => (count === 0 ? null : sum / count),
    };
  },
  median: () => {
    const values: number[] = [];
    return {
      add: (value) => void (value !== null && values.push(value as number)),
      result: () => medianOf(values),
    };
  },
};

const extreme = (isBetter: (a: number, b: number) => boolean): Accumulator => {
  let best: number | null = null;
  return {
    add: (value) => {
      if (value !== null && (best === null || isBetter(value as number, best))) best = value as number;
    },
    result: () => best,
  };
};

/** The middle value, or the mean of the middle two; null of nothing. Sorts the values. */
export const medianOf = (values: number[]): number | null => {
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
};
