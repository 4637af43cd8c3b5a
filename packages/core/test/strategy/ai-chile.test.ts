import { describe, expect, test } from "vitest";
import { aiChile20242030 as strategy } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { checkStrategy } from "../../src/strategy/check.ts";
import { compileStrategy } from "../../src/strategy/compile.ts";

const ofSet = (set: "core" | "extension") => Object.entries(strategy.indicators).filter(([, each]) => each.set === set);

describe("aiChile20242030", () => {
  test("holds what the source fixes", () => {
    expect(strategy.objectives).toHaveLength(4);
    expect(strategy.objectives.map(({ lines }) => lines.length)).toEqual([2, 2, 1, 2]);
    expect(strategy.groupTypes.map(({ value }) => value)).toEqual([
      "local",
      "thematic",
      "commission",
      "digital",
      "student",
    ]);
    expect(strategy.theoryOfChange.barriers).toHaveLength(4);
    expect(strategy.relations.goals).toHaveLength(3);
    expect(strategy.sustainability).toHaveLength(5);
    expect(strategy.period).toEqual({ start: "2024-01-01", end: "2030-12-31" });
  });

  test("has the 18 indicators with the source's labels, in its order", () => {
    expect(ofSet("core").map(([id, { label }]) => `${id} ${label.es}`)).toEqual([
      "o1.participants # de activistas participantes",
      "o1.coordinators # de Coordinadores",
      "o1.registered # de activistas registrados BD",
      "o1.recurrent # de activistas recurrentes",
      "o1.monitoring # de acciones de monitoreo y evaluación",
      "o2.participants # de activistas participantes",
      "o2.workshops # de talleres entregados",
      "o2.youth-in-commissions # de activistas jóvenes participantes en comisiones ad hoc",
      "o2.registered # activistas registrados en BD",
      "o3.commissions Comisiones ad hoc para proyectos",
      "o3.participants # de activistas participantes",
      "o3.presentation-meetings Reuniones de presentación de estrategia",
      "o3.follow-up-meetings Reuniones de seguimiento",
      "o3.commission-coordinators Coordinador de comisión ad hoc",
      "o4.agreements # convenios de trabajo",
      "o4.participants # activistas participantes",
      "o4.new-activists # nuevos activistas para AICL",
      "o4.subscribed-organizations # organizaciones suscritas",
    ]);
    expect(strategy.objectives.flatMap(({ indicators }) => indicators)).toEqual(ofSet("core").map(([id]) => id));
  });

  test("has domain.md's extensions, all of them marked as such", () => {
    expect(ofSet("extension").map(([id]) => id)).toEqual([
      "x.people-outside",
      "x.groups-outside",
      "x.coordinators-outside",
      "x.participations-outside",
      "x.communes-with-valid-group",
      "x.strategic-communes",
      "x.registered-per-100k",
      "x.dissimilarity",
      "x.retention",
      "x.people-per-coordinator",
      "x.workshop-follow-through",
      "x.idle-agreements",
      "x.joint-activities",
      "x.partner-meetings",
      "x.approval-days",
      "x.decisions-outside",
    ]);
  });

  test("has the default route and pyramid", () => {
    expect(strategy.route.stages.map(({ id }) => id)).toEqual([
      "registered",
      "welcomed",
      "first-action",
      "group-activist",
      "recurrent",
      "coordinator",
    ]);
    expect(strategy.pyramid.levels.map(({ id }) => id)).toEqual([
      "following",
      "endorsing",
      "contributing",
      "owning",
      "leading",
    ]);
    expect(strategy.pyramid.audience.id).toBe("observing");
  });

  test("names every opening as an assumption with its value", () => {
    expect(Object.fromEntries(Object.entries(strategy.assumptions).map(([name, { value }]) => [name, value]))).toEqual({
      registered_relations: ["activist"],
      territorial_groups: ["local"],
      strategic_communes: [],
      valid_group_members: 5,
      recurrent_participations: 3,
      recurrent_months: 2,
      recurrent_window: 12,
      follow_through_days: 90,
      agreement_idle_months: 12,
      pyramid_window: 12,
      contributing_participations: 2,
      grace_months: 1,
      audience_items: ["observing", "observando", "audiencia"],
      pause_months: 6,
      youth_min_age: 15,
      youth_max_age: 29,
      age_bands: ["0", "15", "30", "45", "60"],
      population_base: "census-2024",
      population_level: "commune",
      target_on_track: 0.9,
      target_at_risk: 0.7,
      empty_start_people: "always",
      empty_start_groups: "always",
      empty_start_memberships: "always",
      empty_start_organizations: "never",
      empty_start_agreements: "never",
      attendance_without_status: true,
      pause_without_column: true,
    });
  });

  test("is in order, and each of its formulas can be read", () => {
    expect(checkStrategy(strategy)).toEqual([]);
    expect(compileStrategy(strategy).issues).toEqual([]);
  });

  test("has no empty text", () => {
    const texts: string[] = [];
    JSON.stringify(strategy, (key, value: unknown) => {
      if ((key === "es" || key === "en") && typeof value === "string") texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => text.trim() === "")).toEqual([]);
  });
});
