import { groupBy } from "../collections/group-by.ts";
import type { Parts } from "../results/result.ts";
import { partition, type Relation } from "./relation.ts";

/** A count, by its position, with what it is a part of. */
export interface PartCount {
  readonly by: Parts;
  readonly at: number;
}

/**
 * Every whole with its parts in each breakdown that goes one step further, where everybody who is counted stands in exactly
 * one part of every breakdown. Of a breakdown by region and gender: the total with the regions, the total with the genders,
 * each region with its genders, each gender with its regions.
 *
 * @param counts every part of a breakdown that has one, zeros too
 */
export const breakdowns = (counts: readonly PartCount[]): readonly Relation[] => {
  const byNames = [...groupBy(counts, (count) => JSON.stringify(namesOf(count))).values()];
  return byNames.flatMap((wholes) => {
    const own = namesOf(wholes[0]!);
    const further = byNames.filter((others) => isFurther(namesOf(others[0]!), own));
    const next = further.filter((others) => !further.some((each) => isFurther(namesOf(others[0]!), namesOf(each[0]!))));
    const key = ({ by }: PartCount): string => JSON.stringify(own.map((name) => by[name]));
    return next.flatMap((others) => {
      const within = groupBy(others, key);
      return wholes.flatMap((whole) => {
        const parts = (within.get(key(whole)) ?? []).map(({ at }) => at);
        return parts.length === 0 ? [] : partition(whole.at, parts);
      });
    });
  });
};

const namesOf = ({ by }: PartCount): readonly string[] => Object.keys(by).toSorted();

const isFurther = (more: readonly string[], fewer: readonly string[]): boolean =>
  more.length > fewer.length && fewer.every((name) => more.includes(name));
