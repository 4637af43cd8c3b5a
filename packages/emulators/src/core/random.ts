/** Ids and tokens that look like a service's own and are the same in every run with the same seed. */
export interface Random {
  /** A whole number from 0 up to and without `limit`. */
  readonly below: (limit: number) => number;
  /** As many letters and digits. */
  readonly text: (length: number) => string;
  /** `0f8e5d3c-…`, with dashes. */
  readonly uuid: () => string;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A generator by the mulberry32 method: 32 bits of state, which suffices for ids and must not be used for secrets. */
export function randomFrom(seed: number): Random {
  let state = Math.trunc(seed) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const hex = (length: number): string => Array.from({ length }, () => below(16).toString(16)).join("");
  return {
    below,
    text: (length) => Array.from({ length }, () => LETTERS[below(LETTERS.length)]).join(""),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${"89ab"[below(4)]}${hex(3)}-${hex(12)}`,
  };
}
