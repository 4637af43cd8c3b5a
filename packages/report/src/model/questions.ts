import { type Dimension, evaluate, type Strategy } from "@minga/core";
import type { ReportInput } from "./model.ts";
import type { Evaluated } from "./publish.ts";
import { GROUP_INDICATORS, RELATION_INDICATORS, ROUTE_INDICATORS, TRAINING_INDICATORS } from "./own-indicators.ts";

/** Some indicators that are asked for together, and by what. */
interface Question {
  readonly indicators: readonly string[];
  readonly by?: Dimension;
}

/** The indicators of projects, in the order of their columns. Source: domain.md, objective 3. */
export const PROJECT_INDICATORS = [
  "o3.commissions",
  "o3.commission-coordinators",
  "o3.presentation-meetings",
  "o3.follow-up-meetings",
  "o3.participants",
] as const;

/** Registered people: what the pyramid and the map tell apart. */
export const REGISTERED = "o1.registered";
/** Organizations: what their ladder tells apart. */
export const SUBSCRIBED = "o4.subscribed-organizations";
export const OPEN_GROUPS = "report.groups-open";
export const LISTED = "report.listed";

/** What the page asks beside its main tables, by the name under which the answer stands in the model. */
const questions = (strategy: Strategy, extensions: readonly string[]) =>
  ({
    extensions: { indicators: extensions },
    groups: { indicators: Object.keys(GROUP_INDICATORS), by: "group_type" },
    groupsByRegion: { indicators: [OPEN_GROUPS], by: "region" },
    training: { indicators: [...strategy.training.indicators, ...Object.keys(TRAINING_INDICATORS)] },
    projects: { indicators: PROJECT_INDICATORS, by: "project" },
    relations: { indicators: Object.keys(RELATION_INDICATORS) },
    ladder: { indicators: [SUBSCRIBED], by: "organization_relation" },
    pyramid: { indicators: [REGISTERED], by: "level" },
    route: { indicators: Object.keys(ROUTE_INDICATORS), by: "stage" },
  }) satisfies Readonly<Record<string, Question>>;

/** The names of what the page asks. */
export type QuestionName = keyof ReturnType<typeof questions>;

/**
 * Asks everything that the page tells beside its main tables. A question whose dimension the strategy does not have has no
 * answer, nor has an indicator that it does not have.
 *
 * @param strategy with the page's own indicators
 */
export const askAll = (
  { dataset, section, asOf }: ReportInput,
  strategy: Strategy,
  extensions: readonly string[],
): Readonly<Record<QuestionName, readonly Evaluated[]>> => {
  const ask = ([name, { indicators, by }]: [string, Question]): [string, readonly Evaluated[]] => {
    const known = indicators.filter((id) => Object.hasOwn(strategy.indicators, id));
    const isOff = by !== undefined && !strategy.dimensions.includes(by);
    if (isOff || known.length === 0) return [name, []];
    const options = { strategy, section, asOf, to: strategy.period.end, indicators: known };
    const results = evaluate(dataset, { ...options, by: by === undefined ? [] : [by] });
    return [name, [{ from: { results, strategy, asOf } }]];
  };
  return Object.fromEntries(Object.entries<Question>(questions(strategy, extensions)).map(ask)) as Record<
    QuestionName,
    readonly Evaluated[]
  >;
};
