import { dayAfter } from "../oracle/days.ts";

/** Numbers that look random and come again with the same seed. */
export interface Random {
  /** From 0 to below 1. */
  readonly next: () => number;
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number;
  /** Whether something of this probability happens. */
  readonly chance: (probability: number) => boolean;
  /** One of a list, which must not be empty. */
  readonly pick: <T>(from: readonly T[]) => T;
  /** One of a list of values with weights. */
  readonly weighted: <T>(from: readonly (readonly [value: T, weight: number])[]) => T;
}

/** Makes a generator (mulberry32: small and good enough for made data). */
export const createRandom = (seed: number): Random => {
  let state = (seed ^ 0x9e37_79b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (from) => from[below(from.length)]!,
    weighted: (from) => {
      let rest = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return from.at(-1)![0];
    },
  };
};

/** Every day from the first to the last, both too. */
export const daysBetween = (first: string, last: string): readonly string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day);
  return days;
};

/** One of the days from the first to the last that a sorted list of days has; the last if there is none. */
export const dayWithin = (random: Random, days: readonly string[], first: string, last: string): string => {
  const from = positionOf(days, first);
  const to = positionOf(days, last);
  return days[from + random.below(Math.max(1, to - from + 1))] ?? last;
};

/** Where a day stands in a sorted list, or where it would. */
const positionOf = (days: readonly string[], day: string): number => {
  let low = 0;
  let high = days.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
};
