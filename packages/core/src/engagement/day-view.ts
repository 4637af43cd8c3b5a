import { keptSince, missingFrom } from "../evaluate/available.ts";
import { Cube } from "../evaluate/cube.ts";
import { Engine } from "../evaluate/engine.ts";
import { compiledOnce } from "../evaluate/evaluate.ts";
import { frameOf } from "../evaluate/frame.ts";
import type { Days } from "../evaluate/windows.ts";
import type { Checked } from "../formula/checked.ts";
import type { Dataset } from "../records/dataset.ts";
import type { Dimension } from "../records/dimensions.ts";
import type { TableName } from "../records/tables.ts";
import type { Reason, Result } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import { allReferences, type CompiledStrategy } from "../strategy/compile.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { type Grain, periodOf } from "../time/calendar.ts";
import { type Day, LAST_DAY, parseDay } from "../time/day.ts";
import { tell, type Telling } from "./tally.ts";

/**
 * A dataset seen on any day, by the definitions that hold on it: as the last day that counts, at the end of the section's
 * year that it lies in, as `evaluate` sees a year that is not over.
 */
export class DayView {
  readonly compiled: CompiledStrategy;
  readonly section: Section;
  readonly strategyStart: Day;
  readonly #dataset: Dataset;
  readonly #by: readonly Dimension[];
  readonly #versions = new Map<CompiledStrategy, { readonly engine: Engine; readonly cube: Cube }>();
  #engine: Engine;

  /** `by`: the breakdown of everything that is told. */
  constructor(dataset: Dataset, strategy: Strategy, section: Section, by: readonly Dimension[]) {
    this.compiled = compiledOnce(strategy);
    this.section = section;
    this.strategyStart = parseDay(strategy.period.start)!;
    this.#dataset = dataset;
    this.#by = by;
    this.#engine = this.#version(this.compiled).engine;
  }

  /** The engine of the current day. */
  get engine(): Engine {
    return this.#engine;
  }

  /** The cells of a day. */
  cubeOn(day: Day): Cube {
    return this.#version(this.compiled.at(day)).cube;
  }

  /** Goes to a day; what is asked from here on is asked of that day. */
  enter(day: Day, grain: Exclude<Grain, "span"> = "year"): void {
    const { calendar } = this.section;
    const period = periodOf(day, grain, calendar);
    this.#engine = this.#version(this.compiled.at(day)).engine;
    this.#engine.enter(frameOf(period, { asOf: day, lastDay: LAST_DAY, strategyStart: this.strategyStart, calendar }));
  }

  /** The stretches of one set of definitions that some days fall into, each with its engine. */
  stretches({ from, to }: Days): readonly (Days & { readonly compiled: CompiledStrategy; readonly engine: Engine })[] {
    const turns = this.compiled.changes.map(({ day }) => day).filter((day) => day > from && day <= to);
    const starts = [from, ...new Set(turns)];
    return starts.map((start, index) => {
      const compiled = this.compiled.at(start);
      const { engine } = this.#version(compiled);
      return { from: start, to: (starts[index + 1] ?? to + 1) - 1, compiled, engine };
    });
  }

  /** What numbers about the rows of a table say of themselves on a day, by the formulas that they rest on. */
  telling(table: TableName, formulas: readonly Checked[], day: Day): Pick<Telling, "partial" | "why"> {
    const { engine, cube } = this.#version(this.compiled.at(day));
    const read = formulas.map((formula) => allReferences(this.compiled.at(day), formula));
    const tables = new Set(read.flatMap((each) => [...each.tables]));
    const places = new Set(read.flatMap((each) => [...each.places]));
    const kept = keptSince(this.section, { tables });
    const start = periodOf(day, "year", this.section.calendar).start;
    const later = kept.filter((each) => day < each.day).map((each) => each.table);
    const missing = (by: readonly Dimension[]): Reason | undefined => {
      const columns = new Set(read.flatMap((each) => [...each.columns]));
      for (const dimension of by) for (const column of cube.reads(dimension, table)) columns.add(column);
      return missingFrom(engine.scope, { tables, columns, places });
    };
    return {
      partial: kept.some((each) => start <= each.day && each.day <= day),
      why: (by) => missing(by) ?? (later.length > 0 ? { code: "not-kept", detail: later } : undefined),
    };
  }

  /** A formula over the rows of a table, on the current day. */
  results(
    formula: Checked,
    table: TableName,
    { indicator, period, day }: { readonly indicator: string; readonly period: string; readonly day: Day },
  ): readonly Result[] {
    const cube = this.cubeOn(day);
    const number = this.engine.number(formula, cube, undefined);
    const { value } = number.run();
    const unit = formula.type.kind === "number" ? formula.type.unit : "number";
    const telling = { indicator, period, unit, ...this.telling(table, [formula], day) };
    return tell(cube, [{}], telling, (_, cell) => {
      const unreached = cube.dimensionsOf(cell).filter((dimension) => number.unreached.includes(dimension));
      if (unreached.length > 0) {
        return { state: "not-applicable", reason: { code: "unreachable-dimension", detail: unreached } };
      }
      const found = value(cell);
      return found === null
        ? { state: "not-applicable", reason: { code: "no-rows", detail: [] } }
        : { state: "value", value: found };
    });
  }

  #version(compiled: CompiledStrategy): { readonly engine: Engine; readonly cube: Cube } {
    let version = this.#versions.get(compiled);
    if (version === undefined) {
      const engine = new Engine(this.#dataset, compiled, this.section);
      version = { engine, cube: new Cube(engine.dimensions, this.#by) };
      this.#versions.set(compiled, version);
    }
    return version;
  }
}
