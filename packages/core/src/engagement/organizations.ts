import { dayFrom, evaluate } from "../evaluate/evaluate.ts";
import { checkFormula } from "../formula/check/check.ts";
import type { Dataset } from "../records/dataset.ts";
import type { Dimension } from "../records/dimensions.ts";
import { columnSpec } from "../records/relations.ts";
import type { TableName } from "../records/tables.ts";
import type { Result } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import type { LinkedText, Strategy } from "../strategy/strategy.ts";
import { withhold } from "../suppression/withhold.ts";
import type { Text } from "../text/text.ts";
import type { Grain } from "../time/calendar.ts";
import { DayView } from "./day-view.ts";

/** What organizations are told by. */
export interface OrganizationOptions {
  readonly strategy: Strategy;
  readonly section: Section;
  /** Beside the totals and the steps of the ladder every part: regions alone. */
  readonly by?: readonly Dimension[];
}

/** On which day (`yyyy-mm-dd`), which is the last one that counts, and in periods of which length up to it. */
export interface OrganizationsAtOptions extends OrganizationOptions {
  readonly at: string;
  /** Default: years. */
  readonly grain?: Grain;
}

/** The dimensions that organizations can be broken down by, beside the steps of their ladder. */
export const DIMENSIONS_OF_ORGANIZATIONS: readonly Dimension[] = ["region"];

/** The organizations and what is done with them, up to one day. */
export interface Organizations {
  readonly kind: "organizations";
  readonly at: string;
  /** The ladder, lowest first: networking, coordinating, cooperating, collaborating. */
  readonly steps: readonly { readonly id: string; readonly label: Text }[];
  /** The goals of the plan of relations, each with the indicators that show it. */
  readonly goals: readonly Pick<LinkedText, "id" | "label" | "indicators">[];
  /**
   * On the day itself, by `{ organization_relation }`, null where nobody wrote it, and in total:
   *
   * - `organizations.subscribed`: organizations;
   * - `organizations.agreements`: agreements in force; `organizations.working` and `organizations.idle`: those of an
   *   organization with and without a joint activity in the last months (assumption `agreement_idle_months`).
   *
   * And the goals' indicators in every period from the strategy's start on, as `evaluate` tells them.
   */
  readonly results: readonly Result[];
}

/** Formulas that hold whatever the strategy says otherwise. */
const MEASURES = [
  ["organizations.subscribed", "organizations", "count(organizations at end)"],
  ["organizations.agreements", "agreements", "count(agreements at end)"],
  [
    "organizations.working",
    "agreements",
    "count(agreements where count(organization.activities last agreement_idle_months months) > 0 at end)",
  ],
  [
    "organizations.idle",
    "agreements",
    "count(agreements where count(organization.activities last agreement_idle_months months) = 0 at end)",
  ],
] as const satisfies readonly (readonly [string, TableName, string])[];

/** The steps of the organizations' ladder. Source: domain.md, "Relations with organizations". */
export const RELATION_STEPS: Organizations["steps"] = columnSpec("organizations", "relation").values.map(
  ({ value, label }) => ({ id: value, label }),
);

/**
 * Tells where organizations stand on their ladder on one day, their agreements with and without joint work, and what shows
 * each goal of the plan of relations, by period. The records hold an organization's relation as it is now, without a
 * history: a day in the past is told with today's relations.
 *
 * @throws RangeError when the day does not exist or organizations have no such dimension
 * @throws FormulaError when a formula of the strategy is wrong
 * @example
 * const { results } = organizationsAt(dataset, { strategy, section, at: "2025-12-31" });
 * results[0]; // { indicator: "organizations.subscribed", period: "2025-12-31", by: {}, state: "value", value: 12, ... }
 *
 * Source: domain.md, "Relations with organizations".
 */
export const organizationsAt = (dataset: Dataset, options: OrganizationsAtOptions): Organizations => {
  const { strategy, section, at, grain = "year", by = [] } = options;
  const day = dayFrom(at, "at");
  const view = viewOf(dataset, options);
  view.enter(day);
  const standing = MEASURES.flatMap(([indicator, table, formula]) => {
    const { checked } = checkFormula(formula, view.compiled.at(day).definitions);
    return view.results(checked, table, { indicator, period: at, day });
  });
  const goals = strategy.relations.goals.map(({ id, label, indicators }) => ({ id, label, indicators }));
  const indicators = [...new Set(goals.flatMap((goal) => goal.indicators))];
  return {
    kind: "organizations",
    at,
    steps: RELATION_STEPS,
    goals,
    results: [...standing, ...evaluate(dataset, { strategy, section, asOf: at, grain, by, indicators })],
  };
};

/**
 * The same to share: small counts of persons among the goals' indicators are withheld. Organizations and agreements are no
 * persons.
 *
 * @throws RangeError when the smallest count that the section shows is below 3
 * Source: domain.md, "Privacy".
 */
export const shareOrganizations = (
  told: Organizations,
  { strategy, section }: Pick<OrganizationOptions, "strategy" | "section">,
): Organizations => {
  const isMeasure = ({ indicator }: Result): boolean => MEASURES.some(([measure]) => measure === indicator);
  const results = told.results.filter((result) => !isMeasure(result));
  const [shared = []] = withhold([{ results, strategy, asOf: told.at }], section);
  return { ...told, results: [...told.results.filter(isMeasure), ...shared] };
};

/** A dataset, broken down by the ladder of organizations and by parts. */
export const viewOf = (dataset: Dataset, { strategy, section, by = [] }: OrganizationOptions): DayView => {
  const unknown = by.find((dimension) => !DIMENSIONS_OF_ORGANIZATIONS.includes(dimension));
  if (unknown !== undefined) throw new RangeError(`organizations have no dimension ${unknown}`);
  return new DayView(dataset, strategy, section, ["organization_relation", ...by]);
};
