import { type Change, explain, explainChange, type Receipt } from "@minga/core";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { EXIT } from "../exit-code.ts";
import { changeCsv } from "../explain/change-csv.ts";
import { jsonChange } from "../explain/change-json.ts";
import { changePage, type Sides } from "../explain/change-page.ts";
import { receiptCsv } from "../explain/csv.ts";
import { jsonReceipt } from "../explain/json.ts";
import { Lists, type PageLayout } from "../explain/layout.ts";
import { receiptPage } from "../explain/page.ts";
import { partsOf } from "../explain/part.ts";
import { problemsIn, type Request, requestOf } from "../explain/request.ts";
import type { Failure } from "../failure.ts";
import { widthOf } from "../io.ts";
import { ChunkWriter } from "../output/chunks.ts";
import { styleOf } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { asOfIn } from "../source/as-of.ts";
import { type OpenedSource, openSource } from "../source/open-source.ts";
import { openStrategy } from "../source/open-strategy.ts";
import { type PartLabels, partLabels } from "../source/part-labels.ts";
import { readRecords } from "../source/read-records.ts";
import type { explainSpec } from "../texts/commands/explain.ts";
import type { UsageProblem } from "../texts/usage.ts";
import type { Invocation, Work } from "./command.ts";

type Given = Invocation<typeof explainSpec>;

/** `minga explain`: the rows behind a number, or behind the difference of two. */
export const run = (given: Given): Work =>
  Effect.gen(function* () {
    const { positionals, options, io, language } = given;
    const request = requestOf(options);
    if ("problems" in request) return yield* misused(request.problems, given);
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const asOf = asOfIn(opened.section, options["as-of"]);
    const [before, after] = yield* sidesOf(request, opened, given);
    const { indicator } = positionals;
    const wrong = [after, ...(before === undefined ? [] : [before])].flatMap(({ source, period }) =>
      problemsIn(source, { indicator, period, asOf }),
    );
    if (wrong.length > 0) return yield* misused(wrong, given);
    const read = yield* reader(after.source, request, asOf, given);
    const receipt = read.receiptOf(after.period);
    const layout: PageLayout = {
      language,
      labels: read.labels,
      style: styleOf(io.out, io.env),
      width: Math.min(widthOf(io.out), 100),
      lists: new Lists(options.all),
    };
    if (before === undefined) {
      yield* Effect.promise(() => write(receiptIn(receipt, asOf, options.format, layout), given));
      return EXIT.ok;
    }
    const other = before.source === after.source ? read : yield* reader(before.source, request, asOf, given);
    const change = explainChange(other.receiptOf(before.period), receipt);
    const sides = { before: before.name, after: after.name };
    yield* Effect.promise(() => write(changeIn(change, sides, asOf, options.format, layout), given));
    return EXIT.ok;
  });

const misused = (problems: readonly UsageProblem[], { language }: Given): Effect.Effect<never, Failure> =>
  Effect.fail(usageFailure(problems, "minga explain", language));

/** One of the numbers: where it comes from, and what it is called. */
interface Side {
  readonly source: OpenedSource;
  readonly period: string;
  readonly name: string;
}

/** What is compared, the earlier first; nothing is where one number is asked for. */
const sidesOf = (
  { period, earlier }: Request,
  source: OpenedSource,
  { positionals, options, language }: Given,
): Effect.Effect<readonly [before: Side | undefined, after: Side], Failure> =>
  Effect.gen(function* () {
    if (earlier === undefined) return [undefined, { source, period, name: period }];
    if (earlier.by === "period") {
      return [
        { source, period: earlier.period, name: earlier.period },
        { source, period, name: period },
      ];
    }
    if (earlier.by === "data") {
      // As it stood: with its own minga.yaml, where the strategy is not given for both.
      const other = yield* openSource(earlier.path, { strategy: options.strategy, language });
      return [
        { source: other, period, name: visible(earlier.path) },
        { source, period, name: visible(positionals.source) },
      ];
    }
    const other = yield* openStrategy(earlier.path, language);
    return [
      { source: { ...source, ...other }, period, name: visible(earlier.path) },
      { source, period, name: visible(options.strategy ?? source.strategy.id) },
    ];
  });

/** Reads the records of a side, and gives its receipts. */
const reader = (
  source: OpenedSource,
  { by }: Request,
  asOf: string,
  given: Given,
): Effect.Effect<{ readonly labels: PartLabels; readonly receiptOf: (period: string) => Receipt }, Failure> =>
  Effect.gen(function* () {
    const { positionals, io, language } = given;
    const { indicator } = positionals;
    const { strategy, section } = source;
    const { dataset } = yield* readRecords(source, io, language);
    const labels = partLabels({ section, strategy, dataset }, language);
    const parts = partsOf(by, { dataset, strategy, section, indicator, labels });
    if ("problems" in parts) return yield* misused(parts.problems, given);
    const receiptOf = (period: string): Receipt =>
      explain(dataset, { strategy, section, asOf, indicator, period, by: parts.by });
    return { labels, receiptOf };
  });

type Format = Given["options"]["format"];

const receiptIn = (receipt: Receipt, asOf: string, format: Format, layout: PageLayout): Iterable<string> => {
  if (format === "csv") return receiptCsv(receipt, layout.language);
  return [format === "json" ? `${JSON.stringify(jsonReceipt(receipt, asOf))}\n` : receiptPage(receipt, layout)];
};

const changeIn = (change: Change, sides: Sides, asOf: string, format: Format, layout: PageLayout): Iterable<string> => {
  if (format === "csv") return [changeCsv(change, layout.language)];
  return [format === "json" ? `${JSON.stringify(jsonChange(change, asOf))}\n` : changePage(change, sides, layout)];
};

const write = async (texts: Iterable<string>, { io }: Given): Promise<void> => {
  const writer = new ChunkWriter(io.out);
  for (const text of texts) await writer.add(text);
  await writer.flush();
};
