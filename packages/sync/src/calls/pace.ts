import { Clock, Effect } from "effect";
import type { Rate, ServiceLimits } from "./limits.ts";

/** Keeps to a service's rates: each request waits for its turn. */
export class Pace {
  readonly #windows: readonly { readonly rate: Rate; readonly sent: number[] }[];
  #pausedUntil = Number.NEGATIVE_INFINITY;

  constructor({ rates }: ServiceLimits) {
    this.#windows = rates.map((rate) => ({ rate, sent: [] }));
  }

  /** Waits until a request may be sent, and counts it. */
  turn(kind: "read" | "write"): Effect.Effect<void> {
    const windows = this.#windows.filter(({ rate: { of } }) => of === "all" || of === `${kind}s`);
    const step: Effect.Effect<void> = Effect.flatMap(Clock.currentTimeMillis, (now) => {
      const wait = Math.max(this.#pausedUntil - now, ...windows.map((window) => waitIn(window, now)), 0);
      if (wait > 0) return Effect.flatMap(Effect.sleep(wait), () => step);
      for (const { sent } of windows) sent.push(now);
      return Effect.void;
    });
    return step;
  }

  /** Nobody sends anything for so long. */
  pause(milliseconds: number): Effect.Effect<void> {
    return Effect.map(Clock.currentTimeMillis, (now) => {
      this.#pausedUntil = Math.max(this.#pausedUntil, now + milliseconds);
    });
  }
}

/** How long until a window has room. A clock that was set back never makes it longer than the window. */
const waitIn = ({ rate, sent }: { readonly rate: Rate; readonly sent: number[] }, now: number): number => {
  while (sent.length > 0 && (now - sent[0]! >= rate.milliseconds || sent[0]! > now)) sent.shift();
  return sent.length < rate.requests ? 0 : sent[0]! + rate.milliseconds - now;
};
