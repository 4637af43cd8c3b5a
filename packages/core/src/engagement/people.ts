import { changesOf } from "../evaluate/changes.ts";
import { Cube } from "../evaluate/cube.ts";
import type { LadderPlacement } from "../evaluate/placement.ts";
import type { DaysOfChange } from "../evaluate/window-changes.ts";
import { checkFormula } from "../formula/check/check.ts";
import type { Checked } from "../formula/checked.ts";
import type { Dataset } from "../records/dataset.ts";
import { type Dimension, DIMENSION_NAMES } from "../records/dimensions.ts";
import { columnSpec } from "../records/relations.ts";
import type { Section } from "../section/section.ts";
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

/** The people of a dataset beside one ladder, seen on any day. */
export class People {
  readonly ladder: Ladder;
  readonly steps: readonly Step[];
  readonly view: DayView;
  readonly cube: Cube;
  /** The rows of people that count. */
  readonly rows: readonly number[];
  readonly place: LadderPlacement;
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
    this.view = new DayView(dataset, strategy, section);
    const { engine, compiled } = this.view;
    this.cube = new Cube(engine.dimensions, by);
    this.place = engine.placement[ladder];
    const { among, steps } = compiledLadder(compiled, ladder);
    this.#onLadder = [...(among === undefined ? [] : [among]), ...steps.map(({ formula }) => formula)].map(
      ({ checked }) => checked,
    );
    this.#paused = compiled.route.paused.checked;
    this.#listed = checkFormula("count(people at end)", compiled.definitions).checked;
    const { facts } = engine.scope;
    this.rows = Array.from({ length: facts.length("people") }, (_, row) => row).filter((row) =>
      facts.counts("people", row),
    );
  }

  /** Goes to a day; what is asked from here on is asked of that day. */
  enter(day: Day): void {
    this.view.enter(day);
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

  /** The days on which a person may come to stand elsewhere than on the day before, or be in pause or not. */
  get changes(): DaysOfChange {
    const { engine, compiled, section } = this.view;
    const context = { scope: engine.scope, compiled, calendar: section.calendar };
    const conditions = changesOf(context, [...this.#onLadder, this.#paused]);
    const { starts, ends } = engine.scope.facts.spells("people");
    return (person, { from, to }, see) => {
      for (const day of [starts[person]!, ends[person]! + 1]) if (day > from && day <= to) see(day);
      conditions(person, { from, to }, see);
    };
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

  /** What results of a day say of themselves; `paused`: they need to know who is in pause. */
  telling(measure: string, period: string, day: Day, { paused }: { readonly paused: boolean }): Omit<Telling, "unit"> {
    const formulas = [this.#listed, ...this.#onLadder, ...(paused ? [this.#paused] : [])];
    const { cube, ladder } = this;
    return {
      indicator: `${ladder}.${measure}`,
      period,
      ...this.view.telling({ cube, table: "people" }, formulas, day),
    };
  }
}
