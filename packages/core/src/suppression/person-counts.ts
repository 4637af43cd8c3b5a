import { keyOf, type PersonCount, valuesKey } from "./person-count.ts";
import { type Related, relationsOf } from "./relations-of.ts";
import type { Source, ToldCount } from "./told.ts";
import { single } from "./value-set.ts";

/** Counts of people, each different number once. */
export class PersonCounts {
  readonly #counts: PersonCount[] = [];
  readonly #values: number[] = [];
  readonly #byKey = new Map<string, number>();

  get values(): readonly number[] {
    return this.#values;
  }

  /** What is known of them. */
  related(): Related {
    return relationsOf(this.#counts);
  }

  /** Takes a count and gives its position; the same number has one position, however many results show it. */
  add({ count, value }: ToldCount): number {
    const key = keyOf(count);
    const known = this.#byKey.get(key);
    if (known !== undefined && this.#values[known] === value) {
      const before = this.#counts[known]!;
      this.#counts[known] = { ...before, listedBy: new Set([...before.listedBy, ...count.listedBy]) };
      return known;
    }
    const at = this.#counts.push(count) - 1;
    this.#values.push(value);
    if (known === undefined) this.#byKey.set(key, at);
    return at;
  }

  /** The positions of the counts that a number is calculated from; undefined where one of them is not there. */
  find(sources: readonly Source[]): readonly number[] | undefined {
    const found: number[] = [];
    for (const { count, partsAlong } of sources) {
      const own = partsAlong === undefined ? this.#at(count) : this.#partsOf(count, partsAlong);
      if (own.length === 0) return undefined;
      found.push(...own);
    }
    return found;
  }

  #at(count: PersonCount): readonly number[] {
    const at = this.#byKey.get(keyOf(count));
    return at === undefined ? [] : [at];
  }

  #partsOf({ subject, days, values }: PersonCount, path: string): readonly number[] {
    const rest = valuesKey(values, path);
    return this.#counts.flatMap((count, at) => {
      const isPart =
        count.subject.key === subject.key &&
        count.days.from === days.from &&
        count.days.to === days.to &&
        count.listedBy.has(path) &&
        valuesKey(count.values, path) === rest;
      return isPart && typeof single(count.values.get(path)!) === "string" ? [at] : [];
    });
  }
}
