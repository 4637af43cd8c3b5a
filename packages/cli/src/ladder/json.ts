import {
  type Flows,
  type LadderStanding,
  longestStandstill,
  type Organizations,
  type OrganizationFlows,
  type Progress,
  type Result,
} from "@minga/core";
import { jsonResult } from "../output/results-json.ts";

/** One object whose last field is the results, one a line: the others first, so that a reader knows what they are about. */
const jsonPage = (head: Readonly<Record<string, unknown>>, results: readonly Result[]): string => {
  const fields = JSON.stringify(head).slice(0, -1);
  const lines = results.map((result) => JSON.stringify(jsonResult(result)));
  return `${fields},"results":[\n${lines.join(",\n")}\n]}\n`;
};

/** Where people stand, in the contract of docs/pyramid-and-route.schema.json; of the route with how they came there. */
export const jsonStanding = (
  { kind, ladder, at, steps, notes, leftReasons, results }: LadderStanding,
  progress: Progress | undefined,
): string => {
  const standstill = progress === undefined ? {} : { standstill: longestStandstill(progress) ?? null };
  return jsonPage({ kind, ladder, at, steps, notes, leftReasons, ...standstill }, allResults(results, progress));
};

/** The results of both; who stands where is told once. */
export const allResults = (standing: readonly Result[], progress: Progress | undefined): readonly Result[] => [
  ...standing,
  ...(progress?.results.filter(({ indicator }) => indicator !== `${progress.ladder}.people`) ?? []),
];

/** How people moved, in the contract of docs/pyramid-and-route.schema.json. */
export const jsonFlows = ({ kind, ladder, from, to, grace, steps, leftReasons, results }: Flows): string =>
  jsonPage({ kind, ladder, from, to, grace, steps, leftReasons }, results);

/** The organizations, in the contract of docs/organizations.schema.json. */
export const jsonOrganizations = ({ kind, at, steps, goals, results }: Organizations): string =>
  jsonPage({ kind, at, steps, goals }, results);

/** Their comings and goings, in the same contract. */
export const jsonOrganizationFlows = ({ kind, from, to, steps, results }: OrganizationFlows): string =>
  jsonPage({ kind, from, to, steps }, results);
