import { describe, expect, test } from "vitest";
import { overlap } from "../../src/evaluate/overlap.ts";
import { sensitivity } from "../../src/evaluate/sensitivity.ts";
import { FormulaError } from "../../src/evaluate/evaluate.ts";
import { aiChile20242030 as strategy } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { dataset, SECTION } from "./section.ts";

const attends = (person: string, ...activities: readonly string[]) =>
  activities.map((activity) => ({ person, activity, status: "attended" }));

/** a: a local group's workshop; b: of a project; c: neither. */
const data = dataset({
  people: ["p1", "p2", "p3", "p4"].map((id) => ({ id, relation: "activist", joinedOn: null, leftOn: null })),
  groups: [{ id: "g1", type: "local", foundedOn: null, closedOn: null, project: null }],
  projects: [{ id: "x1" }],
  organizations: [],
  activities: [
    { id: "a", kind: "workshop", date: "2025-03-01", group: "g1", project: null, organizations: [] },
    { id: "b", kind: "action", date: "2025-04-01", group: null, project: "x1", organizations: [] },
    { id: "c", kind: "action", date: "2025-05-01", group: null, project: null, organizations: [] },
  ],
  participations: [
    ...attends("p1", "a", "b"),
    ...attends("p2", "a"),
    ...attends("p3", "b", "c"),
    ...attends("p4", "c"),
  ],
});
const options = { strategy, section: SECTION, asOf: "2025-12-31" };

describe("overlap", () => {
  const indicators = ["o1.participants", "o2.participants", "o3.participants", "o4.participants"] as const;

  test("counts the different persons of several indicators once, and how they overlap", () => {
    expect(overlap(data, { ...options, period: "2025", indicators })).toEqual({
      union: 3,
      each: { "o1.participants": 2, "o2.participants": 2, "o3.participants": 2, "o4.participants": 0 },
      exactly: [
        { indicators: ["o3.participants"], count: 1 },
        { indicators: ["o1.participants", "o2.participants"], count: 1 },
        { indicators: ["o1.participants", "o2.participants", "o3.participants"], count: 1 },
      ],
    });
    expect(overlap(data, { ...options, period: "2024", indicators }).union).toBe(0);
  });

  test("refuses what is no distinct count, or of different things", () => {
    const of = (...ids: readonly ((typeof indicators)[number] | "o1.monitoring" | "x.communes-with-valid-group")[]) =>
      overlap(data, { ...options, period: "2025", indicators: ids });
    expect(() => of("o1.participants", "o1.monitoring")).toThrow("o1.monitoring is no distinct count");
    expect(() => overlap(data, { ...options, period: "2025-13", indicators })).toThrow("2025-13 is no period");
  });
});

describe("sensitivity", () => {
  test("tells an indicator for each value of an assumption", () => {
    const runs = sensitivity(data, {
      ...options,
      indicator: "o1.recurrent",
      assumption: "recurrent_participations",
      values: [1, 2, 3],
      from: "2025-01-01",
    });
    // p1 and p3 attended twice, in two months.
    expect(
      runs.map(({ value, isCurrent, results }) => [
        value,
        isCurrent,
        results.map((each) => each.state === "value" && each.value),
      ]),
    ).toEqual([
      [1, false, [2]],
      [2, false, [2]],
      [3, true, [0]],
    ]);
  });

  test("an assumption that the indicator does not read, or a value that makes no sense, is refused", () => {
    const tell = (assumption: "age_bands" | "recurrent_window", values: readonly number[]) => () =>
      sensitivity(data, { ...options, indicator: "o1.recurrent", assumption, values });
    expect(tell("age_bands", [1])).toThrow("o1.recurrent does not read age_bands");
    expect(tell("recurrent_window", [0])).toThrow(FormulaError);
  });
});
