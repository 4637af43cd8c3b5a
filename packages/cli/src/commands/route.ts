import {
  dimensionsOfPeople,
  flowsBetween,
  progressUntil,
  shareFlows,
  shareProgress,
  shareStanding,
  standingAt,
} from "@minga/core";
import { type LadderCommand, runLadder } from "../ladder/run.ts";
import type { routeSpec } from "../texts/commands/route.ts";
import type { Invocation, Work } from "./command.ts";

const COMMAND: LadderCommand = {
  name: "route",
  dimensions: dimensionsOfPeople("route"),
  at: ({ dataset, strategy, section, by, shared }, at) => {
    const options = { strategy, section, by, ladder: "route" } as const;
    const standing = standingAt(dataset, { ...options, at });
    const told = shared ? shareStanding(standing, section.smallestShown) : standing;
    const progress = progressUntil(dataset, { ...options, at });
    const way = shared ? shareProgress(progress, section.smallestShown) : progress;
    // Who stands where is told by the first of them.
    const seen = new Set(told.results.map(({ indicator }) => indicator));
    return {
      steps: told.steps,
      results: [...told.results, ...way.results.filter(({ indicator }) => !seen.has(indicator))],
    };
  },
  between: ({ dataset, strategy, section, by, shared }, days) => {
    const flows = flowsBetween(dataset, { strategy, section, by, ladder: "route", ...days });
    return shared ? shareFlows(flows, section.smallestShown) : flows;
  },
};

/** `minga route`: where people stand, or how they moved. */
export const run = (invocation: Invocation<typeof routeSpec>): Work => runLadder(invocation, COMMAND);
