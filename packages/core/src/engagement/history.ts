import type { Day } from "../time/day.ts";
import type { People } from "./people.ts";

/** Stands for a day: it was so before anything in the records happened. */
export const ALWAYS = -1e9;
/** Stands for a day: it has not come. */
export const NEVER = 1e9;

/** How everybody (by position among the people's rows) has come to where they stand on a day. */
export interface History {
  /** By step: the first day on which its condition held for a person on the list. */
  readonly reached: readonly Float64Array[];
  /** The step on which a person stands, as a position; the number of steps for none. */
  readonly step: Int32Array;
  /** Since when a person has stood there without a break. */
  readonly since: Float64Array;
  /** The day before anything in the records happened. */
  readonly start: Day;
}

/** Follows everybody through time up to a day, looking only at days on which something may change for a person. */
export const historyUntil = (people: People, day: Day): History => {
  const { rows, steps } = people;
  const start = people.before(day);
  const reached = steps.map(() => new Float64Array(rows.length).fill(NEVER));
  const step = new Int32Array(rows.length).fill(-1);
  const since = new Float64Array(rows.length).fill(ALWAYS);
  const look = (index: number, now: number): void => {
    const person = rows[index]!;
    let top = steps.length;
    for (let position = steps.length - 1; position >= 0; position--) {
      const isNew = reached[position]![index] === NEVER;
      if (top < steps.length && !isNew) continue;
      if (!people.place.holds(position, person)) continue;
      if (top === steps.length) top = position;
      if (isNew) reached[position]![index] = now;
    }
    if (step[index] === top) return;
    step[index] = top;
    since[index] = now;
  };
  people.enter(start);
  const everybody = Array.from(rows, (_, index) => index);
  for (const index of everybody) look(index, ALWAYS);
  for (const [now, changed] of people.changed(everybody, { from: start, to: day })) {
    people.enter(now);
    for (const index of changed) look(index, now);
  }
  people.enter(day);
  return { reached, step, since, start };
};
