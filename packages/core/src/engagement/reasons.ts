import { fold } from "../text/text.ts";

/** How many people gave a reason; null is no reason written. */
export interface ReasonCount {
  /** As it was written first; others that differ in case, accents and signs alone are counted with it. */
  readonly reason: string | null;
  readonly count: number;
}

/** Counts reasons, the most frequent first. */
export const reasonCounts = (reasons: readonly (string | null)[]): readonly ReasonCount[] => {
  const counts = new Map<string | null, { readonly reason: string | null; count: number }>();
  for (const reason of reasons) {
    const key = reason === null ? null : fold(reason);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { reason, count: 1 });
    else known.count++;
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
};
