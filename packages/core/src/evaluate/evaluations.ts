import type { Dataset } from "../records/dataset.ts";
import type { Dimension } from "../records/dimensions.ts";
import type { Section } from "../section/section.ts";
import { breaksOf } from "../strategy/breaks.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";
import type { DatedChange } from "../strategy/dated.ts";
import type { Period } from "../time/calendar.ts";
import type { Day } from "../time/day.ts";
import { Evaluation, type IndicatorEvaluation } from "./evaluation.ts";

/**
 * The evaluations of one dataset, one for each version of the definitions. A period is told in the version that holds on its
 * last day (`as of` in a period that is not over).
 */
export class Evaluations {
  readonly compiled: CompiledStrategy;
  readonly asOf: Day;
  readonly #dataset: Dataset;
  readonly #section: Section;
  readonly #byVersion = new Map<CompiledStrategy, Evaluation>();
  readonly #breaks = new Map<string, readonly DatedChange[]>();

  constructor(dataset: Dataset, compiled: CompiledStrategy, section: Section, asOf: Day) {
    this.compiled = compiled;
    this.asOf = asOf;
    this.#dataset = dataset;
    this.#section = section;
  }

  /** The evaluation in which a period is told. */
  at({ end }: Pick<Period, "end">): Evaluation {
    const version = this.compiled.at(Math.min(end, this.asOf));
    let evaluation = this.#byVersion.get(version);
    if (evaluation === undefined) {
      evaluation = new Evaluation(this.#dataset, version, this.#section, this.asOf, (id) => this.breaks(id));
      this.#byVersion.set(version, evaluation);
    }
    return evaluation;
  }

  /** The days on which an indicator's definition changes. */
  breaks(indicator: string): readonly DatedChange[] {
    let breaks = this.#breaks.get(indicator);
    if (breaks === undefined) this.#breaks.set(indicator, (breaks = breaksOf(this.compiled, indicator)));
    return breaks;
  }

  /** An indicator, made ready once in each version. */
  indicator(id: string, by: readonly Dimension[]): (period: Period) => IndicatorEvaluation {
    const ready = new Map<Evaluation, IndicatorEvaluation>();
    return (period) => {
      const evaluation = this.at(period);
      let indicator = ready.get(evaluation);
      if (indicator === undefined) ready.set(evaluation, (indicator = evaluation.indicator(id, by)));
      return indicator;
    };
  }
}
