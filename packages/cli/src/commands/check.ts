import { evaluate, type Result } from "@minga/core";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { findingsPage } from "../check/page.ts";
import { EXIT } from "../exit-code.ts";
import { widthOf } from "../io.ts";
import { ChunkWriter } from "../output/chunks.ts";
import { styleOf } from "../output/style.ts";
import { asOfIn, dayProblems } from "../source/as-of.ts";
import { openSource } from "../source/open-source.ts";
import { countProblems, problemsOf } from "../source/problem-note.ts";
import { readRecords } from "../source/read-records.ts";
import type { checkSpec } from "../texts/commands/check.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga check`: what there is to mend in the files. */
export const run = ({ positionals, options, io, language }: Invocation<typeof checkSpec>): Work =>
  Effect.gen(function* () {
    const wrong = dayProblems({ "--as-of": options["as-of"] });
    if (wrong.length > 0) return yield* Effect.fail(usageFailure(wrong, "minga check", language));
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const { strategy, section } = opened;
    const reading = yield* readRecords(opened, io, language);
    const { dataset } = reading;
    const problems = problemsOf(dataset, { strategy, section, asOf: asOfIn(section, options["as-of"]) });
    // What is absent from the files is absent in every period: one is enough.
    const { start, end } = strategy.period;
    const untold = evaluate(dataset, { strategy, section, from: start, to: start, asOf: end }).filter(isAbsent);
    const layout = {
      language,
      shared: options.shared,
      style: styleOf(io.out, io.env),
      width: Math.min(widthOf(io.out), 120),
    };
    yield* Effect.promise(async () => {
      const writer = new ChunkWriter(io.out);
      for (const line of findingsPage({ reading, problems, untold }, layout)) await writer.add(`${line}\n`);
      await writer.flush();
    });
    const { errors, warnings } = countProblems(problems);
    return errors + warnings > 0 ? EXIT.problems : EXIT.ok;
  });

const isAbsent = (result: Result): boolean =>
  result.state === "missing" && (result.reason.code === "absent-table" || result.reason.code === "absent-column");
