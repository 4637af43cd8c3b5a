import type { References } from "../formula/references.ts";
import type { Dataset } from "../records/dataset.ts";
import type { Dimension } from "../records/dimensions.ts";
import type { TableName } from "../records/tables.ts";
import type { Cell, Reason, Result, Unit } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import { allReferences, type CompiledStrategy } from "../strategy/compile.ts";
import type { DatedChange } from "../strategy/dated.ts";
import type { Indicator } from "../strategy/strategy.ts";
import type { Period } from "../time/calendar.ts";
import { type Day, LAST_DAY, parseDay } from "../time/day.ts";
import { type Kept, keptSince, missingFrom } from "./available.ts";
import { Cube } from "./cube.ts";
import { divides, Engine, type ReadyCells, type ReadyNumber } from "./engine.ts";
import { type Frame, frameOf } from "./frame.ts";

/** One indicator over one dataset, ready to be told for any period. */
export class IndicatorEvaluation {
  readonly id: string;
  readonly references: References;
  readonly cube: Cube;
  readonly unit: Unit;
  readonly #indicator: Indicator;
  readonly #evaluation: Evaluation;
  readonly #kept: readonly Kept[];
  readonly #divides: boolean;
  readonly #breaks: readonly DatedChange[];
  readonly #missingBy = new Map<string, Reason | undefined>();
  #number: ReadyNumber | undefined;

  constructor(evaluation: Evaluation, id: string, by: readonly Dimension[]) {
    const { compiled, engine, section } = evaluation;
    const { checked } = compiled.indicators.get(id)!;
    this.id = id;
    this.#evaluation = evaluation;
    this.#indicator = compiled.strategy.indicators[id]!;
    this.references = allReferences(compiled, checked);
    this.#kept = keptSince(section, this.references);
    this.#divides = divides(checked);
    this.#breaks = evaluation.breaks(id);
    this.cube = new Cube(engine.dimensions, by);
    this.unit = checked.type.kind === "number" ? checked.type.unit : "number";
  }

