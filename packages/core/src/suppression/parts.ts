import { ACTIVITY_OF, GROUP_OF, ORGANIZATION_OF, PERSON_OF, wayTo } from "../evaluate/dimensions.ts";
import type { Dimension } from "../records/dimensions.ts";
import type { Step } from "../records/relations.ts";
import type { TableName } from "../records/tables.ts";
import type { Geography } from "../strategy/strategy.ts";
import type { Day } from "../time/day.ts";
import { pathOf, placePath } from "./canonical.ts";

/** Where the parts of a dimension are told apart, for the rows of a table. */
export interface PartsAt {
  /** The way to what decides the part. Two dimensions of one way are the same; a column of that way restricts it. */
  readonly path: string;
  /** Whether one row can lie in several parts. */
  readonly isSeveral: boolean;
}

/**
 * Where the parts of a dimension are told apart; undefined where the table does not reach it. Parts that depend on the
 * day on which one asks (levels, stages, ages of who is on the list) are other parts on another day.
 */
export const partsAt = (
  dimension: Dimension,
  table: TableName,
  geography: Geography | undefined,
  end: Day,
): PartsAt | undefined => {
  const along = (route: readonly Step[] | undefined, name: string, isSeveral = false): PartsAt | undefined =>
    route === undefined ? undefined : { path: pathOf("", route, name), isSeveral };
  switch (dimension) {
    case "region":
    case "commune": {
      const way = geography === undefined ? { route: [], table } : wayTo(geography, table);
      if (way === undefined) return undefined;
      return { path: placePath(pathOf("", way.route), way.table, dimension), isSeveral: false };
    }
    case "group":
      return along(GROUP_OF[table], "#group");
    case "group_type":
      return along(GROUP_OF[table], "type");
    case "project":
    case "objective":
      return along(table === "projects" ? [] : (ACTIVITY_OF[table] ?? GROUP_OF[table]), `#${dimension}`);
    case "gender":
      return along(PERSON_OF[table], "gender");
    case "age_band":
      // On the activity's day for events: one person can have had two ages.
      return table === "participations"
        ? { path: "#age on the day", isSeveral: false }
        : along(PERSON_OF[table], `#age on ${end}`);
    case "level":
    case "stage":
      return along(PERSON_OF[table], `#${dimension} on ${end}`);
    case "organization_relation":
      return ORGANIZATION_OF[table] === undefined
        ? along(ACTIVITY_OF[table], "#organizations", true)
        : along(ORGANIZATION_OF[table], "relation");
  }
};
