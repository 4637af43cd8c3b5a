import { describe, expect, test } from "vitest";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { defineStrategy } from "../../src/strategy/define.ts";
import { formatIssue, StrategyError } from "../../src/strategy/issue.ts";
import type { Strategy } from "../../src/strategy/strategy.ts";

const label = { es: "a", en: "a" };

/** What is wrong with Chile's strategy once these parts are put in. */
const wrong = (parts: Partial<Strategy>): readonly string[] => {
  try {
    defineStrategy<string, string>({ ...chile, ...parts });
    return [];
  } catch (error) {
    if (!(error instanceof StrategyError)) throw error;
    return error.issues.map((issue) => formatIssue(issue));
  }
};

const [first, ...others] = chile.objectives as Strategy["objectives"];
const barriers = chile.theoryOfChange.barriers as Strategy["theoryOfChange"]["barriers"];
const withAssumption = (name: string, change: object) =>
  wrong({ assumptions: { ...chile.assumptions, [name]: { ...chile.assumptions.age_bands, ...change } } });

describe("defineStrategy", () => {
  test("gives back what it is given", () => {
    expect(defineStrategy(chile)).toBe(chile);
  });

  test("names ids that do not exist", () => {
    expect(
      wrong({ objectives: [{ ...first!, indicators: [...first!.indicators, "o1.recurent"] }, ...others] }),
    ).toEqual(["objectives[0].indicators[5]: no such indicator; did you mean o1.recurrent?"]);
    expect(
      wrong({
        theoryOfChange: {
          ...chile.theoryOfChange,
          barriers: [{ ...barriers[0]!, objectives: ["o9"], indicators: ["zzz"] }, ...barriers.slice(1)],
        },
        training: { ...chile.training, objectives: ["o22"] },
      }),
    ).toEqual([
      "theoryOfChange.barriers[0].objectives[0]: no such objective; did you mean o1?",
      "theoryOfChange.barriers[0].indicators[0]: no such indicator",
      "training.objectives[0]: no such objective; did you mean o2?",
    ]);
  });

  test("names ids that are there twice", () => {
    expect(wrong({ objectives: [first!, ...chile.objectives] })).toEqual(["objectives[1].id: o1 is there twice"]);
    expect(
      wrong({ objectives: [{ ...first!, indicators: [...first!.indicators, "o1.recurrent"] }, ...others] }),
    ).toEqual(["objectives[0].indicators[5]: o1.recurrent is there twice"]);
    expect(wrong({ sustainability: [...chile.sustainability, chile.sustainability[0]!] })).toEqual([
      "sustainability[5].id: involvement is there twice",
    ]);
  });

  test("names days that do not exist, and a period that ends before it starts", () => {
    expect(wrong({ period: { start: "2024-02-30", end: "2030" } })).toEqual([
      "period.start: “2024-02-30” is not a day that exists (yyyy-mm-dd)",
      "period.end: “2030” is not a day that exists (yyyy-mm-dd)",
    ]);
    expect(wrong({ period: { start: "2024-02-01", end: "2024-01-31" } })).toEqual([
      "period.end: ends before it starts",
    ]);
    expect(
      wrong({
        indicators: { ...chile.indicators, "x.retention": { ...chile.indicators["x.retention"], retired: "no" } },
      }),
    ).toEqual(['indicators["x.retention"].retired: “no” is not a day that exists (yyyy-mm-dd)']);
  });

  test("names an indicator of the strategy's own that no objective has", () => {
    const stray = { label, formula: "count(people)", set: "core" } as const;
    expect(wrong({ indicators: { ...chile.indicators, stray } })).toEqual([
      "indicators.stray.set: is one of the strategy's own (core) and no objective names it",
    ]);
  });

  test("names what no formula could name", () => {
    const predicate = { label, spanishName: "desde_siempre", formula: "id is known" };
    const people = { ...chile.predicates.people, last: predicate, participations: { ...predicate, spanishName: "o" } };
    const places = { ...chile.predicates.places, comuna: predicate };
    expect(wrong({ predicates: { ...chile.predicates, people, places } })).toEqual([
      "predicates.people.last: “last” is a word of the formula language: no formula could name it",
      "predicates.people.participations.spanishName: “o” is a word of the formula language: no formula could name it",
      "predicates.people.participations: “participations” already means something else in a row of People",
      "predicates.places.comuna: “comuna” already means something else in a row of Places",
    ]);
  });

  test("names predicates that could not be reached", () => {
    const predicate = { label, spanishName: "registrada", formula: "region is known" };
    expect(
      wrong({ predicates: { ...chile.predicates, people: { ...chile.predicates.people, region: predicate } } }),
    ).toEqual([
      "predicates.people.region.spanishName: registered already has this name",
      "predicates.people.region: People already has a column of this name",
    ]);
    expect(wrong({ predicates: Object.assign({ peeple: {} }, chile.predicates) })).toEqual([
      "predicates.peeple: no such table; did you mean people?",
    ]);
  });

  test("names group types that share a word", () => {
    expect(wrong({ groupTypes: [...chile.groupTypes, { value: "Web", label, aliases: ["En línea"] }] })).toEqual([
      "groupTypes[5].value: “Web” cannot be a name: small letters without accents, digits and - . alone",
      "groupTypes[5]: digital is called “en linea” too",
    ]);
  });

  test("names assumptions that cannot be used", () => {
    const { grace_months: _, ...rest } = chile.assumptions;
    expect(wrong({ assumptions: rest })).toEqual(["assumptions: the assumption grace_months is missing"]);
    expect(withAssumption("grace_months", { value: "1", spanishName: "meses_de_gracia" })).toEqual([
      "assumptions.grace_months.value: must be a number",
    ]);
    expect(withAssumption("pause_months", { value: -1, spanishName: "Meses", since: "ayer" })).toEqual([
      "assumptions.pause_months.spanishName: “Meses” cannot be a name: small letters without accents, digits and _ alone",
      "assumptions.pause_months.since: “ayer” is not a day that exists (yyyy-mm-dd)",
      "assumptions.pause_months.value: must be zero or more",
    ]);
    expect(
      wrong({
        assumptions: {
          ...chile.assumptions,
          empty_start_people: { ...chile.assumptions.empty_start_people, value: "allways" },
        },
      }),
    ).toEqual(["assumptions.empty_start_people.value: “allways” is none of: always, never; did you mean always?"]);
  });

  test("asks for an age band that is the youth band", () => {
    expect(withAssumption("age_bands", { value: ["0", "18", "30"] })).toEqual([
      "assumptions.age_bands: one band must be the youth band, 15 to 29: put 15 and 30 next to each other in the list",
    ]);
    expect(withAssumption("age_bands", { value: ["0", "15", "20", "30"] })).toHaveLength(1);
    expect(withAssumption("age_bands", { value: ["0", "15"] })).toHaveLength(1);
    expect(withAssumption("age_bands", { value: ["15", "30"] })).toEqual([]);
    expect(withAssumption("age_bands", { value: ["0", "30", "15"] })).toEqual([
      "assumptions.age_bands: must be the first age of each band, from the least to the greatest",
    ]);
    expect(withAssumption("youth_max_age", { value: 10, spanishName: "edad_maxima_joven" })).toEqual([
      "assumptions.youth_max_age: is less than youth_min_age (15)",
    ]);
  });

  test("says it in Spanish too", () => {
    const issue = {
      path: ["indicators", "o1.recurent", "retired"],
      message: { es: "no existe ese indicador", en: "no such indicator" },
      suggestion: "o1.recurrent",
    };
    expect(formatIssue(issue, "es")).toBe(
      'indicators["o1.recurent"].retired: no existe ese indicador; ¿quisiste decir o1.recurrent?',
    );
  });
});

/** Never run: `tsc` reads it. */
export const refusedByTheCompiler = (): void => {
  const rest = {
    ...chile,
    indicators: { "a.one": { label, formula: "count(people)", set: "core" } },
    training: { ...chile.training, indicators: [] },
    theoryOfChange: { barriers: [], aims: [], means: [] },
    relations: { goals: [] },
    sustainability: [],
  } as const;
  const objective = { id: "a", label, text: label, lines: [] };
  defineStrategy({ ...rest, objectives: [{ ...objective, indicators: ["a.one"] }] });
  // @ts-expect-error there is no indicator a.two
  defineStrategy({ ...rest, objectives: [{ ...objective, indicators: ["a.two"] }] });
  defineStrategy({
    ...rest,
    objectives: [],
    // @ts-expect-error there is no indicator a.two
    relations: { goals: [{ ...objective, objectives: [], indicators: ["a.two"] }] },
  });
  // @ts-expect-error no such indicator
  void chile.indicators["o1.recurent"];
  // @ts-expect-error no such assumption
  void chile.assumptions.recurrent_participation;
};
