import type { Reason, Result } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { type Overlapping, overlapRelations } from "./overlaps.ts";
import { unrelated } from "./person-count.ts";
import { PersonCounts } from "./person-counts.ts";
import { readingOf } from "./reading.ts";
import { suppress } from "./suppress.ts";
import { teller, type Told } from "./told.ts";

/** Results of `evaluate` that are published together with others. */
export interface SharedResults {
  readonly results: readonly Result[];
  /** What they were told from. */
  readonly strategy: Strategy;
  /** The last day that counted, `yyyy-mm-dd`. */
  readonly asOf: string;
}

/** Results of `overlap` that are published together with others: several indicators laid over one another, by period. */
export interface SharedOverlap extends SharedResults {
  /** The indicators in exactly which the people of a result stand; undefined for all people together. */
  readonly exactly: (result: Result) => readonly string[] | undefined;
}

/**
 * Withholds small counts of people from results that are published together, and as many other numbers as it takes that
 * none of these can be worked out: across all periods, parts and indicators. Zero is told. What is withheld for being small
 * and what is withheld to protect it look the same, since the difference would tell how large it is.
 *
 * Everything that one reader gets to see belongs into one call: what is left out of it is not taken into account.
 *
 * @param section says from which count on people are shown; at least 3
 * @returns the same results in the same order
 * @throws RangeError when the smallest count is below 3, or a result is of no indicator or period of its strategy
 * @throws FormulaError when a formula of a strategy is wrong
 * @example
 * const [shared] = withhold([{ results, strategy, asOf: "2026-06-30" }], section);
 *
 * Source: domain.md, "Privacy"; docs/privacy.md.
 */
export const withhold = (
  published: readonly (SharedResults | SharedOverlap)[],
  section: Section,
): readonly (readonly Result[])[] => {
  const smallest = smallestOf(section.smallestShown);
  const counts = new PersonCounts();
  const overlaps: Overlapping[] = [];
  const told = published.map((shared) =>
    "exactly" in shared ? tellOverlap(shared, section, counts, overlaps) : tellResults(shared, section),
  );
  const shown = told.map((all) => all.map((each) => each.counts.map((count) => counts.add(count))));
  const sources = told.map((all) => all.map((each) => counts.find(each.from)));
  const { relations, contained } = counts.related();
  const withheld = suppress(
    {
      counts: counts.values,
      cells: shown.flatMap((all, set) => all.map((own, at) => [...own, ...(sources[set]![at] ?? [])])),
      relations: [...relations, ...overlaps.flatMap((each) => overlapRelations(each, contained))],
    },
    smallest,
  );
  let cell = 0;
  return published.map(({ results }, set) =>
    results.map((result, at) => {
      // What it is calculated from is not known to be large enough, or it is no count at all.
      const isUnsafe = told[set]![at]!.isOther || sources[set]![at] === undefined;
      return withheld.has(cell++) || isUnsafe ? withheldOf(result, smallest) : result;
    }),
  );
};

/** The smallest count that is shown, if it may be that. */
export const smallestOf = (smallest: number): number => {
  if (smallest >= 3) return smallest;
  throw new RangeError(`the smallest person count shown must be at least 3, not ${smallest}`);
};

/** A result without its number. */
export const withheldOf = (result: Result, smallest: number): Result => {
  if (result.state !== "value") return result;
  const { value: _value, numerator: _numerator, denominator: _denominator, ...rest } = result;
  const reason: Reason = { code: "protects-persons", detail: [String(smallest)] };
  return { ...rest, state: "withheld", reason };
};

/** What each result shows of people. */
const tellResults = ({ results, strategy, asOf }: SharedResults, section: Section): readonly Told[] => {
  const tellers = new Map<string, (result: Result) => Told>();
  return results.map((result) => {
    const name = `${result.period} ${result.indicator}`;
    let tell = tellers.get(name);
    if (tell === undefined) {
      tell = teller(readingOf(result, strategy, section, asOf), result.indicator);
      tellers.set(name, tell);
    }
    return tell(result);
  });
};

const NOTHING: Told = { counts: [], from: [], isOther: false };

/** The same for an overlap; adds what was laid over one another to the counts. */
const tellOverlap = (
  { results, strategy, asOf, exactly }: SharedOverlap,
  section: Section,
  counts: PersonCounts,
  overlaps: Overlapping[],
): readonly Told[] => {
  const told = results.map((result, index): Told => {
    if (result.state !== "value") return NOTHING;
    const count = unrelated(`overlap ${overlaps.length} ${index}`);
    return { ...NOTHING, counts: [{ count, value: result.value }] };
  });
  for (const period of new Set(results.map((result) => result.period))) {
    const own = results.flatMap((result, index) => {
      const [count] = told[index]!.counts;
      return result.period !== period || count === undefined
        ? []
        : [{ at: counts.add(count), value: count.value, indicators: exactly(result) }];
    });
    const parts = own.flatMap(({ at, value, indicators }) =>
      indicators === undefined ? [] : [{ at, value, indicators }],
    );
    const indicators = [...new Set(parts.flatMap((part) => part.indicators))];
    const each = indicators.map((indicator) => {
      const value = parts.reduce((so, part) => so + (part.indicators.includes(indicator) ? part.value : 0), 0);
      const whole: Result = { indicator, period, by: {}, state: "value", value, unit: "persons" };
      return counts.add(teller(readingOf(whole, strategy, section, asOf), indicator)(whole).counts[0]!);
    });
    overlaps.push({
      union: own.find((result) => result.indicators === undefined)?.at,
      each,
      exactly: parts.map((part) => ({ at: part.at, in: part.indicators.map((id) => indicators.indexOf(id)) })),
    });
  }
  return told;
};
