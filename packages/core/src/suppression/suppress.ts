import { knowledgeOf, type Knowledge } from "./knowledge.ts";
import type { Relation } from "./relation.ts";
import { type Change, type Effort, Worlds } from "./world.ts";

/** Counts of people that are published together. */
export interface Published {
  /** The true numbers; whole and not negative. */
  readonly counts: readonly number[];
  /** For each cell the counts that it shows: one, or both sides of a ratio. A cell is shown whole or not at all. */
  readonly cells: readonly (readonly number[])[];
  readonly relations: readonly Relation[];
}

/**
 * Chooses the cells that are withheld: those that show a count from 1 to below `smallest`, and as many others as it takes
 * that none of these counts can be worked out.
 *
 * What is guaranteed: for every count from 1 to below `smallest` there are two other worlds of whole numbers in which all
 * relations hold, all shown cells are the same, and the same counts are zero. In one of them the count is at least
 * `smallest`; in the other it is 1 (or, where it is a whole with several parts that exclude each other and are known not
 * to be zero, as few as these). So who knows all that is shown can tell neither that it is small nor that it is more
 * than one. Source: docs/privacy.md; the protection interval of statistical disclosure control.
 *
 * The worlds are the proof: for each count that needs them they are made, and what they change is withheld. To withhold
 * more never takes a world away, so one pass is enough.
 *
 * @returns the positions of the withheld cells
 * @example
 * // 63 = 3 + 20 + 40: with the 3 the 20 is withheld.
 * suppress({ counts: [63, 3, 20, 40], cells: [[0], [1], [2], [3]], relations: partition(0, [1, 2, 3]) }, 5); // 1 and 2
 */
export const suppress = ({ counts, cells, relations }: Published, smallest: number): ReadonlySet<number> => {
  const knowledge = knowledgeOf(counts, relations);
  const worlds = new Worlds(knowledge);
  const shown = new Shown(cells, counts);
  const small = counts.flatMap((value, count) => (value >= 1 && value < smallest ? [count] : []));
  for (const count of small) shown.withhold(count);
  for (const count of small) {
    for (const values of [[smallest], below(knowledge, count)]) {
      if (values.length === 0) continue;
      const changes = changesTo(
        worlds,
        shown,
        values.map((value) => ({ count, by: value - counts[count]! })),
      );
      // Where nothing that hangs together with it is shown, nothing but the zeros can be told.
      for (const each of changes?.map((change) => change.count) ?? connected(knowledge, count)) shown.withhold(each);
    }
  }
  return shown.withheld;
};

/** The values that a count could have instead of its true one, the lowest first. */
const below = ({ values, least }: Knowledge, count: number): readonly number[] =>
  Array.from({ length: values[count]! - least[count]! }, (_, more) => least[count]! + more);

/** How worlds are looked for, one way after the other. */
const EFFORTS: readonly (Effort & { readonly onlyHidden?: boolean })[] = [
  // What is hidden already costs nothing.
  { onlyHidden: true, haste: 3, patience: 100 },
  { haste: 1, patience: 100 },
  // More people or fewer, with all the wholes that they stand in: dear, and hardly ever impossible.
  { sameDirection: true, haste: 10, patience: 1000 },
];

/** What the first of some changes to a count that is possible takes with it. */
const changesTo = (worlds: Worlds, shown: Shown, wanted: readonly Change[]): readonly Change[] | undefined => {
  for (const change of wanted) {
    for (const { onlyHidden = false, ...effort } of EFFORTS) {
      const cost = (count: number): number => {
        const lost = shown.cost(count);
        return onlyHidden && lost > 0 ? Number.POSITIVE_INFINITY : lost;
      };
      const found = worlds.find(change, cost, effort);
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

/** Every count that hangs together with one, itself included. */
const connected = ({ constraints, of }: Knowledge, count: number): ReadonlySet<number> => {
  const found = new Set([count]);
  for (const each of found) {
    for (const { constraint } of of[each]!) for (const other of constraints[constraint]!.counts) found.add(other);
  }
  return found;
};

/** Which counts can still be read off the cells. */
class Shown {
  readonly withheld = new Set<number>();
  readonly #cells: readonly (readonly number[])[];
  readonly #cellsOf: readonly (readonly number[])[];
  readonly #weights: readonly number[];
  /** By count: how many cells still show it. */
  readonly #times: number[];

  constructor(cells: readonly (readonly number[])[], counts: readonly number[]) {
    const cellsOf: number[][] = counts.map(() => []);
    for (const [cell, shown] of cells.entries()) for (const count of new Set(shown)) cellsOf[count]!.push(cell);
    this.#cells = cells;
    this.#cellsOf = cellsOf;
    this.#times = cellsOf.map(({ length }) => length);
    // What a reader loses with a number grows with it, though not in proportion: totals are kept longest.
    this.#weights = counts.map((value) => 1 + Math.log2(1 + value));
  }

  /** Withholds every cell that shows a count. */
  withhold(count: number): void {
    for (const cell of this.#cellsOf[count]!) {
      if (this.withheld.has(cell)) continue;
      this.withheld.add(cell);
      for (const each of new Set(this.#cells[cell])) this.#times[each]!--;
    }
  }

  /** What is lost when a count is withheld: nothing where no cell shows it. */
  cost(count: number): number {
    return this.#times[count]! * this.#weights[count]!;
  }
}
