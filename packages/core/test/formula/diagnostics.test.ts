import { describe, expect, it, test } from "vitest";
import { type Diagnostic, type DiagnosticCode, DIAGNOSTICS, tell } from "../../src/formula/diagnostic.ts";
import type { TableName } from "../../src/records/tables.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { compileStrategy, type FormulaIssue } from "../../src/strategy/compile.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import type { Strategy } from "../../src/strategy/strategy.ts";
import { LANGUAGES } from "../../src/text/text.ts";
import { checkText } from "./strategy.ts";

/** A text with one mistake: the words that are pointed at, what is said in English, what is suggested instead. */
type Case = readonly [text: string, at: string, says: string, suggests?: string];

/** What only a whole strategy can have wrong; tested below. */
type OfStrategy = "cycle" | "assumption-value";

const PLACE_LEVEL = "a place is a region and a commune: write place.region or place.commune";

/** One entry a code: a new diagnostic does not compile here without a text that has it. */
const CASES: Readonly<Record<Exclude<DiagnosticCode, OfStrategy>, readonly Case[]>> = {
  "unexpected-character": [
    ["count(people ;)", ";", "«;» is not part of the formula language"],
    ["count(🌱 people)", "🌱", "«🌱» is not part of the formula language"],
    ["count(people)\u0000", "\u0000", "«U+0000» is not part of the formula language"],
  ],
  "number-too-large": [
    ["9".repeat(30), "9".repeat(30), `«${"9".repeat(20)}…» has more digits than can be counted exactly`],
  ],
  "unclosed-text": [['count(people where name = "a)', '"a)', 'this text is not closed: a " is missing']],
  "unexpected-token": [
    ["count(people whre registered)", "whre", "found «whre» where a ) was expected", "where"],
    ["count(people) 2", "2", "found «2» where the end of the formula was expected"],
    ["count(activities where date between as of)", ")", "found «)» where and was expected"],
    ["count(people where count(participations last 3) > 0)", ")", "found «)» where months was expected"],
    ["dissimilarity(count(people), count(groups) by 3)", "3", "found «3» where a dimension was expected"],
    ["count(people where region.= region)", "=", "found «=» where a name was expected"],
    ["count(people) * 0,5", ",", "found «,» where the end of the formula was expected", "."],
  ],
  "unexpected-end": [["1 + ", "", "the formula ends where a value, a name or a bracket was expected"]],
  "unclosed-bracket": [["count(people", "(", "this bracket is not closed: a ) is missing"]],
  "too-deep": [
    [
      `${"(".repeat(101)}1${")".repeat(101)}`,
      "1",
      "more than 100 brackets or operators inside one another: split it into named predicates",
    ],
    [
      Array.from({ length: 302 }, () => "1").join(" + "),
      Array.from({ length: 302 }, () => "1").join(" + "),
      "more than 300 brackets or operators inside one another: split it into named predicates",
    ],
  ],
  "too-long": [[" ".repeat(50_001), " ".repeat(50_001), "more than 50000 characters: split it into named predicates"]],
  "unknown-name": [
    ["count(peple)", "peple", "«peple» is no table, predicate or assumption here", "people"],
    [
      "1 + yuoth_min_age",
      "yuoth_min_age",
      "«yuoth_min_age» is no table, predicate or assumption here",
      "youth_min_age",
    ],
    ["xyz", "xyz", "«xyz» is no table, predicate or assumption here"],
  ],
  "unknown-column": [
    [
      "count(people where regoin is known)",
      "regoin",
      "people has no column, predicate or linked table called «regoin»",
      "region",
    ],
    [
      "count(activities where group.tipe is known)",
      "tipe",
      "groups has no column, predicate or linked table called «tipe»",
      "type",
    ],
    [
      "count(people where people.region is known)",
      "people.region",
      "people has no column, predicate or linked table called «people»",
      "region",
    ],
    [
      "count(people where count(activities) > 1)",
      "activities",
      "people has no column, predicate or linked table called «activities»",
    ],
  ],
  "place-level": [
    ["count(people where place is known)", "place", PLACE_LEVEL, "place.region"],
    ["count(people where place.comune is known)", "comune", PLACE_LEVEL, "commune"],
  ],
  "no-columns": [
    ["count(people where name.first is known)", "name", "«name» is a plain value: nothing can follow the dot"],
    ["count(people where recurrent.x)", "recurrent", "«recurrent» is a plain value: nothing can follow the dot"],
    [
      "count(people where place.region.name is known)",
      "region",
      "«place.region» is a plain value: nothing can follow the dot",
    ],
    ["1 + youth_min_age.x", "youth_min_age", "«youth_min_age» is a plain value: nothing can follow the dot"],
  ],
  "unknown-function": [
    [
      "coutn(people)",
      "coutn",
      "there is no function «coutn»; there are: count, distinct, sum, min, max, average, median, age, month, days, indicator, dissimilarity",
      "count",
    ],
  ],
  "unknown-indicator": [
    ['indicator("o1.registred")', '"o1.registred"', "the strategy has no indicator «o1.registred»", '"o1.registered"'],
    ['indicator("toString")', '"toString"', "the strategy has no indicator «toString»"],
  ],
  "unknown-dimension": [
    [
      "dissimilarity(count(people), count(groups) by regoin)",
      "regoin",
      "«regoin» is no dimension; there are: region, commune, group, group_type, project, objective, gender, age_band, level, stage, organization_relation",
      "region",
    ],
  ],
  "unknown-value": [
    [
      'count(memberships where role = "cordinator")',
      '"cordinator"',
      "«cordinator» is no value of Role; there are: member, coordinator",
      '"coordinator"',
    ],
    [
      'count(groups where type is one of ("local", "loal"))',
      '"loal"',
      "«loal» is no value of Type; there are: local, thematic, commission, digital, student",
      '"local"',
    ],
    [
      'count(memberships where (role else "x") = "member")',
      '"x"',
      "«x» is no value of Role; there are: member, coordinator",
    ],
  ],
  "argument-count": [
    [
      "count()",
      "count()",
      "count is written count(TABLE where CONDITION WINDOW); here it has 0 of the values that it takes",
    ],
    [
      "count(people where days(joined_on) > 1)",
      "days(joined_on)",
      "days is written days(FROM, TO); here it has 1 of the values that it takes",
    ],
    [
      "count(people where age(birthdate, as of, as of) > 1)",
      "age(birthdate, as of, as of)",
      "age is written age(BIRTHDATE, DAY); here it has 3 of the values that it takes",
    ],
  ],
  "wrong-type": [
    ["sum(people)", "people", "a column is needed here, and this is a table"],
    ["sum(people.gender)", "gender", "a number is needed here, and this is a text"],
    ["max(memberships.role)", "role", "a number or a date is needed here, and this is a value of «Role»"],
    [
      "distinct(people.region = people.commune)",
      "people.region = people.commune",
      "a value is needed here, and this is a condition",
    ],
    ["sum(people.joined_on * 2)", "joined_on", "a number is needed here, and this is a date"],
    ["count(people where -region is known)", "-region", "a number is needed here, and this is a row of «Places»"],
    ["count(people where age(gender) > 3)", "gender", "a date is needed here, and this is a text"],
    ["count(people where registered is known)", "registered", "a value is needed here, and this is a condition"],
    ["count(people where (gender else birthdate) is known)", "birthdate", "a text is needed here, and this is a date"],
    [
      "count(people where relation = registered_relations)",
      "registered_relations",
      "one value is needed here, and this is a list (it goes with “is one of”)",
    ],
    [
      "count(groups where type is one of teritorial_groups)",
      "teritorial_groups",
      "a list in brackets, or the name of an assumption that holds one, is needed here, and this is an unknown name",
      "territorial_groups",
    ],
    [
      "count(groups where type is one of 3)",
      "3",
      "a list in brackets, or the name of an assumption that holds one, is needed here, and this is something else",
    ],
    [
      'count(groups where type is one of ("local", region))',
      "region",
      "a text in quotes or a number is needed here, and this is something else",
    ],
    ["count(groups where type is one of (1))", "1", "a value of «Type» is needed here, and this is a number"],
    ['count(activities where hours is one of ("a"))', '"a"', "a number of hours is needed here, and this is a text"],
    ["count(groups where commune in capital)", "commune", "a region is needed here, and this is a commune"],
    ["count(groups where name in capital)", "name", "a region is needed here, and this is a text"],
    [
      "indicator(o1.registered)",
      "o1.registered",
      'an id in quotes, as in indicator("o1.registered"), is needed here, and this is something else',
      '"o1.registered"',
    ],
    [
      "count(activities last 1.5 months)",
      "1.5",
      "a whole number above zero, or the name of an assumption that holds one, is needed here, and this is 1.5",
    ],
    [
      "count(activities last youth_min_age months)",
      "youth_min_age",
      "a whole number above zero, or the name of an assumption that holds one, is needed here, and this is a number of years",
    ],
    [
      "count(people where count(participations within 3 days after name) > 0)",
      "name",
      "a date is needed here, and this is a text",
    ],
    ['dissimilarity(count(people), "a" by region)', '"a"', "a number is needed here, and this is a text"],
  ],
  "cannot-compare": [
    ['count(people where joined_on > "2025")', 'joined_on > "2025"', "a date cannot be compared with a text"],
    [
      "count(people where registered = recurrent)",
      "registered = recurrent",
      "a condition cannot be compared with a condition",
    ],
    [
      "count(activities where hours = headcount)",
      "hours = headcount",
      "a number of hours cannot be compared with a number of counted attendees",
    ],
    [
      "count(people where count(participations) > recurrent_months)",
      "count(participations) > recurrent_months",
      "a number of participations cannot be compared with a number of months",
    ],
    [
      "count(activities where group = project)",
      "group = project",
      "a row of «Groups» cannot be compared with a row of «Projects»",
    ],
    ["count(people where joined_on between 1 and as of)", "1", "a date cannot be compared with a number"],
    [
      "count(activities where hours is one of age_bands)",
      "age_bands",
      "a number of hours cannot be compared with a text",
    ],
    ["count(people where month(joined_on) = 3)", "month(joined_on) = 3", "a month cannot be compared with a number"],
  ],
  "no-order": [
    ['count(people where gender < "m")', 'gender < "m"', "a text has no order: only = and != make sense"],
    [
      'count(memberships where role >= "member")',
      'role >= "member"',
      "a value of «Role» has no order: only = and != make sense",
    ],
    [
      'count(people where region between "a" and "b")',
      "region",
      "a row of «Places» has no order: only = and != make sense",
    ],
  ],
  "cannot-add": [
    [
      "count(people) + count(activities)",
      "count(people) + count(activities)",
      "a number of persons and a number of activities are different things: their sum or difference means nothing",
    ],
    [
      "sum(activities.hours) - sum(activities.headcount)",
      "sum(activities.hours) - sum(activities.headcount)",
      "a number of hours and a number of counted attendees are different things: their sum or difference means nothing",
    ],
    [
      "count(people) + count(groups) / count(people)",
      "count(people) + count(groups) / count(people)",
      "a number of persons and a ratio are different things: their sum or difference means nothing",
    ],
  ],
  "counted-twice": [
    [
      "distinct(participations.person) + distinct(memberships.person)",
      "distinct(participations.person) + distinct(memberships.person)",
      "each side counts different persons, and what is on both sides would count twice: count it once, with «or» inside one distinct(...)",
    ],
    [
      'indicator("o1.participants") + indicator("o3.participants")',
      'indicator("o1.participants") + indicator("o3.participants")',
      "each side counts different persons, and what is on both sides would count twice: count it once, with «or» inside one distinct(...)",
    ],
    [
      "distinct(people.gender) * 2 + distinct(people.source)",
      "distinct(people.gender) * 2 + distinct(people.source)",
      "each side counts different values, and what is on both sides would count twice: count it once, with «or» inside one distinct(...)",
    ],
  ],
  "cannot-multiply": [
    [
      "count(people) * count(groups)",
      "count(people) * count(groups)",
      "a number of persons times a number of groups means nothing: multiply by a plain number",
    ],
  ],
  "not-in-aggregate": [
    [
      "people",
      "people",
      "«people» is a table with many rows: put it inside count, distinct, sum, min, max, average or median",
    ],
    [
      "age(people.birthdate)",
      "people.birthdate",
      "«people.birthdate» is a table with many rows: put it inside count, distinct, sum, min, max, average or median",
    ],
  ],
  "several-rows": [
    [
      "count(people where participations is known)",
      "participations",
      "«participations» leads to several rows: put it inside count, distinct, sum, min, max, average or median",
    ],
    [
      "count(activities where organizations.region in capital)",
      "organizations.region",
      "«organizations.region» leads to several rows: put it inside count, distinct, sum, min, max, average or median",
    ],
  ],
  "no-table": [
    [
      "count(3)",
      "3",
      "count needs a table or a path that begins at one: count(people ...), distinct(participations.person ...)",
    ],
    [
      "average(count(people))",
      "count(people)",
      "average needs a table or a path that begins at one: count(people ...), distinct(participations.person ...)",
    ],
  ],
  "two-tables": [
    [
      "sum(activities.hours + populations.inhabitants)",
      "activities.hours + populations.inhabitants",
      "one sum counts the rows of one table, and this names activities, populations",
    ],
  ],
  "needs-rows": [
    [
      "count(participations.person)",
      "participations.person",
      "count takes a table; for the different values of a column write distinct(...)",
    ],
  ],
  "where-not-allowed": [
    [
      'indicator("o1.registered" where 1 = 1)',
      'indicator("o1.registered" where 1 = 1)',
      "indicator takes no where and no window: they belong to count, distinct, sum, min, max, average and median",
    ],
    [
      "count(people where age(birthdate at end) > 3)",
      "age(birthdate at end)",
      "age takes no where and no window: they belong to count, distinct, sum, min, max, average and median",
    ],
  ],
  "by-not-allowed": [
    [
      "count(people by region)",
      "region",
      "only dissimilarity takes by: to break a number down, ask for it (--by region)",
    ],
  ],
  "by-missing": [
    [
      "dissimilarity(count(people), count(groups))",
      "dissimilarity(count(people), count(groups))",
      "dissimilarity needs a dimension: dissimilarity(a, b by region)",
    ],
  ],
  "window-not-for-table": [
    [
      "count(people during)",
      "during",
      "the window «during» makes no sense for People (each row is a spell with a start and an end); it can have: at end, any time in period, started, ended, ever",
    ],
    [
      "count(activities at end)",
      "at end",
      "the window «at end» makes no sense for Activities (each row is an event on one day); it can have: during, last, previous year, ever, to date, within",
    ],
    [
      "count(places ever)",
      "ever",
      "the window «ever» makes no sense for Places (it has no dates); it can have: no window at all",
    ],
    [
      "sum(figures.value last 3 months)",
      "last 3 months",
      "the window «last» makes no sense for Figures (each row is of one period); it can have: during",
    ],
    [
      "count(assessments started)",
      "started",
      "the window «started» makes no sense for Assessments (each row is of one year); it can have: during, at end, ever",
    ],
  ],
  "outside-row": [
    ["registered", "registered", "«registered» belongs to a row: it has a value only inside the where of a table"],
    [
      "count(activities last hours months)",
      "hours",
      "«hours» belongs to a row: it has a value only inside the where of a table",
    ],
  ],
  "number-in-row": [
    [
      'count(people where indicator("o1.registered") > 3)',
      'indicator("o1.registered")',
      "indicator is one number for the whole period: it cannot stand inside the where of a table",
    ],
  ],
  "within-without-row": [
    [
      "count(activities within 3 days after date)",
      "within 3 days after date",
      "within ... days after counts from a date of the outer row, and there is none here",
    ],
  ],
  "number-expected": [
    ["count(people) > 3", "count(people) > 3", "an indicator is a number, and this is a condition"],
    ["max(people.joined_on)", "max(people.joined_on)", "an indicator is a number, and this is a date"],
  ],
  "condition-expected": [
    ["count(people where name)", "name", "a condition (true or false) is needed here, and this is a text"],
    [
      "count(people where not count(participations))",
      "count(participations)",
      "a condition (true or false) is needed here, and this is a number of participations",
    ],
  ],
};

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

