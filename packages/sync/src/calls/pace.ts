import { Clock, Effect, Exit } from "effect";
import type { Rate, ServiceLimits } from "./limits.ts";

/** A request that was sent. */
interface Passage {
  /** When its answer came; undefined while that is awaited. */
  readonly end?: number;
  /** How long after it was sent, in milliseconds. */
  readonly took: number;
}

/** No two ways are quite the same, and a refusal for haste costs far more than these milliseconds. */
const MARGIN = 20;

interface Window {
  readonly rate: Rate;
  /** The requests that count, by what tells them apart. */
  readonly counted: Map<symbol, Passage>;
}

/**
 * Keeps to a service's rates: each request waits for its turn. Time is what passed since whenever, so that somebody who sets
 * the machine's clock, in either direction, changes nothing.
 *
 * The service counts when requests arrive, and one may be longer on its way than the next: some open a connection first. So a
 * request counts from when it may have arrived at the latest, which is as much later than it was sent as its answer came later
 * than the quickest of all. What is quick is told by those that were sent after as many answers as there are connections.
 */
export class Pace {
  readonly #windows: readonly Window[];
  readonly #connections: number;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #answers = 0;
  /** What the quickest answer took; undefined before that is known. */
  #quickest: number | undefined;

  constructor({ rates, concurrency }: ServiceLimits) {
    this.#windows = rates.map((rate) => ({ rate, counted: new Map() }));
    this.#connections = concurrency;
  }

  /** Sends a request when its turn has come. */
  run<Value, Failure>(kind: "read" | "write", request: Effect.Effect<Value, Failure>): Effect.Effect<Value, Failure> {
    const windows = this.#windows.filter(({ rate: { of } }) => of === "all" || of === `${kind}s`);
    const step: Effect.Effect<Value, Failure> = Effect.flatMap(elapsed, (now) => {
      const wait = Math.max(this.#pausedUntil - now, ...windows.map((window) => this.#waitIn(window, now)), 0);
      if (wait > 0) return Effect.flatMap(Effect.sleep(Math.ceil(wait)), () => step);
      const one = Symbol(kind);
      for (const { counted } of windows) counted.set(one, { took: 0 });
      const isOpen = this.#answers >= this.#connections;
      return Effect.onExit(request, (exit) =>
        Effect.map(elapsed, (end) => {
          const took = end - now;
          // A failure may come from nearer than the service.
          if (Exit.isSuccess(exit)) {
            this.#answers += 1;
            if (isOpen) this.#quickest = Math.min(this.#quickest ?? took, took);
          }
          for (const { counted } of windows) counted.set(one, { end, took });
        }),
      );
    });
    return step;
  }

  /** Nobody sends anything for so long. */
  pause(milliseconds: number): Effect.Effect<void> {
    return Effect.map(elapsed, (now) => {
      this.#pausedUntil = Math.max(this.#pausedUntil, now + milliseconds);
    });
  }

  /** How long until a window may have room. */
  #waitIn({ rate: { requests, milliseconds }, counted }: Window, now: number): number {
    const untilOf = ({ end, took }: Passage): number =>
      (end ?? now) - Math.min(this.#quickest ?? 0, took) + milliseconds + MARGIN;
    for (const [one, passage] of counted) if (untilOf(passage) <= now) counted.delete(one);
    return counted.size < requests ? 0 : Math.min(...[...counted.values()].map(untilOf)) - now;
  }
}

/** Milliseconds since whenever, which nobody sets. */
const elapsed: Effect.Effect<number> = Effect.map(Clock.monotonicTimeNanos, (nanos) => Number(nanos) / 1_000_000);
