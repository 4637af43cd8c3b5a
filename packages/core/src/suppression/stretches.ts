import type { Day } from "../time/day.ts";

/** Days, both inclusive. */
interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

const isWithin = (a: Stretch, b: Stretch): boolean =>
  a.from >= b.from && a.to <= b.to && (a.from !== b.from || a.to !== b.to);

/** The longest stretches within another one: those that lie in no other such one. */
export const maximalWithin = <Item>(
  whole: Stretch,
  items: readonly Item[],
  stretchOf: (item: Item) => Stretch,
): readonly Item[] => {
  const inside = items.filter((item) => isWithin(stretchOf(item), whole));
  return inside.filter((item) => !inside.some((other) => isWithin(stretchOf(item), stretchOf(other))));
};

/**
 * Stretches that do not overlap, one after the other from the first day on: each list that covers the whole, and where
 * there is none the longest list that can be had by taking the next one that begins.
 */
export const coversOf = <Item>(
  whole: Stretch,
  items: readonly Item[],
  stretchOf: (item: Item) => Stretch,
): readonly { readonly parts: readonly Item[]; readonly isWhole: boolean }[] => {
  const covers: { parts: readonly Item[]; isWhole: boolean }[] = [];
  const follow = (from: Day, parts: readonly Item[]): void => {
    if (from > whole.to) return void covers.push({ parts, isWhole: true });
    for (const item of items) {
      if (stretchOf(item).from === from) follow(stretchOf(item).to + 1, [...parts, item]);
    }
  };
  follow(whole.from, []);
  if (covers.length > 0) return covers;
  const parts: Item[] = [];
  let free = whole.from;
  for (const item of items.toSorted((a, b) => stretchOf(a).to - stretchOf(b).to)) {
    if (stretchOf(item).from < free) continue;
    parts.push(item);
    free = stretchOf(item).to + 1;
  }
  return parts.length === 0 ? [] : [{ parts, isWhole: false }];
};
