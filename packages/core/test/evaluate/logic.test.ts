import { describe, expect, it, test } from "vitest";
import type { Records } from "../../src/records/rows.ts";
import { valueOf } from "./formula-value.ts";

/** One person: a gender, nothing else. */
const RECORDS: Records = {
  people: [
    {
      id: "p1",
      gender: "f",
      source: null,
      leftReason: null,
      birthdate: null,
      region: null,
      relation: null,
      joinedOn: null,
      leftOn: null,
      sourceOrganization: null,
    },
  ],
  organizations: [],
  participations: [],
  activities: [{ id: "a1", date: "2025-05-01", hours: null, headcount: 10 }],
};

type Truth = "true" | "false" | "unknown";

/** Whether a condition holds for the one row: it is counted, its opposite is, or neither. */
const truthOf = (condition: string, table = "people"): Truth => {
  const counts = [condition, `not (${condition})`].map((each) => valueOf(`count(${table} where ${each})`, RECORDS));
  if (counts[0] === 1 && counts[1] === 0) return "true";
  if (counts[0] === 0 && counts[1] === 1) return "false";
  if (counts[0] === 0 && counts[1] === 0) return "unknown";
  throw new Error(`${condition} and its opposite: ${counts.join(", ")}`);
};

const T = 'gender = "f"';
const F = 'gender = "m"';
const U = 'source = "x"';
const TRUTHS: Readonly<Record<string, Truth>> = { [T]: "true", [F]: "false", [U]: "unknown" };

describe("three truth values", () => {
  test.each(Object.entries(TRUTHS))("%s is %s", (condition, truth) => {
    expect(truthOf(condition)).toBe(truth);
  });

  const table: readonly (readonly [string, string, Truth, Truth])[] = [
    [T, T, "true", "true"],
    [T, F, "false", "true"],
    [T, U, "unknown", "true"],
    [F, T, "false", "true"],
    [F, F, "false", "false"],
    [F, U, "false", "unknown"],
    [U, T, "unknown", "true"],
    [U, F, "false", "unknown"],
    [U, U, "unknown", "unknown"],
  ];
  test.each(table)("%s, %s: and is %s, or is %s", (a, b, and, or) => {
    expect([truthOf(`${a} and ${b}`), truthOf(`${a} or ${b}`)]).toEqual([and, or]);
  });

  it("one unknown among many is settled by what settles the whole, wherever it stands", () => {
    expect(truthOf(`${U} and ${T} and ${F}`)).toBe("false");
    expect(truthOf(`${U} or ${F} or ${T}`)).toBe("true");
    expect(truthOf(`${T} and ${U} and ${T}`)).toBe("unknown");
    expect(truthOf(`not (${U} or ${F})`)).toBe("unknown");
    expect(truthOf(`(${U} or ${T}) and not ${F}`)).toBe("true");
  });
});

describe("empty values", () => {
  test.each([
    'source = "x"',
    'source != "x"',
    'source is one of ("x", "y")',
    'source is not one of ("x")',
    "birthdate < as of",
    "birthdate between period start and period end",
    "birthdate not between period start and period end",
    "joined_on between birthdate and as of",
    "age(birthdate) >= 15",
    "age(as of, birthdate) = 0",
    "month(birthdate) = month(as of)",
    "days(birthdate, as of) > 0",
    "days(as of, birthdate) > 0",
    "region in capital",
    "region not in capital",
    'region = "CL-RM"',
    'place.region != "CL-RM"',
    'relation = "activist"',
    'relation != "activist"',
    "relation is one of registered_relations",
    // A reference that leads nowhere, and what would lie behind it.
    'source_organization = "o1"',
    'source_organization.name = "x"',
    "source_organization.region in capital",
    "min(participations.activity.date ever) = as of",
  ])("%s is unknown", (condition) => {
    expect(truthOf(condition)).toBe("unknown");
  });

  test.each([
    "hours > 1",
    "hours + 1 > 1",
    "headcount / hours > 1",
    "-hours < 1",
    "headcount / 0 > 1",
    "hours = hours",
  ])("%s is unknown", (condition) => {
    expect(truthOf(condition, "activities")).toBe("unknown");
  });

  test.each<[string, Truth]>([
    ["source is known", "false"],
    ["source is empty", "true"],
    ["not source is known", "true"],
    ["gender is known", "true"],
    ["birthdate is empty", "true"],
    ["source_organization is empty", "true"],
    ["source_organization.name is known", "false"],
    ["place.region is empty", "true"],
    ["age(birthdate) is empty", "true"],
    ["(birthdate else as of) is known", "true"],
    ['(source else gender) = "f"', "true"],
    ['(source else gender else "x") = "f"', "true"],
    ['(gender else source) = "f"', "true"],
    ["(birthdate else joined_on) is empty", "true"],
    ['(relation else "member") = "member"', "true"],
    ["count(participations) = 0", "true"],
    ["sum(participations.activity.hours) = 0", "true"],
    ["average(participations.activity.hours) is empty", "true"],
    ["max(participations.activity.date) is empty", "true"],
    ["distinct(participations.activity.date) > 0", "false"],
  ])("%s is %s", (condition, truth) => {
    expect(truthOf(condition)).toBe(truth);
  });

  it("an empty value is never equal to another, and stands in no list", () => {
    expect(truthOf("source = left_reason")).toBe("unknown");
    expect(truthOf("source is one of age_bands")).toBe("unknown");
  });
});

describe("assumptions that are true or false", () => {
  it("stand as conditions", () => {
    expect(truthOf("attendance_without_status")).toBe("true");
    expect(truthOf("not attendance_without_status")).toBe("false");
  });
});
