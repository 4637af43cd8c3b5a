import {
  type Address,
  type ColumnData,
  type Dataset,
  NONE,
  parsePeriod,
  type Period,
  periodOf,
  type Result,
  ROW_STATES,
  type Section,
  type Strategy,
  parseDay,
} from "@minga/core";

/** What a target is held against: one year, the years so far, or the year in which it falls due. */
type TargetKind = "annual" | "cumulative" | "final";

/** What the section aims at with one indicator, for all of it. */
export interface Target {
  readonly indicator: string;
  readonly kind: TargetKind;
  /** A year; for a final target the one in which it falls due. */
  readonly period: Period;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly direction: "up" | "down";
}

/** Why a row of the table of targets is compared with nothing. */
export type SkippedReason = "unknown-indicator" | "no-period" | "not-a-year" | "no-kind" | "of-a-part" | "no-number";

/** A row of the table of targets that is compared with nothing. */
export interface SkippedTarget {
  readonly address: Address;
  readonly reason: SkippedReason;
}

/** How a number stands to its target. */
export type Verdict = "reached" | "not-reached" | "reached-so-far" | "not-yet" | "incomplete" | "no-value";

/** Reads the targets that this page compares, and names the others. */
export const readTargets = (
  dataset: Dataset,
  strategy: Strategy,
  { calendar }: Section,
): { readonly targets: readonly Target[]; readonly skipped: readonly SkippedTarget[] } => {
  const table = dataset.tables.get("targets");
  const targets: Target[] = [];
  const skipped: SkippedTarget[] = [];
  if (table === undefined) return { targets, skipped };
  const [indicators, periods, parts] = ["indicator", "period", "parts"].map((name) => textOf(table.columns.get(name)));
  const [baselines, amounts] = ["baseline", "target"].map((name) => numberOf(table.columns.get(name)));
  const [kinds, directions] = ["kind", "direction"].map((name) => choiceOf(table.columns.get(name)));
  const lastYear = periodOf(parseDay(strategy.period.end)!, "year", calendar);
  for (let row = 0; row < table.length; row++) {
    if (ROW_STATES[table.states[row]!] !== "counts") continue;
    const indicator = indicators!(row);
    const written = periods!(row);
    const kind = kinds!(row) as TargetKind | null;
    // A target for the whole strategy falls due in its last year; one for a single year cannot be that.
    const isWhole = written === "span" && kind !== "annual";
    const period = written === null ? undefined : isWhole ? lastYear : parsePeriod(written, calendar);
    const [baseline, target] = [baselines!(row), amounts!(row)];
    const reason: SkippedReason | undefined =
      indicator === null || !Object.hasOwn(strategy.indicators, indicator)
        ? "unknown-indicator"
        : written === null
          ? "no-period"
          : period?.grain !== "year"
            ? "not-a-year"
            : kind === null
              ? "no-kind"
              : (parts!(row) ?? "").trim() !== ""
                ? "of-a-part"
                : baseline === null && target === null
                  ? "no-number"
                  : undefined;
    if (reason !== undefined) {
      skipped.push({ address: table.address(row), reason });
      continue;
    }
    const direction = (directions!(row) ?? impliedDirection(baseline, target)) as Target["direction"];
    targets.push({ indicator: indicator!, kind: kind!, period: period!, baseline, target, direction });
  }
  return { targets, skipped };
};

/** How a result stands to its target; `isRunning` while the period is not over. */
export const verdictOf = (
  { target, direction }: Target,
  result: Result | undefined,
  isRunning: boolean,
): Verdict | undefined => {
  if (target === null) return undefined;
  if (result?.state !== "value") return "no-value";
  const meets = direction === "up" ? result.value >= target : result.value <= target;
  if (isRunning) return meets ? "reached-so-far" : "not-yet";
  // The records cover a part of the year alone: neither answer would be true.
  if (result.partial === true) return "incomplete";
  return meets ? "reached" : "not-reached";
};

/** Without a direction a target is a least value, unless it lies below its baseline. */
const impliedDirection = (baseline: number | null, target: number | null): Target["direction"] =>
  baseline !== null && target !== null && target < baseline ? "down" : "up";

type Read<Value> = (row: number) => Value | null;

const textOf = (column: ColumnData | undefined): Read<string> =>
  column?.type === "text" ? (row) => column.values[row] ?? null : () => null;

const numberOf =
  (column: ColumnData | undefined): Read<number> =>
  (row) => {
    const value = column?.type === "number" ? column.values[row]! : Number.NaN;
    return Number.isNaN(value) ? null : value;
  };

const choiceOf = (column: ColumnData | undefined): Read<string> =>
  column?.type === "enum"
    ? (row) => (column.values[row] === NONE ? null : (column.options[column.values[row]!] ?? null))
    : () => null;
