import type { TableName } from "@minga/core";
import type { Difference } from "../compare/rows.ts";
import type { Outcome } from "../texts/compare.ts";

// What `minga compare --format json` writes. docs/compare.schema.json is made from its schema.

/** How many rows of a table came to what. */
interface JsonTableCounts extends Readonly<Record<Outcome, number>> {
  readonly table: TableName;
  readonly by: "key" | "contents";
  readonly unchanged: number;
}

/** Two copies of the data, row by row. */
export interface JsonComparison {
  readonly tables: readonly JsonTableCounts[];
  readonly differences: readonly Difference[];
}
