import { describe, expect, it } from "vitest";
import { type FlowOptions, flowsBetween } from "../../src/engagement/flows.ts";
import { shareLadders } from "../../src/engagement/share.ts";
import { progressUntil } from "../../src/engagement/progress.ts";
import { standingAt } from "../../src/engagement/standing.ts";
import type { Records } from "../../src/records/rows.ts";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import { dataset } from "../evaluate/section.ts";
import { asked, attendance, NOTHING, numbers, person, told } from "./people.ts";

const flows = (records: Records, from: string, to: string, rest: Partial<FlowOptions> = {}) =>
  flowsBetween(dataset({ ...NOTHING, ...records }), { ...asked("pyramid"), from, to, ...rest });

/** Where one person goes between two dates. */
const way = (records: Records, from: string, to: string, rest: Partial<FlowOptions> = {}): string => {
  const { results } = flows(records, from, to, rest);
  const pairs = results.filter(({ by, ...cell }) => by["to"] && by["from"] && cell.state === "value" && cell.value > 0);
  expect(pairs.length).toBeLessThan(2);
  const by = pairs[0]?.by;
  return by === undefined ? "nowhere" : `${by["outcome"]}: ${by["from"]} > ${by["to"]}`;
};

describe("flowsBetween", () => {
  it("tells what became of everybody, by hand", () => {
    const { activities, participations } = attendance({
      // Came twice in 2025, and so did her friend.
      rises: ["2025-09-01", "2025-10-01"],
      enters: ["2025-09-01", "2025-10-01"],
      holds: ["2024-10-01", "2025-10-01"],
      falls: ["2024-09-01", "2024-10-01", "2025-10-01"],
      pauses: ["2024-10-01"],
      returns: ["2024-01-15", "2025-10-01"],
      leaves: ["2024-10-01"],
    });
    const records: Records = {
      people: [
        person("rises"),
        person("enters", { joinedOn: "2025-01-01", region: "CL-RM" }),
        person("holds"),
        person("falls"),
        person("pauses"),
        person("returns"),
        person("leaves", { leftOn: "2025-12-30", leftReason: "Se mudó" }),
        person("contact", { relation: "contact" }),
        person("gone", { leftOn: "2024-12-30" }),
      ],
      activities,
      participations,
    };
    const answer = flows(records, "2024-12-31", "2025-12-31", { by: ["region"] });
    const { results } = answer;
    const of = (by: Readonly<Record<string, string | null>>) => told(results, "pyramid.flow", by);
    expect(of({ outcome: "rose", from: "following", to: "contributing" })).toBe(1);
    expect(of({ outcome: "entered", from: "outside", to: "contributing" })).toBe(1);
    expect(of({ outcome: "held", from: "endorsing", to: "endorsing" })).toBe(1);
    expect(of({ outcome: "fell", from: "contributing", to: "endorsing" })).toBe(1);
    expect(of({ outcome: "paused", from: "endorsing", to: "paused" })).toBe(1);
    expect(of({ outcome: "entered", from: "paused", to: "endorsing" })).toBe(1);
    expect(of({ outcome: "left", from: "endorsing", to: "left" })).toBe(1);
    expect(of({})).toBe(7);
    expect(numbers(results, "pyramid.flow", "outcome")).toEqual({
      entered: 2,
      rose: 1,
      held: 1,
      fell: 1,
      paused: 1,
      left: 1,
    });
    expect([told(results, "pyramid.before"), told(results, "pyramid.after")]).toEqual([5, 5]);
    expect(of({ outcome: "entered", region: "CL-RM" })).toBe(1);
    expect(told(results, "pyramid.after", { region: null })).toBe(4);
    expect(answer.grace).toEqual({ from: ["2024-12-01", "2024-12-31"], to: ["2025-12-01", "2025-12-31"] });
    const route = flows(records, "2024-12-31", "2025-12-31", { ladder: "route" });
    expect(route.leftReasons).toEqual([{ reason: "Se mudó", count: 1 }]);
    expect(answer.leftReasons).toEqual([]);
  });

  it("refuses dates that are none, or in the wrong order", () => {
    expect(() => flows({}, "2025-12-31", "2025-12-31")).toThrow(RangeError);
    expect(() => flows({}, "2025-12-31", "2024-12-31")).toThrow(RangeError);
    expect(() => flows({}, "2025-02-29", "2025-12-31")).toThrow(RangeError);
  });

  it("withholds small counts, and sums that would tell them", () => {
    const people = Array.from({ length: 12 }, (_, index) => person(`p${index}`));
    const leaving = person("q", { leftOn: "2025-06-30", leftReason: "Se mudó" });
    const exact = flows({ people: [...people, leaving] }, "2024-12-31", "2025-12-31", { ladder: "route" });
    const { results, leftReasons } = shareLadders([exact], 5)[0];
    expect(told(results, "route.flow", { outcome: "held" })).toBe(12);
    expect(told(results, "route.flow", { outcome: "left" })).toBe("withheld protects-persons");
    expect(told(results, "route.before")).toBe("withheld protects-persons");
    expect(told(results, "route.after")).toBe(12);
    expect(leftReasons).toEqual([]);
  });
});

