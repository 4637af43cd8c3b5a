import { DIMENSIONS_OF_ORGANIZATIONS, organizationsAt, organizationsBetween, shareOrganizations } from "@minga/core";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { dimensionsOf } from "../evaluate/request.ts";
import { EXIT } from "../exit-code.ts";
import { widthOf } from "../io.ts";
import { jsonOrganizationFlows, jsonOrganizations } from "../ladder/json.ts";
import { type Telling, writeTelling } from "../ladder/telling.ts";
import { organizationFlowsPage, organizationsPage } from "../organizations/page.ts";
import { styleOf } from "../output/style.ts";
import { dayOrTwo, dayOrTwoProblems } from "../source/days.ts";
import { openSource } from "../source/open-source.ts";
import { partLabels } from "../source/part-labels.ts";
import { noteProblems, problemsOf } from "../source/problem-note.ts";
import { readRecords } from "../source/read-records.ts";
import type { organizationsSpec } from "../texts/commands/organizations.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga organizations`: the organizations on a day, or which came and went between two. */
export const run = ({ positionals, options, io, language }: Invocation<typeof organizationsSpec>): Work =>
  Effect.gen(function* () {
    const { by, problems } = dimensionsOf(options.by, DIMENSIONS_OF_ORGANIZATIONS);
    const wrong = [...dayOrTwoProblems(options), ...problems];
    if (wrong.length > 0) return yield* Effect.fail(usageFailure(wrong, "minga organizations", language));
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const { strategy, section } = opened;
    const days = dayOrTwo(options, section);
    if ("problems" in days) return yield* Effect.fail(usageFailure(days.problems, "minga organizations", language));
    const { dataset } = yield* readRecords(opened, io, language);
    const asked = { strategy, section, by };
    const tell = (): Telling => {
      const keys = ["organization_relation"];
      if ("from" in days) {
        // Organizations and agreements alone: there is nothing to withhold.
        const flows = organizationsBetween(dataset, { ...asked, ...days });
        return {
          results: flows.results,
          keys: ["outcome", ...keys],
          page: (layout) => organizationFlowsPage(flows, layout),
          json: () => jsonOrganizationFlows(flows),
        };
      }
      const { grain } = options;
      const exact = organizationsAt(dataset, { ...asked, ...days, ...(grain === undefined ? {} : { grain }) });
      const found = options.shared ? shareOrganizations(exact, asked) : exact;
      return {
        results: found.results,
        keys,
        page: (layout) => organizationsPage(found, layout),
        json: () => jsonOrganizations(found),
      };
    };
    yield* Effect.promise(async () => {
      const labels = partLabels({ section, strategy, dataset }, language);
      const layout = { labels, language, style: styleOf(io.out, io.env), width: widthOf(io.out) };
      await writeTelling(tell(), by, io, options.format ?? "table", {
        strategy,
        sectionName: section.name,
        ...layout,
      });
      const asOf = "from" in days ? days.to : days.at;
      await noteProblems(problemsOf(dataset, { strategy, section, asOf }), positionals.source, io, language);
    });
    return EXIT.ok;
  });
