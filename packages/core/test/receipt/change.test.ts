import { describe, expect, it } from "vitest";
import type { Records, Row } from "../../src/records/rows.ts";
import type { Move } from "../../src/receipt/change.ts";
import { explain } from "../../src/receipt/explain.ts";
import { explainChange } from "../../src/receipt/explain-change.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import type { Strategy } from "../../src/strategy/strategy.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { dataset, SECTION } from "../evaluate/section.ts";

const told = (moves: readonly Move[]) =>
  moves.map(({ code, condition, amount, moved }) => [
    condition === undefined ? code : `${code}: ${condition.en.replaceAll(" (*)", "")}`,
    amount,
    moved.map(({ id }) => id),
  ]);

const attended = (person: string, activity: string, status = "attended"): Row<"participations"> => ({
  person,
  activity,
  status,
});

const BASE: Records = {
  people: ["p1", "p2", "p3", "p4", "p5"].map((id) => ({ id })),
  groups: [
    { id: "g1", type: "local" },
    { id: "g2", type: "digital" },
  ],
  activities: [
    { id: "a1", date: "2025-02-01", group: "g1" },
    { id: "a2", date: "2025-05-01", group: "g1" },
    { id: "a3", date: "2025-05-02", group: "g2" },
  ],
  participations: [],
};

const receiptOf = (records: Records, indicator: string, period: string, strategy: Strategy = aiChile20242030) =>
  explain<string>(dataset(records), { strategy, section: SECTION, asOf: "2025-12-31", indicator, period });

