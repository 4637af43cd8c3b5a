import type { Reason, Records, TableName } from "@minga/core";
import type { OracleDefinition } from "./definition.ts";
import type { OracleDimension, OracleOptions } from "./options.ts";
import type { OraclePeriod } from "./periods.ts";
import { hasColumn, tablesOf } from "./rows.ts";

/**
 * What a breakdown reads beside what the definition reads. The places are not here: "an absent
 * optional place column is the unknown part".
 */
const readsOfDimension = (dimension: OracleDimension, definition: OracleDefinition): readonly string[] => {
  const tables = tablesOf(definition.reads);
  const byActivity = tables.includes("activities") ? ["activities.group"] : [];
  const ownProject = tables.includes("activities") ? ["activities.project"] : [];
  switch (dimension) {
    case "region":
    case "commune":
      return [];
    case "gender":
      return ["people.gender"];
    case "age_band":
      return ["people.birthdate"];
    case "group":
      return [...byActivity, "groups.id"];
    case "group_type":
      return [...byActivity, "groups.id", "groups.type"];
    case "project":
      return [...byActivity, ...ownProject, "groups.id", "groups.project", "projects.id"];
    case "objective":
      return [...byActivity, ...ownProject, "groups.id", "groups.project", "projects.id", "projects.objective"];
    default:
      return dimension satisfies never;
  }
};

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * Why there is nothing to say whatever the period: "an absent table, or an absent column that a
 * definition reads, makes the indicators that need it *missing*; a present table without rows gives
 * true zero".
 */
export const whatIsAbsent = (
  records: Records,
  definition: OracleDefinition,
  by: readonly OracleDimension[],
): Reason | null => {
  const reads = [...definition.reads];
  for (const dimension of by) {
    if (definition.reaches.includes(dimension)) reads.push(...readsOfDimension(dimension, definition));
  }
  // A section always has its places, in a table or not.
  const tables = tablesOf(reads).filter((table) => table !== "places" && records[table] === undefined);
  if (tables.length > 0) return { code: "absent-table", detail: tables };
  const columns = [...new Set(reads)].filter((name) => {
    const [table, column] = name.split(".");
    return !hasColumn(records[table as TableName] ?? [], camel(column ?? ""));
  });
  return columns.length > 0 ? { code: "absent-column", detail: columns } : null;
};

/** What `kept_since` says of one indicator in one period. */
export interface OracleKept {
  readonly notKept: readonly TableName[];
  readonly partial: boolean;
}

/** "`kept_since` per table (section): a period that ends before it is missing, one that contains it is partial." */
export const keptIn = (
  period: OraclePeriod,
  definition: OracleDefinition,
  keptSince: OracleOptions["keptSince"],
): OracleKept => {
  const notKept: TableName[] = [];
  let partial = false;
  for (const table of tablesOf(definition.reads)) {
    const since = keptSince?.[table];
    if (since === undefined) continue;
    if (period.end < since) notKept.push(table);
    else if (period.start <= since) partial = true;
  }
  return { notKept, partial };
};
