import { keptSince, missingFrom } from "../evaluate/available.ts";
import { changesOf } from "../evaluate/changes.ts";
import { Cube } from "../evaluate/cube.ts";
import { Engine } from "../evaluate/engine.ts";
import { compiledOnce } from "../evaluate/evaluate.ts";
import { frameOf } from "../evaluate/frame.ts";
import type { LadderPlacement } from "../evaluate/placement.ts";
import type { DaysOfChange } from "../evaluate/window-changes.ts";
import { checkFormula } from "../formula/check/check.ts";
import type { Checked } from "../formula/checked.ts";
import type { References } from "../formula/references.ts";
import type { Dataset } from "../records/dataset.ts";
import { type Dimension, DIMENSION_NAMES } from "../records/dimensions.ts";
import { columnSpec } from "../records/relations.ts";
import type { Reason } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import { allReferences, type CompiledStrategy } from "../strategy/compile.ts";
import { compiledLadder, type Ladder, STEP_DIMENSION, stepsOf } from "../strategy/ladder.ts";
import type { Step, Strategy } from "../strategy/strategy.ts";
import { periodOf } from "../time/calendar.ts";
import { type Day, LAST_DAY, NO_DAY, parseDay } from "../time/day.ts";
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

/**
 * The people of a dataset beside one ladder, seen on any day. A day is seen as the last day that counts, at the end of the
 * section's year that it lies in: as `evaluate` sees a year that is not over.
 */
export class People {
  readonly ladder: Ladder;
  readonly steps: readonly Step[];
  readonly engine: Engine;
  readonly compiled: CompiledStrategy;
  readonly cube: Cube;
  /** The rows of people that count. */
  readonly rows: readonly number[];
  readonly place: LadderPlacement;
  readonly strategyStart: Day;
  readonly #section: Section;
  readonly #onLadder: readonly Checked[];
  readonly #paused: Checked;
  /** Whether somebody is on the list, as a count. */
  readonly #listed: Checked;

  constructor(dataset: Dataset, { strategy, section, ladder, by = [] }: LadderOptions) {
    const known = dimensionsOfPeople(ladder);
    const unknown = by.find((dimension) => !known.includes(dimension));
    if (unknown !== undefined) throw new RangeError(`the people of the ${ladder} have no dimension ${unknown}`);
    this.ladder = ladder;
    this.steps = stepsOf(strategy, ladder);
    this.compiled = compiledOnce(strategy);
    this.engine = new Engine(dataset, this.compiled, section);
    this.cube = new Cube(this.engine.dimensions, by);
    this.place = this.engine.placement[ladder];
    this.strategyStart = parseDay(strategy.period.start)!;
    this.#section = section;
    const { among, steps } = compiledLadder(this.compiled, ladder);
    this.#onLadder = [...(among === undefined ? [] : [among]), ...steps.map(({ formula }) => formula)].map(
      ({ checked }) => checked,
    );
    this.#paused = this.compiled.route.paused.checked;
    this.#listed = checkFormula("count(people at end)", this.compiled.definitions).checked;
    const { facts } = this.engine.scope;
    this.rows = Array.from({ length: facts.length("people") }, (_, row) => row).filter((row) =>
      facts.counts("people", row),
    );
  }

  /** Goes to a day; what is asked from here on is asked of that day. */
  enter(day: Day): void {
    const { calendar } = this.#section;
    const period = periodOf(day, "year", calendar);
    this.engine.enter(frameOf(period, { asOf: day, lastDay: LAST_DAY, strategyStart: this.strategyStart, calendar }));
  }

  isListed(person: number): boolean {
    return this.engine.placement.isListed(person);
  }

  isPaused(person: number): boolean {
    return this.engine.placement.isPaused(person);
  }

  /** Whether a person was on the list and is no longer. */
  hasLeft(person: number): boolean {
    if (this.isListed(person)) return false;
    const { starts, ends } = this.engine.scope.facts.spells("people");
    return ends[person]! >= starts[person]! && ends[person]! < this.engine.current.frame.end;
  }

  /** Why a person left, as somebody wrote it: personal data. */
  leftReason(person: number): string | null {
    const data = this.engine.scope.facts.column("people", "left_reason");
    return data?.type === "text" ? data.values[person]! : null;
  }

  /** The days on which a person may come to stand elsewhere than on the day before, or be in pause or not. */
  get changes(): DaysOfChange {
    const context = { scope: this.engine.scope, compiled: this.compiled, calendar: this.#section.calendar };
    const conditions = changesOf(context, [...this.#onLadder, this.#paused]);
    const { starts, ends } = this.engine.scope.facts.spells("people");
    return (person, { from, to }, see) => {
      for (const day of [starts[person]!, ends[person]! + 1]) if (day > from && day <= to) see(day);
      conditions(person, { from, to }, see);
    };
  }

  /** The day before anything in the records happened: what holds then has always held. */
  before(day: Day): Day {
    let first = Math.min(day, this.strategyStart);
    for (const { name, columns } of this.engine.scope.facts.dataset.tables.values()) {
      for (const [column, data] of columns) {
        // What somebody was born on changes nothing in the records.
        if (data.type !== "day" || columnSpec(name, column).personal) continue;
        for (const each of data.values) if (each !== NO_DAY && each < first) first = each;
      }
    }
    return first - 1;
  }

  /** What results of a day say of themselves; `paused`: they need to know who is in pause. */
  telling(measure: string, period: string, day: Day, { paused }: { readonly paused: boolean }): Omit<Telling, "unit"> {
    const read = this.#read([this.#listed, ...this.#onLadder, ...(paused ? [this.#paused] : [])]);
    const kept = keptSince(this.#section, { tables: new Set(read.flatMap(({ tables }) => [...tables])) });
    const start = periodOf(day, "year", this.#section.calendar).start;
    return {
      indicator: `${this.ladder}.${measure}`,
      period,
      partial: kept !== undefined && kept.day > start && kept.day <= day,
      why: (by) => this.#missing(read, by) ?? (kept !== undefined && day < kept.day ? notKept(kept.table) : undefined),
    };
  }

  /** Why a formula cannot be told from the records at all, if so. */
  missing(formula: Checked): Reason | undefined {
    return this.#missing(this.#read([formula]), []);
  }

  #read(formulas: readonly Checked[]): readonly References[] {
    return formulas.map((formula) => allReferences(this.compiled, formula));
  }

  #missing(read: readonly References[], by: readonly Dimension[]): Reason | undefined {
    const columns = new Set([
      ...read.flatMap((references) => [...references.columns]),
      ...by.flatMap((dimension) => this.cube.reads(dimension, "people")),
    ]);
    const tables = new Set(read.flatMap((references) => [...references.tables]));
    const places = new Set(read.flatMap((references) => [...references.places]));
    return missingFrom(this.engine.scope, { tables, columns, places });
  }
}

const notKept = (table: string): Reason => ({ code: "not-kept", detail: [table] });