describe("every diagnostic", () => {
  const cases = Object.entries(CASES).flatMap(([code, ofCode]) =>
    ofCode.map((each) => ({ code, name: short(each[0]), each })),
  );

  test.each(cases)("$code: $name", ({ code, each: [text, at, says, suggests] }) => {
    const told = checkText(text).diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      at: text.slice(diagnostic.span.start, diagnostic.span.end),
      says: tell(diagnostic, "en"),
      suggests: diagnostic.suggestion,
    }));
    expect(told).toEqual([{ code, at, says, suggests }]);
  });

  test.each(Object.keys(DIAGNOSTICS))("%s has an example", (code) => {
    const ofStrategy = code === "cycle" || code === "assumption-value";
    expect(ofStrategy || CASES[code as keyof typeof CASES].length > 0).toBe(true);
  });

  test.each(cases)("$code is told in Spanish with nothing left open: $name", ({ each: [text] }) => {
    const [diagnostic] = checkText(text).diagnostics;
    const spanish = tell(diagnostic!, "es");
    expect(spanish).not.toMatch(/undefined|null|«»|\[object|function/);
    expect(spanish).not.toBe(tell(diagnostic!, "en"));
  });
});

describe("suggestions", () => {
  const suggested = Object.values(CASES)
    .flat()
    .filter(([, , , suggests]) => suggests !== undefined)
    .map(([text]) => text);

  test.each(suggested)("put in their place mend the formula: %s", (text) => {
    const [{ span, suggestion }] = checkText(text).diagnostics as [Diagnostic];
    const mended = `${text.slice(0, span.start)}${suggestion}${text.slice(span.end)}`;
    expect(checkText(mended).diagnostics).toEqual([]);
  });
});

