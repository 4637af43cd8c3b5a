import { describe, expect, it } from "vitest";
import { changesOf } from "../../src/evaluate/changes.ts";
import { Engine } from "../../src/evaluate/engine.ts";
import { compile } from "../../src/evaluate/expression.ts";
import { frameOf } from "../../src/evaluate/frame.ts";
import { checkPredicate } from "../../src/formula/check/check.ts";
import type { Records } from "../../src/records/rows.ts";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { compileStrategy } from "../../src/strategy/compile.ts";
import { type Calendar, periodOf } from "../../src/time/calendar.ts";
import { addMonths, dayOf, formatDay, LAST_DAY } from "../../src/time/day.ts";
import { lastMonthsStart } from "../../src/time/window.ts";
import { dataset, SECTION } from "./section.ts";

/** Conditions on a person of every kind that the language has. */
const CONDITIONS = [
  ...chile.pyramid.levels.map(({ predicate }) => predicate),
  ...chile.route.stages.map(({ predicate }) => predicate),
  chile.route.paused,
  "count(participations where attended) >= 1",
  "count(participations where attended previous year) >= 1",
  "count(participations where attended to date) >= 2",
  "count(participations where attended last 3 months) >= 1",
  "count(memberships any time in period) > 0",
  "count(memberships started) > 0",
  "count(memberships ended) > 0",
  "count(memberships ever) > 0",
  "count(memberships where group.valid at end) > 0",
  "count(memberships where days(from, period end) >= 45 at end) > 0",
  'count(memberships where count(group.activities where kind = "action" last 2 months) > 0 at end) > 0',
  "count(participations where attended within 30 days after joined_on) > 0",
  "joined_on < period end",
  "period end between joined_on and paused_from",
  "paused_from = as of",
  "days(joined_on, period end) > 100",
  "days(period end, paused_from) between 5 and 20",
  "days(period start, joined_on) >= 0",
  "joined_on >= period start",
  "age(birthdate) >= 18",
  "age(birthdate, period end) between youth_min_age and youth_max_age",
  "age(birthdate, as of) = 30",
  "days(max(participations.activity.date where attended ever), period end) <= 40",
  "month(joined_on) = month(period end)",
  "not (recurrent or joined_on is empty)",
  "source_organization.subscribed_on <= period end",
];

/** Numbers from 0 below 1, always the same for a seed (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const madeRecords = (seed: number): Records => {
  const random = randomFrom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const day = (): string | null =>
    random() < 0.2 ? null : formatDay(dayOf(2023 + below(3), 1 + below(12), 1 + below(31)));
  const some = <Item>(count: number, make: (index: number) => Item): Item[] =>
    Array.from({ length: count }, (_, index) => make(index));
  return {
    people: some(3, (index) => ({
      id: `p${index}`,
      relation: "activist",
      joinedOn: day(),
      leftOn: random() < 0.8 ? null : day(),
      pausedFrom: day(),
      birthdate: ["1996-02-29", "1994-07-01", "2006-12-31", null][below(4)]!,
      sourceOrganization: "o1",
    })),
    organizations: [{ id: "o1", subscribedOn: day(), unsubscribedOn: null }],
    groups: some(2, (index) => ({ id: `g${index}`, type: "local", foundedOn: day(), closedOn: null })),
    memberships: some(6, () => ({
      person: `p${below(3)}`,
      group: `g${below(2)}`,
      role: random() < 0.5 ? "coordinator" : "member",
      from: day(),
      to: day(),
    })),
    activities: some(8, (index) => ({
      id: `a${index}`,
      kind: random() < 0.5 ? "action" : "welcome-workshop",
      date: day(),
      group: `g${below(2)}`,
    })),
    participations: some(16, () => ({ person: `p${below(3)}`, activity: `a${below(8)}`, status: "attended" })),
  };
};

const compiled = compileStrategy({
  ...chile,
  // So that a valid group can be had with three people.
  assumptions: { ...chile.assumptions, valid_group_members: { ...chile.assumptions.valid_group_members, value: 2 } },
});

/** The days on which a condition was otherwise than on the day before, and that were not foretold. */
const unforeseen = (text: string, records: Records, calendar: Calendar): readonly string[] => {
  const { checked, diagnostics } = checkPredicate(text, "people", compiled.definitions);
  expect(diagnostics).toEqual([]);
  const engine = new Engine(dataset(records), compiled, SECTION);
  const run = compile(engine.scope, checked);
  const range = { from: dayOf(2022, 12, 1), to: dayOf(2026, 3, 1) };
  const people = [0, 1, 2].map((person) => {
    const days = new Set<number>();
    changesOf({ scope: engine.scope, compiled, calendar }, [checked])(person, range, (day) => days.add(day));
    const before: unknown = undefined;
    return { person, days, before };
  });
  const missed: string[] = [];
  for (let day = range.from; day <= range.to; day++) {
    const period = periodOf(day, "year", calendar);
    engine.enter(frameOf(period, { asOf: day, lastDay: LAST_DAY, strategyStart: dayOf(2024, 1, 1), calendar }));
    for (const each of people) {
      const now = run(each.person);
      if (day > range.from && now !== each.before && !each.days.has(day))
        missed.push(`p${each.person} ${formatDay(day)}`);
      each.before = now;
    }
  }
  return missed;
};

describe("changesOf", () => {
  it.each(CONDITIONS)("foretells every day on which this changes: %s", (text) => {
    for (let seed = 1; seed <= 3; seed++) {
      expect(unforeseen(text, madeRecords(seed), { firstMonth: 1, firstDay: 1 })).toEqual([]);
      expect(unforeseen(text, madeRecords(seed), { firstMonth: 7, firstDay: 28 })).toEqual([]);
    }
  });

  it("names few days where it can", () => {
    const engine = new Engine(dataset(madeRecords(1)), compiled, SECTION);
    const daysOf = (text: string): number => {
      const { checked } = checkPredicate(text, "people", compiled.definitions);
      const days = new Set<number>();
      const context = { scope: engine.scope, compiled, calendar: SECTION.calendar };
      changesOf(context, [checked])(0, { from: dayOf(2023, 1, 1), to: dayOf(2026, 1, 1) }, (day) => days.add(day));
      return days.size;
    };
    for (const { predicate } of chile.route.stages) expect(daysOf(predicate)).toBeLessThan(30);
    expect(daysOf("relation is empty")).toBe(0);
  });

  it("an event leaves a window of the last months on the same day so many months later", () => {
    for (let day = dayOf(2023, 1, 1); day <= dayOf(2025, 3, 1); day++) {
      for (const months of [1, 2, 6, 12]) {
        let out = day;
        while (lastMonthsStart(out, months) <= day) out++;
        expect(formatDay(addMonths(day, months))).toBe(formatDay(out));
      }
    }
  });
});
