import { groupBy } from "../collections/group-by.ts";
import type { Parts, Result } from "../results/result.ts";
import { type Ladder, LADDERS, STEP_DIMENSION } from "../strategy/ladder.ts";
import { breakdowns } from "../suppression/breakdowns.ts";
import { apart, beyond, type Relation, union, within } from "../suppression/relation.ts";

/** A count of persons on a ladder, by what is counted. */
export type CountName = Pick<Result, "indicator" | "period" | "by">;

/** A step that an indicator by `from` or `to` is about, in place of these: `{ stage: "welcomed" }`. */
export const ofStep = (by: Parts, end: "from" | "to", ladder: Ladder): Parts => {
  const { from, to, ...parts } = by;
  return { [STEP_DIMENSION[ladder]]: (end === "from" ? from : to)!, ...parts };
};

/**
 * How the counts that are told of the ladders hang together, as their definitions in {@link LadderStanding},
 * {@link Flows} and {@link Progress} say.
 *
 * @param names the counts by position
 * @param at the position of a count, undefined where it is not told
 */
export const ladderRelations = (
  names: readonly CountName[],
  at: (name: CountName) => number | undefined,
): readonly Relation[] => [
  ...[...groupBy(names, seriesOf).values()].flatMap((series) =>
    breakdowns(series.map((name) => ({ by: name.by, at: at(name)! }))),
  ),
  ...names.flatMap((name, own) => {
    const ladder = LADDERS.find((each) => name.indicator.startsWith(`${each}.`));
    return ladder === undefined ? [] : relationsOfCount({ name, own, ladder, names, at });
  }),
];

/** What makes parts comparable. Who reached any later step is not the sum of those who reached each: two series. */
const seriesOf = ({ indicator, period, by }: CountName): string =>
  JSON.stringify([indicator, period, !indicator.endsWith(".flow") && by["to"] !== undefined]);

interface Context {
  readonly name: CountName;
  readonly own: number;
  readonly ladder: Ladder;
  readonly names: readonly CountName[];
  readonly at: (name: CountName) => number | undefined;
}

const relationsOfCount = ({ name, own, ladder, names, at }: Context): readonly Relation[] => {
  const { period, by } = name;
  const other = (measure: string, parts: Parts = by): number | undefined =>
    at({ indicator: `${ladder}.${measure}`, period, by: parts });
  const isWithin = (...wholes: readonly (number | undefined)[]): readonly Relation[] =>
    wholes.flatMap((whole) => (whole === undefined ? [] : [within(own, whole)]));
  const { from, to, ...parts } = by;
  /** The same count for each of the later steps. */
  const each = (measure: string): readonly number[] =>
    names.flatMap((part, position) => {
      const { from: first, to: last, ...rest } = part.by;
      const isPart =
        part.indicator === `${ladder}.${measure}` &&
        part.period === period &&
        first === from &&
        last !== undefined &&
        keyOf(rest) === keyOf(parts);
      return isPart ? [position] : [];
    });
  switch (name.indicator) {
    case `${ladder}.paused`:
    case `${ladder}.dated`:
    case `${ladder}.stalled`:
      return isWithin(other("people"));
    case `${ladder}.people`:
      return isWithin(other("reached"));
    case `${ladder}.converted`:
      return to === undefined
        ? [...isWithin(other("reached", ofStep(by, "from", ladder))), ...union(own, each("converted"))]
        : isWithin(other("reached", ofStep(by, "from", ladder)), other("reached", ofStep(by, "to", ladder)));
    case `${ladder}.already`: {
      const both = [own, other("converted")].filter((count) => count !== undefined);
      const ends = [other("reached", ofStep(by, "from", ladder)), other("reached", ofStep(by, "to", ladder))];
      return ends.flatMap((reached) => (reached === undefined ? [] : [apart(reached, both)]));
    }
    case `${ladder}.timed`: {
      const converted = other("converted");
      if (to !== undefined || converted === undefined) return isWithin(converted);
      const [larger, smaller] = [each("converted"), each("timed")];
      return [
        within(own, converted),
        ...union(own, smaller),
        beyond({ whole: converted, parts: larger }, { whole: own, parts: smaller }),
      ];
    }
    default:
      return [];
  }
};

const keyOf = (parts: Parts): string => JSON.stringify(Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