describe("all mistakes of a text", () => {
  const codes = (text: string, table?: TableName): readonly (readonly [string, string])[] =>
    checkText(text, table).diagnostics.map(({ code, span }) => [code, text.slice(span.start, span.end)]);

  it("are told at once, in the order of the text", () => {
    expect(
      codes(
        'coutn(peple where regoin = "x" and kind > ) + count(groups where type = "loal" during) * sum(activities) by x',
      ),
    ).toEqual([
      ["unknown-function", "coutn"],
      ["unknown-name", "peple"],
      ["unknown-column", "regoin"],
      ["unknown-column", "kind"],
      ["unexpected-token", ")"],
      ["unknown-value", '"loal"'],
      ["window-not-for-table", "during"],
      ["wrong-type", "activities"],
      ["unexpected-token", "by"],
    ]);
  });

  it("on both sides of an operator", () => {
    expect(codes("count(people where gender + name > 1)")).toEqual([
      ["wrong-type", "gender"],
      ["wrong-type", "name"],
    ]);
    expect(codes('count(people where joined_on between 1 and "a")')).toEqual([
      ["cannot-compare", "1"],
      ["cannot-compare", '"a"'],
    ]);
    expect(codes("count(people where (registered else recurrent) = 1)")).toEqual([
      ["wrong-type", "registered"],
      ["wrong-type", "recurrent"],
    ]);
  });

  it("of a call that is misused and has wrong values", () => {
    expect(codes("count(people where regoin is known by region)")).toEqual([
      ["unknown-column", "regoin"],
      ["by-not-allowed", "region"],
    ]);
    expect(codes("count(people where age(nacido at end) > 1)")).toEqual([
      ["where-not-allowed", "age(nacido at end)"],
      ["unknown-column", "nacido"],
    ]);
  });

  it("are one where one explains the other", () => {
    expect(codes("count(people where regoin + 1 > 2 and regoin2 is known)")).toEqual([
      ["unknown-column", "regoin"],
      ["unknown-column", "regoin2"],
    ]);
    expect(codes("sum(activities.hurs) / count(people)")).toEqual([["unknown-column", "hurs"]]);
  });

  it("in a condition on a row", () => {
    expect(codes("registred and count(participations where attendd) > 2", "people")).toEqual([
      ["unknown-column", "registred"],
      ["unknown-column", "attendd"],
    ]);
    expect(codes('indicator("o1.registered") > 3', "people")).toEqual([
      ["number-in-row", 'indicator("o1.registered")'],
    ]);
    expect(codes("joined_on", "people")).toEqual([["condition-expected", "joined_on"]]);
  });
});

