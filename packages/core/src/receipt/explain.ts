import type { Dataset } from "../records/dataset.ts";
import type { Dimension } from "../records/dimensions.ts";
import { futureBirthdates } from "../records/future-birthdates.ts";
import type { Parts } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import { allReferences, type CompiledStrategy } from "../strategy/compile.ts";
import { definitionOf } from "../strategy/definition.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { compiledOnce, dayFrom } from "../evaluate/evaluate.ts";
import { Evaluations } from "../evaluate/evaluations.ts";
import type { IndicatorEvaluation } from "../evaluate/evaluation.ts";
import { periodNamed } from "../evaluate/period-named.ts";
import { type ReceiptContext, receiptOfAggregate } from "./aggregate.ts";
import { cellProblems } from "./cell-problems.ts";
import type { AssumptionInForce, Receipt } from "./receipt.ts";
import { RowReader } from "./row-reader.ts";

/** Which number to explain. Days are written `yyyy-mm-dd`. A result says which one it is: `{ ...options, ...result }`. */
export interface ExplainOptions<IndicatorId extends string = string> {
  readonly strategy: Strategy<IndicatorId>;
  readonly section: Section;
  readonly asOf: string;
  readonly indicator: IndicatorId;
  /** `2025`, `2025-S1`, `2025-Q1`, `2025-03` or `span`. */
  readonly period: string;
  /** The part; default: the total. */
  readonly by?: Parts;
}

/**
 * Gives a number its receipt: the definition, in words and with its version; the assumptions in force; and for every
 * aggregate in it the rows that counted and those that were left out, each with the reason. Together they are all rows of
 * the table. Nothing is withheld and ids are told: a receipt is for the person who holds the data.
 *
 * @throws RangeError when the indicator, the period or the part does not exist, or the period starts after `asOf`
 * @throws FormulaError when a formula of the strategy is wrong
 * @example
 * const receipt = explain(dataset, { strategy, section, asOf: "2025-12-31", indicator: "o1.participants", period: "2025" });
 * receipt.aggregates[0]?.subjects?.map(({ id, rows }) => [id, rows.map(({ address }) => formatAddress(address))]);
 */
export const explain = <IndicatorId extends string>(
  dataset: Dataset,
  options: ExplainOptions<IndicatorId>,
): Receipt => {
  const strategy: Strategy = options.strategy;
  const compiled = compiledOnce(strategy);
  const evaluations = new Evaluations(dataset, compiled, options.section, dayFrom(options.asOf, "asOf"));
  const spec = Object.hasOwn(strategy.indicators, options.indicator)
    ? strategy.indicators[options.indicator]
    : undefined;
  if (spec === undefined) throw new RangeError(`the strategy has no indicator ${options.indicator}`);
  const period = periodNamed(options.period, strategy, options.section);
  if (period === undefined) throw new RangeError(`${options.period} is no period`);
  if (period.start > evaluations.asOf) throw new RangeError(`the period ${period.id} starts after ${options.asOf}`);
  const evaluation = evaluations.at(period);
  const parts = options.by ?? {};
  const by = Object.keys(parts) as Dimension[];
  const indicator = evaluation.indicator(options.indicator, by);
  const cell = indicator.cube.cell(parts);
  if (cell === undefined) throw new RangeError(`there is no part ${JSON.stringify(parts)}`);
  const result = indicator.result(period, cell);
  // A division by zero or a median of nothing has looked at every row all the same.
  const isCounted =
    result.state === "value" || result.reason.code === "division-by-zero" || result.reason.code === "no-rows";
  const context: ReceiptContext = {
    evaluation,
    reader: new RowReader(evaluation.engine.scope.facts),
    problemsOf: cellProblems([...dataset.problems, ...futureBirthdates(dataset, evaluations.asOf)]),
  };
  return {
    result,
    label: spec.label,
    definition: definitionOf(evaluation.compiled, options.indicator),
    assumptions: assumptionsOf(indicator, by, evaluation.compiled),
    aggregates: isCounted
      ? indicator.number.aggregates.map((aggregate) =>
          receiptOfAggregate(context, aggregate, aggregate.cube === indicator.cube ? cell : null),
        )
      : [],
  };
};

/** The assumptions of the definition, and of the dimensions that it is broken down by. */
const assumptionsOf = (
  { references }: IndicatorEvaluation,
  by: readonly Dimension[],
  compiled: CompiledStrategy,
): readonly AssumptionInForce[] => {
  const { strategy, pyramid, route } = compiled;
  const steps: Partial<Record<Dimension, readonly { readonly checked: Parameters<typeof allReferences>[1] }[]>> = {
    level: [pyramid.among, ...pyramid.levels.map(({ formula }) => formula)],
    stage: route.stages.map(({ formula }) => formula),
  };
  const names = new Set(references.assumptions);
  for (const dimension of by) {
    if (dimension === "age_band") names.add("age_bands");
    for (const { checked } of steps[dimension] ?? []) {
      for (const name of allReferences(compiled, checked).assumptions) names.add(name);
    }
  }
  return [...names].toSorted().map((name) => {
    const { label, value, reason, source, since } = strategy.assumptions[name]!;
    return { name, label, value, reason, source, since };
  });
};
