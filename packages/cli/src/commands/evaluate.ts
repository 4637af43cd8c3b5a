import { evaluate, parseDay, periodsOf, type Result, withhold } from "@minga/core";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { indicatorsOf, requestOf } from "../evaluate/request.ts";
import { resultsTable } from "../evaluate/table.ts";
import { csvWriter, jsonWriter, type ResultsWriter } from "../evaluate/writer.ts";
import { EXIT } from "../exit-code.ts";
import { widthOf } from "../io.ts";
import { styleOf } from "../output/style.ts";
import { asOfIn } from "../source/as-of.ts";
import { openSource } from "../source/open-source.ts";
import { partLabels } from "../source/part-labels.ts";
import { noteProblems, problemsOf } from "../source/problem-note.ts";
import { withProgress } from "../source/progress.ts";
import { readRecords } from "../source/read-records.ts";
import { breathe } from "../source/step.ts";
import type { evaluateSpec } from "../texts/commands/evaluate.ts";
import { TABLE_TEXTS } from "../texts/evaluate.ts";
import { EVALUATING } from "../texts/source.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga evaluate`: the indicators by period and part. */
export const run = ({ positionals, options, io, language }: Invocation<typeof evaluateSpec>): Work =>
  Effect.gen(function* () {
    const request = requestOf(options);
    if ("problems" in request) {
      return yield* Effect.fail(usageFailure(request.problems, "minga evaluate", language));
    }
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const { strategy, section } = opened;
    const wanted = indicatorsOf(strategy, options);
    if ("problems" in wanted) {
      return yield* Effect.fail(usageFailure(wanted.problems, "minga evaluate", language));
    }
    const { dataset } = yield* readRecords(opened, io, language);
    const asOf = asOfIn(section, options["as-of"]);
    const range = {
      ...(options.from === undefined ? {} : { from: options.from }),
      ...(options.to === undefined ? {} : { to: options.to }),
    };
    const table: Result[] = [];
    const writer: ResultsWriter =
      options.format === "json"
        ? jsonWriter(io.out, asOf)
        : options.format === "csv"
          ? csvWriter(io.out, request.by)
          : { take: async (results) => void table.push(...results), end: async () => {} };
    yield* withProgress(io, (tell) =>
      Effect.gen(function* () {
        const all: (readonly Result[])[] = [];
        for (const [done, indicator] of wanted.ids.entries()) {
          tell(EVALUATING[language]({ indicator, done: done + 1, all: wanted.ids.length }));
          yield* breathe;
          const results = evaluate(dataset, { strategy, section, asOf, ...request, ...range, indicators: [indicator] });
          if (options.shared) all.push(results);
          else yield* Effect.promise(() => writer.take(results));
        }
        // What one reader gets is withheld together: numbers of several indicators can lead to one of them.
        for (const results of withhold(
          all.map((each) => ({ results: each, strategy, asOf })),
          section,
        )) {
          yield* Effect.promise(() => writer.take(results));
        }
      }),
    );
    yield* Effect.promise(async () => {
      await writer.end();
      const days = { from: parseDay(options.from ?? ""), to: parseDay(options.to ?? "") };
      if (table.length > 0) {
        const labels = partLabels({ section, strategy, dataset }, language);
        const style = styleOf(io.out, io.env);
        const layout = { labels, language, style, width: widthOf(io.out) };
        await io.out.write(resultsTable({ strategy, sectionName: section.name, asOf, results: table, ...layout }));
      }
      const periods = periodsOf(strategy, {
        grain: request.grain,
        asOf: parseDay(asOf)!,
        calendar: section.calendar,
        ...(days.from === undefined ? {} : { from: days.from }),
        ...(days.to === undefined ? {} : { to: days.to }),
      });
      if (periods.length === 0) await io.err.write(`${TABLE_TEXTS.noPeriods[language]}\n`);
      await noteProblems(problemsOf(dataset, { strategy, section, asOf }), positionals.source, io, language);
    });
    return EXIT.ok;
  });
