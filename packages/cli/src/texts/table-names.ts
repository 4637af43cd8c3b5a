import type { TableName } from "@minga/core";

// Core knows the tables, but answering `--help` should not need all of core. A table that is left out or that does not
// exist does not compile.
const TABLES: { readonly [Name in TableName]: Name } = {
  people: "people",
  groups: "groups",
  memberships: "memberships",
  projects: "projects",
  activities: "activities",
  participations: "participations",
  organizations: "organizations",
  agreements: "agreements",
  approvals: "approvals",
  assessments: "assessments",
  targets: "targets",
  figures: "figures",
  places: "places",
  populations: "populations",
};

/** The canonical names of the tables, for `--table`. */
export const TABLES_BY_NAME: readonly TableName[] = Object.values(TABLES);
