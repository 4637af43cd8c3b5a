import type { Checked } from "../formula/checked.ts";
import type { Dataset } from "../records/dataset.ts";
import type { Section } from "../section/section.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { compiledOnce, dayFrom } from "./evaluate.ts";
import { Evaluations } from "./evaluations.ts";
import type { Evaluation } from "./evaluation.ts";
import { periodNamed } from "./period-named.ts";
import type { Value } from "./scope.ts";
import { type ReadyAggregate, valuesIn } from "./total.ts";

/** Which indicators to lay over one another. Days are written `yyyy-mm-dd`. */
export interface OverlapOptions<IndicatorId extends string = string> {
  readonly strategy: Strategy<IndicatorId>;
  readonly section: Section;
  readonly asOf: string;
  readonly period: string;
  /** Distinct counts of the same kind of thing: the participants of every objective. */
  readonly indicators: readonly IndicatorId[];
}

/** How many stand in exactly these indicators and in none of the others. */
export interface OverlapPart {
  readonly indicators: readonly string[];
  readonly count: number;
}

/** Several distinct counts laid over one another. */
export interface Overlap {
  /** How many different ones there are in all of them together: never the sum. */
  readonly union: number;
  readonly each: Readonly<Record<string, number>>;
  /** Every combination that anyone stands in; their counts add up to the union. */
  readonly exactly: readonly OverlapPart[];
}

/**
 * Counts the different persons in several indicators together, and how they overlap. This is how the strategy-wide number of
 * participants comes about. Source: domain.md, "Values".
 *
 * @throws RangeError when an indicator or the period does not exist, or an indicator is no distinct count of the same thing
 * @throws FormulaError when a formula of the strategy is wrong
 * @example
 * overlap(dataset, { strategy, section, asOf: "2025-12-31", period: "2025", indicators: ["o1.participants", "o2.participants"] }).union; // 61
 */
export const overlap = <IndicatorId extends string>(
  dataset: Dataset,
  options: OverlapOptions<IndicatorId>,
): Overlap => {
  const strategy: Strategy = options.strategy;
  const evaluations = new Evaluations(dataset, compiledOnce(strategy), options.section, dayFrom(options.asOf, "asOf"));
  const period = periodNamed(options.period, strategy, options.section);
  if (period === undefined) throw new RangeError(`${options.period} is no period`);
  const evaluation = evaluations.at(period);
  const units = new Set<string>();
  const members = options.indicators.map((id) => {
    const aggregate = distinctOf(evaluation, id);
    units.add(JSON.stringify(aggregate.node.type));
    evaluation.engine.enter(evaluation.indicator(id, []).frame(period));
    return valuesIn(aggregate, 0);
  });
  if (units.size > 1) throw new RangeError(`${options.indicators.join(", ")} count different things`);
  const places = new Map<Value, number>();
  for (const [index, values] of members.entries()) {
    for (const value of values) places.set(value, (places.get(value) ?? 0) + 2 ** index);
  }
  const counts = new Map<number, number>();
  for (const place of places.values()) counts.set(place, (counts.get(place) ?? 0) + 1);
  return {
    union: places.size,
    each: Object.fromEntries(options.indicators.map((id, index) => [id, members[index]!.size])),
    exactly: [...counts]
      .map(([place, count]) => ({ indicators: options.indicators.filter((_, index) => (place >> index) & 1), count }))
      .toSorted((a, b) => a.indicators.length - b.indicators.length || b.count - a.count),
  };
};

/** The distinct count that an indicator is, by itself or by another one that it names. */
const distinctOf = (evaluation: Evaluation, id: string): ReadyAggregate => {
  const checked = evaluation.compiled.indicators.get(id)?.checked;
  if (checked === undefined) throw new RangeError(`the strategy has no indicator ${id}`);
  const node = named(evaluation, checked);
  if (node.node !== "aggregate" || node.function !== "distinct") throw new RangeError(`${id} is no distinct count`);
  return evaluation.indicator(id, []).number.aggregates[0]!;
};

const named = (evaluation: Evaluation, node: Checked): Checked =>
  node.node === "indicator" ? named(evaluation, evaluation.engine.indicator(node.id).formula) : node;
