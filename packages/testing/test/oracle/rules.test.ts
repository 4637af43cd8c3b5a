/* oxlint-disable unicorn/consistent-function-scoping -- each helper stands beside the cases that it serves */
import { describe, expect, it } from "vitest";
import {
  activity,
  agreement,
  attended,
  cells,
  group,
  membership,
  organization,
  parts,
  person,
  total,
} from "./small.ts";

const registered = (row: Parameters<typeof person>[1], period: string, asOf = "2026-12-31") =>
  total({ people: [person("p1", row)] }, "o1.registered", period, { asOf });

describe("ends and starts", () => {
  it("still registered on the day of leaving", () => {
    expect(registered({ leftOn: "2025-03-31" }, "2025-Q1")).toBe(1);
    expect(registered({ leftOn: "2025-03-30" }, "2025-Q1")).toBe(0);
  });
  it("registered from the day of joining", () => {
    expect(registered({ joinedOn: "2025-03-31" }, "2025-03")).toBe(1);
    expect(registered({ joinedOn: "2025-04-01" }, "2025-03")).toBe(0);
  });
  it("an empty start is since always for people", () => {
    expect(registered({ joinedOn: null }, "2024-01")).toBe(1);
  });
  it("an empty start is not yet for organizations and agreements", () => {
    const organizations = [organization("o1", { subscribedOn: null })];
    expect(total({ organizations }, "o4.subscribed-organizations", "2025")).toBe(0);
    const agreements = [agreement("a1", "o1", { signedOn: null })];
    expect(total({ organizations, agreements }, "o4.agreements", "2025")).toBe(0);
  });
  it("a reversed spell is empty", () => {
    expect(registered({ joinedOn: "2025-05-01", leftOn: "2025-03-01" }, "2025-04")).toBe(0);
    expect(registered({ joinedOn: "2025-05-01", leftOn: "2025-03-01" }, "2025-05")).toBe(0);
    const groups = [group("g1", "commission", { project: "x", foundedOn: "2025-05-02", closedOn: "2025-05-01" })];
    expect(total({ groups, projects: [{ id: "x" }] }, "o3.commissions", "2025")).toBe(0);
  });
  it("an end after as of is still open, a start after it has not happened", () => {
    expect(registered({ leftOn: "2026-07-01" }, "2026-S1", "2026-06-30")).toBe(1);
    expect(registered({ leftOn: "2026-06-30" }, "2026", "2026-06-30")).toBe(1);
    expect(registered({ leftOn: "2026-06-29" }, "2026", "2026-06-30")).toBe(0);
    expect(registered({ joinedOn: "2026-07-01" }, "2026", "2026-06-30")).toBe(0);
  });
  it("a spell of one day on a period's first day overlaps it, and the one before it does not", () => {
    const groups = (day: string) => [group("g1", "commission", { project: "x", foundedOn: day, closedOn: day })];
    const projects = [{ id: "x" }];
    expect(total({ groups: groups("2025-04-01"), projects }, "o3.commissions", "2025-Q2")).toBe(1);
    expect(total({ groups: groups("2025-06-30"), projects }, "o3.commissions", "2025-Q2")).toBe(1);
    expect(total({ groups: groups("2025-03-31"), projects }, "o3.commissions", "2025-Q2")).toBe(0);
    expect(total({ groups: groups("2025-07-01"), projects }, "o3.commissions", "2025-Q2")).toBe(0);
  });
});

