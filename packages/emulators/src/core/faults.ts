import type { HttpRequest } from "./message.ts";

/** What goes wrong, or is done by somebody, at a request. */
export type FaultEffect =
  /** The service answers with its own body for this status; `landed`: the request was carried out all the same. */
  | {
      readonly kind: "answer";
      readonly status: 401 | 403 | 404 | 409 | 429 | 500 | 502 | 503 | 504 | 529;
      /** Seconds, sent as Retry-After; without it the header is left out. */
      readonly retryAfter?: number;
      readonly landed?: boolean;
    }
  /** The monthly allowance is spent, for this request and every later one (Airtable). */
  | { readonly kind: "spend-quota" }
  /** The connection breaks, before the request was carried out or after. */
  | { readonly kind: "reset"; readonly when: "before" | "after" }
  /**
   * The answer comes so many milliseconds late. `lands: "late"`: the request is carried out only then, even if the client has
   * given up by that time.
   */
  | { readonly kind: "slow"; readonly milliseconds: number; readonly lands?: "at-once" | "late" }
  /** Every cursor and iterator handed out so far is void. */
  | { readonly kind: "expire-cursors" }
  /** The token of this request is void from here on. */
  | { readonly kind: "expire-token" }
  /** Whoever asks may only read from here on, or sees nothing any more. */
  | { readonly kind: "withdraw"; readonly to: "read" | "none" }
  /** Somebody does something just before the request is carried out, or just after and before the answer is read. */
  | { readonly kind: "act"; readonly when: "before" | "after"; readonly act: () => void };

/** The requests that a fault waits for; all that is named has to fit. */
export interface FaultMatch {
  readonly method?: string;
  /** Part of the address with its query, decoded, or a pattern that it fits. */
  readonly url?: string | RegExp;
  readonly where?: (request: HttpRequest) => boolean;
}

export interface Fault {
  /** Absent: every request. */
  readonly on?: FaultMatch;
  /** The first request that it strikes among those that fit, from 1. */
  readonly nth?: number;
  /** How many requests in a row; 1 unless told. */
  readonly times?: number;
  readonly effect: FaultEffect;
}

/** A script of faults; each counts the requests that fit it from when it was added. */
export interface Faults {
  readonly add: (...faults: readonly Fault[]) => void;
  readonly clear: () => void;
  /** How many faults have not struck as often as they will. */
  readonly pending: () => number;
}

export class FaultScript implements Faults {
  #entries: { readonly fault: Fault; seen: number }[] = [];

  readonly add = (...faults: readonly Fault[]): void => {
    this.#entries.push(...faults.map((fault) => ({ fault, seen: 0 })));
  };

  readonly clear = (): void => {
    this.#entries = [];
  };

  readonly pending = (): number => this.#entries.length;

  /** The effects that strike this request, in the order in which they were added. */
  take(request: HttpRequest): readonly FaultEffect[] {
    const effects: FaultEffect[] = [];
    this.#entries = this.#entries.filter((entry) => {
      const { on, nth = 1, times = 1, effect } = entry.fault;
      if (!fits(on, request)) return true;
      entry.seen += 1;
      if (entry.seen >= nth && entry.seen < nth + times) effects.push(effect);
      return entry.seen < nth + times - 1;
    });
    return effects;
  }
}

function fits(match: FaultMatch | undefined, request: HttpRequest): boolean {
  if (match === undefined) return true;
  const { method, url, where } = match;
  const address = decoded(request.url);
  return (
    (method === undefined || method === request.method) &&
    (url === undefined || (typeof url === "string" ? address.includes(url) : url.test(address))) &&
    (where === undefined || where(request))
  );
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
