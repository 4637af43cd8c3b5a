import { keptSince, missingFrom } from "../evaluate/available.ts";
import type { Cube } from "../evaluate/cube.ts";
import { Engine } from "../evaluate/engine.ts";
import { compiledOnce } from "../evaluate/evaluate.ts";
import { frameOf } from "../evaluate/frame.ts";
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
 * A dataset seen on any day: as the last day that counts, at the end of the section's year that it lies in, as `evaluate`
 * sees a year that is not over.
 */
export class DayView {
  readonly engine: Engine;
  readonly compiled: CompiledStrategy;
  readonly section: Section;
  readonly strategyStart: Day;

  constructor(dataset: Dataset, strategy: Strategy, section: Section) {
    this.compiled = compiledOnce(strategy);
    this.engine = new Engine(dataset, this.compiled, section);
    this.section = section;
    this.strategyStart = parseDay(strategy.period.start)!;
  }

  /** Goes to a day; what is asked from here on is asked of that day. */
  enter(day: Day, grain: Exclude<Grain, "span"> = "year"): void {
    const { calendar } = this.section;
    const period = periodOf(day, grain, calendar);
    this.engine.enter(frameOf(period, { asOf: day, lastDay: LAST_DAY, strategyStart: this.strategyStart, calendar }));
  }

  /** What a breakdown of a table's rows that reads some formulas says of itself on a day. */
  telling(
    { cube, table }: { readonly cube: Cube; readonly table: TableName },
    formulas: readonly Checked[],
    day: Day,
  ): Pick<Telling, "partial" | "why"> {
    const read = formulas.map((formula) => allReferences(this.compiled, formula));
    const tables = new Set(read.flatMap((each) => [...each.tables]));
    const places = new Set(read.flatMap((each) => [...each.places]));
    const kept = keptSince(this.section, { tables });
    const start = periodOf(day, "year", this.section.calendar).start;
    const missing = (by: readonly Dimension[]): Reason | undefined => {
      const columns = new Set(read.flatMap((each) => [...each.columns]));
      for (const dimension of by) for (const column of cube.reads(dimension, table)) columns.add(column);
      return missingFrom(this.engine.scope, { tables, columns, places });
    };
    return {
      partial: kept !== undefined && kept.day > start && kept.day <= day,
      why: (by) =>
        missing(by) ?? (kept !== undefined && day < kept.day ? { code: "not-kept", detail: [kept.table] } : undefined),
    };
  }

  /** A formula over the rows of a table, on the current day. */
  results(
    formula: Checked,
    { cube, table }: { readonly cube: Cube; readonly table: TableName },
    { indicator, period, day }: { readonly indicator: string; readonly period: string; readonly day: Day },
  ): readonly Result[] {
    const number = this.engine.number(formula, cube, undefined);
    const { value } = number.run();
    const unit = formula.type.kind === "number" ? formula.type.unit : "number";
    const telling = { indicator, period, unit, ...this.telling({ cube, table }, [formula], day) };
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
}