describe("memberships", () => {
  const coordinators = (
    records: { person?: object; group?: object; membership?: object },
    period: string,
    indicator = "o1.coordinators",
    type = "local",
  ) =>
    total(
      {
        people: [person("p1", records.person)],
        groups: [group("g1", type, records.group)],
        memberships: [membership("p1", "g1", records.membership)],
      },
      indicator,
      period,
    );
  it("starts no earlier than the group's founding", () => {
    const founded = { group: { foundedOn: "2025-04-01" }, membership: { from: "2025-01-01" } };
    expect(coordinators(founded, "2025-Q1")).toBe(0);
    expect(coordinators(founded, "2025-04")).toBe(1);
  });
  it("ends with the group's closing", () => {
    const closed = { group: { closedOn: "2025-03-31" } };
    expect(coordinators(closed, "2025-Q1")).toBe(1);
    expect(coordinators(closed, "2025-04")).toBe(0);
  });
  it("ends with the person's leaving, and is not cut by joining", () => {
    expect(coordinators({ person: { leftOn: "2025-03-30" } }, "2025-Q1")).toBe(0);
    expect(coordinators({ person: { joinedOn: "2025-06-01" } }, "2025-Q1")).toBe(1);
  });
  it("is cut by the dates of a reversed spell", () => {
    const reversedPerson = { joinedOn: "2025-06-01", leftOn: "2025-03-01" };
    expect(coordinators({ person: reversedPerson }, "2025-02")).toBe(1);
    expect(coordinators({ person: reversedPerson }, "2025-03")).toBe(0);
    const reversedGroup = { foundedOn: "2025-06-01", closedOn: "2025-03-01" };
    expect(coordinators({ group: reversedGroup }, "2025-02")).toBe(0);
    expect(coordinators({ group: reversedGroup }, "2025-07")).toBe(0);
  });
  it("any time in: a coordinator of a commission for one day of the period", () => {
    const oneDay = { from: "2025-02-10", to: "2025-02-10" };
    expect(coordinators({ membership: oneDay }, "2025-Q1", "o3.commission-coordinators", "commission")).toBe(1);
    expect(coordinators({ membership: oneDay }, "2025-03", "o3.commission-coordinators", "commission")).toBe(0);
    expect(coordinators({ membership: oneDay }, "2025-Q1", "o3.commission-coordinators", "local")).toBe(0);
  });
  it("a member is no coordinator, nor is an empty role", () => {
    expect(coordinators({ membership: { role: "member" } }, "2025")).toBe(0);
    expect(coordinators({ membership: { role: null } }, "2025")).toBe(0);
  });
  it("counts a person of two groups once in total and in both regions", () => {
    const records = {
      people: [person("p1")],
      groups: [group("g1", "local", { region: "CL-VS" }), group("g2", "local", { region: "CL-RM" })],
      memberships: [membership("p1", "g1"), membership("p1", "g2")],
    };
    expect(total(records, "o1.coordinators", "2025")).toBe(1);
    expect(parts(records, "o1.coordinators", "2025", ["region"])).toEqual({ "CL-VS": 1, "CL-RM": 1, "?": 0 });
  });
  it("the person of a membership need not be registered", () => {
    expect(coordinators({ person: { relation: "staff" } }, "2025")).toBe(1);
  });
});

const workshop = (id: string, date: string | null, rest = {}) => activity(id, date, { kind: "workshop", ...rest });

describe("duplicates", () => {
  const people = [person("p1")];
  const activities = [workshop("a1", "2025-02-01")];
  const o2 = (participations: ReturnType<typeof attended>[]) =>
    total({ people, activities, participations }, "o2.participants", "2025");
  it("the strongest status stands, wherever it is written", () => {
    expect(o2([attended("p1", "a1", "cancelled"), attended("p1", "a1")])).toBe(1);
    expect(o2([attended("p1", "a1"), attended("p1", "a1", "no-show")])).toBe(1);
    expect(o2([attended("p1", "a1", null), attended("p1", "a1", "registered")])).toBe(0);
  });
  it("one participation per person and activity", () => {
    const three = [attended("p1", "a1"), attended("p1", "a1"), attended("p1", "a2")];
    const both = [workshop("a1", "2025-02-01"), workshop("a2", "2025-03-01")];
    const records = { people, activities: both, participations: three };
    expect(total(records, "o1.recurrent", "2025")).toBe(0);
    expect(total(records, "x.participations-outside", "2025")).toBe("not-applicable division-by-zero");
  });
  it("an identical repeat counts once; of differing ones the first stands", () => {
    const same = [workshop("a1", "2025-02-01"), workshop("a1", "2025-02-01")];
    expect(total({ activities: same }, "o2.workshops", "2025")).toBe(1);
    const differing = [workshop("a1", "2025-02-01"), workshop("a1", "2024-02-01", { kind: "monitoring" })];
    expect(total({ activities: differing }, "o2.workshops", "2025")).toBe(1);
    expect(total({ activities: differing }, "o1.monitoring", "2024")).toBe(0);
  });
  it("of two memberships with one key the first stands", () => {
    const memberships = [membership("p1", "g1", { role: "member" }), membership("p1", "g1")];
    expect(total({ people, groups: [group("g1", "local")], memberships }, "o1.coordinators", "2025")).toBe(0);
  });
  it("rows without an id all count", () => {
    const nameless = [{ ...workshop("", "2025-02-01"), id: null }, workshop("", "2025-02-01")];
    expect(total({ activities: nameless }, "o2.workshops", "2025")).toBe(2);
  });
});

