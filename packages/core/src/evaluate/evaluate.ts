import type { Dataset } from "../records/dataset.ts";
import type { Dimension } from "../records/dimensions.ts";
import type { Result } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import { type CompiledStrategy, compileStrategy } from "../strategy/compile.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { type Calendar, type Grain, type Period, periodsBetween } from "../time/calendar.ts";
import { type Day, parseDay } from "../time/day.ts";
import { Evaluations } from "./evaluations.ts";

/** What to evaluate. Days are written `yyyy-mm-dd`. */
export interface EvaluateOptions<IndicatorId extends string = string> {
  readonly strategy: Strategy<IndicatorId>;
  readonly section: Section;
  /** The last day that counts. */
  readonly asOf: string;
  /** Default: years. */
  readonly grain?: Grain;
  /** Periods that hold at least one day from here on; default: the strategy's start. */
  readonly from?: string;
  /** Periods that hold at least one day up to here; default: the strategy's end. None starts after `asOf`. */
  readonly to?: string;
  readonly by?: readonly Dimension[];
  /** Default: the strategy's own, without its extensions. */
  readonly indicators?: readonly IndicatorId[];
}

/**
 * Tells indicators for every period and every part, totals first. A period that starts after `asOf` is not listed,
 * one that ends after it is partial.
 *
 * @throws RangeError when a day does not exist, or an indicator is none of the strategy's
 * @throws FormulaError when a formula of the strategy is wrong (`compileStrategy` lists what is)
 * @example
 * const results = evaluate(dataset, {
 *   strategy: aiChile20242030,
 *   section: defaultSection,
 *   asOf: "2026-06-30",
 *   indicators: ["o1.participants"],
 * });
 * results[0]; // { indicator: "o1.participants", period: "2024", by: {}, state: "value", value: 37, unit: "persons" }
 */
export const evaluate = <IndicatorId extends string>(
  dataset: Dataset,
  options: EvaluateOptions<IndicatorId>,
): readonly Result[] => {
  const strategy: Strategy = options.strategy;
  const compiled = compiledOnce(strategy);
  const asOf = dayFrom(options.asOf, "asOf");
  const evaluations = new Evaluations(dataset, compiled, options.section, asOf);
  const periods = periodsOf(strategy, {
    grain: options.grain ?? "year",
    asOf,
    calendar: options.section.calendar,
    ...(options.from === undefined ? {} : { from: dayFrom(options.from, "from") }),
    ...(options.to === undefined ? {} : { to: dayFrom(options.to, "to") }),
  });
  const ids: readonly string[] = options.indicators ?? coreIndicators(strategy);
  return ids.flatMap((id) => {
    if (!compiled.indicators.has(id)) throw new RangeError(`the strategy has no indicator ${id}`);
    const indicator = evaluations.indicator(id, options.by ?? []);
    return periods.flatMap((period) => [...indicator(period).results(period)]);
  });
};

/** The indicators of the strategy's objectives, in their order; extensions are left out. */
export const coreIndicators = (strategy: Strategy): readonly string[] => [
  ...new Set(strategy.objectives.flatMap(({ indicators }) => indicators)),
];

/** The periods of a grain from the strategy's start, or `from`, to its end, or `to`; none starts after `as of`. */
export const periodsOf = (
  { period }: Pick<Strategy, "period">,
  options: {
    readonly grain: Grain;
    readonly asOf: Day;
    readonly calendar: Calendar;
    readonly from?: Day;
    readonly to?: Day;
  },
): readonly Period[] => {
  const [start, end] = [parseDay(period.start)!, parseDay(period.end)!];
  const { grain, asOf, calendar, from = start } = options;
  const to = Math.min(options.to ?? end, asOf);
  if (grain !== "span") return periodsBetween(from, to, grain, calendar);
  return start <= to && end >= from ? [{ id: "span", grain, start, end }] : [];
};

/** Formulas of a strategy that cannot be evaluated; `compileStrategy` tells what is wrong with them. */
export class FormulaError extends Error {
  readonly compiled: CompiledStrategy;

  constructor(compiled: CompiledStrategy) {
    super(
      `the strategy has formulas with problems: ${[...new Set(compiled.issues.map(({ path }) => path))].join(", ")}`,
    );
    this.name = "FormulaError";
    this.compiled = compiled;
  }
}

const known = new WeakMap<Strategy, CompiledStrategy>();

/** A strategy's formulas, checked once; throws where there is something wrong with them. */
export const compiledOnce = (strategy: Strategy): CompiledStrategy => {
  let compiled = known.get(strategy);
  if (compiled === undefined) {
    compiled = compileStrategy(strategy);
    known.set(strategy, compiled);
  }
  if (compiled.issues.length > 0) throw new FormulaError(compiled);
  return compiled;
};

/** A day of the options. */
export const dayFrom = (text: string, option: string): Day => {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`${option}: ${text} is no day that exists (yyyy-mm-dd)`);
  return day;
};
