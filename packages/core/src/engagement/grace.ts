import { BESIDE } from "../strategy/ladder.ts";
import type { Day } from "../time/day.ts";
import { lastMonthsStart } from "../time/window.ts";
import type { Days } from "../evaluate/windows.ts";
import type { People } from "./people.ts";

/** Where a person is beside the steps, counted on from the last step; in the order of {@link BESIDE}. */
const OUTSIDE = BESIDE.indexOf("outside");
export const PAUSED = BESIDE.indexOf("paused");
export const LEFT = BESIDE.indexOf("left");

/**
 * The days of grace before a date: a step on which a person stood on any of them is kept.
 *
 * @example
 * graceDays(parseDay("2025-03-15")!, 1); // 2025-02-16 .. 2025-03-15
 */
export const graceDays = (day: Day, months: number): Days => ({
  from: Math.min(lastMonthsStart(day, months), day),
  to: day,
});

/**
 * Where every person (by row) is on a day, with grace: the highest step on which the person stood, not in pause, on any of
 * the days of grace; who is no longer on the list has left, whatever came before. Without such a step, where the person
 * is on the day itself. Source: domain.md, "Route and pyramid": "a level reached within the month before the date is
 * kept, unless the person left".
 */
export const placesWithGrace = (people: People, { from, to }: Days): Int32Array => {
  const { rows, steps } = people;
  const places = new Int32Array(rows.length);
  people.enter(to);
  const open: number[] = [];
  for (const [index, person] of rows.entries()) {
    places[index] = placeNow(people, person);
    // Only who is on the list can have kept anything, and nobody climbs higher than the last step.
    if (people.isListed(person) && places[index] !== steps.length - 1) open.push(index);
  }
  if (from === to) return places;
  const keep = (index: number): void => {
    const then = placeNow(people, rows[index]!);
    const now = places[index]!;
    if (then < steps.length && (now >= steps.length || then > now)) places[index] = then;
  };
  people.enter(from);
  for (const index of open) keep(index);
  for (const [day, changed] of people.changed(open, { from, to: to - 1 })) {
    people.enter(day);
    for (const index of changed) keep(index);
  }
  return places;
};

/** Where a person is on the current day. */
const placeNow = (people: People, person: number): number => {
  const { steps, place } = people;
  const step = place.step(person);
  if (step < steps.length) return people.isPaused(person) ? steps.length + PAUSED : step;
  return steps.length + (people.hasLeft(person) ? LEFT : OUTSIDE);
};
