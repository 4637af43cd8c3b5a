/**
 * What a reader knows about counts that are published together: the counts of `sum` together are at most those of
 * `atMost` together. Counts are named by their position in {@link Published.counts}. Every way in which counts can hang
 * together is said by such relations; the functions below say the usual ones.
 */
export interface Relation {
  readonly sum: readonly number[];
  readonly atMost: readonly number[];
}

/** Whoever is counted in `part` is counted in `whole`. */
export const within = (part: number, whole: number): Relation => ({ sum: [part], atMost: [whole] });

/** Nobody is counted in two of the parts, and all of them in the whole: the parts of an incomplete list. */
export const apart = (whole: number, parts: readonly number[]): Relation => ({ sum: parts, atMost: [whole] });

/** Whoever is counted in the whole is counted in at least one of the parts: the whole is at most their sum. */
export const covered = (whole: number, parts: readonly number[]): Relation => ({ sum: [whole], atMost: parts });

/** A whole and its parts: each of those counted in the whole is counted in exactly one part. */
export const partition = (whole: number, parts: readonly number[]): readonly Relation[] => [
  apart(whole, parts),
  covered(whole, parts),
];

/** A whole and parts that may overlap: max(parts) ≤ whole ≤ sum(parts). */
export const union = (whole: number, parts: readonly number[]): readonly Relation[] => [
  covered(whole, parts),
  ...parts.map((part) => within(part, whole)),
];

/** A whole with its parts. */
export interface Whole {
  readonly whole: number;
  readonly parts: readonly number[];
}

/**
 * Two unions, each part of the smaller one within the same part of the larger: who is in the larger whole and not in the
 * smaller one is so in at least one part.
 */
export const beyond = (larger: Whole, smaller: Whole): Relation => ({
  sum: [larger.whole, ...smaller.parts],
  atMost: [smaller.whole, ...larger.parts],
});
