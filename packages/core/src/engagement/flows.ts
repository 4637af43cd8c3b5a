import { dayFrom } from "../evaluate/evaluate.ts";
import type { Dataset } from "../records/dataset.ts";
import type { Cell, Parts, Result } from "../results/result.ts";
import { BESIDE, type Ladder } from "../strategy/ladder.ts";
import type { Step } from "../strategy/strategy.ts";
import { type Day, formatDay } from "../time/day.ts";
import { LEFT, graceDays, PAUSED, placesWithGrace } from "./grace.ts";
import { type LadderOptions, People } from "./people.ts";
import { type ReasonCount, reasonCounts } from "./reasons.ts";
import { Tally } from "./tally.ts";

/** Which ladder, and between which days (`yyyy-mm-dd`); `to` is the last one that counts. */
export interface FlowOptions extends LadderOptions {
  readonly from: string;
  readonly to: string;
}

/**
 * What became of a person between two dates. `held`, `rose`, `fell`, `paused` and `left` are all who stood on a step
 * before; `held`, `rose`, `fell` and `entered` all who stand on one after. Who left has left the list, or is on it and fulfils
 * no step any more; the place that they went to tells which.
 */
export const OUTCOMES = ["entered", "rose", "held", "fell", "paused", "left"] as const;

/** See {@link OUTCOMES}. */
export type Outcome = (typeof OUTCOMES)[number];

/** How people moved between two dates. */
export interface Flows {
  readonly kind: "flows";
  readonly ladder: Ladder;
  readonly from: string;
  readonly to: string;
  /** The days before each date on which a step that was reached is kept. */
  readonly grace: { readonly from: readonly [string, string]; readonly to: readonly [string, string] };
  /** Lowest first. */
  readonly steps: readonly Pick<Step, "id" | "label">[];
  /**
   * In persons, for the total and each part (parts as they are at `to`). Places are the steps' ids, `outside` (not on the
   * list yet, or on it and on no step), `paused` and `left`.
   *
   * - `pyramid.flow` by `{ outcome, from, to }`: each pair; by `{ outcome }`, `{ from }`, `{ to }`: all of one; by `{}`: all
   *   who stood on a step on either date;
   * - `pyramid.before`, `pyramid.after`: how many stood on a step, not in pause, on each date.
   */
  readonly results: readonly Result[];
  /** Why people left between the dates, as it was written (the route alone). Personal data. */
  readonly leftReasons: readonly ReasonCount[];
}

/**
 * Tells how people moved on a ladder between two dates. On each date a person is where {@link Flows} says with grace (a
 * step reached in the month before is kept, unless the person left), so the flows of two stretches that meet fit together.
 *
 * @throws RangeError when a day does not exist, `to` is not after `from`, or people have no such dimension
 * @throws FormulaError when a formula of the strategy is wrong
 * @example
 * const flows = flowsBetween(dataset, { strategy, section, ladder: "route", from: "2024-12-31", to: "2025-12-31" });
 * flows.results.find(({ by }) => by["outcome"] === "rose"); // { indicator: "route.flow", ..., state: "value", value: 14 }
 *
 * Source: domain.md, "Route and pyramid".
 */
