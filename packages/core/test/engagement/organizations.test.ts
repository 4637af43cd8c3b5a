import { describe, expect, it } from "vitest";
import { organizationsBetween } from "../../src/engagement/organization-flows.ts";
import { organizationsAt } from "../../src/engagement/organizations.ts";
import type { Records } from "../../src/records/rows.ts";
import { aiChile20242030 as strategy } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { dataset, SECTION } from "../evaluate/section.ts";
import { told } from "./people.ts";

const RECORDS: Records = {
  organizations: [
    { id: "o1", relation: "networking", region: "CL-RM", subscribedOn: "2024-03-01", unsubscribedOn: null },
    { id: "o2", relation: "collaborating", region: "CL-VS", subscribedOn: "2024-05-01", unsubscribedOn: "2025-02-28" },
    { id: "o3", relation: "collaborating", region: "CL-VS", subscribedOn: "2025-05-01", unsubscribedOn: null },
    { id: "o4", relation: null, region: null, subscribedOn: "2025-06-01", unsubscribedOn: null },
    // Not subscribed yet; and came and went between two dates.
    { id: "o5", relation: "cooperating", region: "CL-RM", subscribedOn: null, unsubscribedOn: null },
    { id: "o6", relation: "cooperating", region: "CL-RM", subscribedOn: "2025-01-10", unsubscribedOn: "2025-11-30" },
  ],
  agreements: [
    { id: "c1", organization: "o1", signedOn: "2024-06-01", expiresOn: null },
    { id: "c2", organization: "o3", signedOn: "2025-06-01", expiresOn: null },
    { id: "c3", organization: "o2", signedOn: "2024-06-01", expiresOn: "2025-01-31" },
  ],
  activities: [
    { id: "a1", kind: "action", date: "2025-08-01", organizations: ["o3", "o1"] },
    { id: "a2", kind: "partner-meeting", date: "2024-09-01", organizations: [] },
    { id: "a3", kind: "partner-meeting", date: "2025-09-01", organizations: ["o3"] },
    { id: "a4", kind: "action", date: "2025-09-02", organizations: [] },
  ],
  participations: [],
  people: [],
};
const asked = { strategy, section: SECTION };

describe("organizationsAt", () => {
  it("counts organizations by relation, and agreements with and without joint work", () => {
    const { results, steps, goals } = organizationsAt(dataset(RECORDS), { ...asked, at: "2025-12-31" });
    expect(steps.map(({ id }) => id)).toEqual(["networking", "coordinating", "cooperating", "collaborating"]);
    const of = (relation: string | null) =>
      told(results, "organizations.subscribed", { organization_relation: relation });
    expect([of("networking"), of("coordinating"), of("cooperating"), of("collaborating"), of(null)]).toEqual([
      1, 0, 0, 1, 1,
    ]);
    expect(told(results, "organizations.subscribed")).toBe(3);
    expect(told(results, "organizations.agreements")).toBe(2);
    expect(told(results, "organizations.working")).toBe(2);
    expect(told(results, "organizations.idle")).toBe(0);
    expect(goals.map(({ id }) => id)).toEqual(["align-objectives", "joint-work", "joint-activism"]);
    const year = (indicator: string, period: string) =>
      results.find((result) => result.indicator === indicator && result.period === period);
    expect(year("x.joint-activities", "2025")).toMatchObject({ value: 2 });
    expect(year("x.partner-meetings", "2024")).toMatchObject({ value: 1 });
  });

  it("takes other periods and regions, and an agreement that rests", () => {
    const { results } = organizationsAt(dataset(RECORDS), {
      ...asked,
      at: "2025-06-30",
      grain: "semester",
      by: ["region"],
    });
    expect(told(results, "organizations.idle", { region: "CL-RM", organization_relation: "networking" })).toBe(1);
    expect(told(results, "organizations.working")).toBe(0);
    expect([...new Set(results.map(({ period }) => period))]).toEqual(["2025-06-30", "2024-S1", "2024-S2", "2025-S1"]);
    expect(() => organizationsAt(dataset(RECORDS), { ...asked, at: "2025-06-30", by: ["gender"] })).toThrow(RangeError);
  });

  it("says what is missing", () => {
    const { organizations: _, ...without } = RECORDS;
    const { results } = organizationsAt(dataset(without), { ...asked, at: "2025-12-31" });
    expect(told(results, "organizations.subscribed")).toBe("missing absent-table");
  });
});

describe("organizationsBetween", () => {
  it("tells who came, stayed and went, by the relation as it is now", () => {
    const { results } = organizationsBetween(dataset(RECORDS), { ...asked, from: "2024-12-31", to: "2025-12-31" });
    const of = (outcome: string) => told(results, "organizations.flow", { outcome });
    expect([of("entered"), of("held"), of("left")]).toEqual([2, 1, 1]);
    expect(told(results, "organizations.flow", { outcome: "left", organization_relation: "collaborating" })).toBe(1);
    expect([told(results, "organizations.before"), told(results, "organizations.after")]).toEqual([2, 3]);
    expect(told(results, "agreements.flow", { outcome: "entered" })).toBe(1);
    expect([told(results, "agreements.before"), told(results, "agreements.after")]).toEqual([2, 2]);
    const backwards = { ...asked, from: "2025-12-31", to: "2024-12-31" };
    expect(() => organizationsBetween(dataset(RECORDS), backwards)).toThrow(RangeError);
  });
});
