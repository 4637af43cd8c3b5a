import { Clock, Effect } from "effect";
import type { AdapterError } from "../adapter-error.ts";
import { leastTime } from "../calls/limits.ts";
import type { Target } from "../target.ts";
import { linkedFirst, type Planned } from "./linked-first.ts";
import type { Plan, WantedTable } from "./plan.ts";
import { keysOf, type PlanOptions, planTable } from "./plan-table.ts";

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
  options: Omit<PlanOptions, "kindOf" | "fits" | "coming">,
): Effect.Effect<Plan, AdapterError> =>
  Effect.gen(function* () {
    const planned: Planned[] = [];
    let [reads, writes] = [0, 0];
    const coming = new Map(wanted.map((table) => [table.name, keysOf(table)] as const));
    for (const table of wanted) {
      const { header } = table;
      const stored = yield* target.load({ name: table.name, ...(header === undefined ? {} : { header }) });
      const { kindOf, fits } = target;
      const plan = planTable(table, stored, { ...options, kindOf, coming, ...(fits === undefined ? {} : { fits }) });
      planned.push({ plan, wanted: table, stored });
      const isAny = plan.schema.length + plan.creates.length + plan.updates.length > 0;
      if (!isAny || plan.refusals.length > 0) continue;
      const cost = target.cost({
        rows: stored?.rows.length ?? 0,
        linked: stored?.linked ?? [],
        creates: plan.creates.length,
        updates: plan.updates.length,
        schema: plan.schema.length,
      });
      reads += cost.reads;
      writes += cost.writes;
    }
    const { monthly } = target.limits;
    return {
      version: 1,
      made: new Date(yield* Clock.currentTimeMillis).toISOString(),
      target: name,
      tables: linkedFirst(planned),
      requests: { reads, writes, milliseconds: leastTime(target.limits, { reads, writes }) },
      ...(monthly === undefined ? {} : { monthlyShare: (reads + writes) / monthly }),
    };
  });
