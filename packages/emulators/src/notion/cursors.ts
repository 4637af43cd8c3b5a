import type { Random } from "../core/random.ts";
import { invalid } from "./errors.ts";
import { type PageRequest, pageSizeOf } from "./query.ts";

interface Listing {
  readonly about: string;
  readonly ids: readonly string[];
  readonly from: number;
}

/**
 * Lists under way. A cursor is opaque and good for the list that it was given for; a list is fixed when it begins: belief, as is
 * that what is deleted meanwhile is left out.
 */
export class Cursors {
  readonly #listings = new Map<string, Listing>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  expire(): void {
    this.#listings.clear();
  }

  /** The next ids of a list, the cursor after them, and whether the list goes on past the limit. */
  page(about: string, list: () => readonly string[], request: PageRequest, limit = Number.POSITIVE_INFINITY) {
    const size = pageSizeOf(request);
    const { ids, from } = this.#listing(about, list, request.start_cursor);
    const to = Math.min(from + size, limit);
    const isCut = to >= limit && ids.length > limit;
    const hasMore = to < ids.length && !isCut;
    let next: string | null = null;
    if (hasMore) {
      next = this.#random.uuid();
      this.#listings.set(next, { about, ids, from: to });
    }
    return { ids: ids.slice(from, to), next, isCut };
  }

  #listing(about: string, list: () => readonly string[], cursor: string | undefined): Pick<Listing, "ids" | "from"> {
    if (cursor === undefined) return { ids: list(), from: 0 };
    const listing = this.#listings.get(cursor);
    if (listing === undefined || listing.about !== about)
      throw invalid(`The start_cursor provided is invalid: ${cursor}`);
    return listing;
  }
}
