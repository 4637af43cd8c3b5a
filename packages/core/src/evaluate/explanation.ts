import type { Checked } from "../formula/checked.ts";
import type { Address } from "../records/address.ts";
import type { RowState } from "../records/dataset.ts";
import type { TableName } from "../records/tables.ts";
import type { Result } from "../results/result.ts";
import type { AssumptionValue } from "../strategy/strategy.ts";
import type { Text } from "../text/text.ts";

/** One source row, with where to find it. */
export interface ExplainedRow {
  /** Position in the table. */
  readonly row: number;
  readonly address: Address;
}

/**
 * Why rows were left out.
 *
 * - a row state: the row is repeated, or its required reference leads nowhere, and counts nowhere;
 * - `no-date`, `empty-spell`: no day of it can count; `outside-window`: its days lie elsewhere;
 * - `condition`: a part of the `where` is false; `unknown`: it cannot be told, since a cell is empty;
 * - `empty-value`: there is nothing to count or add up; `other-part`: the row lies in another part;
 * - `not-linked`: no row that the path begins at leads to it.
 */
export type LeftOutCode =
  | Exclude<RowState, "counts">
  | "no-date"
  | "empty-spell"
  | "outside-window"
  | "condition"
  | "unknown"
  | "empty-value"
  | "other-part"
  | "not-linked";

/** Rows that were left out for one reason. */
export interface LeftOut {
  readonly code: LeftOutCode;
  /** For `condition` and `unknown`: the part of the `where` that did not hold, in words. */
  readonly condition?: Text;
  readonly rows: readonly ExplainedRow[];
}

/** How one aggregate came to its number: counted and left out together are all rows of its table. */
export interface AggregateExplanation {
  readonly formula: Checked;
  readonly sentence: Text;
  readonly table: TableName;
  readonly value: number | null;
  readonly counted: readonly ExplainedRow[];
  readonly leftOut: readonly LeftOut[];
}

/** How one result came about. */
export interface Explanation {
  readonly result: Result;
  readonly label: Text;
  readonly sentence: Text;
  /** The definition in both languages' formula words. */
  readonly formula: Text;
  readonly assumptions: readonly {
    readonly name: string;
    readonly label: Text;
    readonly value: AssumptionValue;
    readonly reason: Text;
  }[];
  /** Empty where there is no value to explain: `result` says why. */
  readonly aggregates: readonly AggregateExplanation[];
}
