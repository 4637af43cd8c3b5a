import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { EXIT } from "../exit-code.ts";
import { visible } from "../output/visible.ts";
import { writePage } from "../output/write-file.ts";
import { asOfIn, dayProblems } from "../source/as-of.ts";
import { makeReport } from "../source/make-report.ts";
import { openSource } from "../source/open-source.ts";
import { noteProblems, problemsOf } from "../source/problem-note.ts";
import type { reportSpec } from "../texts/commands/report.ts";
import { LOCAL_WARNING, WRITTEN } from "../texts/report.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga report`: one page for a person, to share. */
export const run = ({ positionals, options, io, language }: Invocation<typeof reportSpec>): Work =>
  Effect.gen(function* () {
    const wrong = dayProblems({ "--as-of": options["as-of"] });
    if (wrong.length > 0) return yield* Effect.fail(usageFailure(wrong, "minga report", language));
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const { strategy, section } = opened;
    const asOf = asOfIn(section, options["as-of"]);
    const { page, dataset } = yield* makeReport(opened, { asOf, local: options.local }, io, language);
    yield* writePage(options.output, page, language);
    const path = visible(options.output);
    yield* Effect.promise(async () => {
      await io.err.write(`${(options.local ? LOCAL_WARNING : WRITTEN)[language](path)}\n`);
      await noteProblems(problemsOf(dataset, { strategy, section, asOf }), positionals.source, io, language);
    });
    return EXIT.ok;
  });
