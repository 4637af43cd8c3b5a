import { describe, expect, it } from "vitest";
import { longestStandstill, progressUntil } from "../../src/engagement/progress.ts";
import { shareLadders } from "../../src/engagement/share.ts";
import type { Records } from "../../src/records/rows.ts";
import { dataset } from "../evaluate/section.ts";
import { asked, attendance, NOTHING, numbers, person, told } from "./people.ts";

const welcomed = attendance({ a: ["2024-01-11"], b: ["2024-01-31"], c: ["2024-03-01"] }, "welcome-workshop");
const acted = attendance({ a: ["2024-02-10"], c: ["2024-02-01"], d: ["2024-01-21"] });
// a was welcomed after 10 days and acted after 40; b was welcomed after 30 days and stands there since; c acted after 31
// days and was welcomed after 60; d has always been on the list and acted; e registered and stands there since; f left.
const RECORDS: Records = {
  ...NOTHING,
  people: [
    person("a"),
    person("b"),
    person("c"),
    person("d", { joinedOn: null }),
    person("e", { joinedOn: "2024-02-20" }),
    person("f", { leftOn: "2024-02-20" }),
    person("g", { relation: "contact" }),
  ],
  activities: [...welcomed.activities, ...acted.activities],
  participations: [...welcomed.participations, ...acted.participations],
};
const progress = progressUntil(dataset(RECORDS), { ...asked("route"), at: "2024-03-31" });
const { results } = progress;

describe("progressUntil", () => {
  it("tells who reached a stage, and what share of them reached a later one afterwards", () => {
    expect(numbers(results, "route.reached", "stage")).toEqual({ registered: 6, welcomed: 3, "first-action": 3 });
    const conversion = (from: string, to?: string) =>
      results.find(({ indicator, by }) => indicator === "route.conversion" && by["from"] === from && by["to"] === to);
    expect(conversion("registered")).toMatchObject({ numerator: 4, denominator: 6 });
    expect(conversion("registered", "welcomed")).toMatchObject({ numerator: 3, denominator: 6, value: 0.5 });
    expect(conversion("welcomed", "first-action")).toMatchObject({ numerator: 1, denominator: 3 });
    expect(conversion("first-action", "recurrent")).toMatchObject({ numerator: 0, denominator: 3 });
    expect(conversion("recurrent", "coordinator")).toMatchObject({ state: "not-applicable" });
    // c had acted before being welcomed.
    expect(told(results, "route.already", { from: "welcomed", to: "first-action" })).toBe(1);
  });

  it("tells the median of the days between them, where both are known", () => {
    // a 10, b 30, c 60 days.
    expect(told(results, "route.days", { from: "registered", to: "welcomed" })).toBe(30);
    // a 40, c 31; d has always been registered.
    expect(told(results, "route.days", { from: "registered", to: "first-action" })).toBe(35.5);
    expect(told(results, "route.timed", { from: "registered", to: "first-action" })).toBe(2);
    // To whichever came first: a 10, b 30, c 31.
    expect(told(results, "route.days", { from: "registered" })).toBe(30);
    expect(told(results, "route.days", { from: "first-action", to: "recurrent" })).toBe("not-applicable no-rows");
  });

  it("tells where people stand still, and who for longer than others took", () => {
    expect(numbers(results, "route.people", "stage")).toEqual({ registered: 1, welcomed: 1, "first-action": 3 });
    // e for 40 days, b for 60; a, c and d for 50, 59 and 70.
    expect(told(results, "route.standing-days", { stage: "registered" })).toBe(40);
    expect(told(results, "route.standing-days", { stage: "welcomed" })).toBe(60);
    expect(told(results, "route.standing-days", { stage: "first-action" })).toBe(59);
    expect(longestStandstill(progress)).toBe("welcomed");
    // Others took 30 days from registered and, a alone, 30 from welcomed; nobody went on from a first action.
    expect(told(results, "route.stalled", { stage: "registered" })).toBe(1);
    expect(told(results, "route.stalled", { stage: "welcomed" })).toBe(1);
    expect(told(results, "route.stalled", { stage: "first-action" })).toBe("not-applicable no-rows");
    expect(results.some(({ indicator, by }) => indicator === "route.stalled" && by["stage"] === "coordinator")).toBe(
      false,
    );
  });

  it("starts anew whoever comes back to a stage", () => {
    const records: Records = {
      ...NOTHING,
      people: [person("p")],
      groups: [{ id: "g", foundedOn: null, closedOn: null }],
      memberships: [{ person: "p", group: "g", role: "member", from: "2024-02-01", to: "2024-03-01" }],
    };
    const answer = progressUntil(dataset(records), { ...asked("route"), at: "2024-03-12" }).results;
    expect(told(answer, "route.standing-days", { stage: "registered" })).toBe(10);
    expect(told(answer, "route.days", { from: "registered", to: "group-activist" })).toBe(31);
    expect(told(answer, "route.stalled", { stage: "registered" })).toBe(0);
  });

  it("does without a start where there is none", () => {
    const records: Records = { ...NOTHING, people: [person("p", { joinedOn: null })] };
    const answer = progressUntil(dataset(records), { ...asked("route"), at: "2024-03-12" });
    expect(told(answer.results, "route.people", { stage: "registered" })).toBe(1);
    expect(told(answer.results, "route.dated", { stage: "registered" })).toBe(0);
    expect(told(answer.results, "route.standing-days", { stage: "registered" })).toBe("not-applicable no-rows");
    expect(longestStandstill(answer)).toBeUndefined();
  });

  it("withholds small counts, what leads to them, and the medians of as few", () => {
    // Everybody four times: 24 were registered, 12 welcomed, 12 acted; 4 stand on registered, 4 on welcomed.
    const copies = [1, 2, 3, 4];
    const many: Records = {
      ...RECORDS,
      people: RECORDS.people!.flatMap((row) => copies.map((copy) => ({ ...row, id: `${String(row.id)}${copy}` }))),
      participations: RECORDS.participations!.flatMap((row) =>
        copies.map((copy) => ({ ...row, person: `${String(row.person)}${copy}` })),
      ),
    };
    const exact = progressUntil(dataset(many), { ...asked("route"), at: "2024-03-31" });
    const [shared] = shareLadders([exact], 5);
    expect(told(shared.results, "route.reached", { stage: "registered" })).toBe(24);
    expect(told(shared.results, "route.days", { from: "registered", to: "welcomed" })).toBe(30);
    // Who acted after being welcomed are 4 of 12: the share tells them, and the median is theirs.
    for (const measure of ["route.converted", "route.conversion", "route.days"]) {
      expect(told(shared.results, measure, { from: "welcomed", to: "first-action" })).toBe("withheld protects-persons");
    }
    expect(told(shared.results, "route.standing-days", { stage: "welcomed" })).toBe("withheld protects-persons");
    expect(told(shared.results, "route.standing-days", { stage: "first-action" })).toBe(59);
    // Of what is shown, which need not be the same.
    expect([longestStandstill(exact), longestStandstill(shared)]).toEqual(["welcomed", "first-action"]);
  });

  it("works on the pyramid too, and refuses a day that is none", () => {
    const pyramid = progressUntil(dataset(RECORDS), { ...asked("pyramid"), at: "2024-03-31" });
    expect(numbers(pyramid.results, "pyramid.reached", "level")).toEqual({
      following: 6,
      endorsing: 4,
      contributing: 2,
    });
    expect(() => progressUntil(dataset(RECORDS), { ...asked("route"), at: "mañana" })).toThrow(RangeError);
  });
});
