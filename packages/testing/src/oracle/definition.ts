import type { Unit } from "@minga/core";
import type { OracleItem, OracleView } from "./items.ts";
import type { OracleDimension } from "./options.ts";

/** Lists what counts. */
type OracleItems = (view: OracleView) => readonly OracleItem[];

/** How the number of a cell comes from the items that lie in it. */
type OracleMeasure =
  /** How many distinct things. */
  | { readonly kind: "count"; readonly items: OracleItems }
  /** The distinct things of one list over those of another, times a number. */
  | { readonly kind: "ratio"; readonly above: OracleItems; readonly below: OracleItems; readonly times?: number }
  /** The median of the amounts, "(mean of the middle two)". */
  | { readonly kind: "median"; readonly items: OracleItems }
  /** "½ Σ|aᵢ − pᵢ| between people and population by region" */
  | { readonly kind: "dissimilarity"; readonly a: OracleItems; readonly p: OracleItems };

/** One indicator as the oracle knows it. */
export interface OracleDefinition {
  readonly id: string;
  readonly unit: Unit;
  /** The columns that it reads, as `table.column`; if one is absent, it is missing. */
  readonly reads: readonly string[];
  /** The dimensions that its rows reach. */
  readonly reaches: readonly OracleDimension[];
  /** The only grain that it is made for. */
  readonly grain?: "year";
  readonly measure: OracleMeasure;
}

// What each kind of row reaches along its references.
export const REACHED_BY_PEOPLE: readonly OracleDimension[] = ["region", "commune", "gender", "age_band"];
export const REACHED_BY_GROUPS: readonly OracleDimension[] = [
  "region",
  "commune",
  "group",
  "group_type",
  "project",
  "objective",
];
export const REACHED_BY_ACTIVITIES: readonly OracleDimension[] = [...REACHED_BY_GROUPS];
export const REACHED_BY_MEMBERSHIPS: readonly OracleDimension[] = [...REACHED_BY_GROUPS, "gender", "age_band"];
export const REACHED_BY_PARTICIPATIONS: readonly OracleDimension[] = [...REACHED_BY_MEMBERSHIPS];
export const REACHED_BY_ORGANIZATIONS: readonly OracleDimension[] = ["region"];
export const REACHED_BY_PLACES: readonly OracleDimension[] = ["region", "commune"];

// What a definition reads. "an absent column that a definition reads, makes the indicators that
// need it *missing*": the days of its windows, keys and what cuts memberships included; status and
// the places are optional.
export const READS_REGISTERED = ["people.id", "people.relation", "people.joined_on", "people.left_on"];
export const READS_GROUPS = ["groups.id", "groups.founded_on", "groups.closed_on"];
export const READS_ACTIVITIES = ["activities.id", "activities.date"];
export const READS_GROUP_TYPE = ["activities.group", "groups.id", "groups.type"];
export const READS_PROJECT = ["activities.project", "activities.group", "groups.id", "groups.project", "projects.id"];
export const READS_JOINT = ["activities.organizations", "organizations.id"];
export const READS_PARTICIPATIONS = [
  "participations.person",
  "participations.activity",
  "people.id",
  ...READS_ACTIVITIES,
];
export const READS_MEMBERSHIPS = [
  "memberships.person",
  "memberships.group",
  "memberships.from",
  "memberships.to",
  "people.id",
  "people.left_on",
  ...READS_GROUPS,
];
export const READS_AGREEMENTS = [
  "agreements.id",
  "agreements.organization",
  "agreements.signed_on",
  "agreements.expires_on",
  "organizations.id",
];
export const READS_COORDINATORS = [...READS_MEMBERSHIPS, "memberships.role"];
