import { Cause, Effect, Exit } from "effect";
import { type Call, Calls, type ServiceLimits, ToolError, type ToolErrorReason } from "../src/index.ts";
import { VirtualClock } from "./virtual-clock.ts";

export const LIMITS: ServiceLimits = {
  service: "Servicio",
  rates: [{ of: "all", requests: 5, milliseconds: 1000 }],
  concurrency: 4,
  timeout: 60_000,
  pause: 30_000,
};

/** What a request comes to: a value, or something that is thrown. */
type Outcome = ToolErrorReason | Error | "well" | { readonly reason: ToolErrorReason; readonly retryAfter: number };

/** A service that answers as it is told, one outcome after the other and then well, and a layer in front of it. */
export const serviceWith = (outcomes: readonly Outcome[] = [], limits: Partial<ServiceLimits> = {}) => {
  const clock = new VirtualClock();
  const calls = new Calls({ ...LIMITS, ...limits }, (cause) =>
    cause instanceof ToolError ? cause : new ToolError(LIMITS.service, "unavailable", "thrown"),
  );
  const left = [...outcomes];
  /** When each request was sent, in milliseconds. */
  const sentAt: number[] = [];
  const send = async (): Promise<string> => {
    sentAt.push(clock.passed);
    const outcome = left.shift() ?? "well";
    if (outcome === "well") return "answer";
    if (outcome instanceof Error) throw outcome;
    if (typeof outcome === "string") throw new ToolError(LIMITS.service, outcome, "status");
    throw new ToolError(LIMITS.service, outcome.reason, "status", outcome.retryAfter);
  };
  /** The reason of what a call fails with; undefined if it goes well. */
  const failing = async (call: Omit<Call<unknown>, "send"> & Partial<Call<unknown>>, seed = 1) => {
    const exit = await clock.exit(calls.run({ send, ...call }), seed);
    return Exit.isFailure(exit) ? (Cause.squash(exit.cause) as ToolError) : undefined;
  };
  /** How long each try came after the one before. */
  const waits = (): readonly number[] => sentAt.slice(1).map((at, index) => at - sentAt[index]!);
  const together = (many: readonly Effect.Effect<unknown, ToolError>[]) =>
    clock.exit(Effect.forEach(many, (each) => Effect.result(each), { concurrency: "unbounded" }));
  return { clock, calls, sentAt, send, failing, waits, together };
};
