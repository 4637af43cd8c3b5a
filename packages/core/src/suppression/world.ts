import type { Knowledge } from "./knowledge.ts";

/** How much another world differs from the true one in one count. */
export interface Change {
  readonly count: number;
  readonly by: number;
}

/** How hard a world is looked for. */
export interface Effort {
  /** How many half-made worlds are looked at before giving up. */
  readonly patience: number;
  /** What it may cost to come nearer by one broken relation: with haste a world is found sooner, and is dearer. */
  readonly haste: number;
  /** Only worlds with more people everywhere, or with fewer everywhere. */
  readonly sameDirection?: boolean;
}

/** A world in the making: a change, and those before it. */
interface Draft extends Change {
  readonly before: Draft | undefined;
  readonly cost: number;
  /** How many relations are broken. */
  readonly open: number;
  /** The lowest is looked at first. */
  readonly rank: number;
}

/** The counts that differ, with the differences. */
type Changes = ReadonlyMap<number, number>;

/** What every change costs beside what is lost by it: worlds that change little come first. */
const STEP = 0.1;

/** Looks for other worlds that cannot be told from the true one. */
export class Worlds {
  readonly #knowledge: Knowledge;
  /** By constraint, for one draft at a time: how much its sum differs. */
  readonly #sums: Float64Array;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#sums = new Float64Array(knowledge.constraints.length);
  }

  /**
   * Looks for a cheap world of whole numbers in which one count differs by so much and every relation holds. What is zero
   * stays zero and what is not stays at least one, since zeros are told.
   *
   * A best-first search: a relation that is broken is mended by changing one further of its counts, in every way that may
   * lead on.
   *
   * @param cost what is lost by changing a count; infinite for one that must not be changed
   * @returns everything that differs, or undefined where no world was found
   */
  find(first: Change, cost: (count: number) => number, effort: Effort): readonly Change[] | undefined {
    const queue = new Queue();
    const add = (change: Change, before: Draft | undefined): void => {
      const so = (before?.cost ?? 0) + STEP + (before === undefined ? 0 : cost(change.count));
      const open = (before?.open ?? 0) + this.#opens(change);
      queue.add({ ...change, before, cost: so, open, rank: so + open * effort.haste });
    };
    const direction = effort.sameDirection === true ? Math.sign(first.by) : 0;
    add(first, undefined);
    for (let looked = 0; looked < effort.patience; looked++) {
      const draft = queue.take();
      if (draft === undefined) return undefined;
      const changes = changesOf(draft);
      if (draft.open === 0) return [...changes].map(([count, by]) => ({ count, by }));
      this.#enter(changes);
      for (const change of this.#mends(changes, cost, direction)) add(change, draft);
      this.#leave(changes);
    }
    return undefined;
  }

  #enter(changes: Changes): void {
    for (const [count, by] of changes) {
      for (const { constraint, factor } of this.#knowledge.of[count]!) this.#sums[constraint]! += factor * by;
    }
  }

  #leave(changes: Changes): void {
    for (const count of changes.keys()) {
      for (const { constraint } of this.#knowledge.of[count]!) this.#sums[constraint] = 0;
    }
  }

  /** How many more relations a further change breaks; mended ones count against it. */
  #opens({ count, by }: Change): number {
    const { constraints, of } = this.#knowledge;
    let opens = 0;
    for (const { constraint, factor } of of[count]!) {
      const sum = this.#sums[constraint]!;
      const { slack } = constraints[constraint]!;
      opens += Number(sum + factor * by > slack) - Number(sum > slack);
    }
    return opens;
  }

  /** The broken relation with the fewest counts that can differ: there the fewest ways lead on. */
  #narrowest(changes: Changes): number {
    const { constraints, of } = this.#knowledge;
    let found = -1;
    for (const count of changes.keys()) {
      for (const { constraint } of of[count]!) {
        const { slack, size } = constraints[constraint]!;
        if (this.#sums[constraint]! <= slack) continue;
        if (found < 0 || size < constraints[found]!.size) found = constraint;
      }
    }
    return found;
  }

  /** The changes that mend a relation, or bring it nearer where none does so alone. */
  #mends(changes: Changes, cost: (count: number) => number, direction: number): readonly Change[] {
    const { values, constraints } = this.#knowledge;
    const broken = this.#narrowest(changes);
    const { counts, factors, slack } = constraints[broken]!;
    const excess = this.#sums[broken]! - slack;
    const mends: Change[] = [];
    let partial: (Change & { readonly cost: number }) | undefined;
    for (const [term, count] of counts.entries()) {
      const factor = factors[term]!;
      const change = changes.get(count) ?? 0;
      if (values[count] === 0 || (direction !== 0 && Math.sign(-factor) !== direction)) continue;
      // What was raised is not lowered again, nor the other way round: that would undo a mend.
      if (change * factor > 0 || cost(count) === Number.POSITIVE_INFINITY) continue;
      const wanted = Math.ceil(excess / Math.abs(factor));
      const spare = values[count]! + change - 1;
      if (factor < 0) {
        mends.push({ count, by: wanted });
      } else if (spare >= wanted) {
        mends.push({ count, by: -wanted });
      } else if (spare > 0) {
        // Of those that cannot give all, the cheapest that gives most goes first: their order makes no difference.
        const price = cost(count);
        const isBetter =
          partial === undefined || price < partial.cost || (price === partial.cost && -spare < partial.by);
        if (isBetter) partial = { count, by: -spare, cost: price };
      }
    }
    if (partial !== undefined) mends.push(partial);
    return mends;
  }
}

const changesOf = (draft: Draft): Changes => {
  const changes = new Map<number, number>();
  for (let at: Draft | undefined = draft; at !== undefined; at = at.before) {
    changes.set(at.count, (changes.get(at.count) ?? 0) + at.by);
  }
  return changes;
};

/** Gives the draft of the lowest rank, and of several the one that was added last. */
class Queue {
  readonly #heap: (Draft & { readonly serial: number })[] = [];
  #serial = 0;

  add(draft: Draft): void {
    const heap = this.#heap;
    let at = heap.push({ ...draft, serial: this.#serial++ }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  take(): Draft | undefined {
    const heap = this.#heap;
    if (heap.length === 0) return undefined;
    this.#swap(0, heap.length - 1);
    const taken = heap.pop();
    for (let at = 0; ;) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && this.#isBefore(child, first)) first = child;
      if (first === at) return taken;
      this.#swap(at, first);
      at = first;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a]!, this.#heap[b]!];
    return one.rank === other.rank ? one.serial > other.serial : one.rank < other.rank;
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  }
}
