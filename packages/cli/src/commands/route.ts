import { runLadder } from "../ladder/command.ts";
import type { routeSpec } from "../texts/commands/route.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga route`: the route on a day, or what changed on it between two. */
export const run = (invocation: Invocation<typeof routeSpec>): Work => runLadder("route", invocation);
