import { Clock, Effect } from "effect";
import type { AdapterError } from "../adapter-error.ts";
import { leastTime } from "../calls/limits.ts";
import type { StoredTable } from "../stored/table.ts";
import type { Target } from "../target.ts";
import { FLAG_FIELD, flaggingMissing } from "./flag-missing.ts";
import { linkedFirst, type Planned } from "./linked-first.ts";
import type { Plan, TablePlan, WantedTable } from "./plan.ts";
import { keysOf, type PlanOptions, planTable } from "./plan-table.ts";

const MILLISECONDS_OF_DAY = 86_400_000;

/** What a plan for a whole place may do. */
export interface MakePlanOptions extends Pick<PlanOptions, "mayProvision" | "allowMany"> {
  /** Rows of the target that the source no longer has are flagged; without it they are left. None is ever deleted. */
  readonly flagMissing?: boolean;
}

/**
 * Looks at what stands in a target and plans what is to be done. Reads alone.
 *
 * @param name the place as the command line names it
 * @example
 * const plan = yield* makePlan(target, "airtable:appXXXX", [people], {});
 */
export const makePlan = (
  target: Target,
  name: string,
  wanted: readonly WantedTable[],
  options: MakePlanOptions,
): Effect.Effect<Plan, AdapterError> =>
  Effect.gen(function* () {
    const looked: LookedAt[] = [];
    const now = yield* Clock.currentTimeMillis;
    const today = Math.floor(now / MILLISECONDS_OF_DAY);
    for (const table of wanted) {
      const { header } = table;
      const stored = yield* target.load({ name: table.name, ...(header === undefined ? {} : { header }) });
      looked.push({ wanted: options.flagMissing === true ? flaggingMissing(table, stored, today) : table, stored });
    }
    return planOf(target, name, looked, options, now);
  });

/** A table as it is to stand and as it stands. */
interface LookedAt {
  readonly wanted: WantedTable;
  readonly stored: StoredTable | undefined;
}

/** The plan for tables that were looked at. */
export const planOf = (
  target: Target,
  name: string,
  looked: readonly LookedAt[],
  options: MakePlanOptions,
  now: number,
): Plan => {
  const { kindOf, fits } = target;
  const coming = new Map(looked.map(({ wanted }) => [wanted.name, keysOf(wanted)] as const));
  const how = { ...options, mayAdd: [FLAG_FIELD.name], kindOf, coming, ...(fits === undefined ? {} : { fits }) };
  const planned: readonly Planned[] = looked.map((each) => ({
    ...each,
    plan: planTable(each.wanted, each.stored, how),
  }));
  return wholePlan(
    target,
    name,
    linkedFirst(planned),
    (plan) => planned.find((each) => each.plan === plan)!.stored,
    now,
  );
};

/** The plan that is made of the plans of tables. `storedOf`: the table as it stands, where reading it again is to be counted. */
export const wholePlan = (
  target: Target,
  name: string,
  tables: readonly TablePlan[],
  storedOf: (plan: TablePlan) => StoredTable | undefined,
  now: number,
): Plan => {
  let [reads, writes] = [0, 0];
  for (const plan of tables) {
    const { schema, creates, updates, refusals } = plan;
    if (schema.length + creates.length + updates.length === 0 || refusals.length > 0) continue;
    const stored = storedOf(plan);
    const work = { creates: creates.length, updates: updates.length, schema: schema.length };
    const cost = target.cost({ rows: stored?.rows.length ?? 0, linked: stored?.linked ?? [], ...work });
    reads += cost.reads;
    writes += cost.writes;
  }
  const { monthly } = target.limits;
  return {
    version: 1,
    made: new Date(now).toISOString(),
    target: name,
    tables,
    requests: { reads, writes, milliseconds: leastTime(target.limits, { reads, writes }) },
    ...(monthly === undefined ? {} : { monthlyShare: (reads + writes) / monthly }),
  };
};
