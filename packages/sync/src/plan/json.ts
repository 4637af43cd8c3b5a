import { storedFromJson, storedToJson } from "../stored/value.ts";
import type { FieldChange, Plan, TablePlan } from "./plan.ts";

/** A plan that cannot be read. */
export class PlanError extends Error {
  readonly _tag = "PlanError";
  override readonly name = "PlanError";
}

/**
 * Writes a plan as JSON, to be looked at and carried out later. It holds the section's data: keep it as private as the
 * files it comes from.
 */
export const planToJson = (plan: Plan): string =>
  `${JSON.stringify({ ...plan, tables: plan.tables.map(tableToJson) }, null, 2)}\n`;

const tableToJson = (table: TablePlan): unknown => ({
  ...table,
  creates: table.creates.map(({ key, values }) => ({
    key,
    values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, storedToJson(value)])),
  })),
  updates: table.updates.map(({ key, changes }) => ({
    key,
    changes: changes.map(({ field, from, to }) => ({ field, from: storedToJson(from), to: storedToJson(to) })),
  })),
});

/**
 * Reads a plan that {@link planToJson} wrote.
 *
 * @throws PlanError where it is none
 */
export const planFromJson = (text: string): Plan => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new PlanError("not JSON");
  }
  const plan = json as Plan;
  if (typeof json !== "object" || json === null || plan.version !== 1 || !Array.isArray(plan.tables)) {
    throw new PlanError("no plan of minga's");
  }
  return { ...plan, tables: plan.tables.map(tableFromJson) };
};

const tableFromJson = (table: TablePlan): TablePlan => {
  if (typeof table.table !== "string" || !Array.isArray(table.creates) || !Array.isArray(table.updates)) {
    throw new PlanError("a table of the plan is damaged");
  }
  return {
    ...table,
    creates: table.creates.map(({ key, values }) => ({
      key,
      values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, valueOf(value)])),
    })),
    updates: table.updates.map(({ key, changes }) => ({
      key,
      changes: changes.map(({ field, from, to }: FieldChange): FieldChange => ({
        field,
        from: valueOf(from),
        to: valueOf(to),
      })),
    })),
  };
};

const valueOf = (json: unknown) => {
  const value = storedFromJson(json);
  if (value === undefined) throw new PlanError("a value of the plan is damaged");
  return value;
};
