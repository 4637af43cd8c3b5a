import { changesOf } from "../evaluate/changes.ts";
import type { Cube } from "../evaluate/cube.ts";
import type { LadderPlacement } from "../evaluate/placement.ts";
import type { Days } from "../evaluate/windows.ts";
import { checkFormula } from "../formula/check/check.ts";
import type { Checked } from "../formula/checked.ts";
import type { Dataset } from "../records/dataset.ts";
import { type Dimension, DIMENSION_NAMES } from "../records/dimensions.ts";
import { columnSpec } from "../records/relations.ts";
import type { Section } from "../section/section.ts";
import { breaksIn } from "../strategy/breaks.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";
import { compiledLadder, type Ladder, STEP_DIMENSION, stepsOf } from "../strategy/ladder.ts";
import type { Step, Strategy } from "../strategy/strategy.ts";
import { type Day, NO_DAY } from "../time/day.ts";
import { DayView } from "./day-view.ts";
import type { Telling } from "./tally.ts";

/** What people are placed by. */
export interface LadderOptions {
  readonly strategy: Strategy;
  readonly section: Section;
  readonly ladder: Ladder;
  /** Beside the totals every part; only dimensions that people have (see {@link dimensionsOfPeople}). */
  readonly by?: readonly Dimension[];
}

/** The dimensions that the people on a ladder can be broken down by. */
export const dimensionsOfPeople = (ladder: Ladder): readonly Dimension[] =>
  DIMENSION_NAMES.filter((dimension) => OF_PEOPLE.has(dimension) && dimension !== STEP_DIMENSION[ladder]);

const OF_PEOPLE: ReadonlySet<Dimension> = new Set(["region", "commune", "gender", "age_band", "level", "stage"]);

/** Which conditions numbers rest on beside the ladder's own: `paused`, who is in pause. */
interface Reading {
  readonly paused: boolean;
}

/** The people of a dataset beside one ladder, seen on any day by the definitions that hold on it. */
export class People {
  readonly ladder: Ladder;
  readonly steps: readonly Step[];
  readonly view: DayView;
  /** The rows of people that count. */
  readonly rows: readonly number[];

  constructor(dataset: Dataset, { strategy, section, ladder, by = [] }: LadderOptions) {
    const known = dimensionsOfPeople(ladder);
    const unknown = by.find((dimension) => !known.includes(dimension));
    if (unknown !== undefined) throw new RangeError(`the people of the ${ladder} have no dimension ${unknown}`);
    this.ladder = ladder;
    this.steps = stepsOf(strategy, ladder);
    this.view = new DayView(dataset, strategy, section, by);
    const { facts } = this.view.engine.scope;
    this.rows = Array.from({ length: facts.length("people") }, (_, row) => row).filter((row) =>
      facts.counts("people", row),
    );
  }

  /** Goes to a day; what is asked from here on is asked of that day. */
  enter(day: Day): void {
    this.view.enter(day);
  }

  cubeOn(day: Day): Cube {
    return this.view.cubeOn(day);
  }

  get place(): LadderPlacement {
    return this.view.engine.placement[this.ladder];
  }

  isListed(person: number): boolean {
    return this.view.engine.placement.isListed(person);
  }

  isPaused(person: number): boolean {
    return this.view.engine.placement.isPaused(person);
  }

  /** Whether a person was on the list and is no longer. */
  hasLeft(person: number): boolean {
    if (this.isListed(person)) return false;
    const { scope, current } = this.view.engine;
    const { starts, ends } = scope.facts.spells("people");
    return ends[person]! >= starts[person]! && ends[person]! < current.frame.end;
  }

  /** Why a person left, as somebody wrote it: personal data. */
  leftReason(person: number): string | null {
    const data = this.view.engine.scope.facts.column("people", "left_reason");
    return data?.type === "text" ? data.values[person]! : null;
  }

  /**
   * Which of some people (positions among the rows) may come to stand elsewhere than on the day before, or be in pause or
   * not, by day in order; the first day is left out.
   */
  changed(among: readonly number[], range: Days): readonly (readonly [Day, readonly number[]])[] {
    const byDay = new Map<Day, number[]>();
    for (const { from, to, compiled, engine } of this.view.stretches(range)) {
      // Where definitions change, everybody may.
      if (from > range.from) byDay.set(from, [...among]);
      const context = { scope: engine.scope, compiled, calendar: this.view.section.calendar };
      const conditions = changesOf(context, this.#conditions(compiled, { paused: true }));
      const { starts, ends } = engine.scope.facts.spells("people");
      for (const index of among) {
        const person = this.rows[index]!;
        const see = (day: Day): void => {
          if (day <= from || day > to) return;
          const there = byDay.get(day);
          if (there === undefined) byDay.set(day, [index]);
          else if (there.at(-1) !== index) there.push(index);
        };
        see(starts[person]!);
        see(ends[person]! + 1);
        conditions(person, { from, to }, see);
      }
    }
    return [...byDay].toSorted(([a], [b]) => a - b);
  }

  /** The day before anything in the records happened: what holds then has always held. */
  before(day: Day): Day {
    let first = Math.min(day, this.view.strategyStart);
    for (const { name, columns } of this.view.engine.scope.facts.dataset.tables.values()) {
      for (const [column, data] of columns) {
        // What somebody was born on changes nothing in the records.
        if (data.type !== "day" || columnSpec(name, column).personal) continue;
        for (const each of data.values) if (each !== NO_DAY && each < first) first = each;
      }
    }
    return first - 1;
  }

  /** What results of a day say of themselves. */
  telling(measure: string, period: string, day: Day, reading: Reading): Omit<Telling, "unit"> {
    const { compiled } = this.view;
    const formulas = this.#formulas(compiled.at(day), reading);
    return { indicator: `${this.ladder}.${measure}`, period, ...this.view.telling("people", formulas, day) };
  }

  /** Whether the definitions change after a day, up to another one. */
  hasBreak({ from, to }: Days, reading: Reading): boolean {
    const changes = breaksIn(this.view.compiled, (version) => this.#formulas(version, reading));
    return changes.some(({ day }) => day > from && day <= to);
  }

  /** Everything that decides where people are: who is on the list, and who fulfils what. */
  #formulas(version: CompiledStrategy, reading: Reading): readonly Checked[] {
    return [checkFormula("count(people at end)", version.definitions).checked, ...this.#conditions(version, reading)];
  }

  #conditions(version: CompiledStrategy, { paused }: Reading): readonly Checked[] {
    const { among, steps } = compiledLadder(version, this.ladder);
    return [
      ...(among === undefined ? [] : [among]),
      ...steps.map(({ formula }) => formula),
      ...(paused ? [version.route.paused] : []),
    ].map(({ checked }) => checked);
  }
}
