import { setImmediate } from "node:timers/promises";
import { Clock, Duration, Effect, Exit } from "effect";

/** So many turns of the process without news mean that everything waits for the time to pass. */
const IDLE_TURNS = 12;

/**
 * Time that passes only when everything waits for it: hours of backing off take no time, and the same run gives the same
 * instants. It is the clock of the effects that it runs and, as `{ now, sleep }`, of an emulator beside them.
 *
 * @example
 * const time = new VirtualTime("2026-01-01T00:00:00Z");
 * const emulator = createEmulator("airtable", { clock: time });
 * await time.run(applyPlan(plan, target, { journal }));
 */
export class VirtualTime {
  /** What passed so far. */
  #passed = 0;
  /** What the clock said before anything passed. */
  #start: number;
  #sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  constructor(start: number | string) {
    this.#start = new Date(start).getTime();
  }

  readonly now = (): number => this.#start + this.#passed;

  readonly sleep = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers.push({ until: this.#passed + Math.max(milliseconds, 0), wake });
    });

  /** Sets the clock on, or back, as somebody does with a machine's: nothing passes by it, and who waits waits as long. */
  shift(milliseconds: number): void {
    this.#start += milliseconds;
  }

  /** Runs an effect to its end in this time. */
  async run<Value, Error>(effect: Effect.Effect<Value, Error>): Promise<Value> {
    const exit = await this.exit(effect);
    if (Exit.isSuccess(exit)) return exit.value;
    return Effect.runPromise(Effect.failCause(exit.cause));
  }

  /** Runs an effect to whatever end. */
  async exit<Value, Error>(effect: Effect.Effect<Value, Error>): Promise<Exit.Exit<Value, Error>> {
    const fiber = Effect.runFork(Effect.provideService(effect, Clock.Clock, this.#clock()));
    for (let idle = 0; ; idle++) {
      const exit = fiber.pollUnsafe();
      if (exit !== undefined) return exit;
      await setImmediate();
      if (idle < IDLE_TURNS) continue;
      this.#pass();
      idle = 0;
    }
  }

  /** Lets the time pass until the next who waits for it. */
  #pass(): void {
    const next = Math.min(...this.#sleepers.map(({ until }) => until));
    if (!Number.isFinite(next)) return;
    this.#passed = Math.max(this.#passed, next);
    const due = this.#sleepers.filter(({ until }) => until <= this.#passed);
    this.#sleepers = this.#sleepers.filter(({ until }) => until > this.#passed);
    for (const { wake } of due) wake();
  }

  #clock(): Clock.Clock {
    const nanosOf = (milliseconds: number): bigint => BigInt(Math.round(milliseconds * 1_000_000));
    const nanos = (): bigint => nanosOf(this.now());
    const passed = (): bigint => nanosOf(this.#passed);
    return {
      currentTimeMillisUnsafe: this.now,
      currentTimeMillis: Effect.sync(this.now),
      currentTimeNanosUnsafe: nanos,
      currentTimeNanos: Effect.sync(nanos),
      monotonicTimeNanosUnsafe: passed,
      monotonicTimeNanos: Effect.sync(passed),
      sleep: (duration) =>
        Effect.callback<void>((resume) => {
          const entry = {
            until: this.#passed + Duration.toMillis(duration),
            wake: () => resume(Effect.void),
          };
          this.#sleepers.push(entry);
          // What gives up waiting is not waited for.
          return Effect.sync(() => {
            this.#sleepers = this.#sleepers.filter((each) => each !== entry);
          });
        }),
    };
  }
}
