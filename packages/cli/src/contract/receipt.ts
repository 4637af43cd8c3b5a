import type { Address, AggregateReceipt, Assumption, Dimension, LeftOutCode, TableName, Text } from "@minga/core";
import type { JsonResult } from "./results.ts";

// What `minga explain --format json` writes. docs/receipt.schema.json is made from its schema. No name, e-mail address or
// other personal cell is in it; an id that is an e-mail address is null.

/** A cell that a reason points at. */
export interface JsonCell {
  readonly address: Address;
  readonly table: TableName;
  readonly column: string;
  readonly empty: boolean;
  readonly problems: readonly { readonly code: string; readonly message: Text }[];
}

/** The rows behind a row, for the counts inside the condition. */
interface JsonLinked {
  readonly table: TableName;
  readonly numbers: readonly { readonly sentence: Text; readonly value: number | null }[];
  readonly rows: readonly Address[];
}

/** A source row. */
export interface JsonRow {
  readonly address: Address;
  /** The row's own id, where its table has one. */
  readonly id: string | null;
  /** The id of the person whom the row is about. */
  readonly person: string | null;
  /** What the row adds to a sum, a median and the like. */
  readonly value?: number;
  /** In a comparison of two distributions: the part that the row lies in. */
  readonly parts?: readonly (string | null)[];
  readonly cells?: readonly JsonCell[];
  /** Of a repeated row the one that stands. */
  readonly standIn?: Address;
  readonly linked?: readonly JsonLinked[];
}

/** One aggregate of the formula. */
export interface JsonAggregate {
  readonly function: AggregateReceipt["function"];
  readonly table: TableName;
  readonly counts: TableName | null;
  readonly by?: Dimension;
  readonly sentence: Text;
  readonly formula: Text;
  readonly value: number | null;
  /** All rows of the table: those counted and those left out. */
  readonly rows: number;
  readonly counted: readonly JsonRow[];
  readonly subjects?: readonly {
    readonly id: string | null;
    readonly address?: Address;
    readonly rows: readonly Address[];
  }[];
  readonly leftOut: readonly {
    readonly code: LeftOutCode;
    readonly condition?: Text;
    readonly rows: readonly JsonRow[];
  }[];
}

/** What stands behind a number, whatever its rows. */
interface JsonDefinition {
  readonly version: string;
  readonly sentence: Text;
  readonly formula: Text;
  readonly predicates: readonly { readonly name: string; readonly label: Text; readonly formula: Text }[];
}

/** A number with its definition. */
export interface JsonReceiptHead {
  readonly result: JsonResult;
  readonly label: Text;
  readonly definition: JsonDefinition;
  readonly assumptions: readonly ({ readonly name: string } & Pick<
    Assumption,
    "label" | "value" | "reason" | "source" | "since"
  >)[];
}

/** `minga explain --format json`. */
export interface JsonReceipt extends JsonReceiptHead {
  readonly asOf: string;
  readonly aggregates: readonly JsonAggregate[];
}
