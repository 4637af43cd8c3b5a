/**
 * Presses numbers into runs: pairs of first and last.
 *
 * @example
 * runsOf([4, 2, 3, 9]); // [[2, 4], [9, 9]]
 */
export const runsOf = (numbers: readonly number[]): readonly (readonly [first: number, last: number])[] => {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
};
