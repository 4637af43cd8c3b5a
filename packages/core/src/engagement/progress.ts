import { dayFrom } from "../evaluate/evaluate.ts";
import { medianOf } from "../evaluate/accumulate.ts";
import type { Cube } from "../evaluate/cube.ts";
import type { Dataset } from "../records/dataset.ts";
import type { Parts, Result } from "../results/result.ts";
import { type Ladder, STEP_DIMENSION } from "../strategy/ladder.ts";
import type { Step } from "../strategy/strategy.ts";
import { ALWAYS, type History, historyUntil, NEVER } from "./history.ts";
import { Medians } from "./medians.ts";
import { People } from "./people.ts";
import type { LadderStandingOptions } from "./standing.ts";
import { Tally, tell, type Telling } from "./tally.ts";

/** How people have come along a ladder up to one day, and where they stand still. */
export interface Progress {
  readonly kind: "progress";
  readonly ladder: Ladder;
  readonly at: string;
  /** Lowest first. */
  readonly steps: readonly Pick<Step, "id" | "label">[];
  /**
   * For the total and each part. A person *reached* a step on the first day on which its condition held for them while on
   * the list, whatever step they stood on; who has left since counts as well.
   *
   * - `route.reached` by `{ stage }`: how many ever reached it;
   * - `route.converted` by `{ from, to }`: how many of those who reached `from` reached `to` on the same day or later; by
   *   `{ from }`: any later step; `route.conversion` what share of them that is;
   * - `route.already` by `{ from, to }`: how many had reached `to` before `from`;
   * - `route.timed`, `route.days` by `{ from, to }` and `{ from }`: of how many both days are known, and the median of the
   *   days between them (to the first of the later steps);
   * - `route.people` by `{ stage }`: how many stand there now, those in pause too; `route.dated` of how many it is known
   *   since when, `route.standing-days` the median of the days that these have stood there without a break;
   * - `route.stalled` by `{ stage }`, the last one left out: how many have stood there for longer than the median that it took
   *   to reach a later step, over everybody who did so on a later day (who reached both on one day never stood there).
   */
  readonly results: readonly Result[];
}

/**
 * Tells how people have come along a ladder up to one day: conversion and time from each step to the later ones, and where
 * they stand still.
 *
 * @throws RangeError when the day does not exist or people have no such dimension
 * @throws FormulaError when a formula of the strategy is wrong
 * @example
 * const progress = progressUntil(dataset, { strategy, section, ladder: "route", at: "2025-12-31" });
 * progress.results.find(({ by }) => by["from"] === "welcomed" && by["to"] === "first-action");
 * // { indicator: "route.conversion", ..., state: "value", value: 0.4, numerator: 20, denominator: 50, unit: "ratio" }
 *
 * Source: docs/pyramid-and-route.md.
 */
export const progressUntil = (dataset: Dataset, options: LadderStandingOptions): Progress => {
  const day = dayFrom(options.at, "at");
  const people = new People(dataset, options);
  const { ladder, steps } = people;
  const history = historyUntil(people, day);
  const reading = { paused: false };
  const hasBreak = people.hasBreak({ from: history.start, to: day }, reading);
  const telling = (measure: string): Omit<Telling, "unit"> => ({
    ...people.telling(measure, options.at, day, reading),
    break: hasBreak,
  });
  const { results, pace } = conversions(people, people.cubeOn(day), history, telling);
  return {
    kind: "progress",
    ladder,
    at: options.at,
    steps: steps.map(({ id, label }) => ({ id, label })),
    results: [...results, ...standstill(people, history, pace, day, telling)],
  };
};

type Tell = (measure: string) => Omit<Telling, "unit">;

