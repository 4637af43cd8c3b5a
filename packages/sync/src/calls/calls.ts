import { Effect, Random, Semaphore } from "effect";
import { ToolError } from "../tool-error.ts";
import type { ServiceLimits } from "./limits.ts";
import { Pace } from "./pace.ts";

/** One request to a service. */
export interface Call<Value> {
  readonly kind: "read" | "write";
  /** Whether sending it twice does no more than sending it once. A read always may be. */
  readonly isRepeatable?: boolean;
  /** Sends it, and gives up when the signal says so. */
  readonly send: (signal: AbortSignal) => Promise<Value>;
}

/** How many requests were sent. */
export interface Sent {
  reads: number;
  writes: number;
}

/** So often a request is sent that fails; one that the service asks to send slower, more often. */
const [MOST, MOST_SLOWER] = [5, 12];
/** Milliseconds before the second try, doubled for each further one, up to the last. */
const [FIRST, LONGEST] = [1000, 60_000];

/** What became of a request so far. */
interface Tries {
  /** How often the service asked to go slower, and how often it failed otherwise. */
  readonly slower: number;
  readonly other: number;
  /** Whether one of them may have been carried out. */
  readonly mayHaveLanded: boolean;
}

/**
 * The one layer through which every request to a service goes: it keeps to the rates, aborts what takes too long, obeys
 * Retry-After in full, waits longer each time with some chance in it, and sends again what may be sent again: reads, writes
 * that say they are repeatable, and what certainly did not land. Anything else fails with `mayHaveLanded`, and who asked
 * reads by key to learn it. A spent monthly allowance is final.
 *
 * @example
 * const calls = new Calls(limits, toError);
 * const rows = yield* calls.run({ kind: "read", send: (signal) => client.list({ signal }) });
 */
export class Calls {
  readonly limits: ServiceLimits;
  readonly sent: Sent = { reads: 0, writes: 0 };
  readonly #errorOf: (cause: unknown) => ToolError;
  readonly #pace: Pace;
  readonly #room: Semaphore.Semaphore;

  /** @param errorOf what something thrown by the service's client means */
  constructor(limits: ServiceLimits, errorOf: (cause: unknown) => ToolError) {
    this.limits = limits;
    this.#errorOf = errorOf;
    this.#pace = new Pace(limits);
    this.#room = Semaphore.makeUnsafe(limits.concurrency);
  }

  run<Value>(call: Call<Value>): Effect.Effect<Value, ToolError> {
    return this.#tried(call, { slower: 0, other: 0, mayHaveLanded: false });
  }

  #tried<Value>(call: Call<Value>, before: Tries): Effect.Effect<Value, ToolError> {
    return Effect.catch(this.#once(call), (error) => {
      const isSlower = error.reason === "rate-limited";
      const tries: Tries = {
        slower: before.slower + (isSlower ? 1 : 0),
        other: before.other + (isSlower ? 0 : 1),
        mayHaveLanded: before.mayHaveLanded || error.mayHaveLanded,
      };
      const isSafe = call.kind === "read" || call.isRepeatable === true || !error.mayHaveLanded;
      if (!error.isRetryable || !isSafe || tries.slower >= MOST_SLOWER || tries.other >= MOST) {
        return Effect.fail(tries.mayHaveLanded ? error.afterSome() : error);
      }
      return Effect.gen({ self: this }, function* () {
        const chance = 0.5 + 0.5 * (yield* Random.next);
        const backoff = Math.min(FIRST * 2 ** ((isSlower ? tries.slower : tries.other) - 1), LONGEST) * chance;
        const wait = error.retryAfter ?? (isSlower ? this.limits.pause + backoff : backoff);
        // A service that says how long, or to go slower, is left in peace by everybody, not by this request alone.
        if (isSlower || error.retryAfter !== undefined) yield* this.#pace.pause(wait);
        else yield* Effect.sleep(wait);
        return yield* this.#tried(call, tries);
      });
    });
  }

  #once<Value>({ kind, send }: Call<Value>): Effect.Effect<Value, ToolError> {
    const { service, timeout } = this.limits;
    const attempt = Effect.tryPromise({
      try: (signal) => {
        this.sent[`${kind}s`] += 1;
        return send(signal);
      },
      catch: (cause) => this.#errorOf(cause),
    });
    const limited = Effect.timeoutOrElse(attempt, {
      duration: timeout,
      orElse: () => Effect.fail(new ToolError(service, "unavailable", `${timeout / 1000} s`)),
    });
    return this.#room.withPermits(1)(this.#pace.run(kind, limited));
  }
}
