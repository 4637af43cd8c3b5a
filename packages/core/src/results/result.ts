/**
 * The units that a number can have. `number` is a bare one; `ratio` a division.
 * Numbers of different units are never added or compared.
 */
export const UNITS = [
  "persons",
  "participations",
  "activities",
  "groups",
  "memberships",
  "projects",
  "organizations",
  "agreements",
  "approvals",
  "assessments",
  "targets",
  "figures",
  "places",
  "populations",
  "inhabitants",
  "headcount",
  "hours",
  "days",
  "months",
  "years",
  "rating",
  "figure",
  "ratio",
  "number",
] as const;

/** See {@link UNITS}. */
export type Unit = (typeof UNITS)[number];

/**
 * Whether numbers of one indicator may be added up. Source: domain.md, "Time" and "Dimensions".
 *
 * - `overPeriods`: `sum`; `last` (a stock: the last value stands); `no` (count again).
 * - `overParts`: `sum` (each row lies in one part); `union` (one person or thing can stand in several: count it again); `no`
 *   (a ratio, a median).
 */
export interface Additivity {
  readonly overPeriods: "sum" | "last" | "no";
  readonly overParts: "sum" | "union" | "no";
}

/**
 * Why there is no value. The code is stable, `detail` names what it is about:
 * `absent-table` (["people"]), `absent-column` (["people.birthdate"]), `not-kept` (["people"]),
 * `protects-persons` (["5"]: a number of 1 to 4 people stands behind it, or could be worked out with it), `division-by-zero`, `no-rows` (a median of nothing), `unreachable-dimension`
 * (["gender"]), `retired` (["2026-01-01"]), `grain` (["year"]).
 */
export type ReasonCode =
  | "absent-table"
  | "absent-column"
  | "not-kept"
  | "protects-persons"
  | "division-by-zero"
  | "no-rows"
  | "unreachable-dimension"
  | "retired"
  | "grain";

export interface Reason {
  readonly code: ReasonCode;
  readonly detail: readonly string[];
}

/** A number, zero included: true zero. A ratio keeps what it divides. */
interface ValueState {
  readonly state: "value";
  readonly value: number;
  readonly numerator?: number;
  readonly denominator?: number;
}

/** No data to say; a number that protects people; or no sensible answer. Never a number. */
interface NoValueState {
  readonly state: "missing" | "withheld" | "not-applicable";
  readonly reason: Reason;
}

/** What stands in one cell. */
export type Cell = ValueState | NoValueState;

/** The parts that a cell stands for, by dimension; null is the unknown part, `{}` the total. */
export type Parts = Readonly<Record<string, string | null>>;

/** One indicator in one period for one part. */
export type Result = Cell & {
  readonly indicator: string;
  readonly period: string;
  readonly by: Parts;
  /** The period is not over yet, or the records begin within it. */
  readonly partial?: true;
  /** The definition changes within the period or on its first day: not to be compared with the periods before. */
  readonly break?: true;
  readonly unit: Unit;
};
