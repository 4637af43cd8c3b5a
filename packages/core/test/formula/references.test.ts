import { describe, expect, it } from "vitest";
import { type References, referencesOf } from "../../src/formula/references.ts";
import type { TableName } from "../../src/records/tables.ts";
import { allReferences } from "../../src/strategy/compile.ts";
import { checkedText, compiled } from "./strategy.ts";

type Plain = { readonly [Key in keyof References]?: readonly string[] | boolean };

/** What is read, in order, without what is not. */
const plain = (references: References): Plain =>
  Object.fromEntries(
    Object.entries<ReadonlySet<string> | boolean>({ ...references })
      .map(([key, value]) => [key, typeof value === "boolean" ? value : [...value].toSorted()] as const)
      .filter(([, value]) => (typeof value === "boolean" ? value : value.length > 0)),
  );
const read = (text: string, table?: TableName): Plain => plain(referencesOf(checkedText(text, table)));

describe("what a formula reads", () => {
  it("the table that it counts, by its key, and the days of its window", () => {
    expect(read("count(activities)")).toEqual({
      tables: ["activities"],
      columns: ["activities.date", "activities.id"],
      windows: ["during"],
    });
    expect(read("count(places)")).toEqual({ tables: ["places"], columns: ["places.code"] });
    expect(read("count(figures)")).toEqual({
      tables: ["figures"],
      columns: ["figures.item", "figures.period"],
      windows: ["during"],
    });
  });

  it("the days of a spell, with what an empty start is taken for", () => {
    expect(read("count(agreements at end)")).toEqual({
      tables: ["agreements", "organizations"],
      columns: [
        "agreements.expires_on",
        "agreements.id",
        "agreements.organization",
        "agreements.signed_on",
        "organizations.id",
      ],
      assumptions: ["empty_start_agreements"],
      windows: ["at-end"],
    });
  });

  it("what cuts a membership", () => {
    expect(read("distinct(memberships.person ended)").columns).toEqual([
      "groups.closed_on",
      "groups.founded_on",
      "groups.id",
      "memberships.from",
      "memberships.group",
      "memberships.person",
      "memberships.to",
      "people.id",
      "people.left_on",
    ]);
  });

  it("every step of a path, and what an absent column stands for", () => {
    expect(read('count(participations where status = "attended" and activity.group.type = "local")')).toEqual({
      tables: ["activities", "groups", "participations", "people"],
      columns: [
        "activities.date",
        "activities.group",
        "activities.id",
        "groups.id",
        "groups.type",
        "participations.activity",
        "participations.person",
        "participations.status",
        "people.id",
      ],
      assumptions: ["attendance_without_status"],
      windows: ["during"],
    });
  });

  it("places, the capital, assumptions, predicates and indicators by name", () => {
    expect(read("place.region in capital and recurrent", "people")).toEqual({
      places: ["people"],
      usesCapital: true,
      predicates: ["people.recurrent"],
    });
    expect(read('indicator("o1.registered") / recurrent_participations')).toEqual({
      assumptions: ["recurrent_participations"],
      indicators: ["o1.registered"],
    });
    expect(read("type is one of territorial_groups", "groups")).toMatchObject({ assumptions: ["territorial_groups"] });
  });

  it("what stands inside windows, nested aggregates and values", () => {
    expect(
      read("count(participations where attended within follow_through_days days after joined_on) > 0", "people"),
    ).toMatchObject({
      tables: ["activities", "participations", "people"],
      columns: expect.arrayContaining(["people.joined_on", "activities.date"]) as unknown,
      assumptions: ["follow_through_days"],
      predicates: ["participations.attended"],
      windows: ["within"],
    });
    expect(read("count(organization.activities last agreement_idle_months months) = 0", "agreements")).toMatchObject({
      tables: ["activities", "agreements", "organizations"],
      columns: expect.arrayContaining(["activities.organizations", "agreements.organization"]) as unknown,
      assumptions: ["agreement_idle_months"],
    });
    expect(read("median(days(approvals.requested_on, approvals.decided_on))").columns).toContain(
      "approvals.requested_on",
    );
    expect(read("dissimilarity(count(people), sum(populations.inhabitants) by region)").tables).toContain(
      "populations",
    );
  });
});

describe("what it reads in turn", () => {
  const all = (id: string): Plain => plain(allReferences(compiled, compiled.indicators.get(id)!.checked));

  it("follows predicates and indicators to the last", () => {
    expect(all("o1.recurrent")).toMatchObject({
      predicates: ["participations.attended", "people.recurrent", "people.registered"],
      assumptions: [
        "attendance_without_status",
        "empty_start_people",
        "recurrent_months",
        "recurrent_participations",
        "recurrent_window",
        "registered_relations",
      ],
      windows: ["at-end", "last"],
    });
    const { indicators, ...same } = all("o2.registered");
    expect(indicators).toEqual(["o1.registered"]);
    expect(same).toEqual(all("o1.registered"));
  });
});
