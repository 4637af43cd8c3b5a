/** So many pairs are remembered as they are. */
const EXACT = 1 << 16;
const BITS = 1 << 27;
const HASHES = 4;
/** Second numbers are below this in a pair that is written as one number. */
const SECOND = 2 ** 26;

/** A pair of numbers from 0 on as one number. Where the second is larger two pairs may come out equal. */
export const pairOf = (first: number, second: number): number => first * SECOND + second;

/**
 * Tells, in memory that does not grow beyond 20 MB, which pairs of numbers may have been noted before: a pair that was is
 * always told, one that was not hardly ever (one in a million after a million pairs, one in 300 after ten million).
 *
 * @example
 * const sieve = new PairSieve();
 * sieve.note(1, 2); // false
 * sieve.note(1, 2); // true
 */
export class PairSieve {
  readonly #pairs = new Set<number>();
  /** A Bloom filter, once there are more pairs than are remembered as they are. */
  #bits: Int32Array | undefined;

  /** Notes a pair; whether it may have been noted before. */
  note(first: number, second: number): boolean {
    if (this.#bits !== undefined) return noteIn(this.#bits, first, second);
    const pair = pairOf(first, second);
    if (this.#pairs.has(pair)) return true;
    this.#pairs.add(pair);
    if (this.#pairs.size === EXACT) {
      this.#bits = new Int32Array(BITS / 32);
      for (const known of this.#pairs) noteIn(this.#bits, Math.floor(known / SECOND), known % SECOND);
      this.#pairs.clear();
    }
    return false;
  }
}

const noteIn = (bits: Int32Array, first: number, second: number): boolean => {
  let hash = mixed(first ^ Math.imul(second, 0x9e37_79b1));
  const step = mixed(second ^ Math.imul(first, 0x85eb_ca6b)) | 1;
  let isKnown = true;
  for (let count = 0; count < HASHES; count++) {
    const bit = hash & (BITS - 1);
    const mask = 1 << (bit & 31);
    isKnown &&= (bits[bit >>> 5]! & mask) !== 0;
    bits[bit >>> 5]! |= mask;
    hash = (hash + step) | 0;
  }
  return isKnown;
};

/** Spreads a number over all 32 bits (the last step of MurmurHash3). */
const mixed = (number: number): number => {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
};
