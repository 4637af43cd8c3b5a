import type { Address } from "../records/address.ts";

/** The lowest and the highest rating. Source: domain.md, table `assessments`. */
export const RATINGS = { least: 1, most: 5 } as const;

/** What can be assessed: a condition of sustainability, or a barrier of the theory of change. */
export type AssessmentKind = "sustainability" | "barrier";

/** How a condition or a barrier was rated in one year. Source: domain.md, table `assessments`. */
export interface Assessment {
  readonly kind: AssessmentKind;
  /** The id of the strategy's condition or barrier. */
  readonly item: string;
  readonly year: number;
  /** 1..5; null where the section wrote none that can be read. */
  readonly rating: number | null;
  /** How many pieces of evidence were written, separated by semicolons or line breaks. What they say is personal. */
  readonly evidence: number;
  readonly address: Address;
}

/** Why a row of the table of assessments stands nowhere. */
export type SkippedAssessmentReason = "no-kind" | "unknown-item" | "no-year" | "out-of-range" | "repeated-item";

/** A row of the table of assessments that stands nowhere. */
export interface SkippedAssessment {
  /** The cell that says so. */
  readonly address: Address;
  readonly column: string;
  readonly reason: SkippedAssessmentReason;
  /** What stands there. */
  readonly found: string | null;
}