/** Who reached what and what they reached later; `pace` is by step the median of the days that it took to go on. */
const conversions = (people: People, cube: Cube, { reached }: History, telling: Tell) => {
  const { rows, steps, ladder } = people;
  const ids = steps.map(({ id }) => id);
  const ofStep = ids.map((id): Parts => ({ [STEP_DIMENSION[ladder]]: id }));
  // Every step to any later one, then to each of them.
  const ways = ids.flatMap((from, first) =>
    ids.flatMap((to, last) => (last > first ? [{ key: { from, to }, first, lasts: [last] }] : [])),
  );
  const open = ids.slice(0, -1).map((from, first) => ({
    key: { from },
    first,
    lasts: ids.flatMap((_, last) => (last > first ? [last] : [])),
  }));
  const all = [...open, ...ways];
  const keys = all.map(({ key }): Parts => key);
  const [ever, later] = [new Tally(cube, ofStep), new Tally(cube, keys)];
  const [before, timed] = [new Tally(cube, keys), new Tally(cube, keys)];
  const medians = new Medians(cube, keys.length);
  const took = open.map((): number[] => []);
  for (const [index, person] of rows.entries()) {
    const days = reached.map((of) => of[index]!);
    for (const [step, day] of days.entries()) if (day !== NEVER) ever.add(person, step);
    for (const [key, { first, lasts }] of all.entries()) {
      const start = days[first]!;
      if (start === NEVER) continue;
      const ends = lasts.map((last) => days[last]!);
      const end = Math.min(...ends.filter((each) => each >= start), NEVER);
      if (end === NEVER) {
        if (ends.some((each) => each < start)) before.add(person, key);
        continue;
      }
      later.add(person, key);
      if (start === ALWAYS || end === ALWAYS) continue;
      timed.add(person, key);
      medians.add(person, key, end - start);
      // Who reached both on one day never stood there: that says nothing of how long it takes to go on.
      if (end > start) took[key]?.push(end - start);
    }
  }
  const isPair = ({ by }: Result): boolean => by["to"] !== undefined;
  return {
    pace: took.map(medianOf),
    results: [
      ...ever.results(telling("reached")),
      ...tell(cube, keys, { ...telling("conversion"), unit: "ratio" }, (key, cell) => {
        const [numerator, denominator] = [later.count(key, cell), ever.count(all[key]!.first, cell)];
        return denominator === 0
          ? { state: "not-applicable", reason: { code: "division-by-zero", detail: [] } }
          : { state: "value", value: numerator / denominator, numerator, denominator };
      }),
      ...later.results(telling("converted")),
      ...before.results(telling("already")).filter(isPair),
      ...timed.results(telling("timed")),
      ...medians.results(keys, telling("days")),
    ],
  };
};

/** Who stands where, since when, and who has stood there for longer than others took to go on. */
const standstill = (
  people: People,
  { step, since, start }: History,
  pace: readonly (number | null)[],
  day: number,
  telling: Tell,
): readonly Result[] => {
  const { rows, steps, ladder } = people;
  const cube = people.cubeOn(day);
  const keys = steps.map(({ id }): Parts => ({ [STEP_DIMENSION[ladder]]: id }));
  const [standing, dated] = [new Tally(cube, keys), new Tally(cube, keys)];
  const stalled = new Tally(cube, keys.slice(0, -1));
  const medians = new Medians(cube, keys.length);
  for (const [index, person] of rows.entries()) {
    const key = step[index]!;
    if (key === steps.length) continue;
    standing.add(person, key);
    if (since[index] !== ALWAYS) {
      dated.add(person, key);
      medians.add(person, key, day - since[index]!);
    }
    // Who has always stood there has done so since before the first day of the records at least.
    const stood = day - Math.max(since[index]!, start);
    const usual = pace[key] ?? null;
    if (usual !== null && stood > usual) stalled.add(person, key);
  }
  return [
    ...standing.results(telling("people")),
    ...dated.results(telling("dated")),
    ...medians.results(keys, telling("standing-days")),
    ...tell(cube, keys.slice(0, -1), { ...telling("stalled"), unit: "persons" }, (key, cell) =>
      pace[key] === null
        ? { state: "not-applicable", reason: { code: "no-rows", detail: [] } }
        : { state: "value", value: stalled.count(key, cell) },
    ),
  ];
};

/**
 * The step where people stand still for longest: of those that have a later one, the one with the greatest median of days
 * that people have stood there; undefined where none is told.
 */
export const longestStandstill = ({ ladder, steps, results }: Progress): string | undefined => {
  const last = steps.at(-1)?.id;
  let longest: { readonly step: string; readonly days: number } | undefined;
  for (const { indicator, by, ...cell } of results) {
    const { [STEP_DIMENSION[ladder]]: step, ...parts } = by;
    if (indicator !== `${ladder}.standing-days` || cell.state !== "value" || Object.keys(parts).length > 0) continue;
    if (typeof step !== "string" || step === last) continue;
    if (longest === undefined || cell.value > longest.days) longest = { step, days: cell.value };
  }
  return longest?.step;
};
