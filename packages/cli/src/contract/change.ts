import type { Address, AssumptionValue, MoveReason, TableName, Text } from "@minga/core";
import type { JsonReceiptHead } from "./receipt.ts";

// What `minga explain --format json` writes with --diff, --against or --against-strategy. docs/change.schema.json is made from
// its schema.

/** Those that came, or left, for one reason. */
export interface JsonMove {
  readonly code: MoveReason["code"];
  readonly condition?: Text;
  /** Null where the difference is no sum. */
  readonly amount: number | null;
  readonly moved: readonly {
    readonly id: string | null;
    readonly address?: Address;
    readonly rows: readonly {
      readonly address: Address;
      readonly there: { readonly code: MoveReason["code"]; readonly condition?: Text };
      /** The same row on the other side. */
      readonly other?: Address;
    }[];
  }[];
}

/** One aggregate on both sides. */
interface JsonAggregateChange {
  readonly table: TableName;
  readonly counts: TableName | null;
  readonly sentence: Text;
  readonly before: number | null;
  readonly after: number | null;
  readonly isSum: boolean;
  readonly came: readonly JsonMove[];
  readonly left: readonly JsonMove[];
  readonly changed: readonly { readonly before: Address; readonly after: Address; readonly amount: number }[];
}

/** A difference, explained. */
export interface JsonChange {
  readonly asOf: string;
  readonly before: JsonReceiptHead;
  readonly after: JsonReceiptHead;
  readonly difference: number | null;
  readonly definition: {
    readonly isSame: boolean;
    readonly formula?: { readonly before: Text; readonly after: Text };
    readonly predicates: readonly {
      readonly name: string;
      readonly label: Text;
      readonly before: Text | null;
      readonly after: Text | null;
    }[];
    readonly assumptions: readonly {
      readonly name: string;
      readonly label: Text;
      readonly before: AssumptionValue | null;
      readonly after: AssumptionValue | null;
    }[];
  };
  readonly aggregates: readonly JsonAggregateChange[];
}