describe("what a whole strategy has wrong", () => {
  const NAMED = { id: "test", label: { es: "Prueba", en: "Test" } };
  const base = aiChile20242030;
  const issuesOf = (strategy: Strategy): readonly FormulaIssue[] => compileStrategy(strategy).issues;
  const told = (issues: readonly FormulaIssue[]): readonly (readonly string[])[] =>
    issues.map(({ path, diagnostic }) => [path, diagnostic.code, tell(diagnostic, "en")]);

  it("assumptions with a word that is no value of what they are held against", () => {
    const issues = issuesOf(
      extendStrategy(base, { ...NAMED, assumptions: { territorial_groups: ["local", "barrial"] } }),
    );
    expect(new Set(told(issues).map(([, code, says]) => `${code}: ${says}`))).toEqual(
      new Set([
        "assumption-value: the assumption territorial_groups holds «barrial», which is no value of Type: local, thematic, commission, digital, student",
      ]),
    );
    for (const { text, diagnostic } of issues) {
      expect(text.slice(diagnostic.span.start, diagnostic.span.end)).toBe("territorial_groups");
      expect(tell(diagnostic, "es")).toContain("el supuesto grupos_territoriales tiene «barrial»");
    }
  });

  it("indicators that are defined by themselves, each circle once", () => {
    expect(
      told(
        issuesOf(
          extendStrategy(base, {
            ...NAMED,
            indicators: { "o1.registered": { formula: 'indicator("o1.registered") + 1' } },
          }),
        ),
      ),
    ).toEqual([
      ['indicators["o1.registered"].formula', "cycle", "this is defined by itself: o1.registered, o1.registered"],
    ]);
    const circle = issuesOf(
      extendStrategy(base, {
        ...NAMED,
        indicators: {
          "o1.participants": { formula: 'indicator("o2.participants") * 2' },
          "o2.participants": { formula: 'indicator("o3.participants")' },
          "o3.participants": { formula: 'indicator("o1.participants") + indicator("o1.participants")' },
          "o4.participants": { formula: 'indicator("o2.participants")' },
        },
      }),
    );
    expect(told(circle)).toEqual([
      [
        'indicators["o3.participants"].formula',
        "cycle",
        "this is defined by itself: o1.participants, o2.participants, o3.participants, o1.participants",
      ],
    ]);
  });

  it("an indicator that another one names is no circle, however often", () => {
    const formula = 'indicator("o1.registered") / (indicator("o1.registered") + indicator("o2.registered"))';
    expect(issuesOf(extendStrategy(base, { ...NAMED, indicators: { "x.people-outside": { formula } } }))).toEqual([]);
  });

  it("predicates that are defined by themselves, each circle once", () => {
    const predicate = (formula: string) => ({ people: { registered: { formula } } });
    expect(told(issuesOf(extendStrategy(base, { ...NAMED, predicates: predicate("not registered") })))).toEqual([
      [
        "predicates.people.registered.formula",
        "cycle",
        "this is defined by itself: people.registered, people.registered",
      ],
    ]);
    expect(
      told(
        issuesOf(
          extendStrategy(base, { ...NAMED, predicates: predicate("count(memberships where person.recurrent) > 0") }),
        ),
      ),
    ).toEqual([
      [
        "predicates.people.registered.formula",
        "cycle",
        "this is defined by itself: people.registered, people.recurrent, people.registered",
      ],
    ]);
  });

  it("tells the place of a wrong formula in the strategy", () => {
    const paths = issuesOf(
      extendStrategy(base, {
        ...NAMED,
        indicators: { "o1.monitoring": { formula: "count(x)" } },
        predicates: { groups: { valid: { formula: "x" } } },
      }),
    ).map(({ path }) => path);
    expect(paths).toEqual(['indicators["o1.monitoring"].formula', "predicates.groups.valid.formula"]);
  });
});

test.each(LANGUAGES)("every diagnostic has a message in %s that uses its data", (language) => {
  for (const message of Object.values(DIAGNOSTICS)) {
    const data = { found: "F", expected: "E", left: "L", right: "R", table: "T", name: "N", limit: 1, options: ["O"] };
    expect(message[language](data)).not.toMatch(/undefined|\[object/);
  }
});
