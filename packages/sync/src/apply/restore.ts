import { Clock, Effect } from "effect";
import type { AdapterError } from "../adapter-error.ts";
import { wholePlan } from "../plan/make-plan.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import type { StoredTable } from "../stored/table.ts";
import type { Target } from "../target.ts";
import type { JournalNote } from "./journal.ts";
import { type Stray, straysOf } from "./strays.ts";

/**
 * Looks at what a run that was cut had begun, and plans to put back what it wrote into rows that it did not mean. Where nothing
 * strayed the plan is empty: what else it had begun stands as written, or is written by the next run.
 *
 * @param name the place as the command line names it
 * @example
 * const plan = yield* planRestore(state.openNotes(place).map(({ note }) => note), target, place);
 */
export const planRestore = (
  notes: readonly JournalNote[],
  target: Target,
  name: string,
): Effect.Effect<Plan, AdapterError> =>
  Effect.gen(function* () {
    const tables = new Map<string, Strayed>();
    for (const note of notes) {
      const { table, header } = note;
      const where = { name: table, ...(header === undefined ? {} : { header }) };
      const stored = tables.get(table)?.stored ?? (yield* target.load(where));
      // A table that is gone, or a key that was renamed, leaves nothing to put back into.
      if (stored === undefined) continue;
      const strays: Stray[] = tables.get(table)?.strays ?? [];
      // What an earlier note says of a field goes: a later one may have found it damaged already.
      const isKnown = ({ key, field }: Stray): boolean =>
        strays.some((each) => each.key === key && each.field === field);
      strays.push(...straysOf(note, stored).filter((stray) => !isKnown(stray)));
      tables.set(table, { note, stored, strays });
    }
    const all = [...tables.values()].flatMap((each) => (each.strays.length > 0 ? [planFor(each)] : []));
    return wholePlan(target, name, all, ({ table }) => tables.get(table)?.stored, yield* Clock.currentTimeMillis);
  });

interface Strayed {
  readonly note: JournalNote;
  readonly stored: StoredTable;
  readonly strays: Stray[];
}

const planFor = ({ note: { table, header, key }, strays }: Strayed): TablePlan => ({
  table,
  ...(header === undefined ? {} : { header }),
  key,
  schema: [],
  creates: [],
  updates: [...new Set(strays.map((stray) => stray.key))].map((each) => ({
    key: each,
    changes: strays
      .filter((stray) => stray.key === each)
      .map(({ field, wrote, before }) => ({ field, from: wrote, to: before })),
  })),
  same: 0,
  others: 0,
  leftAlone: [],
  refusals: [],
});
