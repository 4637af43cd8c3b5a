import type { Dataset, Dimension, Result, Section, Strategy, Text } from "@minga/core";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { csvWriter } from "../evaluate/writer.ts";
import { EXIT } from "../exit-code.ts";
import { widthOf } from "../io.ts";
import { ChunkWriter } from "../output/chunks.ts";
import { jsonResult } from "../output/results-json.ts";
import { styleOf } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { asOfIn } from "../source/as-of.ts";
import { openSource } from "../source/open-source.ts";
import { partLabels } from "../source/part-labels.ts";
import { noteProblems, problemsOf } from "../source/problem-note.ts";
import { readRecords } from "../source/read-records.ts";
import type { pyramidSpec } from "../texts/commands/pyramid.ts";
import type { Invocation, Work } from "../commands/command.ts";
import { type Asked, askedOf } from "./days.ts";
import { ladderTable } from "./table.ts";

/** What a ladder says: its results, and the steps that their parts name. */
interface Told {
  readonly results: readonly Result[];
  readonly steps: readonly { readonly id: string; readonly label: Text }[];
}

/** What a ladder is told from. */
interface Telling {
  readonly dataset: Dataset;
  readonly strategy: Strategy;
  readonly section: Section;
  readonly by: readonly Dimension[];
  readonly shared: boolean;
}

/** A command about a ladder: what it can be broken down by, and how it is told on one day and between two. */
export interface LadderCommand {
  readonly name: string;
  readonly dimensions: readonly Dimension[];
  readonly at: (telling: Telling, at: string) => Told;
  readonly between: (telling: Telling, days: NonNullable<Asked["between"]>) => Told;
}

/** Runs a command about a ladder. */
export const runLadder = (
  { positionals, options, io, language }: Invocation<typeof pyramidSpec>,
  command: LadderCommand,
): Work =>
  Effect.gen(function* () {
    const asked = askedOf(options, command.dimensions);
    if ("problems" in asked) return yield* Effect.fail(usageFailure(asked.problems, `minga ${command.name}`, language));
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const { strategy, section } = opened;
    const { dataset } = yield* readRecords(opened, io, language);
    const telling = { dataset, strategy, section, by: asked.by, shared: options.shared };
    const at = asOfIn(section, asked.at);
    const { results, steps } =
      asked.between === undefined ? command.at(telling, at) : command.between(telling, asked.between);
    yield* Effect.promise(async () => {
      if (options.format === "csv") {
        const names = [...new Set(results.flatMap(({ by }) => Object.keys(by)))];
        const writer = csvWriter(io.out, names);
        await writer.take(results);
        await writer.end();
      } else {
        const writer = new ChunkWriter(io.out);
        const days = asked.between ?? { at };
        if (options.format === "json") {
          await writer.add(`${JSON.stringify({ ...days, results: results.map(jsonResult) })}\n`);
        } else {
          const style = styleOf(io.out, io.env);
          const labels = partLabels({ section, strategy, dataset }, language);
          await writer.add(`${style.strong(visible(strategy.label[language]))}\n\n`);
          await writer.add(ladderTable(results, { strategy, steps, labels, language, style, width: widthOf(io.out) }));
        }
        await writer.flush();
      }
      const asOf = asked.between?.to ?? at;
      await noteProblems(problemsOf(dataset, { strategy, section, asOf }), positionals.source, io, language);
    });
    return EXIT.ok;
  });
