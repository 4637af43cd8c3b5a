import { fold } from "@minga/core";
import { isOwnName } from "@minga/ingest";
import { Clock, Effect } from "effect";
import type { AdapterError } from "../adapter-error.ts";
import type { FieldValues } from "../apply/journal.ts";
import { planOf } from "../plan/make-plan.ts";
import type { Plan } from "../plan/plan.ts";
import type { StoredTable } from "../stored/table.ts";
import type { Target } from "../target.ts";
import { type MergedTable, mergeTable } from "./merge-table.ts";
import { type Both, type PairedTable, pairTables, type Side, SIDES, type SyncRefusal } from "./pair-tables.ts";

/** A place that is kept the same as another one. */
export interface SyncedPlace {
  /** As the command line names it. */
  readonly name: string;
  readonly target: Target;
}

/** What two places agreed on before. */
export interface Agreements {
  /** By table, without accents and case. */
  readonly tables: readonly string[];
  readonly of: (table: string) => ReadonlyMap<string, FieldValues>;
}

/** What a sync may do. */
export interface SyncOptions {
  /** Whose value stands where both changed; without it that is left to a person. */
  readonly prefer?: Side;
  /** These tables alone. */
  readonly tables?: readonly string[];
  /** The field that tells rows apart, by table. */
  readonly keys?: ReadonlyMap<string, string>;
  readonly allowMany?: boolean;
  readonly allowMissing?: boolean;
}

/** A table that two places have, held against each other. */
export interface SyncedTable extends MergedTable, Pick<PairedTable, "alone" | "stored"> {
  /** Without accents and case. */
  readonly name: string;
  /** Its name in the first place. */
  readonly shown: string;
}

/** What there is to do so that two places say the same. */
export interface SyncPlan {
  readonly tables: readonly SyncedTable[];
  readonly refused: readonly (SyncRefusal & { readonly table: string })[];
  /** Tables that one place alone has: they are left alone. */
  readonly alone: Both<readonly string[]>;
  readonly plans: Both<Plan>;
}

const isBlank = ({ fields, rows }: StoredTable): boolean =>
  rows.length === 0 && fields.every(({ name }) => name === "");

/**
 * Looks at two places and plans what makes them say the same. Reads alone.
 *
 * @example
 * const plan = yield* planSync({ first, second }, state.agreements(pair), { prefer: "first" });
 */
export const planSync = (
  places: Both<SyncedPlace>,
  agreements: Agreements,
  options: SyncOptions = {},
): Effect.Effect<SyncPlan, AdapterError> =>
  Effect.gen(function* () {
    const access = { first: yield* places.first.target.check, second: yield* places.second.target.check };
    const asked = options.tables?.map(fold);
    const namesIn = (side: Side): ReadonlyMap<string, string> =>
      new Map(
        access[side].tables
          .filter((name) => !isOwnName(name))
          .map((name) => [fold(name), name] as const)
          .filter(([name]) => asked === undefined || asked.includes(name)),
      );
    const names = { first: namesIn("first"), second: namesIn("second") };
    const refused: (SyncRefusal & { readonly table: string })[] = [];
    const tables: SyncedTable[] = [];
    for (const [name, shown] of names.first) {
      const other = names.second.get(name);
      if (other === undefined) continue;
      const first = yield* places.first.target.load({ name: shown });
      const second = yield* places.second.target.load({ name: other });
      // Gone between the list and the look: the next run sees it as it is then.
      if (first === undefined || second === undefined) continue;
      // A tab in which nothing stands is no table yet.
      if (isBlank(first) && isBlank(second)) continue;
      const agreed = agreements.of(name);
      const key = [...(options.keys ?? [])].find(([table]) => fold(table) === name)?.[1];
      const { allowMissing = false } = options;
      const paired = pairTables({ first, second }, { agreed, allowMissing, ...(key === undefined ? {} : { key }) });
      if ("code" in paired) refused.push({ table: shown, ...paired });
      else {
        const { alone, stored } = paired;
        tables.push({ name, shown, alone, stored, ...mergeTable(paired, agreed, options.prefer) });
      }
    }
    for (const name of agreements.tables) {
      const standing = SIDES.filter((side) => names[side].has(name));
      if (standing.length === 1) refused.push({ table: names[standing[0]!].get(name)!, code: "table-missing" });
    }
    const now = yield* Clock.currentTimeMillis;
    const how = { allowMany: options.allowMany ?? false };
    const planFor = (side: Side): Plan => {
      const looked = tables.map(({ wanted, stored }) => ({ wanted: wanted[side], stored: stored[side] }));
      return planOf(places[side].target, places[side].name, looked, how, now);
    };
    const aloneIn = (side: Side, other: Side): readonly string[] =>
      [...names[side]].flatMap(([name, shown]) =>
        names[other].has(name) || agreements.tables.includes(name) ? [] : [shown],
      );
    return {
      tables,
      refused,
      alone: { first: aloneIn("first", "second"), second: aloneIn("second", "first") },
      plans: { first: planFor("first"), second: planFor("second") },
    };
  });
