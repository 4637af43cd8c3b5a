import { partition, type Relation, within } from "./relation.ts";
import type { Related } from "./relations-of.ts";

/** The people of several counts laid over one another, as positions among the counts. */
export interface Overlapping {
  /** All of them together. */
  readonly union: number | undefined;
  /** Each count that was laid over the others. */
  readonly each: readonly number[];
  /** Who stands in exactly some of them; `in` holds positions in `each`. */
  readonly exactly: readonly { readonly at: number; readonly in: readonly number[] }[];
}

/** What is known of counts that were laid over one another. */
export const overlapRelations = (
  { union, each, exactly }: Overlapping,
  contained: Related["contained"],
): readonly Relation[] => {
  const sums = each.flatMap((whole, index) =>
    partition(
      whole,
      exactly.filter((part) => part.in.includes(index)).map(({ at }) => at),
    ),
  );
  if (union === undefined) return sums;
  // What holds all of them holds their union.
  const holders = each.map((count) => holdersOf(count, contained));
  const common = [...(holders[0] ?? [])].filter((whole) => holders.every((all) => all.has(whole)));
  return [
    ...sums,
    ...partition(
      union,
      exactly.map(({ at }) => at),
    ),
    ...common.map((whole) => within(union, whole)),
  ];
};

/** Every count that holds another one, also by way of a third. */
const holdersOf = (count: number, contained: Related["contained"]): ReadonlySet<number> => {
  const found = new Set([count]);
  for (const part of found) for (const [own, whole] of contained) if (own === part) found.add(whole);
  found.delete(count);
  return found;
};
