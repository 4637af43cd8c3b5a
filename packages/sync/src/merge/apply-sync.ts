import { fold } from "@minga/core";
import { Effect } from "effect";
import type { AdapterError } from "../adapter-error.ts";
import { type AppliedTable, applyPlan, type ApplyProgress, JournalError } from "../apply/apply.ts";
import type { FieldValues, Journal, JournalNote } from "../apply/journal.ts";
import type { TablePlan } from "../plan/plan.ts";
import type { Both, Side } from "./pair-tables.ts";
import type { SyncedPlace, SyncedTable, SyncPlan } from "./plan-sync.ts";

/** What remembers what two places agree on, and notes what is about to be written. Each may throw: then nothing is written. */
export interface SyncMemory {
  /** Adds what they agree on of some rows of a table; what is gone from both is dropped. */
  readonly agree: (table: string, rows: ReadonlyMap<string, FieldValues>, gone?: readonly string[]) => void;
  /** `onStanding` is told which rows stand as written, at once with the note's end. */
  readonly journal: (onStanding: (note: JournalNote, keys: readonly string[]) => void) => Journal;
}

/**
 * Carries out what was planned for two places, and remembers what they agree on. It may be cut at any moment and run again: what
 * stands on both sides by then is agreed, and the rest flows as before.
 *
 * @example
 * const applied = yield* applySync(plan, places, memory);
 */
export const applySync = (
  { tables, plans }: SyncPlan,
  places: Both<SyncedPlace>,
  memory: SyncMemory,
  onProgress?: (progress: ApplyProgress) => void,
): Effect.Effect<Both<readonly AppliedTable[]>, AdapterError | JournalError> =>
  Effect.gen(function* () {
    yield* remembered(() => {
      for (const { name, agree, gone } of tables) memory.agree(name, agree, gone);
    });
    const apply = (side: Side): Effect.Effect<readonly AppliedTable[], AdapterError | JournalError> => {
      const standing = new Map(plans[side].tables.map((plan) => [plan.table, agreementIn(plan, side, tables)]));
      const journal = memory.journal(({ table }, keys) => {
        const { name, of } = standing.get(table)!;
        memory.agree(name, new Map(keys.flatMap((key) => of(key) ?? [])));
      });
      return applyPlan(plans[side], places[side].target, {
        journal,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
    };
    const second = yield* apply("second");
    return { first: yield* apply("first"), second };
  });

interface AgreementIn {
  readonly name: string;
  /** What the places agree on once the row of this key stands as it was planned. */
  readonly of: (key: string) => readonly (readonly [string, FieldValues])[] | undefined;
}

/** Without what the plan leaves as it stands: on that they do not agree. */
const agreementIn = (plan: TablePlan, side: Side, tables: readonly SyncedTable[]): AgreementIn => {
  const { name, intended } = tables.find(({ wanted }) => wanted[side].name === plan.table)!;
  const left = new Set(plan.leftAlone.map(({ key = "", field = "" }) => JSON.stringify([key, fold(field)])));
  const isLeft = (key: string, field: string): boolean =>
    left.has(JSON.stringify([key, field])) || left.has(JSON.stringify(["", field]));
  return {
    name,
    of: (key) => {
      const fields = intended[side].get(key);
      if (fields === undefined) return undefined;
      return [[key, Object.fromEntries(Object.entries(fields).filter(([field]) => !isLeft(key, field)))]];
    },
  };
};

const remembered = (work: () => void): Effect.Effect<void, JournalError> =>
  Effect.try({
    try: work,
    catch: (cause) => new JournalError(cause instanceof Error ? cause.message : String(cause), { cause }),
  });
