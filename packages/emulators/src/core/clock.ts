/** The time that a server goes by: milliseconds since 1970-01-01 UTC, and how to wait. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
};

export interface VirtualClock extends Clock {
  /** Moves the time on; whoever sleeps until then wakes, in order. A clock of a machine may go backwards: so may this one. */
  readonly advance: (milliseconds: number) => void;
}

/**
 * A clock that stands still until it is told to move on.
 *
 * @example
 * const clock = virtualClock("2026-01-01T00:00:00Z");
 * clock.advance(60_000);
 */
export function virtualClock(start: number | string): VirtualClock {
  let time = new Date(start).getTime();
  let sleepers: readonly { readonly until: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (milliseconds) =>
      milliseconds <= 0
        ? Promise.resolve()
        : new Promise((wake) => {
            sleepers = [...sleepers, { until: time + milliseconds, wake }].toSorted((a, b) => a.until - b.until);
          }),
    advance: (milliseconds) => {
      time += milliseconds;
      const due = sleepers.filter(({ until }) => until <= time);
      sleepers = sleepers.filter(({ until }) => until > time);
      for (const { wake } of due) wake();
    },
  };
}
