import { NONE } from "./dataset.ts";

/** V8 copies substrings shorter than this; a longer one keeps the whole string alive that it was cut from. */
const SLICED_FROM = 13;

/**
 * The same text as a string of its own. A reader cuts cells out of large pieces of a file, and a cell
 * that is kept must not keep its piece in memory.
 */
export const ownText = (text: string): string => (text.length < SLICED_FROM ? text : ` ${text}`.slice(1));

/** Texts as small numbers. */
export interface Keys {
  readonly size: number;
  /** The number of a text that has one. */
  readonly find: (text: string) => number | undefined;
  /** The number of a text, which gets one where it has none; blank is `NONE`. */
  readonly codeOf: (text: string | null) => number;
  /** The text of a number that {@link codeOf} gave. */
  readonly keyOf: (code: number) => string;
}

/** The keys of one table, shared by its id column and every reference to it. */
export class KeyDictionary implements Keys {
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

  /** The number of a text that is known; undefined where it is not. */
  find(text: string): number | undefined {
    return this.#codes.get(text) ?? this.#codes.get(text.trim());
  }

  /** The text of a number that this dictionary gave. */
  keyOf(code: number): string {
    return this.#keys[code]!;
  }
}

/** The keys of a dictionary, and others on top that it does not learn: they go with this object. */
export class PassingKeys implements Keys {
  readonly #known: Keys;
  readonly #others = new KeyDictionary();

  constructor(known: Keys) {
    this.#known = known;
  }

  get size(): number {
    return this.#known.size + this.#others.size;
  }

  find(text: string): number | undefined {
    const known = this.#known.find(text);
    if (known !== undefined) return known;
    const other = this.#others.find(text);
    return other === undefined ? undefined : this.#known.size + other;
  }

  codeOf(text: string | null): number {
    if (text === null) return NONE;
    const known = this.#known.find(text);
    if (known !== undefined) return known;
    const other = this.#others.codeOf(text);
    return other === NONE ? NONE : this.#known.size + other;
  }

  keyOf(code: number): string {
    return code < this.#known.size ? this.#known.keyOf(code) : this.#others.keyOf(code - this.#known.size);
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