  /** Made on first use. */
  get number(): ReadyNumber {
    const { compiled, engine } = this.#evaluation;
    return (this.#number ??= engine.number(
      compiled.indicators.get(this.id)!.checked,
      this.cube,
      this.#indicator.geography,
    ));
  }

  /** The days that the indicator is told in: cut where it was retired. */
  frame(period: Period): Frame {
    const retired = this.#retired;
    const { asOf, strategyStart, section } = this.#evaluation;
    const lastDay = retired === undefined ? LAST_DAY : retired - 1;
    return frameOf(period, { asOf, lastDay, strategyStart, calendar: section.calendar });
  }

  get #retired(): Day | undefined {
    const { retired } = this.#indicator;
    return retired === undefined ? undefined : parseDay(retired);
  }

  /** Why there is nothing to tell for a period and a breakdown by some dimensions, if so. */
  #noValue(period: Period, by: readonly Dimension[]): Cell | undefined {
    const inside = this.number.compared.filter((each) => each.number.unreached.includes(each.by));
    const unreached = [
      ...new Set([
        ...by.filter((dimension) => this.number.unreached.includes(dimension)),
        ...inside.map((each) => each.by),
      ]),
    ];
    if (unreached.length > 0) {
      // A breakdown that makes no sense says so, whether or not there is data.
      return { state: "not-applicable", reason: { code: "unreachable-dimension", detail: unreached } };
    }
    const retired = this.#retired;
    if (retired !== undefined && period.start >= retired) {
      return { state: "not-applicable", reason: { code: "retired", detail: [this.#indicator.retired!] } };
    }
    const needsYear = this.#indicator.grain !== undefined && period.grain !== this.#indicator.grain;
    const hasNoYear = period.grain === "span" && this.references.windows.has("previous-year");
    if (needsYear || hasNoYear) return { state: "not-applicable", reason: { code: "grain", detail: ["year"] } };
    const missing = this.#missing(by);
    if (missing !== undefined) return { state: "missing", reason: missing };
    const later = this.#kept.filter(({ day }) => period.end < day).map(({ table }) => table);
    return later.length > 0 ? { state: "missing", reason: { code: "not-kept", detail: later } } : undefined;
  }

  /**
   * Whether a period is not over on the last day that counts, or contains the day since which a table is kept (its own
   * first day too). Source: domain.md, "Time" and "Records", Missing.
   */
  isPartial(period: Period): boolean {
    const isCut = this.frame(period).end < period.end;
    return isCut || this.#kept.some(({ day }) => period.start <= day && day <= period.end);
  }

  /** Whether the definition changes within the period, or on its first day. */
  hasBreak(period: Period): boolean {
    const { end } = this.frame(period);
    return this.#breaks.some(({ day }) => day >= period.start && day <= end);
  }

  /** Every cell of a period, the total first. */
  *results(period: Period): Generator<Result> {
    const tell = this.#told(period);
    for (let cell = 0; cell < this.cube.size; cell++) yield tell(cell);
  }

  /** One cell of a period. */
  result(period: Period, cell: number): Result {
    return this.#told(period)(cell);
  }

  #told(period: Period): (cell: number) => Result {
    const marks = {
      ...(this.isPartial(period) ? { partial: true as const } : {}),
      ...(this.hasBreak(period) ? { break: true as const } : {}),
    };
    let cells: ReadyCells | undefined;
    const found = (cell: number): Cell => {
      const empty = this.#noValue(period, this.cube.dimensionsOf(cell));
      if (empty !== undefined) return empty;
      if (cells === undefined) {
        this.#evaluation.engine.enter(this.frame(period));
        cells = this.number.run();
      }
      return this.#cell(cells, cell);
    };
    return (cell) => ({
      indicator: this.id,
      period: period.id,
      by: this.cube.parts(cell),
      ...found(cell),
      ...marks,
      unit: this.unit,
    });
  }

  /** A breakdown needs the columns that it breaks down by, beside those of the formula. */
  #missing(by: readonly Dimension[]): Reason | undefined {
    const name = by.join();
    if (!this.#missingBy.has(name)) {
      const columns = new Set(this.references.columns);
      const read = [
        ...by.map((dimension) => this.number.reads.get(dimension)!),
        ...this.number.compared.map((each) => each.number.reads.get(each.by)!),
      ];
      for (const column of read.flatMap((each) => [...each])) columns.add(column);
      const tables = new Set(this.references.tables);
      for (const column of columns) tables.add(column.split(".")[0] as TableName);
      const { places } = this.references;
      this.#missingBy.set(name, missingFrom(this.#evaluation.engine.scope, { tables, columns, places }));
    }
    return this.#missingBy.get(name);
  }

  #cell({ value, numerator, denominator }: ReadyCells, cell: number): Cell {
    const number = value(cell);
    if (number === null) {
      const code = this.#divides ? "division-by-zero" : "no-rows";
      return { state: "not-applicable", reason: { code, detail: [] } };
    }
    const [above, below] = [numerator?.(cell) ?? null, denominator?.(cell) ?? null];
    return {
      state: "value",
      value: number,
      ...(above === null || below === null ? {} : { numerator: above, denominator: below }),
    };
  }
}

/** Everything that is shared between the indicators of one evaluation, in one version of the strategy's definitions. */
export class Evaluation {
  readonly engine: Engine;
  readonly compiled: CompiledStrategy;
  readonly section: Section;
  readonly asOf: Day;
  readonly strategyStart: Day;
  /** The days on which an indicator's definition changes. */
  readonly breaks: (indicator: string) => readonly DatedChange[];

  constructor(
    dataset: Dataset,
    compiled: CompiledStrategy,
    section: Section,
    asOf: Day,
    breaks: (indicator: string) => readonly DatedChange[],
  ) {
    this.compiled = compiled;
    this.breaks = breaks;
    this.section = section;
    this.asOf = asOf;
    this.strategyStart = parseDay(compiled.strategy.period.start)!;
    this.engine = new Engine(dataset, compiled, section);
  }

  indicator(id: string, by: readonly Dimension[]): IndicatorEvaluation {
    return new IndicatorEvaluation(this, id, by);
  }
}
