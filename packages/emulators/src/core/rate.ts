/** So many requests in so many milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly milliseconds: number;
}

/** Counts requests in windows that begin with the first request in them, one row of windows per key. */
export class RateMeter {
  readonly #windows = new Map<string, { start: number; count: number }>();

  /** Counts a request; the milliseconds until the next window where the limit is passed, otherwise 0. */
  take(key: string, limit: RateLimit, now: number): number {
    const window = this.#windows.get(key);
    // A clock that was set back opens a new window too.
    if (window === undefined || now - window.start >= limit.milliseconds || now < window.start) {
      this.#windows.set(key, { start: now, count: 1 });
      return 0;
    }
    if (window.count >= limit.requests) return window.start + limit.milliseconds - now;
    window.count += 1;
    return 0;
  }

  clear(): void {
    this.#windows.clear();
  }
}
