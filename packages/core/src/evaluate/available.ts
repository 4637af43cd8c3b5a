import { columnSpec } from "../records/relations.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { References } from "../formula/references.ts";
import type { Reason } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import { type Day, parseDay } from "../time/day.ts";
import type { Scope } from "./scope.ts";

/**
 * Why a formula cannot be told from a dataset at all: a table that is not there, or a column that a definition reads
 * is not. Undefined when nothing is missing. Source: domain.md, "Records", Missing.
 */
export const missingFrom = (
  scope: Scope,
  references: Pick<References, "tables" | "columns" | "places">,
): Reason | undefined => {
  const { facts } = scope;
  const tables = [...references.tables].filter((table) => facts.table(table) === undefined);
  if (tables.length > 0) return { code: "absent-table", detail: tables };
  const columns = [...references.columns].filter((path) => {
    const [table, column] = path.split(".") as [TableName, string];
    return facts.column(table, column) === undefined && !isExempt(scope, table, column);
  });
  const places = [...references.places].filter((table) => !hasPlace(scope, table)).map((table) => `${table}.region`);
  const missing = [...columns, ...places];
  return missing.length > 0 ? { code: "absent-column", detail: missing } : undefined;
};

/** A column whose absence an assumption gives a meaning. */
const isExempt = ({ assumption }: Scope, table: TableName, column: string): boolean => {
  const { whenAbsent } = columnSpec(table, column);
  return whenAbsent !== undefined && assumption(whenAbsent.assumption) === true;
};

/** Whether a table, or the one that its place is taken from, says where anything is. */
const hasPlace = (scope: Scope, table: TableName): boolean => {
  const { facts } = scope;
  const { place, columns } = tableSpec(table);
  const hasOwn =
    table === "places" || columns.some(({ kind, name }) => kind === "place" && facts.column(table, name) !== undefined);
  if (place.rule === "own" || place.rule === "none") return hasOwn;
  const elsewhere = columns.find(({ name }) => name === place.column)!.target as TableName;
  return (place.rule === "own-else" && hasOwn) || hasPlace(scope, elsewhere);
};

/** A table that a formula reads, and the first day that it has been kept for. */
export interface Kept {
  readonly table: TableName;
  readonly day: Day;
}

/** Those of the tables that a formula reads that have been kept only since some day. */
export const keptSince = (section: Section, references: Pick<References, "tables">): readonly Kept[] => {
  const kept: Kept[] = [];
  for (const table of references.tables) {
    const since = section.keptSince[table];
    const day = since === undefined ? undefined : parseDay(since);
    if (day !== undefined) kept.push({ table, day });
  }
  return kept;
};
