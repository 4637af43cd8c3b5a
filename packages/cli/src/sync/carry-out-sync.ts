import type { Language } from "@minga/core";
import {
  applySync,
  type Both,
  isEmptyPlan,
  SIDES,
  type SyncedPlace,
  type SyncMemory,
  type SyncPlan,
  type TablePlan,
} from "@minga/sync";
import type { State } from "@minga/sync/state";
import { Effect } from "effect";
import type { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { withProgress } from "../source/progress.ts";
import { SYNC } from "../texts/sync.ts";
import { appliedPage, isWhole } from "../tool/applied-page.ts";
import { progressLine, writingFailure } from "../tool/carry-out.ts";
import { marked } from "../tool/with-run.ts";

/** Carries out what was shown, in both places, and says what came of it. Where there is nothing to write, what they agree on is noted all the same. */
export const carryOutSync = (
  plan: SyncPlan,
  places: Both<SyncedPlace>,
  state: State,
  memory: SyncMemory,
  io: Io,
  language: Language,
): Effect.Effect<boolean, Failure> =>
  Effect.gen(function* () {
    const work = withProgress(io, (tell) =>
      Effect.mapError(
        applySync(plan, places, memory, (progress) => tell(progressLine(progress, language))),
        (error) => writingFailure(error, language),
      ),
    );
    const written = SIDES.filter((side) => !isEmptyPlan(plan.plans[side]));
    const applied = yield* written.reduce(
      (inner, side) => marked(state, places[side].target, places[side].name, io, language, inner),
      work,
    );
    yield* Effect.promise(async () => {
      for (const side of written) {
        const touched = new Set(plan.plans[side].tables.filter(isTouched).map(({ table }) => table));
        const told = applied[side].filter(({ table }) => touched.has(table));
        await io.out.write(`${SYNC.inPlace[language](visible(places[side].name))}\n${appliedPage(told, language)}`);
      }
    });
    return SIDES.every((side) => isWhole(applied[side]));
  });

const isTouched = ({ schema, creates, updates }: TablePlan): boolean =>
  schema.length + creates.length + updates.length > 0;
