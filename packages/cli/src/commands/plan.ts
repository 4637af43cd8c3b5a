import { formatSource } from "@minga/core";
import { isRefused, makePlan, planToJson } from "@minga/sync";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { visible } from "../output/visible.ts";
import { beginningOf, writeWhole } from "../output/write-file.ts";
import { openSource } from "../source/open-source.ts";
import type { planSpec } from "../texts/commands/plan.ts";
import { PLAN } from "../texts/plan.ts";
import { openTarget, orFailure } from "../tool/open-target.ts";
import { planPage } from "../tool/plan-page.ts";
import { readToKeep } from "../tool/tables-to-keep.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga plan`: what there is to do so that a place in a tool holds the rows of SOURCE. */
export const run = ({ positionals, options, io, language }: Invocation<typeof planSpec>): Work =>
  Effect.gen(function* () {
    const target = yield* openTarget(positionals.target, io, language);
    const opened = yield* openSource(positionals.source, { strategy: undefined, language });
    const { tables, left } = yield* readToKeep(opened, io, language);
    const given = { allowMany: options["allow-many"], flagMissing: options["flag-missing"] };
    const plan = yield* orFailure(makePlan(target, positionals.target, tables, given), language);
    const { output } = options;
    if (output !== undefined) yield* writeWhole(output, planToJson(plan), language, isPlan, 0o600);
    const page = options.format === "json" ? planToJson(plan) : planPage(plan, target.limits.service, language);
    yield* Effect.promise(async () => {
      await io.out.write(page);
      for (const sheet of left) await io.err.write(`${visible(PLAN.notKept[language](formatSource(sheet)))}\n`);
      if (output !== undefined) await io.err.write(`${visible(PLAN.written[language](output))}\n`);
    });
    return isRefused(plan) ? EXIT.problems : EXIT.ok;
  });

const isPlan = async (path: string): Promise<boolean> => /^\{\s*"version": 1,\s*"made"/.test(await beginningOf(path));
