import {
  aiChile20242030 as strategy,
  type Dimension,
  evaluate,
  flowsBetween,
  type Ladder,
  LADDERS,
  organizationsAt,
  organizationsBetween,
  progressUntil,
  type Records,
  type Result,
  standingAt,
  STEP_DIMENSION,
} from "@minga/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arbitraryRecords,
  disagreements,
  flowNaively,
  type OracleDimension,
  type OracleLadderOptions,
  organizationFlowsNaively,
  organizationsNaively,
  progressNaively,
  standNaively,
} from "../src/index.ts";
import { capital, communes, regions, sectionOf } from "./support/arbitrary-section.ts";

// Days on and beside those that arbitrary records use, at the end of a month and within one.
const DAYS = ["2024-02-29", "2024-03-15", "2025-03-31", "2025-06-30", "2025-07-14", "2025-07-31", "2026-06-30"];
const records = () => arbitraryRecords({ absent: false });
const ladder = () => fc.constantFrom<Ladder>(...LADDERS);
const day = () => fc.constantFrom(...DAYS);
const twoDays = () =>
  fc.subarray(DAYS, { minLength: 2, maxLength: 2 }).map(([from, to]): readonly [string, string] => [from!, to!]);
const parts = () => fc.constantFrom<readonly Dimension[]>([], ["region"], ["gender"], ["region", "age_band"]);
const runs = Number(process.env["MINGA_RUNS"] ?? 150);

const optionsOf = (by: readonly Dimension[]): OracleLadderOptions => ({
  by: by as readonly OracleDimension[],
  regions,
  communes,
  capital,
});

const value = (results: readonly Result[], indicator: string, by: Result["by"] = {}): number => {
  const found = results.find(
    (result) => result.indicator === indicator && JSON.stringify(result.by) === JSON.stringify(by),
  );
  if (found?.state !== "value") throw new Error(`${indicator} ${JSON.stringify(by)} has no value`);
  return found.value;
};

