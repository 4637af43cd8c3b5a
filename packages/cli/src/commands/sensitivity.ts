import { FormulaError, parseDay, sensitivity, type SensitivityRun } from "@minga/core";
import { toCsv } from "@minga/files";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { EXIT } from "../exit-code.ts";
import type { Failure } from "../failure.ts";
import { type Io, widthOf } from "../io.ts";
import { ChunkWriter } from "../output/chunks.ts";
import { jsonResult } from "../output/results-json.ts";
import { styleOf } from "../output/style.ts";
import { sensitivityTable } from "../sensitivity/page.ts";
import { type Trial, trialOf } from "../sensitivity/values.ts";
import { asOfIn, dayProblems } from "../source/as-of.ts";
import { formulaFailure } from "../source/open-strategy.ts";
import { openSource } from "../source/open-source.ts";
import { readRecords } from "../source/read-records.ts";
import type { sensitivitySpec } from "../texts/commands/sensitivity.ts";
import type { UsageProblem } from "../texts/usage.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga sensitivity`: one indicator for each value of an assumption. */
export const run = ({ positionals, options, io, language }: Invocation<typeof sensitivitySpec>): Work =>
  Effect.gen(function* () {
    const misused = (problems: readonly UsageProblem[]): Effect.Effect<never, Failure> =>
      Effect.fail(usageFailure(problems, "minga sensitivity", language));
    const { grain = "year", from, to } = options;
    const wrong = [...dayProblems({ "--from": from, "--to": to, "--as-of": options["as-of"] })];
    if (from !== undefined && to !== undefined && wrong.length === 0 && parseDay(from)! > parseDay(to)!) {
      wrong.push({ problem: "from-after-to", from, to });
    }
    if (wrong.length > 0) return yield* misused(wrong);
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const { strategy, section, compiled } = opened;
    const { indicator } = positionals;
    const known = Object.keys(strategy.indicators);
    if (!known.includes(indicator)) {
      return yield* misused([{ problem: "unknown-indicator", found: indicator, known }]);
    }
    const trial = trialOf(options.assumption, indicator, compiled);
    if ("problems" in trial) return yield* misused(trial.problems);
    const { dataset } = yield* readRecords(opened, io, language);
    const asOf = asOfIn(section, options["as-of"]);
    const runs = yield* Effect.try({
      try: () =>
        sensitivity(dataset, {
          strategy,
          section,
          asOf,
          grain,
          indicator,
          ...trial,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        }),
      catch: (error) => {
        if (error instanceof FormulaError) return formulaFailure(error.compiled.issues, language);
        throw error;
      },
    });
    yield* Effect.promise(() =>
      write(runs, trial, io, options.format ?? "table", () =>
        sensitivityTable(runs, trial, indicator, {
          strategy,
          language,
          style: styleOf(io.out, io.env),
          width: widthOf(io.out),
        }),
      ),
    );
    return EXIT.ok;
  });

const write = async (
  runs: readonly SensitivityRun[],
  { assumption }: Trial,
  io: Io,
  format: "table" | "csv" | "json",
  table: () => string,
): Promise<void> => {
  const writer = new ChunkWriter(io.out);
  if (format === "table") await writer.add(table());
  else if (format === "json") {
    const tried = runs.map(({ value, isCurrent, results }) => ({ value, isCurrent, results: results.map(jsonResult) }));
    await writer.add(`${JSON.stringify({ assumption, runs: tried })}\n`);
  } else {
    const rows = runs.flatMap(({ value, results }) =>
      results.map((result) => [
        typeof value === "object" ? value.join("+") : String(value),
        result.period,
        result.state,
        result.state === "value" ? result.value : null,
      ]),
    );
    await writer.add(toCsv([assumption, "period", "state", "value"], rows));
  }
  await writer.flush();
};