describe("grace", () => {
  // Came once, on 10 March 2024: endorsing up to 9 March 2025.
  const once: Records = { people: [person("p")], ...attendance({ p: ["2024-03-10"] }) };
  const noPause = extendStrategy(chile, {
    id: "no-pause",
    label: { es: "Sin pausa", en: "No pause" },
    route: { paused: "paused_from <= period end" },
  });
  const then = (to: string, rest: Partial<FlowOptions> = {}) =>
    way(once, "2024-04-01", to, { strategy: noPause, ...rest });

  it("keeps a level for a month after its last day", () => {
    expect(then("2025-03-09")).toBe("held: endorsing > endorsing");
    expect(then("2025-03-10")).toBe("held: endorsing > endorsing");
    expect(then("2025-03-31")).toBe("held: endorsing > endorsing");
    expect(then("2025-04-08")).toBe("held: endorsing > endorsing");
    expect(then("2025-04-09")).toBe("fell: endorsing > following");
  });

  it("lasts as long as the section says", () => {
    const months = (grace_months: number) =>
      extendStrategy(noPause, { id: "g", label: { es: "g", en: "g" }, assumptions: { grace_months } });
    expect(then("2025-03-09", { strategy: months(0) })).toBe("held: endorsing > endorsing");
    expect(then("2025-03-10", { strategy: months(0) })).toBe("fell: endorsing > following");
    expect(then("2025-06-08", { strategy: months(3) })).toBe("held: endorsing > endorsing");
    expect(then("2025-06-09", { strategy: months(3) })).toBe("fell: endorsing > following");
  });

  it("is not for who left", () => {
    const gone = { ...once, people: [person("p", { leftOn: "2025-03-01" })] };
    expect(way(gone, "2024-04-01", "2025-03-01")).toBe("paused: endorsing > paused");
    expect(way(gone, "2024-04-01", "2025-03-02")).toBe("left: endorsing > left");
  });

  it("puts off a pause as well: only leaving ends it", () => {
    // In pause from 10 September 2024 on, six months after the one participation.
    expect(way(once, "2024-04-01", "2024-09-10")).toBe("held: endorsing > endorsing");
    expect(way(once, "2024-04-01", "2024-10-08")).toBe("held: endorsing > endorsing");
    expect(way(once, "2024-04-01", "2024-10-09")).toBe("paused: endorsing > paused");
    const announced = { ...once, people: [person("p", { pausedFrom: "2024-05-01" })] };
    expect(way(announced, "2024-04-01", "2024-05-29")).toBe("held: endorsing > endorsing");
    expect(way(announced, "2024-04-01", "2024-05-30")).toBe("paused: endorsing > paused");
  });

  it("keeps a level that was reached and lost between two months", () => {
    const records: Records = {
      people: [person("p")],
      groups: [{ id: "g", foundedOn: null, closedOn: null }],
      memberships: [{ person: "p", group: "g", role: "coordinator", from: "2025-06-10", to: "2025-06-12" }],
    };
    expect(way(records, "2025-01-31", "2025-06-30")).toBe("rose: following > leading");
    expect(way(records, "2025-06-30", "2025-07-31")).toBe("fell: leading > following");
    expect(way(records, "2025-01-31", "2025-07-31")).toBe("held: following > following");
  });
});

describe("definitions that change on a day", () => {
  const dated = extendStrategy(chile, {
    id: "dated",
    label: { es: "Con fecha", en: "Dated" },
    assumptions: { contributing_participations: { value: 3, since: "2025-07-01" } },
  });
  const twice: Records = { people: [person("p")], ...attendance({ p: ["2025-02-01", "2025-03-01"] }) };
  const question = { ...asked("pyramid"), strategy: dated };
  const data = dataset({ ...NOTHING, ...twice });

  it("hold from that day on, and leave what was before as it was", () => {
    const at = (day: string) => numbers(standingAt(data, { ...question, at: day }).results, "pyramid.people", "level");
    expect(at("2025-06-30")).toEqual({ contributing: 1 });
    expect(at("2025-07-01")).toEqual({ endorsing: 1 });
    // Grace is for what was reached by the definitions of its own day.
    expect(way(twice, "2025-03-31", "2025-07-29", { strategy: dated })).toBe("held: contributing > contributing");
    expect(way(twice, "2025-03-31", "2025-07-30", { strategy: dated })).toBe("fell: contributing > endorsing");
    const { results } = progressUntil(data, { ...question, at: "2025-07-31" });
    expect(told(results, "pyramid.days", { from: "following", to: "contributing" })).toBe(425);
    expect(told(results, "pyramid.standing-days", { level: "endorsing" })).toBe(30);
  });

  it("are marked where they lie between the days that are told", () => {
    const marks = (from: string, to: string) =>
      flowsBetween(data, { ...question, from, to }).results.filter((result) => result.break === true).length;
    expect(marks("2025-06-30", "2025-07-01")).toBeGreaterThan(0);
    expect(marks("2025-07-01", "2025-12-31")).toBe(0);
    expect(
      flowsBetween(data, { ...question, ladder: "route", from: "2025-06-30", to: "2025-07-01" }).results[0]?.break,
    ).toBe(undefined);
  });
});
