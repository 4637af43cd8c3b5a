import { dayFrom } from "../evaluate/evaluate.ts";
import { checkFormula } from "../formula/check/check.ts";
import type { Dataset } from "../records/dataset.ts";
import type { Parts, Result } from "../results/result.ts";
import type { Day } from "../time/day.ts";
import { type OrganizationOptions, type Organizations, RELATION_STEPS, viewOf } from "./organizations.ts";
import { Tally } from "./tally.ts";

/** Between which days (`yyyy-mm-dd`); `to` is the last one that counts. */
export interface OrganizationFlowOptions extends OrganizationOptions {
  readonly from: string;
  readonly to: string;
}

/** How organizations and agreements came and went between two dates. */
export interface OrganizationFlows {
  readonly kind: "organization-flows";
  readonly from: string;
  readonly to: string;
  /** The ladder, lowest first. */
  readonly steps: Organizations["steps"];
  /**
   * By `{ outcome }` (`entered`, `held`, `left`), by the relation as it is now, and in total:
   * `organizations.flow` subscribed organizations, `agreements.flow` agreements in force; and with the same names
   * `organizations.before`, `organizations.after`, `agreements.before`, `agreements.after` how many there were on each date.
   * `held + left` are those before, `held + entered` those after; who came and went in between is in none.
   */
  readonly results: readonly Result[];
}

/**
 * Tells how organizations and agreements came and went between two dates. Since records hold no history of an
 * organization's relation, moves from one step of the ladder to another cannot be told.
 *
 * @throws RangeError when a day does not exist, `to` is not after `from`, or organizations have no such dimension
 * @throws FormulaError when a formula of the strategy is wrong
 * @example
 * organizationsBetween(dataset, { strategy, section, from: "2024-12-31", to: "2025-12-31" });
 *
 * Source: domain.md, "Relations with organizations".
 */
export const organizationsBetween = (dataset: Dataset, options: OrganizationFlowOptions): OrganizationFlows => {
  const [from, to] = [dayFrom(options.from, "from"), dayFrom(options.to, "to")];
  if (from >= to) throw new RangeError(`to: ${options.to} is not after ${options.from}`);
  const view = viewOf(dataset, options);
  const cube = view.cubeOn(to);
  const period = `${options.from}..${options.to}`;
  view.enter(to);
  const results = (["organizations", "agreements"] as const).flatMap((table) => {
    const { facts } = view.engine.scope;
    const { starts, ends } = facts.spells(table);
    const holds = (row: number, day: Day): boolean => starts[row]! <= day && ends[row]! >= day;
    const outcomes = OUTCOME_KEYS.map((outcome): Parts => ({ outcome }));
    const [flow, before, after] = [
      new Tally(cube, outcomes, table),
      new Tally(cube, [{}], table),
      new Tally(cube, [{}], table),
    ];
    for (let row = 0; row < facts.length(table); row++) {
      if (!facts.counts(table, row)) continue;
      const [then, now] = [holds(row, from), holds(row, to)];
      if (then) before.add(row, 0);
      if (now) after.add(row, 0);
      if (then || now) flow.add(row, OUTCOME_KEYS.indexOf(!then ? "entered" : now ? "held" : "left"));
    }
    const { checked } = checkFormula(`count(${table} at end)`, view.compiled.definitions);
    const [early, late] = [from, to].map((day) => view.telling(table, [checked], day));
    const both: typeof late = { ...late!, why: (by) => early!.why(by) ?? late!.why(by) };
    return [
      ...flow.results({ indicator: `${table}.flow`, period, ...both }),
      ...before.results({ indicator: `${table}.before`, period, ...early! }),
      ...after.results({ indicator: `${table}.after`, period, ...late! }),
    ];
  });
  return { kind: "organization-flows", from: options.from, to: options.to, steps: RELATION_STEPS, results };
};

const OUTCOME_KEYS = ["entered", "held", "left"] as const;
