import type { Address } from "../records/address.ts";
import type { Parts } from "../results/result.ts";
import type { Period } from "../time/calendar.ts";

/**
 * What a target is held against: the number of one period (`annual`), the number from the strategy's start to the period's end
 * (`cumulative`), or the number of the period in which it falls due (`final`).
 */
export type TargetKind = "annual" | "cumulative" | "final";

/** What a section aims at with one indicator. Source: domain.md, table `targets`. */
export interface Target {
  readonly indicator: string;
  readonly kind: TargetKind;
  /** For a final target the period in which it falls due. */
  readonly period: Period;
  /** The part that it is for; `{}` is all of it. */
  readonly parts: Parts;
  readonly baseline: number | null;
  /** Null where the section wrote a baseline alone. */
  readonly target: number | null;
  /** `up`: at least; `down`: at most. */
  readonly direction: "up" | "down";
  /** Where the section wrote it. */
  readonly address: Address;
}

/** Why a row of the table of targets is compared with nothing. */
export type SkippedReason =
  | "unknown-indicator"
  | "retired-indicator"
  | "no-period"
  | "not-a-year"
  | "no-kind"
  | "unknown-part"
  | "no-number";

/** A row of the table of targets that is compared with nothing. */
export interface SkippedTarget {
  /** The cell that says so. */
  readonly address: Address;
  readonly column: string;
  readonly reason: SkippedReason;
  /** What stands there. */
  readonly found: string | null;
}
