import type { People } from "./people.ts";

/**
 * Something about the steps themselves, seen on a day.
 *
 * - `nobody-fulfils`: the condition of a step holds for nobody.
 * - `same-people`: the conditions of two steps hold for just the same people, so that nobody can stand on the lower one.
 */
export interface StepNote {
  readonly code: "nobody-fulfils" | "same-people";
  /** The ids of the steps, the lower one first. */
  readonly steps: readonly string[];
}

/** Looks at the conditions of all steps on the current day, whoever stands where. */
export const stepNotes = (people: People): readonly StepNote[] => {
  const { steps, rows, place } = people;
  const count = steps.map(() => 0);
  // Whether two steps were ever seen apart: the lower one's position, then the higher one's.
  const apart = steps.map(() => new Set<number>());
  for (const person of rows) {
    const holds = steps.map((_, position) => place.holds(position, person));
    for (const [low, lower] of holds.entries()) {
      if (lower) count[low]!++;
      for (let high = low + 1; high < holds.length; high++) if (lower !== holds[high]) apart[low]!.add(high);
    }
  }
  const ids = steps.map(({ id }) => id);
  return [
    ...ids.flatMap((id, at): readonly StepNote[] => (count[at] === 0 ? [{ code: "nobody-fulfils", steps: [id] }] : [])),
    ...ids.flatMap((id, low) =>
      ids.flatMap((other, high): readonly StepNote[] =>
        high > low && count[low]! > 0 && !apart[low]!.has(high) ? [{ code: "same-people", steps: [id, other] }] : [],
      ),
    ),
  ];
};
