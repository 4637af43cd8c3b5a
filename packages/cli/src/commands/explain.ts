import { explain, type Parts, parseDay, parsePeriod, type Section, type Strategy } from "@minga/core";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { EXIT } from "../exit-code.ts";
import { jsonExplanation } from "../explain/json.ts";
import { explanationPage } from "../explain/page.ts";
import { partsOf, type WantedPart, wantedParts } from "../explain/part.ts";
import type { Failure } from "../failure.ts";
import { widthOf } from "../io.ts";
import { ChunkWriter } from "../output/chunks.ts";
import { styleOf } from "../output/style.ts";
import { asOfIn, dayProblems } from "../source/as-of.ts";
import { openSource } from "../source/open-source.ts";
import { partLabels } from "../source/part-labels.ts";
import { readRecords } from "../source/read-records.ts";
import type { explainSpec } from "../texts/commands/explain.ts";
import type { UsageProblem } from "../texts/usage.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga explain`: the rows behind a number. */
export const run = ({ positionals, options, io, language }: Invocation<typeof explainSpec>): Work =>
  Effect.gen(function* () {
    const misused = (problems: readonly UsageProblem[]): Effect.Effect<never, Failure> =>
      Effect.fail(usageFailure(problems, "minga explain", language));
    const wanted: WantedPart[] = [];
    const wrong: UsageProblem[] = [...dayProblems({ "--as-of": options["as-of"] })];
    for (const part of wantedParts(options.by)) {
      if ("problem" in part) wrong.push(part);
      else wanted.push(part);
    }
    if (wrong.length > 0) return yield* misused(wrong);
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const { strategy, section, compiled } = opened;
    const asOf = asOfIn(section, options["as-of"]);
    const { indicator } = positionals;
    const problems = problemsOf(indicator, options.period, asOf, strategy, section);
    if (problems.length > 0) return yield* misused(problems);
    const { dataset } = yield* readRecords(opened, io, language);
    const labels = partLabels({ section, strategy, dataset }, language);
    const parts = partsOf(wanted, { dataset, strategy, section, indicator, labels });
    if ("problems" in parts) return yield* misused(parts.problems);
    const by: Parts = parts.by;
    const { period } = options;
    const explanation = explain(dataset, { strategy, section, asOf, indicator, period: canonical(period), by });
    const layout = { language, labels, style: styleOf(io.out, io.env), width: Math.min(widthOf(io.out), 100) };
    yield* Effect.promise(async () => {
      const writer = new ChunkWriter(io.out);
      await writer.add(
        options.format === "json"
          ? `${JSON.stringify(jsonExplanation(explanation, asOf, compiled))}\n`
          : explanationPage(explanation, layout),
      );
      await writer.flush();
    });
    return EXIT.ok;
  });

/** `2025-q1` is read as `2025-Q1`. */
const canonical = (period: string): string => (/^span$/i.test(period) ? "span" : period.toUpperCase());

const problemsOf = (
  indicator: string,
  period: string,
  asOf: string,
  strategy: Strategy,
  section: Section,
): readonly UsageProblem[] => {
  const known = Object.keys(strategy.indicators);
  const problems: UsageProblem[] = known.includes(indicator)
    ? []
    : [{ problem: "unknown-indicator", found: indicator, known }];
  const id = canonical(period);
  const start = id === "span" ? parseDay(strategy.period.start) : parsePeriod(id, section.calendar)?.start;
  if (start === undefined) problems.push({ problem: "no-such-period", found: period });
  else if (start > parseDay(asOf)!) problems.push({ problem: "period-to-come", found: period, asOf });
  return problems;
};
