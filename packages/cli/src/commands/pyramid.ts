import { dimensionsOfPeople, flowsBetween, shareFlows, shareStanding, standingAt } from "@minga/core";
import { type LadderCommand, runLadder } from "../ladder/run.ts";
import type { pyramidSpec } from "../texts/commands/pyramid.ts";
import type { Invocation, Work } from "./command.ts";

const COMMAND: LadderCommand = {
  name: "pyramid",
  dimensions: dimensionsOfPeople("pyramid"),
  at: ({ dataset, strategy, section, by, shared }, at) => {
    const options = { strategy, section, by, ladder: "pyramid" } as const;
    const standing = standingAt(dataset, { ...options, at });
    const told = shared ? shareStanding(standing, section.smallestShown) : standing;
    return told;
  },
  between: ({ dataset, strategy, section, by, shared }, days) => {
    const flows = flowsBetween(dataset, { strategy, section, by, ladder: "pyramid", ...days });
    return shared ? shareFlows(flows, section.smallestShown) : flows;
  },
};

/** `minga pyramid`: where people stand, or how they moved. */
export const run = (invocation: Invocation<typeof pyramidSpec>): Work => runLadder(invocation, COMMAND);
