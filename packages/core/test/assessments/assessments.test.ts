import { expect, test } from "vitest";
import { aiChile20242030, assessmentProblems, datasetOf, type Records, readAssessments } from "../../src/index.ts";

type Rows = NonNullable<Records["assessments"]>;

const read = (rows: Rows) => {
  const dataset = datasetOf({ assessments: rows }, { places: [], vocabularies: { groupTypes: [] } });
  return {
    ...readAssessments(dataset, aiChile20242030),
    problems: assessmentProblems(dataset, aiChile20242030).map(({ code, field, data }) => [code, field, data.found]),
  };
};

test("an item is named by its id or by its label in either language, whatever its case and accents", () => {
  const { assessments, problems } = read([
    { kind: "sustainability", item: "free-funds", period: 2024, rating: 1 },
    { kind: "sustainability", item: "FORMACION y capacitación continua", period: 2024, rating: 5 },
    { kind: "barrier", item: "Centralization", period: 2024, rating: 2.5 },
  ]);
  expect(assessments.map(({ kind, item, year, rating }) => [kind, item, year, rating])).toEqual([
    ["sustainability", "free-funds", 2024, 1],
    ["sustainability", "continuous-training", 2024, 5],
    ["barrier", "centralization", 2024, 2.5],
  ]);
  expect(problems).toEqual([]);
});

test("evidence is counted by semicolons and lines, an empty piece is none", () => {
  const evidence = (text: string | null, period: number) => ({
    kind: "barrier",
    item: "boldness",
    period,
    rating: 3,
    evidence: text,
  });
  const { assessments } = read([
    evidence(null, 2023),
    evidence("Acta", 2024),
    evidence("Acta; encuesta;\nfotos; ", 2025),
  ]);
  expect(assessments.map((each) => each.evidence)).toEqual([0, 1, 3]);
});

test.each([0, 6, 0.9, 5.1, -3])("a rating of %d is a problem at its cell", (rating) => {
  const { assessments, skipped, problems } = read([
    { kind: "sustainability", item: "free-funds", period: 2024, rating },
  ]);
  expect(assessments).toEqual([]);
  expect(skipped).toMatchObject([{ column: "rating", reason: "out-of-range", found: String(rating) }]);
  expect(problems).toEqual([["rating-out-of-range", "rating", String(rating)]]);
});

test("an assessment without a rating stands; of two under different names the first one does", () => {
  const { assessments, problems } = read([
    { kind: "barrier", item: "bureaucracy", period: 2024, rating: null },
    { kind: "barrier", item: "Burocracia interna innecesaria", period: 2024, rating: 4 },
    { kind: "barrier", item: "bureaucracy", period: 2025, rating: 4 },
  ]);
  expect(assessments.map(({ year, rating }) => [year, rating])).toEqual([
    [2024, null],
    [2025, 4],
  ]);
  expect(problems).toEqual([["assessment-twice", "item", "Burocracia interna innecesaria"]]);
});

test("what names nothing of its kind, and what lacks a kind or a year, is told", () => {
  const { assessments, problems } = read([
    { kind: "barrier", item: "free-funds", period: 2024, rating: 3 },
    { kind: "barrier", item: null, period: 2024, rating: 3 },
    { kind: null, item: "free-funds", period: 2024, rating: 3 },
    { kind: "sustainability", item: "free-funds", period: null, rating: 3 },
  ]);
  expect(assessments).toEqual([]);
  expect(problems).toEqual([
    ["assessment-of-nothing", "item", "free-funds"],
    ["assessment-of-nothing", "item", undefined],
    ["assessment-without-kind", "kind", undefined],
    ["assessment-without-year", "period", undefined],
  ]);
});

test("without a table there is nothing", () => {
  expect(readAssessments(datasetOf({}, { places: [], vocabularies: { groupTypes: [] } }), aiChile20242030)).toEqual({
    assessments: [],
    skipped: [],
  });
});
