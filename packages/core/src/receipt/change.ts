import type { Address } from "../records/address.ts";
import type { AssumptionValue } from "../strategy/strategy.ts";
import type { Text } from "../text/text.ts";
import type { AggregateReceipt, LeftOutCode, Receipt } from "./receipt.ts";
import type { ReceiptRow } from "./receipt-row.ts";

/**
 * Why something that counts in one receipt does not in the other: the reason of the row that came closest there; `absent`: it
 * has no row there at all; `another`: its row counts for another thing there (a group that moved to another commune).
 */
export interface MoveReason {
  readonly code: LeftOutCode | "absent" | "another";
  readonly condition?: Text;
}

/** A row that counts in one receipt, and what became of the same row in the other one. */
export interface MovedRow {
  readonly row: ReceiptRow;
  readonly there: MoveReason;
  /** The same row there; undefined where it is absent. */
  readonly other?: ReceiptRow;
}

/** A person, or whatever else is counted, that counts in one of two receipts. */
export interface Moved {
  /** Its id; null for a row whose table has no id of its own. */
  readonly id: string | null;
  /** Where it stands in the section's files; a value that is no row stands nowhere. */
  readonly address?: Address;
  /** The rows that count it. */
  readonly rows: readonly MovedRow[];
}

/** Those that came, or left, for one reason. */
export interface Move extends MoveReason {
  /** What they make of the number: their count, or the sum of what they add. Null where the difference is no sum. */
  readonly amount: number | null;
  readonly moved: readonly Moved[];
}

/** A row that counts in both receipts and adds another amount. */
export interface ChangedAmount {
  readonly before: ReceiptRow;
  readonly after: ReceiptRow;
  /** What it makes of the number: after less before. */
  readonly amount: number;
}

/** How one aggregate changed. */
export interface AggregateChange {
  readonly before: AggregateReceipt;
  readonly after: AggregateReceipt;
  /**
   * Whether the difference is a sum: `after.value - before.value = Σ came.amount - Σ left.amount + Σ changed.amount`. A
   * median's is none: its moves have no amounts.
   */
  readonly isSum: boolean;
  /** Counted after and not before, by why they did not count before. */
  readonly came: readonly Move[];
  /** Counted before and not after, by why they no longer count. */
  readonly left: readonly Move[];
  readonly changed: readonly ChangedAmount[];
}

/** What differs between the definitions behind two receipts. */
export interface DefinitionChange {
  readonly isSame: boolean;
  readonly formula?: { readonly before: Text; readonly after: Text };
  /** Null is a condition that the definition does not use. */
  readonly predicates: readonly {
    readonly name: string;
    readonly label: Text;
    readonly before: Text | null;
    readonly after: Text | null;
  }[];
  /** Null is an assumption that the definition does not use. */
  readonly assumptions: readonly {
    readonly name: string;
    readonly label: Text;
    readonly before: AssumptionValue | null;
    readonly after: AssumptionValue | null;
  }[];
}

/** Why one number is not the other. */
export interface Change {
  readonly before: Receipt;
  readonly after: Receipt;
  /** After less before; null where either has no value. */
  readonly difference: number | null;
  readonly definition: DefinitionChange;
  /** One for each aggregate; empty where the two formulas are built in ways that cannot be laid side by side. */
  readonly aggregates: readonly AggregateChange[];
}
