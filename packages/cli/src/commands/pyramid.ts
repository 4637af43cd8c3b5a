import { runLadder } from "../ladder/command.ts";
import type { pyramidSpec } from "../texts/commands/pyramid.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga pyramid`: the pyramid on a day, or what changed on it between two. */
export const run = (invocation: Invocation<typeof pyramidSpec>): Work => runLadder("pyramid", invocation);
