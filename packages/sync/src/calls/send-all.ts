import { Effect, Result } from "effect";
import type { ToolError } from "../tool-error.ts";
import type { ServiceLimits } from "./limits.ts";

/**
 * Sends requests, as many at once as are allowed, and answers in their order. After one that failed none is begun, and those on
 * their way are waited for, so that whoever looks afterwards sees all that came of them.
 *
 * @example
 * const pages = yield* sendAll(rows.map(create), LIMITS);
 */
export const sendAll = <Value>(
  sendings: readonly Effect.Effect<Value, ToolError>[],
  { concurrency, pause }: Pick<ServiceLimits, "concurrency" | "pause">,
): Effect.Effect<readonly Value[], ToolError> =>
  Effect.gen(function* () {
    const failures: ToolError[] = [];
    const values: Value[] = [];
    const one = (sending: Effect.Effect<Value, ToolError>, index: number): Effect.Effect<void> =>
      Effect.suspend(() => {
        if (failures.length > 0) return Effect.void;
        return Effect.map(Effect.result(sending), (result) => {
          if (Result.isSuccess(result)) values[index] = result.success;
          else failures.push(result.failure);
        });
      });
    yield* Effect.forEach(sendings, one, { concurrency, discard: true });
    // That something may have landed counts for more: it is then looked for.
    const failure = failures.find(({ mayHaveLanded }) => mayHaveLanded) ?? failures[0];
    if (failure === undefined) return values;
    // What was given up may still be on its way.
    if (failure.mayHaveLanded) yield* Effect.sleep(pause);
    return yield* Effect.fail(failure);
  });
