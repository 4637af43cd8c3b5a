import {
  dimensionsOfPeople,
  flowsBetween,
  type Ladder,
  progressUntil,
  shareLadders,
  standingAt,
  STEP_DIMENSION,
} from "@minga/core";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import type { Invocation, Work } from "../commands/command.ts";
import { dimensionsOf } from "../evaluate/request.ts";
import { EXIT } from "../exit-code.ts";
import { widthOf } from "../io.ts";
import { styleOf } from "../output/style.ts";
import { dayOrTwo, dayOrTwoProblems } from "../source/days.ts";
import { openSource } from "../source/open-source.ts";
import { partLabels } from "../source/part-labels.ts";
import { noteProblems, problemsOf } from "../source/problem-note.ts";
import { withProgress } from "../source/progress.ts";
import { readRecords } from "../source/read-records.ts";
import { breathe } from "../source/step.ts";
import type { pyramidSpec } from "../texts/commands/pyramid.ts";
import type { routeSpec } from "../texts/commands/route.ts";
import { LADDER_TITLES } from "../texts/ladder.ts";
import { flowsPage } from "./flows-page.ts";
import { allResults, jsonFlows, jsonStanding } from "./json.ts";
import { standingPage } from "./standing-page.ts";
import { type Telling, writeTelling } from "./telling.ts";

/** `minga pyramid` and `minga route`: where people stand on a day, or how they moved between two. */
export const runLadder = (
  ladder: Ladder,
  { positionals, options, io, language }: Invocation<typeof pyramidSpec> | Invocation<typeof routeSpec>,
): Work =>
  Effect.gen(function* () {
    const { by, problems } = dimensionsOf(options.by, dimensionsOfPeople(ladder));
    const wrong = [...dayOrTwoProblems(options), ...problems];
    if (wrong.length > 0) return yield* Effect.fail(usageFailure(wrong, `minga ${ladder}`, language));
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const { strategy, section } = opened;
    const days = dayOrTwo(options, section);
    if ("problems" in days) return yield* Effect.fail(usageFailure(days.problems, `minga ${ladder}`, language));
    const { dataset } = yield* readRecords(opened, io, language);
    const asked = { strategy, section, ladder, by };
    const smallest = options.shared ? section.smallestShown : undefined;
    const telling = yield* withProgress(io, (tell) =>
      Effect.gen(function* () {
        tell(LADDER_TITLES[ladder][language]);
        yield* breathe;
        if ("from" in days) {
          const exact = flowsBetween(dataset, { ...asked, ...days });
          return flowsTelling(smallest === undefined ? exact : shareLadders([exact], smallest)[0]);
        }
        const standing = standingAt(dataset, { ...asked, ...days });
        yield* breathe;
        if (ladder === "pyramid") {
          return standingTelling(smallest === undefined ? standing : shareLadders([standing], smallest)[0]);
        }
        const told = [standing, progressUntil(dataset, { ...asked, ...days })] as const;
        return standingTelling(...(smallest === undefined ? told : shareLadders(told, smallest)));
      }),
    );
    yield* Effect.promise(async () => {
      const labels = partLabels({ section, strategy, dataset }, language);
      const layout = { labels, language, style: styleOf(io.out, io.env), width: widthOf(io.out) };
      await writeTelling(telling, by, io, options.format ?? "table", {
        strategy,
        sectionName: section.name,
        ...layout,
      });
      const asOf = "from" in days ? days.to : days.at;
      await noteProblems(problemsOf(dataset, { strategy, section, asOf }), positionals.source, io, language);
    });
    return EXIT.ok;
  });

const standingTelling = (
  standing: ReturnType<typeof standingAt>,
  progress?: ReturnType<typeof progressUntil>,
): Telling => ({
  results: allResults(standing.results, progress),
  keys: [STEP_DIMENSION[standing.ladder], ...(progress === undefined ? [] : ["from", "to"])],
  page: (options) => standingPage(standing, progress, options),
  json: () => jsonStanding(standing, progress),
});

const flowsTelling = (flows: ReturnType<typeof flowsBetween>): Telling => ({
  results: flows.results,
  keys: ["outcome", "from", "to"],
  page: (options) => flowsPage(flows, options),
  json: () => jsonFlows(flows),
});
