import { describe, expect, it, test } from "vitest";
import type { Records } from "../../src/records/rows.ts";
import { valueOf } from "./formula-value.ts";

const SPELL = { joinedOn: null, leftOn: null };
const OPEN = { foundedOn: null, closedOn: null };
const EVENT = { region: null, commune: null };

/**
 * Two groups, three activities (a1 and a2 of g1), two organizations: o1 in a1 and a2, o2 in a2 alone, and an organization
 * that does not exist in a3.
 */
const RECORDS: Records = {
  people: [
    { id: "p1", ...SPELL, sourceOrganization: "o1" },
    { id: "p2", ...SPELL, sourceOrganization: "o9" },
    { id: "p3", ...SPELL, sourceOrganization: null },
  ],
  groups: [
    { id: "g1", type: "local", project: "j1", ...OPEN },
    { id: "g2", type: "digital", project: null, ...OPEN },
  ],
  projects: [{ id: "j1", year: 2025, objective: "o1" }],
  memberships: [
    { person: "p1", group: "g1", from: null, to: null, role: "coordinator" },
    { person: "p1", group: "g2", from: null, to: null, role: "member" },
    { person: "p2", group: "g1", from: null, to: null, role: "member" },
  ],
  activities: [
    { id: "a1", kind: "action", date: "2025-02-01", group: "g1", organizations: ["o1"], ...EVENT },
    { id: "a2", kind: "workshop", date: "2025-03-01", group: "g1", organizations: ["o1", "o2", "o1"], ...EVENT },
    { id: "a3", kind: "action", date: "2025-04-01", group: "g9", organizations: ["o9"], ...EVENT },
  ],
  participations: [
    { person: "p1", activity: "a1", status: "attended" },
    { person: "p1", activity: "a2", status: "attended" },
    { person: "p2", activity: "a2", status: "attended" },
    { person: "p3", activity: "a3", status: "attended" },
  ],
  organizations: [
    { id: "o1", name: "Uno", region: "CL-RM", subscribedOn: "2024-01-01", unsubscribedOn: null },
    { id: "o2", name: "Dos", region: null, subscribedOn: "2024-01-01", unsubscribedOn: null },
  ],
  agreements: [{ id: "c1", organization: "o1", signedOn: "2024-01-01", expiresOn: null }],
};

/** The same people, each with this relation. */
const people = (relation: string): NonNullable<Records["people"]> =>
  ["p1", "p2", "p3"].map((id) => ({ id, relation, ...SPELL }));

describe("forward", () => {
  test.each<[string, number]>([
    ['count(participations where activity.group.type = "local")', 3],
    ['count(participations where activity.group.project = "j1")', 3],
    ["count(participations where activity.group.project.year = 2025)", 3],
    ['count(participations where activity.group.project.objective = "o1")', 3],
    // A reference that leads nowhere is as if empty, and so is what lies behind it.
    ["count(participations where activity.group is empty)", 1],
    ["count(participations where activity.group.type is empty)", 1],
    ['count(participations where not activity.group.type = "local")', 0],
    ['count(people where source_organization.name = "Uno")', 1],
    ["count(people where source_organization.place.region in capital)", 1],
    ["count(people where source_organization is known)", 1],
    // A row beside a text is compared by its key; beside a row, with that row.
    ['count(participations where activity = "a2" or person is one of ("p3", "p9"))', 3],
  ])("%s is %d", (formula, expected) => {
    expect(valueOf(formula, RECORDS)).toBe(expected);
  });
});

describe("back", () => {
  test.each<[string, number]>([
    ["count(people where count(participations) = 2)", 1],
    ['count(people where count(memberships where role = "coordinator") > 0)', 1],
    ['count(people where count(participations where activity.kind = "workshop") = 1)', 2],
    ["count(groups where count(activities) = 2)", 1],
    ["count(groups where count(activities.participations) = 3)", 1],
    ["count(groups where distinct(activities.participations.person) = 2)", 1],
    ["count(projects where count(groups.memberships) = 2)", 1],
    // From a row to its person and on to the person's rows.
    ["count(participations where count(person.participations) = 2)", 2],
    ["count(memberships where count(person.participations) = 1)", 1],
  ])("%s is %d", (formula, expected) => {
    expect(valueOf(formula, RECORDS)).toBe(expected);
  });
});

describe("lists", () => {
  test.each<[string, number]>([
    ["count(activities where organizations is known)", 2],
    ["count(activities where organizations is empty)", 1],
    ["count(activities where joint)", 2],
    ["count(participations where activity.organizations is known)", 3],
    // Named twice, an organization is there once.
    ["count(activities where count(organizations) = 2)", 1],
    ['count(activities where count(organizations where name = "Dos") > 0)', 1],
    ["count(activities where distinct(organizations.region) = 1)", 2],
    // And back: the activities that name it.
    ["count(organizations where count(activities) = 2)", 1],
    ["count(organizations where count(people) = 1)", 1],
    ["count(agreements where count(organization.activities) = 2)", 1],
    ["distinct(activities.organizations)", 2],
    ['distinct(activities.organizations where name = "Uno")', 1],
  ])("%s is %d", (formula, expected) => {
    expect(valueOf(formula, RECORDS)).toBe(expected);
  });
});

describe("several steps", () => {
  it("a row that several ways lead to is taken once", () => {
    // g1 and g2 are p1's groups; g1 has two activities; p1 and p2 were there.
    const count = (path: string, expected: number): number | string =>
      valueOf(`count(people where id = "p1" and count(${path}) = ${expected})`, RECORDS);
    expect(count("memberships.group.activities", 2)).toBe(1);
    // o1 in both activities, o2 in one: two organizations.
    expect(count("participations.activity.organizations", 2)).toBe(1);
    // The memberships of the groups of one's own memberships: p1 twice, p2 once.
    expect(count("memberships.group.memberships", 3)).toBe(1);
  });

  it("so is a row of a whole table that is reached by a path", () => {
    expect(valueOf("count(people.participations)", RECORDS)).toBe(4);
    expect(valueOf('count(groups.activities where kind = "workshop")', RECORDS)).toBe(1);
    expect(valueOf("count(people.memberships.group.activities)", RECORDS)).toBe(2);
    expect(valueOf("distinct(groups.activities.participations.person)", RECORDS)).toBe(2);
  });

  it("a condition inside a condition is about the inner row", () => {
    // People in a group of which somebody else than a coordinator has been to a workshop.
    const formula =
      'count(people where count(memberships where count(group.memberships where role = "member" and count(person.participations where activity.kind = "workshop") > 0) > 0) > 0)';
    expect(valueOf(formula, RECORDS)).toBe(2);
  });

  it("a predicate belongs to the row that the path leads to", () => {
    expect(valueOf("count(participations where person.registered)", { ...RECORDS, people: people("activist") })).toBe(
      4,
    );
    expect(valueOf("count(participations where person.registered)", { ...RECORDS, people: people("staff") })).toBe(0);
    expect(valueOf("count(memberships where group.valid)", RECORDS)).toBe(0);
    expect(valueOf("count(memberships where group.valid)", RECORDS, { assume: { valid_group_members: 2 } })).toBe(2);
  });

  it("without the table on the way there is nothing to say", () => {
    const { groups: _, ...without } = RECORDS;
    expect(valueOf('count(participations where activity.group.type = "local")', without)).toBe("absent-table groups");
  });
});
