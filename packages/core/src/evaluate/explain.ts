import { describe, describePart } from "../formula/describe/describe.ts";
import { print } from "../formula/print.ts";
import type { Checked } from "../formula/checked.ts";
import { type Dataset, ROW_STATES, type RowState } from "../records/dataset.ts";
import { tableSpec } from "../records/tables.ts";
import type { Parts } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import type { Strategy } from "../strategy/strategy.ts";
import type { Language, Text } from "../text/text.ts";
import { NO_DAY } from "../time/day.ts";
import { compiledOnce, dayFrom } from "./evaluate.ts";
import type { Evaluation, IndicatorEvaluation } from "./evaluation.ts";
import { Evaluations } from "./evaluations.ts";
import type { AggregateExplanation, ExplainedRow, Explanation, LeftOut, LeftOutCode } from "./explanation.ts";
import { compile } from "./expression.ts";
import { type ReadyAggregate, total } from "./total.ts";
import { rowsOf } from "./nested.ts";
import { periodNamed } from "./period-named.ts";
import type { Dimension } from "../records/dimensions.ts";

/** Which number to explain. Days are written `yyyy-mm-dd`. */
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
 * Tells how a number came about: the definition in words, its assumptions, and for every aggregate in it the rows that
 * counted and those that were left out, each with the reason. Together they are all rows of the table.
 *
 * @throws RangeError when the indicator, the period or the part does not exist, or the period starts after `asOf`
 * @throws FormulaError when a formula of the strategy is wrong
 */
export const explain = <IndicatorId extends string>(
  dataset: Dataset,
  options: ExplainOptions<IndicatorId>,
): Explanation => {
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
  const indicator = evaluation.indicator(options.indicator, Object.keys(parts) as Dimension[]);
  const cell = indicator.cube.cell(parts);
  if (cell === undefined) throw new RangeError(`there is no part ${JSON.stringify(parts)}`);
  const result = indicator.result(period, cell);
  const { definitions, indicators, strategy: inForce } = evaluation.compiled;
  const { checked } = indicators.get(options.indicator)!;
  const both = (tell: (language: Language) => string): Text => ({ es: tell("es"), en: tell("en") });
  return {
    result,
    label: spec.label,
    sentence: both((language) => describe(checked, language, definitions)),
    formula: both((language) => print(checked, language, definitions)),
    assumptions: [...indicator.references.assumptions].toSorted().map((name) => {
      const { label, value, reason } = inForce.assumptions[name]!;
      return { name, label, value, reason };
    }),
    aggregates:
      result.state === "value"
        ? indicator.number.aggregates.map((aggregate) => explainAggregate(evaluation, indicator, aggregate, cell))
        : [],
  };
};

const explainAggregate = (
  evaluation: Evaluation,
  indicator: IndicatorEvaluation,
  aggregate: ReadyAggregate,
  wanted: number,
): AggregateExplanation => {
  const { node, table } = aggregate;
  // The sides of a dissimilarity have parts of their own: their total is what is told.
  const cell = aggregate.cube === indicator.cube ? wanted : 0;
  const { definitions } = evaluation.compiled;
  const data = evaluation.engine.scope.facts.table(table)!;
  const classify = classifier(evaluation, aggregate, cell);
  const counted: ExplainedRow[] = [];
  const leftOut = new Map<string, { code: LeftOutCode; condition?: Text; rows: ExplainedRow[] }>();
  for (let row = 0; row < data.length; row++) {
    const explained = { row, address: data.address(row) };
    const reason = classify(row);
    if (reason === undefined) {
      counted.push(explained);
      continue;
    }
    const key = `${reason.code} ${reason.condition?.en ?? ""}`;
    const group = leftOut.get(key) ?? { ...reason, rows: [] };
    group.rows.push(explained);
    leftOut.set(key, group);
  }
  return {
    formula: node,
    sentence: { es: describe(node, "es", definitions), en: describe(node, "en", definitions) },
    table,
    value: total(aggregate)(cell),
    counted,
    leftOut: [...leftOut.values()].toSorted((a, b) => b.rows.length - a.rows.length),
  };
};

type Why = Pick<LeftOut, "code" | "condition">;

/** Why a row is left out, or undefined when it counts: the first reason in the order in which a row is tested. */
const classifier = (
  { engine, compiled }: Evaluation,
  { node, table, inWindow, valueOf, cellsOf }: ReadyAggregate,
  cell: number,
): ((row: number) => Why | undefined) => {
  const { scope } = engine;
  const { facts } = scope;
  const states = facts.table(table)!.states;
  const linked = node.rows.path.length === 0 ? undefined : new Set(rowsOf(scope, node.rows));
  const tests = conjuncts(node.where).map((part) => ({
    run: compile(scope, part),
    condition: {
      es: describePart(part, "es", compiled.definitions),
      en: describePart(part, "en", compiled.definitions),
    },
  }));
  const days = tableSpec(table).time.role === "event" ? facts.days(table) : undefined;
  const spells = tableSpec(table).time.role === "spell" ? facts.spells(table) : undefined;
  return (row) => {
    const state: RowState = ROW_STATES[states[row]!]!;
    if (state !== "counts") return { code: state };
    if (linked !== undefined && !linked.has(row)) return { code: "not-linked" };
    if (!inWindow(row, row)) {
      if (days !== undefined && days[row] === NO_DAY) return { code: "no-date" };
      if (spells !== undefined && spells.ends[row]! < spells.starts[row]!) return { code: "empty-spell" };
      return { code: "outside-window" };
    }
    for (const { run, condition } of tests) {
      const holds = run(row);
      if (holds !== true) return { code: holds === null ? "unknown" : "condition", condition };
    }
    if (node.function !== "count" && valueOf(row) === null) return { code: "empty-value" };
    let isHere = false;
    cellsOf(row, (each) => {
      isHere ||= each === cell;
    });
    return isHere ? undefined : { code: "other-part" };
  };
};

/** The parts of a condition that must all hold. */
const conjuncts = (where: Checked | null): readonly Checked[] => {
  if (where === null) return [];
  return where.node === "logic" && where.operator === "and" ? where.operands.flatMap(conjuncts) : [where];
};
