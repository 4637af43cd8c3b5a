import type { Row, TableName } from "@minga/core";
import type { OracleGrain } from "./periods.ts";

/** The dimensions that the oracle knows. */
export const ORACLE_DIMENSIONS = [
  "region",
  "commune",
  "group",
  "group_type",
  "project",
  "objective",
  "gender",
  "age_band",
] as const;

/** See {@link ORACLE_DIMENSIONS}. */
export type OracleDimension = (typeof ORACLE_DIMENSIONS)[number];

/** What domain.md leaves to a section, with the defaults of domain.md (or ours where it has none). */
export interface OracleAssumptions {
  /** "people whose relation is activist or empty (assumption)" */
  readonly registeredRelations: readonly string[];
  /** Whether an empty relation is registered too. */
  readonly emptyRelationIsRegistered: boolean;
  /** "with at least 3 attended participations in at least 2 different Gregorian months" */
  readonly recurrentParticipations: number;
  readonly recurrentMonths: number;
  /** "last 12 months" */
  readonly recurrentWindow: number;
  /** "aged 15..29 on the day of the activity" */
  readonly youthFrom: number;
  readonly youthTo: number;
  /** "at least 5 distinct persons in open memberships" */
  readonly validGroupPersons: number;
  /** "an action 1..90 days after their first workshop" */
  readonly followDays: number;
  /** "without a joint activity of their organization in the last 12 months" */
  readonly idleWindow: number;
  /** "2 or more attended participations in the last 12 months" */
  readonly contributingParticipations: number;
  readonly pyramidWindow: number;
  /** "nothing in the last 6 months" */
  readonly pauseMonths: number;
  /** "a level reached within the month before the date is kept" */
  readonly graceMonths: number;
  /** Which populations count; domain.md names three bases and chooses none. */
  readonly populationBase: string;
  /** Whose figures are added up. */
  readonly populationLevel: "region" | "commune";
  /** The first age of each band; domain.md fixes only the band 15-29. */
  readonly ageBandStarts: readonly number[];
}

/** The defaults. */
export const ORACLE_ASSUMPTIONS: OracleAssumptions = {
  registeredRelations: ["activist"],
  emptyRelationIsRegistered: true,
  recurrentParticipations: 3,
  recurrentMonths: 2,
  recurrentWindow: 12,
  youthFrom: 15,
  youthTo: 29,
  validGroupPersons: 5,
  followDays: 90,
  idleWindow: 12,
  contributingParticipations: 2,
  pyramidWindow: 12,
  pauseMonths: 6,
  graceMonths: 1,
  populationBase: "census-2024",
  populationLevel: "commune",
  ageBandStarts: [0, 15, 30, 45, 60],
};

/** What the oracle is asked. */
export interface OracleOptions {
  /** The last day that counts, `yyyy-mm-dd`. */
  readonly asOf: string;
  /** Only periods that hold a day of `from`..`to`; by default the strategy's. */
  readonly from?: string;
  readonly to?: string;
  readonly grain: OracleGrain;
  /** One breakdown: no dimension (totals alone), one, or several crossed. Totals and margins always come too. */
  readonly by?: readonly OracleDimension[];
  /** The section's geography, in its order. */
  readonly regions: readonly string[];
  readonly communes: readonly string[];
  /** What is known of them (parent, strategic_since), unless the records bring a table `places`. */
  readonly places?: readonly Row<"places">[];
  /** The regions of the capital. */
  readonly capital: readonly string[];
  /** The first day that a table has been kept for. */
  readonly keptSince?: Readonly<Partial<Record<TableName, string>>>;
  readonly assumptions?: Partial<OracleAssumptions>;
  /** The parts of `group_type`: the strategy's five by default. */
  readonly groupTypes?: readonly string[];
  /** The parts of `objective`: the strategy's four by default; another one is unknown. */
  readonly objectives?: readonly string[];
  /** Only these; by default all of them, extensions too. */
  readonly indicators?: readonly string[];
}

/** "The source fixes 4 objectives" */
export const STRATEGY_OBJECTIVES: readonly string[] = ["o1", "o2", "o3", "o4"];

/** The values of the closed lists; anything else is an unreadable cell. */
export const KNOWN_VALUES = {
  relation: ["activist", "member", "supporter", "staff", "contact"],
  groupType: ["local", "thematic", "commission", "digital", "student"],
  role: ["member", "coordinator"],
  kind: [
    "action",
    "workshop",
    "welcome-workshop",
    "presentation-meeting",
    "follow-up-meeting",
    "partner-meeting",
    "monitoring",
    "other",
  ],
  organizationRelation: ["networking", "coordinating", "cooperating", "collaborating"],
  /** "the strongest status stands (attended first)": strongest first. */
  status: ["attended", "registered", "no-show", "cancelled"],
} as const;
