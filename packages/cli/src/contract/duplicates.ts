import type { DecisionChanges } from "../duplicates/changes.ts";
import type { ShownPair } from "../duplicates/pairs.ts";

// What `minga duplicates --format json` writes. docs/duplicates.schema.json is made from its schema.

/** Rows of people that may be one person, and what decisions do to the numbers. */
export interface JsonDuplicates {
  readonly pairs: readonly ShownPair[];
  readonly changes: DecisionChanges | null;
}
