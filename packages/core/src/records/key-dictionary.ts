import { NONE } from "./dataset.ts";

/** V8 copies substrings shorter than this; a longer one keeps the whole string alive that it was cut from. */
const SLICED_FROM = 13;

/**
 * The same text as a string of its own. A reader cuts cells out of large pieces of a file, and a cell
 * that is kept must not keep its piece in memory.
 */
export const ownText = (text: string): string => (text.length < SLICED_FROM ? text : ` ${text}`.slice(1));

/** Texts as small numbers: the keys of one table, shared by its id column and every reference to it. */
export class KeyDictionary {
  readonly #codes = new Map<string, number>();
  readonly #keys: string[] = [];

  get size(): number {
    return this.#keys.length;
  }

  /** The number of a text, given on its first use; blank is `NONE`. */
  codeOf(text: string | null): number {
    if (text === null) return NONE;
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const trimmed = text.trim();
    if (trimmed === "") return NONE;
    if (trimmed !== text) return this.codeOf(trimmed);
    const own = ownText(text);
    this.#codes.set(own, this.#keys.length);
    return this.#keys.push(own) - 1;
  }

  /** The text of a number that this dictionary gave. */
  keyOf(code: number): string {
    return this.#keys[code]!;
  }
}

/** How many different texts a {@link TextPool} shares before it takes the rest as they come. */
const POOL_LIMIT = 4096;

/** Shares equal texts of a column, so that 100,000 times "Femenino" is one string. */
export class TextPool {
  readonly #texts = new Map<string, string>();

  share(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const own = ownText(text);
    if (this.#texts.size < POOL_LIMIT) this.#texts.set(own, own);
    return own;
  }
}