describe("ladders against the naive oracle", () => {
  it("places everybody on any day", () => {
    fc.assert(
      fc.property(records(), ladder(), day(), parts(), (made, on, at, by) => {
        const { dataset, section, rest, places } = sectionOf(made);
        const { results } = standingAt(dataset, { strategy, section, ladder: on, at, by });
        const told = results.filter(({ indicator }) => indicator !== "pyramid.audience");
        expect(disagreements(told, standNaively({ ...rest, places: toRows(places) }, on, at, optionsOf(by)))).toEqual(
          [],
        );
      }),
      { numRuns: runs },
    );
  });

  it("moves everybody between any two days", () => {
    fc.assert(
      fc.property(records(), ladder(), twoDays(), parts(), (made, on, [from, to], by) => {
        const { dataset, section, rest } = sectionOf(made);
        const { results } = flowsBetween(dataset, { strategy, section, ladder: on, from, to, by });
        expect(disagreements(results, flowNaively(rest, on, [from, to], optionsOf(by)))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it("follows everybody along the way, as if every single day were looked at", () => {
    fc.assert(
      fc.property(records(), ladder(), day(), parts(), (made, on, at, by) => {
        const { dataset, section, rest } = sectionOf(made);
        const { results } = progressUntil(dataset, { strategy, section, ladder: on, at, by });
        expect(disagreements(results, progressNaively(rest, on, at, optionsOf(by)))).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it("tells organizations and agreements on a day and between two", () => {
    const byRegion = fc.constantFrom<readonly Dimension[]>([], ["region"]);
    fc.assert(
      fc.property(records(), twoDays(), byRegion, (made, [from, to], by) => {
        const { dataset, section, rest } = sectionOf(made);
        const { results } = organizationsAt(dataset, { strategy, section, at: to, by });
        const told = results.filter(({ indicator }) => indicator.startsWith("organizations."));
        expect(disagreements(told, organizationsNaively(rest, to, optionsOf(by)))).toEqual([]);
        const flows = organizationsBetween(dataset, { strategy, section, from, to, by });
        expect(disagreements(flows.results, organizationFlowsNaively(rest, [from, to], optionsOf(by)))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

describe("what must hold of any records", () => {
  it("held + rose + fell + paused + left are those placed before; held + rose + fell + entered those after", () => {
    fc.assert(
      fc.property(records(), ladder(), twoDays(), (made, on, [from, to]) => {
        const { dataset, section } = sectionOf(made);
        const { results, steps } = flowsBetween(dataset, { strategy, section, ladder: on, from, to });
        const flow = (by: Result["by"]): number => value(results, `${on}.flow`, by);
        const outcomes = (...of: readonly string[]): number => of.reduce((sum, outcome) => sum + flow({ outcome }), 0);
        const placed = (end: "from" | "to"): number => steps.reduce((sum, { id }) => sum + flow({ [end]: id }), 0);
        expect(outcomes("held", "rose", "fell", "paused", "left")).toBe(placed("from"));
        expect(outcomes("held", "rose", "fell", "entered")).toBe(placed("to"));
        expect(value(results, `${on}.before`)).toBe(placed("from"));
        expect(value(results, `${on}.after`)).toBe(placed("to"));
      }),
      { numRuns: runs },
    );
  });

  it("flows of two stretches that meet fit together", () => {
    const three = fc.subarray(DAYS, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(records(), ladder(), three, (made, on, [first, middle, last]) => {
        const { dataset, section } = sectionOf(made);
        const between = (from: string, to: string) =>
          flowsBetween(dataset, { strategy, section, ladder: on, from, to });
        const [early, late] = [between(first!, middle!), between(middle!, last!)];
        for (const { id } of early.steps) {
          expect(value(early.results, `${on}.flow`, { to: id })).toBe(value(late.results, `${on}.flow`, { from: id }));
        }
      }),
      { numRuns: runs },
    );
  });

  it("the steps add up, and are those that an indicator is broken down by", () => {
    fc.assert(
      fc.property(records(), day(), (made, at) => {
        const { dataset, section } = sectionOf(made);
        const { results, steps } = standingAt(dataset, { strategy, section, ladder: "pyramid", at });
        const told = evaluate(dataset, {
          strategy,
          section,
          asOf: at,
          from: at,
          indicators: ["o1.registered"],
          by: ["level"],
        });
        const counts = steps.map(({ id }) => value(results, "pyramid.people", { level: id }));
        expect(counts).toEqual(steps.map(({ id }) => value(told, "o1.registered", { level: id })));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(value(results, "pyramid.people"));
      }),
      { numRuns: runs },
    );
  });

  it("what is absent is missing, on both ladders, and never an error", () => {
    fc.assert(
      fc.property(arbitraryRecords(), ladder(), twoDays(), (made, on, [from, to]) => {
        const { dataset, section } = sectionOf(made);
        const options = { strategy, section, ladder: on, by: ["gender"] as const };
        const all = [
          ...standingAt(dataset, { ...options, at: to }).results,
          ...flowsBetween(dataset, { ...options, from, to }).results,
          ...progressUntil(dataset, { ...options, at: to }).results,
        ];
        const isAbsent = needs(made, STEP_DIMENSION[on]);
        const told = all.filter(({ indicator }) => !indicator.endsWith(".audience"));
        const total = told.filter(({ by }) => by["gender"] === undefined);
        if (isAbsent) expect(total.every(({ state }) => state === "missing")).toBe(true);
        else expect(total.some(({ state }) => state === "missing")).toBe(false);
      }),
      { numRuns: runs },
    );
  });
});

/** Whether a table or column is absent that the conditions of a ladder read; `status` and `paused_from` may be. */
const needs = (made: Records, dimension: "level" | "stage"): boolean => {
  const read: Readonly<Record<string, readonly string[]>> = {
    people: ["id", "relation", "joinedOn", "leftOn"],
    groups: ["id", "foundedOn", "closedOn"],
    memberships: ["person", "group", "from", "to", "role"],
    activities: ["id", "date", ...(dimension === "stage" ? ["kind"] : [])],
    participations: ["person", "activity"],
  };
  return Object.entries(read).some(([table, columns]) => {
    const rows: readonly object[] | undefined = made[table as keyof Records];
    if (rows === undefined) return true;
    return rows.length > 0 && columns.some((column) => !rows.some((row) => Object.hasOwn(row, column)));
  });
};

const toRows = (places: ReturnType<typeof sectionOf>["places"]): NonNullable<Records["places"]> =>
  places.map(({ code, level, parent }) => ({ code, level, ...(parent === undefined ? {} : { parent }) }));
