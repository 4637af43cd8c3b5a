import type { Parts, Result } from "../results/result.ts";
import type { Ladder } from "../strategy/ladder.ts";
import { suppress } from "../suppression/suppress.ts";
import { smallestOf, withheldOf } from "../suppression/withhold.ts";
import { type Flows, placedResults } from "./flows.ts";
import type { Progress } from "./progress.ts";
import { type CountName, ladderRelations, ofStep } from "./share-relations.ts";
import type { LadderStanding } from "./standing.ts";

/** What is told of a ladder and can be shared. */
export type LadderTelling = LadderStanding | Flows | Progress;

/**
 * What is told of a ladder, as it can be shared: small counts of persons are withheld, and as many others as it takes that
 * none of these can be worked out, across everything in one call. A share is withheld with either of its sides, a median
 * with the count of those whom it is taken over. What people wrote is left out.
 *
 * Everything that one reader gets to see belongs into one call; see docs/privacy.md.
 *
 * @param smallest the smallest count of persons that is shown, at least 3
 * @throws RangeError when `smallest` is below 3
 * @example
 * const [standing, progress] = shareLadders([standingAt(dataset, options), progressUntil(dataset, options)], 5);
 *
 * Source: domain.md, "Privacy".
 */
export const shareLadders = <const Told extends readonly LadderTelling[]>(told: Told, smallest: number): Told => {
  const shown = told.flatMap((telling) =>
    telling.results.flatMap((result) => (isOfFlow(telling, result) ? [{ result, ladder: telling.ladder }] : [])),
  );
  const withheld = withheldAmong(shown, smallestOf(smallest));
  const sharedOf = (result: Result): Result => (withheld.has(result) ? withheldOf(result, smallest) : result);
  const shared = told.map((telling): LadderTelling => {
    const own = telling.results.filter((result) => isOfFlow(telling, result)).map(sharedOf);
    switch (telling.kind) {
      case "flows":
        // Sums of what is shown alone: they tell nothing more than that does.
        return { ...telling, results: [...own, ...placedResults(telling.ladder, own)], leftReasons: [] };
      case "standing":
        return { ...telling, results: own, leftReasons: [] };
      case "progress":
        return { ...telling, results: own };
    }
  });
  return shared as unknown as Told;
};

/** All but the sums that are made of other results. */
const isOfFlow = ({ kind, ladder }: LadderTelling, { indicator }: Result): boolean =>
  kind !== "flows" || indicator === `${ladder}.flow`;

const withheldAmong = (
  shown: readonly { readonly result: Result; readonly ladder: Ladder }[],
  smallest: number,
): ReadonlySet<Result> => {
  const counts = new LadderCounts();
  for (const { result } of shown) {
    if (result.unit === "persons" && result.state === "value") counts.add(result, result.value);
  }
  const cells = shown.flatMap(({ result, ladder }) => {
    if (result.state !== "value") return [];
    const rests = countsBehind(result, ladder).map((name) => counts.at(name));
    return rests.every((count) => count !== undefined) ? [{ result, counts: rests }] : [];
  });
  const withheld = suppress(
    {
      counts: counts.values,
      cells: cells.map((cell) => cell.counts),
      relations: ladderRelations(counts.all, (name) => counts.at(name)),
    },
    smallest,
  );
  return new Set(cells.flatMap(({ result }, cell) => (withheld.has(cell) ? [result] : [])));
};

/** Each count of persons once, whatever says it how often. */
class LadderCounts {
  readonly values: number[] = [];
  readonly all: CountName[] = [];
  readonly #at = new Map<string, number>();

  add(name: CountName, value: number): void {
    const key = keyOf(name);
    if (this.#at.has(key)) return;
    this.#at.set(key, this.values.length);
    this.values.push(value);
    this.all.push(name);
  }

  at(name: CountName): number | undefined {
    return this.#at.get(keyOf(name));
  }
}

const keyOf = ({ indicator, period, by }: CountName): string =>
  JSON.stringify([indicator, period, Object.entries(by).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

/** The counts of persons that a result shows or rests on. */
const countsBehind = (result: Result, ladder: Ladder): readonly CountName[] => {
  const { period, by } = result;
  const count = (measure: string, parts: Parts = by): CountName => ({
    indicator: `${ladder}.${measure}`,
    period,
    by: parts,
  });
  switch (result.indicator) {
    case `${ladder}.conversion`:
      return [count("converted"), count("reached", ofStep(by, "from", ladder))];
    case `${ladder}.days`:
      return [count("timed")];
    case `${ladder}.standing-days`:
      return [count("dated")];
    default:
      return result.unit === "persons" ? [result] : [];
  }
};
