import type { AggregateName } from "../formula/functions.ts";
import type { Dimension } from "../records/dimensions.ts";
import type { Address } from "../records/address.ts";
import type { RowState } from "../records/dataset.ts";
import type { TableName } from "../records/tables.ts";
import type { Result } from "../results/result.ts";
import type { Definition } from "../strategy/definition.ts";
import type { Assumption } from "../strategy/strategy.ts";
import type { Text } from "../text/text.ts";
import type { ReceiptRow } from "./receipt-row.ts";

/**
 * Why a row was left out, in the order in which a row is tested; a row is left out for the first reason that holds.
 *
 * - a row state: the row is repeated, or its required reference leads nowhere, and counts nowhere;
 * - `not-linked`: no row that the path begins at leads to it;
 * - `no-date`, `empty-spell`: no day of it can count;
 * - `not-begun`, `over`: it begins after the window, or ended before it; `outside-window`: its days lie elsewhere;
 * - `condition`: a part of the `where` is false; `unknown`: it cannot be told, since a cell is empty or unreadable;
 * - `empty-value`: there is nothing to count or add up;
 * - `unknown-part`: in a comparison of two distributions, nobody knows in which part the row lies;
 * - `other-part`: the row lies in another part than the one that is told.
 */
export type LeftOutCode =
  | Exclude<RowState, "counts">
  | "not-linked"
  | "no-date"
  | "empty-spell"
  | "not-begun"
  | "over"
  | "outside-window"
  | "condition"
  | "unknown"
  | "empty-value"
  | "unknown-part"
  | "other-part";

/** Why a row was left out. */
export interface Reason {
  readonly code: LeftOutCode;
  /** For `condition` and `unknown`: the part of the `where` that did not hold, in words. */
  readonly condition?: Text;
}

/** Rows that were left out for one reason. */
export interface LeftOut extends Reason {
  readonly rows: readonly ReceiptRow[];
}

/** One of the different things that a distinct count counts once. */
export interface Subject {
  /** Its key in its own table: `p17`; of a value that is no row, the value. */
  readonly id: string;
  /** Its own row, where it is a row of a table. */
  readonly address?: Address;
  /** The rows that count it. */
  readonly rows: readonly ReceiptRow[];
}

/** How one aggregate of a formula came to its number: counted and left out together are all rows of its table. */
export interface AggregateReceipt {
  readonly function: AggregateName;
  readonly sentence: Text;
  readonly formula: Text;
  /** The table whose rows are looked at. */
  readonly table: TableName;
  /** The table whose rows are what is counted: that of the people for their distinct count; null for values that are no rows. */
  readonly counts: TableName | null;
  /** Whether what a row adds is personal data by itself (a distinct count of e-mail addresses): ids of subjects, `value`. */
  readonly personal: boolean;
  readonly value: number | null;
  /** Where it is one side of a comparison of two distributions: what they are distributions by. */
  readonly by?: Dimension;
  /** In the order of the table. */
  readonly counted: readonly ReceiptRow[];
  /** For a distinct count: each thing that is counted, with the rows behind it. */
  readonly subjects?: readonly Subject[];
  /** In the order in which a row is tested: the further down, the closer these rows came to counting. */
  readonly leftOut: readonly LeftOut[];
}

/** An assumption that a number used, as it stood in the number's period. */
export interface AssumptionInForce extends Pick<Assumption, "label" | "value" | "reason" | "source" | "since"> {
  readonly name: string;
}

/** How one result came about, from the definition down to the rows. */
export interface Receipt {
  readonly result: Result;
  readonly label: Text;
  /** In the version in force in the result's period. */
  readonly definition: Definition;
  readonly assumptions: readonly AssumptionInForce[];
  /** In the order of the formula. Empty where no row was looked at: `result` says why. */
  readonly aggregates: readonly AggregateReceipt[];
}
