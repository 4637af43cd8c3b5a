import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import type { Dimension } from "../../src/records/dimensions.ts";
import type { Records } from "../../src/records/rows.ts";
import type { Result } from "../../src/results/result.ts";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import type { Indicator, Strategy } from "../../src/strategy/strategy.ts";
import { withhold } from "../../src/suppression/withhold.ts";
import type { Grain } from "../../src/time/calendar.ts";
import { dataset, SECTION } from "../evaluate/section.ts";

const AS_OF = "2025-12-31";

/** A strategy with further indicators, by their formulas. */
const withFormulas = (formulas: Readonly<Record<string, string>>): Strategy => ({
  ...chile,
  indicators: {
    ...chile.indicators,
    ...Object.fromEntries(
      Object.entries(formulas).map(([id, formula]): [string, Indicator] => [
        id,
        { label: { es: id, en: id }, formula, set: "extension" },
      ]),
    ),
  },
});

interface Asked {
  readonly indicators: readonly string[];
  readonly by?: readonly Dimension[];
  readonly grain?: Grain;
  readonly from?: string;
  readonly strategy?: Strategy;
}

/** What is told of each question when all are published together: numbers, and `r` where one is withheld. */
const shared = (records: Records, ...asked: readonly Asked[]): readonly (readonly unknown[])[] => {
  const data = dataset(records);
  const published = asked.map(({ strategy = chile, from = "2025-01-01", ...options }) => ({
    results: evaluate<string>(data, { strategy, section: SECTION, asOf: AS_OF, from, ...options }),
    strategy,
    asOf: AS_OF,
  }));
  return withhold(published, SECTION).map((results) => results.map(told));
};

const told = (result: Result): unknown =>
  result.state === "value" ? Math.round(result.value * 1000) / 1000 : result.state === "withheld" ? "r" : result.state;

