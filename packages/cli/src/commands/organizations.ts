import { DIMENSIONS_OF_ORGANIZATIONS, organizationsAt, organizationsBetween } from "@minga/core";
import { type LadderCommand, runLadder } from "../ladder/run.ts";
import type { organizationsSpec } from "../texts/commands/organizations.ts";
import type { Invocation, Work } from "./command.ts";

// Organizations are no persons: nothing of them is withheld.
const COMMAND: LadderCommand = {
  name: "organizations",
  dimensions: DIMENSIONS_OF_ORGANIZATIONS,
  at: ({ dataset, strategy, section, by }, at) => organizationsAt(dataset, { strategy, section, by, at }),
  between: ({ dataset, strategy, section, by }, days) =>
    organizationsBetween(dataset, { strategy, section, by, ...days }),
};

/** `minga organizations`: where relations stand, or what changed. */
export const run = (invocation: Invocation<typeof organizationsSpec>): Work => runLadder(invocation, COMMAND);
