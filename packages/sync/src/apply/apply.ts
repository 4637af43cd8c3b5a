import { Effect, Result } from "effect";
import type { AdapterError } from "../adapter-error.ts";
import { leastTime } from "../calls/limits.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import type { StoredTable } from "../stored/table.ts";
import { ToolError } from "../tool-error.ts";
import type { Operation, Target } from "../target.ts";
import { remainingOf, type Stale } from "./classify.ts";
import type { Journal } from "./journal.ts";
import { noteOf } from "./note-of.ts";
import { OpenNotes } from "./open-notes.ts";
import { type Disturbance, readBack, Repairs } from "./read-back.ts";

/** How far carrying out a plan has come. */
export interface ApplyProgress {
  readonly table: string;
  readonly done: number;
  readonly all: number;
  readonly requests: number;
  /** Milliseconds that what is left takes at the least. */
  readonly left: number;
}

/** What came of a table's plan. */
export interface AppliedTable {
  readonly table: string;
  readonly created: number;
  readonly updated: number;
  /** Rows that stood as planned already: an earlier run's, or somebody's. */
  readonly already: number;
  /** Rows left as they stand, since they changed after the plan was made. */
  readonly stale: readonly Stale[];
  /** What somebody did within the one request that wrote, and what became of it. */
  readonly disturbed: readonly Disturbance[];
}

/** What a plan is carried out with. */
export interface ApplyOptions {
  readonly journal: Journal;
  readonly onProgress?: (progress: ApplyProgress) => void;
}

/** A journal that cannot be written: nothing is written to the tool either. */
export class JournalError extends Error {
  readonly _tag = "JournalError";
  override readonly name = "JournalError";
}

/** So often a table is looked at again after something went wrong on the way. */
const MOST_LOOKS = 8;

/**
 * Carries out a plan. It may be repeated at any moment, after whatever interruption: it looks at what stands, writes what is
 * still to be written where it stands as the plan found it, and says for which rows the plan no longer holds.
 *
 * What is promised: a row is never doubled, and an edit that the last look could see is never written over. One that lands
 * within the single request after that look may be; the journal then holds what stood there before.
 *
 * @example
 * const applied = yield* applyPlan(plan, target, { journal });
 */
export const applyPlan = (
  plan: Plan,
  target: Target,
  options: ApplyOptions,
): Effect.Effect<readonly AppliedTable[], AdapterError | JournalError> =>
  Effect.gen(function* () {
    const tables = plan.tables.filter(({ refusals }) => refusals.length === 0);
    const schema = tables.flatMap((table) => table.schema);
    // All at once: a table may link one that comes after it.
    if (schema.length > 0) yield* target.provision(schema);
    return yield* Effect.forEach(tables, (table) => applyTable(table, target, options));
  });

const applyTable = (
  plan: TablePlan,
  target: Target,
  { journal, onProgress }: ApplyOptions,
): Effect.Effect<AppliedTable, AdapterError | JournalError> =>
  Effect.gen(function* () {
    const all = plan.creates.length + plan.updates.length;
    const made = new Set<string>();
    const changed = new Set<string>();
    const repairs = new Repairs(plan.key);
    const tell = (): void => {
      const done = made.size + changed.size;
      const cost = target.cost({
        rows: 0,
        creates: Math.max(plan.creates.length - made.size, 0),
        updates: Math.max(plan.updates.length - changed.size, 0),
        schema: 0,
      });
      const requests = target.sent.reads + target.sent.writes;
      onProgress?.({ table: plan.table, done, all, requests, left: leastTime(target.limits, cost) });
    };
    const none = { table: plan.table, created: 0, updated: 0, already: 0, stale: [], disturbed: [] };
    if (all === 0) return none;
    let last: AdapterError | undefined;
    const open = new OpenNotes(journal, repairs);
    for (let look = 1; look <= MOST_LOOKS; look++) {
      const stored = yield* loaded(plan, target);
      yield* noted(() => open.lookedAt(stored));
      const { todo, done, stale } = remainingOf(plan, stored);
      const mending = repairs.operations(stored);
      const already = done.filter((key) => !made.has(key) && !changed.has(key)).length;
      const result = (): AppliedTable => ({
        table: plan.table,
        created: made.size,
        updated: changed.size,
        already,
        stale,
        disturbed: repairs.told,
      });
      // What was begun and whose answer was lost stands already: it was this run that did it.
      if (todo.length === 0 && mending.length === 0) return result();
      tell();
      // What was hit by mistake is put back first: until it is, it may look like something that the plan found.
      const isMending = mending.length > 0;
      const operations = isMending ? mending : todo;
      const outcome = yield* written(plan, stored, operations, target, journal, open, repairs, ({ kind, key }) => {
        if (!isMending) (kind === "create" ? made : changed).add(key);
        tell();
      });
      if (outcome === "whole" && !isMending && open.isEmpty) return result();
      // What went wrong on the way is over; a last look says whether anything of it is left.
      if (outcome === "whole") continue;
      // Whether the last thing landed is learned by looking; that the tool refuses it may be for what somebody did meanwhile.
      if (outcome !== "disturbed") {
        if (!outcome.mayHaveLanded && outcome.reason !== "refused") {
          return yield* Effect.fail(outcome);
        }
        last = outcome;
      }
    }
    return yield* Effect.fail(last ?? new ToolError(target.limits.service, "conflict"));
  });

const loaded = (plan: TablePlan, target: Target): Effect.Effect<StoredTable, AdapterError> =>
  Effect.gen(function* () {
    const { service } = target.limits;
    const stored = yield* target.load({
      name: plan.table,
      ...(plan.header === undefined ? {} : { header: plan.header }),
    });
    if (stored === undefined) return yield* Effect.fail(new ToolError(service, "no-such-table", plan.table));
    if (!stored.isComplete) return yield* Effect.fail(new ToolError(service, "unfinished"));
    return stored;
  });

/** Writes some rows, as many at once as the target takes. Answers with what stopped it, or that nothing did. */
const written = (
  plan: TablePlan,
  stored: StoredTable,
  operations: readonly Operation[],
  target: Target,
  journal: Journal,
  open: OpenNotes,
  repairs: Repairs,
  onWritten: (operation: Operation) => void,
): Effect.Effect<"whole" | "disturbed" | AdapterError, JournalError> =>
  Effect.gen(function* () {
    for (let at = 0; at < operations.length; at += target.most) {
      const part = operations.slice(at, at + target.most);
      const note = noteOf(part, plan, stored, target, repairs);
      const id = yield* noted(() => journal.begin(note));
      const result = yield* Effect.result(target.write(stored, part, plan.key));
      if (Result.isFailure(result)) {
        // What certainly did not land leaves nothing to look at.
        if (result.failure.mayHaveLanded) open.add(id, note);
        else yield* noted(() => journal.end(id, []));
        return result.failure;
      }
      const disturbed = readBack(part, result.success, stored, plan, repairs);
      if (disturbed.size > 0) open.add(id, note);
      else yield* noted(() => journal.end(id, keysOf(part)));
      for (const operation of part) if (!disturbed.has(operation)) onWritten(operation);
      // Rows are no longer where they were: what is left is looked for anew.
      if (disturbed.size > 0) return "disturbed";
    }
    return "whole";
  });

const noted = <Value>(write: () => Value): Effect.Effect<Value, JournalError> =>
  Effect.try({
    try: write,
    catch: (cause) => new JournalError(cause instanceof Error ? cause.message : String(cause), { cause }),
  });

const keysOf = (operations: readonly Operation[]): readonly string[] => operations.map(({ key }) => key);