/** People on the list, so many in each region. */
const people = (regions: Readonly<Record<string, number>>, more: (index: number) => object = () => ({})): Records => ({
  people: Object.entries(regions).flatMap(([region, count]) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${region}-${index}`,
      region: region === "unknown" ? null : region,
      relation: "activist",
      joinedOn: "2020-01-01",
      leftOn: null,
      ...more(index),
    })),
  ),
});

/** A local group that has always been open. */
const GROUP = { type: "local", foundedOn: "2020-01-01", closedOn: null } as const;

/** One workshop a stay: so many people of each group of visitors came, the same ones for the same name. */
const workshops = (
  stays: readonly { readonly date: string; readonly region: string; readonly who: readonly string[] }[],
): Records => ({
  people: [...new Set(stays.flatMap(({ who }) => who))].map((id) => ({ id })),
  groups: [],
  activities: stays.map(({ date, region }, index) => ({ id: `a${index}`, kind: "workshop", date, region })),
  participations: stays.flatMap(({ who }, index) =>
    who.map((person) => ({ person, activity: `a${index}`, status: "attended" })),
  ),
});

const crowd = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);

/** Who is on the list and not registered, as a difference. */
const REST = "count(people at end) - count(people where registered at end)";
const REGISTERED: Asked = { indicators: ["o1.registered"], by: ["region"] };

describe("withhold", () => {
  it("withholds a small part, and another one so that it is not total minus the rest", () => {
    // Total, Valparaíso, Metropolitana, Biobío, unknown.
    expect(shared(people({ "CL-RM": 30, "CL-BI": 8, "CL-VS": 3 }), REGISTERED)).toEqual([[41, "r", 30, "r", 0]]);
  });

  it("knows the unknown part as a part", () => {
    expect(shared(people({ "CL-RM": 30, "CL-BI": 8, unknown: 2 }), REGISTERED)).toEqual([[40, 0, 30, "r", "r"]]);
  });

  it("withholds everything where every cell is small; zero is told", () => {
    expect(shared(people({ "CL-RM": 1, "CL-VS": 2 }), REGISTERED)).toEqual([["r", "r", "r", 0, 0]]);
    expect(shared(people({}), REGISTERED)).toEqual([[0, 0, 0, 0, 0]]);
  });

  it("says the same of what is small and of what protects it, and nothing else", () => {
    const data = dataset(people({ "CL-RM": 30, "CL-BI": 8, "CL-VS": 3 }));
    const results = evaluate(data, {
      strategy: chile,
      section: SECTION,
      asOf: AS_OF,
      from: "2025-01-01",
      indicators: ["o1.registered"],
      by: ["region"],
    });
    const [[, small, , protecting] = []] = withhold([{ results, strategy: chile, asOf: AS_OF }], SECTION);
    const reason = { code: "protects-persons", detail: ["5"] };
    expect(small).toEqual({
      indicator: "o1.registered",
      period: "2025",
      by: { region: "CL-VS" },
      unit: "persons",
      state: "withheld",
      reason,
    });
    expect(protecting).toEqual({ ...small, by: { region: "CL-BI" } });
  });

  it("treats one number that is shown twice as one", () => {
    const [parts, again] = shared(people({ "CL-RM": 30, "CL-BI": 8, "CL-VS": 3 }), REGISTERED, {
      ...REGISTERED,
      indicators: ["o2.registered"],
    });
    expect(again).toEqual(parts);
  });

  it("follows a ratio to the parts that it adds up", () => {
    // Outside the capital: 8 + 3 of 41. With one of the two the other would be known, so both go, or the share does.
    const [share, parts] = shared(
      people({ "CL-RM": 30, "CL-BI": 8, "CL-VS": 3 }),
      { indicators: ["x.people-outside"] },
      REGISTERED,
    );
    expect(parts).toEqual([41, "r", 30, "r", 0]);
    expect(share).toEqual([0.268]);
    const [gone] = shared(people({ "CL-RM": 30, "CL-VS": 3 }), { indicators: ["x.people-outside"] }, REGISTERED);
    expect(gone).toEqual(["r"]);
  });

  it("withholds a ratio whose numerator or denominator is small, and not one of groups", () => {
    const records: Records = {
      ...people({ "CL-RM": 12 }),
      groups: [
        { ...GROUP, id: "g1", region: "CL-VS" },
        { ...GROUP, id: "g2", region: "CL-RM" },
      ],
      memberships: [{ person: "CL-RM-0", group: "g1", role: "coordinator", from: "2020-01-01", to: null }],
    };
    const asked = { indicators: ["x.people-per-coordinator", "x.groups-outside", "o1.coordinators", "o1.registered"] };
    expect(shared(records, asked)).toEqual([["r", 0.5, "r", 12]]);
  });

  it("withholds another quarter so that a small one is not the year minus the others", () => {
    // First ever joint activities: each person is new once, so the quarters add up to the year.
    const stays = [
      ["2025-02-01", 3],
      ["2025-05-01", 9],
      ["2025-08-01", 12],
      ["2025-11-01", 20],
    ] as const;
    const records: Records = {
      people: stays.flatMap(([date, count]) => crowd(date, count).map((id) => ({ id }))),
      organizations: [{ id: "o1" }],
      activities: stays.map(([date]) => ({ id: date, date, organizations: ["o1"] })),
      participations: stays.flatMap(([date, count]) =>
        crowd(date, count).map((person) => ({ person, activity: date, status: "attended" })),
      ),
    };
    const indicators = ["o4.new-activists"];
    const [quarters, year] = shared(records, { indicators, grain: "quarter" }, { indicators });
    expect(quarters).toEqual(["r", "r", 12, 20]);
    expect(year).toEqual([44]);
    // Alone the quarters tell nothing of one another.
    expect(shared(records, { indicators, grain: "quarter" })).toEqual([["r", 9, 12, 20]]);
  });

  it("does not add up people who come again, but knows how far they can be apart", () => {
    const all = crowd("p", 20);
    const indicators = ["o2.participants"];
    const both = (first: readonly string[], second: readonly string[]) =>
      shared(
        workshops([
          { date: "2025-02-01", region: "CL-RM", who: first },
          { date: "2025-11-01", region: "CL-RM", who: second },
        ]),
        { indicators, grain: "semester" },
        { indicators },
      );
    // 20 in the year and 20 in one half: 1 to 20 in the other.
    expect(both(all.slice(0, 3), all)).toEqual([["r", 20], [20]]);
    // 20 in the year and 17 in one half: 3 at least in the other. So the 17 goes too.
    expect(both(all.slice(0, 3), all.slice(3))).toEqual([["r", "r"], [20]]);
  });

  it("takes a part of one indicator for the total of another where they say the same", () => {
    const stay = (id: string, group: string, count: number) => ({ id, group, count });
    const stays = [stay("a1", "g1", 3), stay("a2", "g2", 30), stay("a3", "g3", 9)];
    const records: Records = {
      people: stays.flatMap(({ id, count }) => crowd(id, count).map((person) => ({ id: person }))),
      groups: [
        { id: "g1", type: "local" },
        { id: "g2", type: "student" },
        { id: "g3", type: "digital" },
      ],
      activities: stays.map(({ id, group }) => ({ id, group, date: "2025-03-01" })),
      participations: stays.flatMap(({ id, count }) =>
        crowd(id, count).map((person) => ({ person, activity: id, status: "attended" })),
      ),
    };
    const strategy = withFormulas({ "t.all": 'distinct(participations.person where status = "attended")' });
    const [total, byType] = shared(
      records,
      { indicators: ["o1.participants"] },
      { indicators: ["t.all"], by: ["group_type"], strategy },
    );
    // Local groups are the 3 of the other table; there the digital ones go with them.
    expect(total).toEqual(["r"]);
    expect(byType).toEqual([42, "r", 0, 0, "r", 30, 0]);
  });

  it("knows that who is on a level fulfils what the level asks for", () => {
    const months = ["01", "02", "03"];
    const owning = crowd("CL-RM-", 17);
    const records: Records = {
      ...people({ "CL-RM": 20 }),
      groups: [{ ...GROUP, id: "g1", region: "CL-RM" }],
      memberships: owning.map((person) => ({ person, group: "g1", role: "member", from: "2020-01-01", to: null })),
      activities: months.map((month) => ({ id: month, kind: "action", date: `2025-${month}-10` })),
      participations: months.flatMap((activity) => owning.map((person) => ({ person, activity, status: "attended" }))),
    };
    const levels = { indicators: ["o1.registered"], by: ["level"] } as const;
    expect(shared(records, levels)).toEqual([[20, "r", 0, 0, "r", 0, 0]]);
    // Who owns is recurrent. With 17 recurrent people no more than 17 own, and at least 3 of the 20 do not.
    const [again, recurrent] = shared(records, levels, { indicators: ["o1.recurrent"] });
    expect([again![0], recurrent![0]]).toContain("r");
  });

  it("withholds a number that is calculated from a withheld one", () => {
    const strategy = withFormulas({ "t.rest": REST });
    const records = people({ "CL-RM": 30, "CL-BI": 8, "CL-VS": 3 }, (index) => ({
      relation: index < 2 ? "contact" : "activist",
    }));
    const asked = { indicators: ["t.rest"], strategy };
    // 6 contacts, from 41 and 35: without these beside it nobody knows that they are large enough.
    expect(shared(records, asked)).toEqual([["r"]]);
    const listed = withFormulas({ "t.listed": "count(people at end)", "t.rest": REST });
    expect(shared(records, { indicators: ["t.rest", "t.listed", "o1.registered"], strategy: listed })).toEqual([
      [6, 41, 35],
    ]);
  });

  it("withholds an index of parts where a part is withheld, and tells it where none is", () => {
    const base = String(chile.assumptions.population_base.value);
    const populations = ["05101", "13101", "08101"].map((place) => ({ place, year: 2024, base, inhabitants: 1000 }));
    const indexOf = (regions: Readonly<Record<string, number>>): unknown => {
      const [[index] = []] = shared(
        { ...people(regions), populations },
        { indicators: ["x.dissimilarity"] },
        REGISTERED,
      );
      return index;
    };
    expect(indexOf({ "CL-RM": 30, "CL-BI": 8, "CL-VS": 3 })).toBe("r");
    expect(indexOf({ "CL-RM": 30, "CL-BI": 8, "CL-VS": 7 })).toBe(0.333);
  });

  it("withholds what is no count where people stand behind it: an age tells of one person", () => {
    const strategy = withFormulas({
      "t.age": "average(age(people.birthdate) at end)",
      "t.oldest": "max(age(people.birthdate) at end)",
      "t.hours": "sum(activities.hours)",
    });
    const records: Records = {
      ...people({ "CL-RM": 30 }, () => ({ birthdate: "1990-01-01" })),
      activities: [{ id: "a1", date: "2025-01-01", hours: 3 }],
    };
    expect(shared(records, { indicators: ["t.age", "t.oldest", "t.hours"], strategy })).toEqual([["r", "r", 3]]);
  });

  it("keeps apart what a definition said before and after it was changed", () => {
    const strategy: Strategy = {
      ...chile,
      indicators: {
        ...chile.indicators,
        "o1.registered": {
          ...chile.indicators["o1.registered"],
          formula: 'count(people where id != "CL-RM-0" at end)',
          since: "2025-01-01",
          earlier: [{ formula: chile.indicators["o1.registered"].formula }],
        },
      },
    };
    const [years] = shared(people({ "CL-RM": 30, "CL-VS": 3, "CL-BI": 9 }), {
      ...REGISTERED,
      from: "2024-01-01",
      strategy,
    });
    expect(years).toEqual([42, "r", 30, "r", 0, 41, "r", 29, "r", 0]);
  });

  it("holds together what was laid over one another", () => {
    const published = (values: Readonly<Record<string, number>>) => {
      const results = Object.entries(values).map(([name, value]): Result => ({
        indicator: "overlap",
        period: "2025",
        by: name === "" ? {} : { in: name },
        state: "value",
        value,
        unit: "persons",
      }));
      const ids = ["o1.participants", "o2.participants"];
      const totals = ids.map((indicator): Result => {
        const value = Object.entries(values).reduce((so, [name, own]) => so + (name.includes(indicator) ? own : 0), 0);
        return { indicator, period: "2025", by: {}, state: "value", value, unit: "persons" };
      });
      const exactly = ({ by }: Result) => by["in"]?.split("+");
      return withhold(
        [
          { results: totals, strategy: chile, asOf: AS_OF },
          { results, strategy: chile, asOf: AS_OF, exactly },
        ],
        SECTION,
      ).map((own) => own.map(told));
    };
    // 43 and 33, of whom 3 are in both: 73 - 40 and 33 are the same, so that nothing else tells what the 3 is.
    expect(
      published({ "": 73, "o1.participants": 40, "o2.participants": 30, "o1.participants+o2.participants": 3 }),
    ).toEqual([
      ["r", 33],
      [73, 40, "r", "r"],
    ]);
    expect(
      published({ "": 79, "o1.participants": 40, "o2.participants": 30, "o1.participants+o2.participants": 9 }),
    ).toEqual([
      [49, 39],
      [79, 40, 30, 9],
    ]);
  });

  it("refuses a threshold below 3, and what it cannot place", () => {
    expect(() => withhold([], { ...SECTION, smallestShown: 2 })).toThrow(RangeError);
    const result: Result = {
      indicator: "o9.nothing",
      period: "2025",
      by: {},
      state: "value",
      value: 1,
      unit: "persons",
    };
    const publish = (wrong: Result) => () => withhold([{ results: [wrong], strategy: chile, asOf: AS_OF }], SECTION);
    expect(publish(result)).toThrow(/o9\.nothing/);
    expect(publish({ ...result, indicator: "o1.registered", period: "soon" })).toThrow(/soon/);
  });
});
