import type { Result } from "../results/result.ts";
import { withhold } from "../results/withhold.ts";

/** Withholds small counts of persons; what is no count of persons is left as it is. */
export const withholdPersons = (results: readonly Result[], smallest: number): readonly Result[] => {
  const persons = withhold(
    results.filter(({ unit }) => unit === "persons"),
    smallest,
  );
  let next = 0;
  return results.map((result) => (result.unit === "persons" ? persons[next++]! : result));
};

/** Withholds a result where one of the counts that it rests on is withheld. */
export const withheldWith = (result: Result, counts: readonly (Result | undefined)[]): Result => {
  const withheld = counts.find((count) => count?.state === "withheld");
  if (withheld?.state !== "withheld" || result.state !== "value") return result;
  const { value: _value, numerator: _numerator, denominator: _denominator, ...head } = result;
  return { ...head, state: "withheld", reason: withheld.reason };
};