export const flowsBetween = (dataset: Dataset, options: FlowOptions): Flows => {
  const [from, to] = [dayFrom(options.from, "from"), dayFrom(options.to, "to")];
  if (from >= to) throw new RangeError(`to: ${options.to} is not after ${options.from}`);
  const people = new People(dataset, options);
  const { ladder, steps, rows, view } = people;
  const monthsOn = (day: Day): number => Number(view.compiled.at(day).strategy.assumptions["grace_months"]!.value);
  const grace = { from: graceDays(from, monthsOn(from)), to: graceDays(to, monthsOn(to)) };
  const [before, after] = [placesWithGrace(people, grace.from), placesWithGrace(people, grace.to)];
  const { keys, keyOf } = flowKeys(steps.map(({ id }) => id));
  const tally = new Tally(people.cubeOn(to), keys);
  const reasons: (string | null)[] = [];
  // Ages, levels and stages of a breakdown are those at the end.
  people.enter(to);
  for (const [index, person] of rows.entries()) {
    const found = keyOf(before[index]!, after[index]!);
    if (found === undefined) continue;
    tally.add(person, ...found);
    if (after[index] === steps.length + LEFT) reasons.push(people.leftReason(person));
  }
  const telling = people.telling("flow", `${options.from}..${options.to}`, to, { paused: true });
  const early = people.telling("flow", "", from, { paused: true });
  const flow = tally.results({
    ...telling,
    break: people.hasBreak({ from, to }, { paused: true }),
    why: (by) => early.why(by) ?? telling.why(by),
  });
  const written = ({
    from: first,
    to: last,
  }: {
    readonly from: number;
    readonly to: number;
  }): readonly [string, string] => [formatDay(first), formatDay(last)];
  return {
    kind: "flows",
    ladder,
    from: options.from,
    to: options.to,
    grace: { from: written(grace.from), to: written(grace.to) },
    steps: steps.map(({ id, label }) => ({ id, label })),
    results: [...flow, ...placedResults(ladder, flow)],
    leftReasons: ladder === "route" ? reasonCounts(reasons) : [],
  };
};

/** What became of a person, by the two places; undefined for who stood on no step on either date. */
const outcomeOf = (before: number, after: number, steps: number): Outcome | undefined => {
  if (before >= steps) return after < steps ? "entered" : undefined;
  if (after >= steps) return after === steps + PAUSED ? "paused" : "left";
  if (after === before) return "held";
  return after > before ? "rose" : "fell";
};

/** Everything that flows are told by, and under which of it a pair of places counts. */
const flowKeys = (steps: readonly string[]) => {
  const places = [...steps, ...BESIDE];
  const keys: Parts[] = [{}];
  const add = (key: Parts): number => keys.push(key) - 1;
  const ofOutcome = new Map(OUTCOMES.map((outcome) => [outcome, add({ outcome })]));
  const ofFrom = places.map((from) => add({ from }));
  const ofTo = places.map((to) => add({ to }));
  const ofPair = places.map((from, before) =>
    places.map((to, after) => {
      const outcome = outcomeOf(before, after, steps.length);
      return outcome === undefined
        ? undefined
        : [0, ofOutcome.get(outcome)!, ofFrom[before]!, ofTo[after]!, add({ outcome, from, to })];
    }),
  );
  return { keys, keyOf: (before: number, after: number) => ofPair[before]![after] };
};

/** The outcomes that add up to who stood on a step before, and after. */
const SUMS: Readonly<Record<"before" | "after", readonly Outcome[]>> = {
  before: ["rose", "held", "fell", "paused", "left"],
  after: ["entered", "rose", "held", "fell"],
};

/** Who stood on a step before and after, as sums of the outcomes. */
export const placedResults = (ladder: Ladder, flow: readonly Result[]): readonly Result[] => {
  const cells = new Map<string, { readonly parts: Parts; readonly outcomes: Map<string, Result> }>();
  for (const result of flow) {
    const { outcome, from, ...parts } = result.by;
    if (typeof outcome !== "string" || from !== undefined) continue;
    const name = JSON.stringify(parts);
    const cell = cells.get(name) ?? { parts, outcomes: new Map<string, Result>() };
    cells.set(name, cell);
    cell.outcomes.set(outcome, result);
  }
  return (["before", "after"] as const).flatMap((measure) =>
    [...cells.values()].map(({ parts, outcomes }): Result => {
      const added = SUMS[measure].map((outcome) => outcomes.get(outcome)!);
      const { period, unit, partial, break: hasBreak } = added[0]!;
      return {
        indicator: `${ladder}.${measure}`,
        period,
        by: parts,
        ...sumOf(added),
        ...(partial === true ? { partial } : {}),
        ...(hasBreak === true ? { break: hasBreak } : {}),
        unit,
      };
    }),
  );
};

const sumOf = (results: readonly Result[]): Cell => {
  let value = 0;
  for (const result of results) {
    if (result.state !== "value") return { state: result.state, reason: result.reason };
    value += result.value;
  }
  return { state: "value", value };
};
