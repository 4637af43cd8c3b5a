import type { Additivity, Result } from "../results/result.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { type Day, parseDay } from "../time/day.ts";
import type { Target } from "./target.ts";

/**
 * How a number stands to its target.
 *
 * - `reached`, `not-reached`: the period is over; `reached-so-far`: it is not, and the number meets the target now.
 * - `on-track`, `at-risk`, `behind`: the period is not over, by how much of what was to be expected by now is there.
 * - `incomplete`: the records cover a part of the period alone; `no-value`: there is no number to compare.
 */
export const TARGET_STATUSES = [
  "reached",
  "reached-so-far",
  "on-track",
  "at-risk",
  "behind",
  "not-reached",
  "incomplete",
  "no-value",
] as const;

/** See {@link TARGET_STATUSES}. */
export type TargetStatus = (typeof TARGET_STATUSES)[number];

/** A target beside its number. */
export interface Standing {
  readonly status: TargetStatus;
  /** How much of the way from the start to the target is done: 0 none, 1 all, more than 1 beyond; null where it cannot be told. */
  readonly progress: number | null;
  /** What the number would be on `as of` if the way were walked evenly; null where it cannot be told. */
  readonly expected: number | null;
}

/** What a standing depends on beside the target and its number. */
export interface StandingContext {
  readonly strategy: Pick<Strategy, "assumptions" | "period">;
  readonly asOf: Day;
  /** Of the indicator: `additivityOf`. */
  readonly additivity: Additivity;
}

/**
 * Holds a number against its target; undefined where the section wrote a baseline and no target.
 *
 * The way to a target begins at zero for what is counted during the target's time, and at the baseline for what is told at the
 * end (a stock, a share) and for a final target. What is to be expected by now is the even way: the share of the target's days
 * that have passed. How much of it suffices to be on track or at risk are the assumptions `target_on_track` and `target_at_risk`.
 *
 * @param result the number of the target's period; for a cumulative target that from the strategy's start
 * @example
 * standingOf(target, result, { strategy, asOf, additivity }); // { status: "at-risk", progress: 0.4, expected: 75 }
 */
export const standingOf = (
  target: Target,
  result: Result | undefined,
  context: StandingContext,
): Standing | undefined => {
  const aim = target.target;
  if (aim === null) return undefined;
  const isRunning = target.period.end > context.asOf;
  const start = startOf(target, context.additivity);
  const elapsed = elapsedShare(target, context);
  const expected = start === null ? null : start + (aim - start) * elapsed;
  if (result?.state !== "value") return { status: "no-value", progress: null, expected };
  const { value } = result;
  const progress = start === null || aim === start ? null : (value - start) / (aim - start);
  const tell = (status: TargetStatus): Standing => ({ status, progress, expected });
  const meets = target.direction === "up" ? value >= aim : value <= aim;
  if (!isRunning) {
    // The records cover a part of the period alone: neither answer would be true.
    if (result.partial === true) return tell("incomplete");
    return tell(meets ? "reached" : "not-reached");
  }
  if (meets) return tell("reached-so-far");
  if (progress === null) return tell("behind");
  const done = elapsed === 0 ? 1 : progress / elapsed;
  if (done >= threshold(context, "target_on_track")) return tell("on-track");
  return tell(done >= threshold(context, "target_at_risk") ? "at-risk" : "behind");
};

/** Where the way to the target begins. */
const startOf = ({ kind, baseline, direction }: Target, { overPeriods, overParts }: Additivity): number | null => {
  const isCountedAnew = overPeriods !== "last" && overParts !== "no" && kind !== "final";
  // What is to stay below a number does not grow towards it.
  return isCountedAnew && direction === "up" ? 0 : baseline;
};

/** How much of the target's time has passed: of its period, or of the strategy up to its end. */
const elapsedShare = ({ kind, period }: Target, { strategy, asOf }: StandingContext): number => {
  const first = kind === "annual" ? period.start : Math.min(parseDay(strategy.period.start)!, period.start);
  const passed = asOf - first + 1;
  return Math.min(1, Math.max(0, passed / (period.end - first + 1)));
};

const threshold = ({ strategy }: StandingContext, name: string): number => Number(strategy.assumptions[name]?.value);
