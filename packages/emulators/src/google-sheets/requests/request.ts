import type { Random } from "../../core/random.ts";
import type { Spreadsheet } from "../model.ts";

/** What a request of a batch works on. */
export interface Work {
  readonly draft: Spreadsheet;
  readonly random: Random;
  /** Who asks. */
  readonly email: string;
}

/**
 * One kind of request of `spreadsheets.batchUpdate`: changes the draft and returns its reply. Throws a SheetsError; the batch
 * puts "Invalid requests[n].kind: " before the message.
 */
export type RequestKind<Body> = (work: Work, body: Body) => object;

/** An id that no other thing of its kind has. */
export function freshId(random: Random, taken: (id: number) => boolean): number {
  for (;;) {
    const id = 1 + random.below(2_000_000_000);
    if (!taken(id)) return id;
  }
}