describe("explainChange", () => {
  it("between two periods tells how close each came to counting in the other", () => {
    const records = {
      ...BASE,
      participations: [
        attended("p1", "a1"),
        attended("p1", "a2"), // stays
        attended("p2", "a1"),
        attended("p2", "a2", "no-show"), // was registered, and did not come
        attended("p3", "a1"),
        attended("p3", "a3"), // came to a group of another type
        attended("p4", "a1"), // nothing in the second quarter
        attended("p5", "a2"), // new
      ],
    };
    const [before, after] = ["2025-Q1", "2025-Q2"].map((period) => receiptOf(records, "o1.participants", period));
    const { difference, definition, aggregates } = explainChange(before!, after!);
    expect(difference).toBe(-2);
    expect(definition).toEqual({ isSame: true, predicates: [], assumptions: [] });
    expect(told(aggregates[0]!.came)).toEqual([["outside-window", 1, ["p5"]]]);
    expect(told(aggregates[0]!.left)).toEqual([
      ["condition: the participation was attended", 1, ["p2"]],
      ["condition: the type of the group of the activity is «Local groups»", 1, ["p3"]],
      ["outside-window", 1, ["p4"]],
    ]);
  });

  it("between two versions of the data tells what became of the rows, wherever they stand now", () => {
    const old = receiptOf(
      {
        ...BASE,
        participations: [
          attended("p1", "a1"),
          attended("p2", "a1"),
          attended("p3", "a1"),
          attended("p4", "a1", "no-show"),
        ],
      },
      "o1.participants",
      "2025",
    );
    const present = receiptOf(
      {
        ...BASE,
        // p2 is gone though it has another row, p3 was corrected, p4 too, p5 is new; the lines moved.
        participations: [
          attended("p5", "a1"),
          attended("p4", "a1"),
          attended("p3", "a1", "cancelled"),
          attended("p2", "a3"),
          attended("p1", "a1"),
        ],
      },
      "o1.participants",
      "2025",
    );
    const [aggregate] = explainChange(old, present).aggregates;
    expect(told(aggregate!.left)).toEqual([
      ["absent", 1, ["p2"]],
      ["condition: the participation was attended", 1, ["p3"]],
    ]);
    expect(told(aggregate!.came)).toEqual([
      ["absent", 1, ["p5"]],
      ["condition: the participation was attended", 1, ["p4"]],
    ]);
    const [, { moved }] = aggregate!.left as [Move, Move];
    expect(moved[0]).toMatchObject({ id: "p3", address: { source: "people", row: 3 } });
    const [{ row, other, there }] = moved[0]!.rows as [(typeof moved)[0]["rows"][0]];
    expect([row.address.row, other!.address.row, there.code]).toEqual([3, 3, "condition"]);
    expect(explainChange(present, old).difference).toBe(0);
  });

  it("between two strategies holds the definitions side by side", () => {
    const wider = extendStrategy(aiChile20242030, {
      id: "wider",
      label: { es: "Más amplia", en: "Wider" },
      assumptions: { territorial_groups: ["local", "digital"] },
      predicates: { participations: { attended: { formula: 'status = "attended" or status = "registered"' } } },
    });
    const records = {
      ...BASE,
      participations: [attended("p1", "a1"), attended("p2", "a3"), attended("p3", "a1", "registered")],
    };
    const change = explainChange(
      receiptOf(records, "o1.participants", "2025"),
      receiptOf(records, "o1.participants", "2025", wider),
    );
    expect(change.definition).toMatchObject({
      isSame: false,
      predicates: [{ name: "participations.attended", before: { en: 'status = "attended"' } }],
      assumptions: [{ name: "territorial_groups", before: ["local"], after: ["local", "digital"] }],
    });
    expect(change.definition.formula).toBeUndefined();
    expect(told(change.aggregates[0]!.came)).toEqual([
      ["condition: the type of the group of the activity is «Local groups»", 1, ["p2"]],
      ["condition: the participation was attended", 1, ["p3"]],
    ]);
  });

  it("tells of a sum what each row adds, and which rows have another value", () => {
    const populations = (...inhabitants: readonly number[]): Records => ({
      people: [{ id: "p1", relation: null, joinedOn: null, leftOn: null }],
      populations: inhabitants.map((count, index) => ({
        place: ["05101", "13101", "08101"][index]!,
        year: 2024,
        base: "census-2024",
        inhabitants: count,
      })),
    });
    const { aggregates } = explainChange(
      receiptOf(populations(100, 50), "x.registered-per-100k", "2025"),
      receiptOf(populations(130, 50, 7), "x.registered-per-100k", "2025"),
    );
    const [persons, inhabitants] = aggregates;
    expect([persons!.came, persons!.left]).toEqual([[], []]);
    expect([inhabitants!.before.value, inhabitants!.after.value, inhabitants!.isSum]).toEqual([150, 187, true]);
    expect(told(inhabitants!.came)).toEqual([["absent", 7, [null]]]);
    expect(inhabitants!.changed.map(({ before, amount }) => [before.key, amount])).toEqual([
      [["05101", "2024", "census-2024"], 30],
    ]);
  });

  it("tells the rows of a median without a share, and nothing of formulas built otherwise", () => {
    const approvals = (...days: readonly number[]): Records => ({
      activities: [{ id: "a1" }],
      approvals: days.map((day, index) => ({
        id: `s${index}`,
        activity: "a1",
        requestedOn: "2025-01-01",
        decidedOn: `2025-01-0${day}`,
      })),
    });
    const [before, after] = [approvals(2, 4), approvals(2, 4, 9)].map((records) =>
      receiptOf(records, "x.approval-days", "2025"),
    );
    const { difference, aggregates } = explainChange(before!, after!);
    expect(difference).toBe(1);
    expect(aggregates[0]!.isSum).toBe(false);
    expect(told(aggregates[0]!.came)).toEqual([["absent", null, ["s2"]]]);

    const ratio = extendStrategy(aiChile20242030, {
      id: "ratio",
      label: { es: "Razón", en: "Ratio" },
      indicators: { "o1.monitoring": { formula: "count(activities) / count(groups at end)" } },
    });
    const built = explainChange(
      receiptOf(BASE, "o1.monitoring", "2025"),
      receiptOf(BASE, "o1.monitoring", "2025", ratio),
    );
    expect(built.aggregates).toEqual([]);
  });

  it("has no difference where a number is missing", () => {
    const { difference, aggregates } = explainChange(
      receiptOf({}, "o4.agreements", "2024"),
      receiptOf({ agreements: [] }, "o4.agreements", "2025"),
    );
    expect([difference, aggregates]).toEqual([null, []]);
  });
});
