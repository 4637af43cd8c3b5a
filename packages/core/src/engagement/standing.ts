import { dayFrom } from "../evaluate/evaluate.ts";
import type { Dataset } from "../records/dataset.ts";
import type { Parts, Result } from "../results/result.ts";
import { type Ladder, STEP_DIMENSION } from "../strategy/ladder.ts";
import type { Step } from "../strategy/strategy.ts";
import { audienceAt } from "./audience.ts";
import { type StepNote, stepNotes } from "./notes.ts";
import { type LadderOptions, People } from "./people.ts";
import { type ReasonCount, reasonCounts } from "./reasons.ts";
import { Tally } from "./tally.ts";

/** Which ladder, and on which day (`yyyy-mm-dd`), which is the last one that counts. */
export interface LadderStandingOptions extends LadderOptions {
  readonly at: string;
}

/** Where people stand on one day. */
export interface LadderStanding {
  readonly kind: "standing";
  readonly ladder: Ladder;
  readonly at: string;
  /** Lowest first. */
  readonly steps: readonly Pick<Step, "id" | "label">[];
  /**
   * In persons, for the total and each part. `{}` is everybody on a step, `{ level: "owning" }` (`{ stage: ... }` on the
   * route) those whose highest step it is.
   *
   * - `pyramid.people`: how many stand there, those in pause too;
   * - `pyramid.paused`: how many of them are in pause;
   * - `pyramid.outside`: how many are on the list and on no step;
   * - `pyramid.left`: how many were on the list, ever, and are no longer;
   * - `pyramid.audience`: the audience below the lowest level, a figure (the pyramid alone).
   */
  readonly results: readonly Result[];
  /** Why people left, as it was written, most frequent first (the route alone). Personal data. */
  readonly leftReasons: readonly ReasonCount[];
  /** What the day shows about the steps themselves. */
  readonly notes: readonly StepNote[];
}

/**
 * Tells where people stand on a ladder on one day: everybody once, on the highest step whose condition holds.
 *
 * @throws RangeError when the day does not exist or people have no such dimension
 * @throws FormulaError when a formula of the strategy is wrong
 * @example
 * const standing = standingAt(dataset, {
 *   strategy: aiChile20242030,
 *   section: defaultSection,
 *   ladder: "pyramid",
 *   at: "2025-12-31",
 * });
 * standing.results[1];
 * // { indicator: "pyramid.people", period: "2025-12-31", by: { level: "following" }, state: "value", value: 120, ... }
 *
 * Source: domain.md, "Route and pyramid".
 */
export const standingAt = (dataset: Dataset, options: LadderStandingOptions): LadderStanding => {
  const day = dayFrom(options.at, "at");
  const people = new People(dataset, options);
  people.enter(day);
  const { ladder, steps, rows, place } = people;
  const cube = people.cubeOn(day);
  const onStep: readonly Parts[] = [{}, ...steps.map(({ id }) => ({ [STEP_DIMENSION[ladder]]: id }))];
  const [standing, paused] = [new Tally(cube, onStep), new Tally(cube, onStep)];
  const [outside, left] = [new Tally(cube, [{}]), new Tally(cube, [{}])];
  const reasons: (string | null)[] = [];
  for (const person of rows) {
    const step = place.step(person);
    if (step < steps.length) {
      standing.add(person, 0, step + 1);
      if (people.isPaused(person)) paused.add(person, 0, step + 1);
    } else if (people.isListed(person)) {
      outside.add(person, 0);
    } else if (people.hasLeft(person)) {
      left.add(person, 0);
      reasons.push(people.leftReason(person));
    }
  }
  const told = { paused: false };
  const notes = stepNotes(people);
  return {
    kind: "standing",
    ladder,
    at: options.at,
    steps: steps.map(({ id, label }) => ({ id, label })),
    results: [
      ...standing.results(people.telling("people", options.at, day, told)),
      ...paused.results(people.telling("paused", options.at, day, { paused: true })),
      ...outside.results(people.telling("outside", options.at, day, told)),
      ...left.results(people.telling("left", options.at, day, told)),
      ...(ladder === "pyramid" ? audienceAt(people, options.at, day) : []),
    ],
    leftReasons: ladder === "route" ? reasonCounts(reasons) : [],
    notes,
  };
};