describe("references", () => {
  it("a participation without its person or its activity counts nowhere", () => {
    const records = {
      people: [person("p1")],
      activities: [workshop("a1", "2025-02-01")],
      participations: [attended("p9", "a1"), attended("p1", "a9"), attended("", "a1")],
    };
    expect(total(records, "o2.participants", "2025")).toBe(0);
  });
  it("an agreement without its organization counts nowhere", () => {
    expect(total({ agreements: [agreement("a1", "o9")] }, "o4.agreements", "2025")).toBe(0);
  });
  it("an agreement is not cut by its organization's spell", () => {
    const organizations = [organization("o1", { unsubscribedOn: "2024-06-01" })];
    expect(total({ organizations, agreements: [agreement("a1", "o1")] }, "o4.agreements", "2025")).toBe(1);
  });
  it("joint with at least one organization that resolves", () => {
    const joint = (organizations: string[]) =>
      total(
        {
          people: [person("p1")],
          organizations: [organization("o1", { unsubscribedOn: "2024-06-01" })],
          activities: [activity("a1", "2025-02-01", { organizations })],
          participations: [attended("p1", "a1")],
        },
        "o4.participants",
        "2025",
      );
    expect(joint(["o9", "o1"])).toBe(1);
    expect(joint(["o9"])).toBe(0);
    expect(joint([])).toBe(0);
  });
  it("a project of its own, or else its group's, where it resolves", () => {
    const o3 = (own: string | null, groups: string | null) =>
      total(
        {
          people: [person("p1")],
          projects: [{ id: "x1" }],
          groups: [group("g1", "local", { project: groups })],
          activities: [activity("a1", "2025-02-01", { project: own, group: "g1" })],
          participations: [attended("p1", "a1")],
        },
        "o3.participants",
        "2025",
      );
    expect(o3("x1", null)).toBe(1);
    expect(o3(null, "x1")).toBe(1);
    expect(o3("x9", "x1")).toBe(1);
    expect(o3("x9", "x9")).toBe(0);
  });
  it("a commission whose project leads nowhere has none", () => {
    const groups = [group("g1", "commission", { project: "x9" })];
    expect(total({ groups, projects: [{ id: "x1" }] }, "o3.commissions", "2025")).toBe(0);
  });
});

describe("cells", () => {
  const records = (rest: object, status: string | null = "attended") => ({
    people: [person("p1")],
    activities: [workshop("a1", "2025-02-01", rest)],
    participations: [attended("p1", "a1", status)],
  });
  it("an event without a date counts nowhere, nor one on a day that does not exist", () => {
    expect(total(records({ date: null }), "o2.participants", "span")).toBe(0);
    expect(total(records({ date: "2025-02-31" }), "o2.workshops", "2025")).toBe(0);
  });
  it("an empty status is not attended", () => {
    expect(total(records({}, null), "o2.participants", "2025")).toBe(0);
    expect(total(records({}, ""), "o2.participants", "2025")).toBe(0);
  });
  it("a participation table without a status column means attended", () => {
    const participations = [{ person: "p1", activity: "a1" }];
    expect(total({ ...records({}), participations }, "o2.participants", "2025")).toBe(1);
  });
  it("an empty relation is registered, other relations are not", () => {
    expect(registered({ relation: null }, "2025")).toBe(1);
    expect(registered({ relation: "no such word" }, "2025")).toBe(1);
    for (const relation of ["member", "supporter", "staff", "contact"]) {
      expect(registered({ relation }, "2025")).toBe(0);
    }
  });
});

describe("missing", () => {
  it("an absent table makes missing, one without rows is true zero", () => {
    expect(total({ activities: [] }, "o2.workshops", "2025")).toBe(0);
    // `undefined` stands for a table that is left out.
    const without = { activities: undefined } as unknown as Parameters<typeof total>[0];
    expect(total(without, "o2.workshops", "2025")).toBe("missing absent-table");
  });
  it("an absent column that the definition reads makes missing, and no other", () => {
    const people = [{ id: "p1", relation: "activist", joinedOn: "2024-01-01", leftOn: null }];
    expect(total({ people }, "o1.registered", "2025")).toBe(1);
    expect(total({ people }, "o2.youth-in-commissions", "2025")).toBe("missing absent-column");
    expect(total({ people: [{ id: "p1", relation: "activist" }] }, "o1.registered", "2025")).toBe(
      "missing absent-column",
    );
  });
  it("an absent place column is the unknown part", () => {
    expect(parts({ people: [person("p1")] }, "o1.registered", "2025", ["region"])).toEqual({
      "CL-VS": 0,
      "CL-RM": 0,
      "?": 1,
    });
  });
  it("kept since: missing before, partial in the period that holds it", () => {
    const options = { keptSince: { activities: "2025-02-01" } } as const;
    expect(total({}, "o2.workshops", "2025-01", options)).toBe("missing not-kept");
    expect(total({}, "o2.workshops", "2025-Q1", options)).toBe(0);
    expect(total({}, "o4.agreements", "2025-01", options)).toBe(0);
    expect(cells({}, "o2.workshops", "2025-Q1", options)[0]?.partial).toBe(true);
    expect(cells({}, "o2.workshops", "2025-Q2", options)[0]?.partial).toBeUndefined();
  });
});
