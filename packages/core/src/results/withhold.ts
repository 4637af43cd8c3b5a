import type { Result } from "./result.ts";

/**
 * Withholds small person counts: a result in persons from 1 to below `smallest`, and a ratio whose numerator or
 * denominator is such a count. Zero is told. This is the simple threshold alone: what is withheld may still be found by
 * subtraction from what is not.
 *
 * @param smallest the smallest count that is shown; at least 3
 * @throws RangeError when `smallest` is below 3
 * Source: domain.md, "Privacy".
 */
export const withhold = (results: readonly Result[], smallest: number): readonly Result[] => {
  if (!(smallest >= 3)) throw new RangeError(`the smallest person count shown must be at least 3, not ${smallest}`);
  const isSmall = (count: number): boolean => count >= 1 && count < smallest;
  return results.map((result) => {
    if (result.state !== "value") return result;
    const { value, numerator, denominator, ...rest } = result;
    const isWithheld =
      result.unit === "persons"
        ? isSmall(value)
        : [numerator, denominator].some((side) => side !== undefined && isSmall(side));
    return isWithheld
      ? { ...rest, state: "withheld", reason: { code: "small-cell", detail: [String(smallest)] } }
      : result;
  });
};
