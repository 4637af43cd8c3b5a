import type { MadeRegion } from "./chile.ts";
import type { Random } from "./random.ts";

/** What the makers of the tables share. */
export interface Making {
  readonly random: Random;
  /** Every day of the section's time. */
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly years: readonly number[];
  /** A region, the capital's most often. */
  readonly region: () => MadeRegion;
}
