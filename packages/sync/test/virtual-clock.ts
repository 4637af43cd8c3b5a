import { setImmediate } from "node:timers/promises";
import { Clock, Duration, Effect, type Exit, Random } from "effect";

/** So many turns of the process without news mean that everything waits for the time to pass. */
const IDLE_TURNS = 4;

/**
 * A machine's clock in a test: time passes when everything waits for it, and somebody may set the clock meanwhile. (The one that
 * adapters are tested with, `VirtualTime`, stands on this package.)
 */
export class VirtualClock {
  /** Milliseconds that passed. */
  passed = 0;
  /** What the clock is ahead of that. */
  #ahead = Date.parse("2026-03-01T12:00:00Z");
  #sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  /** Sets the clock on or back: nothing passes by it. */
  set(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  /** Waits, and not for nothing if a signal says so. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#sleep(milliseconds, resolve);
      signal?.addEventListener("abort", () => reject(new DOMException("This operation was aborted", "AbortError")));
    });
  }

  /** Runs an effect to whatever end. */
  async exit<Value, Failure>(effect: Effect.Effect<Value, Failure>, seed = 1): Promise<Exit.Exit<Value, Failure>> {
    const fiber = Effect.runFork(Effect.provideService(Random.withSeed(effect, seed), Clock.Clock, this.#clock()));
    for (let idle = 0; ; idle++) {
      const exit = fiber.pollUnsafe();
      if (exit !== undefined) return exit;
      await setImmediate();
      if (idle < IDLE_TURNS) continue;
      this.#pass();
      idle = 0;
    }
  }

  #pass(): void {
    const next = Math.min(...this.#sleepers.map(({ until }) => until));
    if (!Number.isFinite(next)) return;
    this.passed = Math.max(this.passed, next);
    const due = this.#sleepers.filter(({ until }) => until <= next);
    this.#sleepers = this.#sleepers.filter(({ until }) => until > next);
    for (const { wake } of due) wake();
  }

  #sleep(milliseconds: number, wake: () => void): () => void {
    const entry = { until: this.passed + milliseconds, wake };
    this.#sleepers.push(entry);
    return () => {
      this.#sleepers = this.#sleepers.filter((each) => each !== entry);
    };
  }

  #clock(): Clock.Clock {
    const millis = (): number => this.#ahead + this.passed;
    const nanos = (): bigint => BigInt(Math.round(millis())) * 1_000_000n;
    const monotonic = (): bigint => BigInt(Math.round(this.passed * 1_000_000));
    return {
      currentTimeMillisUnsafe: millis,
      currentTimeMillis: Effect.sync(millis),
      currentTimeNanosUnsafe: nanos,
      currentTimeNanos: Effect.sync(nanos),
      monotonicTimeNanosUnsafe: monotonic,
      monotonicTimeNanos: Effect.sync(monotonic),
      sleep: (duration) =>
        Effect.callback<void>((resume) =>
          Effect.sync(this.#sleep(Duration.toMillis(duration), () => resume(Effect.void))),
        ),
    };
  }
}
