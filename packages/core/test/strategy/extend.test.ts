import { describe, expect, test } from "vitest";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { compileStrategy } from "../../src/strategy/compile.ts";
import type { StrategyChanges } from "../../src/strategy/changes.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import { formatIssue, StrategyError } from "../../src/strategy/issue.ts";

const named = { id: "ai-peru-2025", label: { es: "Estrategia peruana", en: "Peruvian strategy" } };
const label = { es: "etiqueta", en: "label" };

/** What is wrong with these changes, as in a file: without what TypeScript knows of Chile's ids. */
const wrong = (changes: Omit<StrategyChanges, "id" | "label">): readonly string[] => {
  try {
    extendStrategy<string, string, string, string>(chile, { ...named, ...changes });
    return [];
  } catch (error) {
    if (!(error instanceof StrategyError)) throw error;
    return error.issues.map((issue) => formatIssue(issue));
  }
};

describe("extendStrategy", () => {
  test("keeps what it does not change, and leaves the base alone", () => {
    const before = structuredClone(chile);
    const same = extendStrategy(chile, named);
    expect(same).toEqual({ ...chile, ...named });
    extendStrategy(chile, { ...named, indicators: { "o1.recurrent": { retired: "2026-01-01" } } });
    expect(chile).toEqual(before);
  });

  test("renames in one language or both", () => {
    const peru = extendStrategy(chile, {
      ...named,
      generalObjective: { es: "Movilizar" },
      objectives: { o1: { label: { es: "Núcleos en todo el país" }, lines: { "keep-activism": { en: "Keep it" } } } },
      indicators: { "o1.coordinators": { label: { es: "# de facilitadoras y facilitadores" } } },
      predicates: { people: { recurrent: { label: { es: "constante" }, spanishName: "constante" } } },
      groupTypes: { local: { label: { es: "Núcleo vecinal" }, aliases: ["base"] } },
      route: { stages: { welcomed: { label: { es: "Acogida" } } } },
      pyramid: { levels: { leading: { label: { en: "Lead" } } }, audience: { label: { es: "Público" } } },
      relations: { goals: { "joint-work": { label: { es: "Trabajo común" } } } },
      theoryOfChange: { barriers: { bureaucracy: { text: { es: "Trámites" } } } },
      training: { label: { es: "Escuela" } },
      sustainability: { "free-funds": { label: { es: "Fondos libres" } } },
    });
    expect(peru.generalObjective).toEqual({ es: "Movilizar", en: chile.generalObjective.en });
    expect(peru.objectives[0]?.label).toEqual({
      es: "Núcleos en todo el país",
      en: "Decentralization of the activism model",
    });
    expect(peru.objectives[0]?.lines[1]?.text.en).toBe("Keep it");
    expect(peru.indicators["o1.coordinators"].label.es).toBe("# de facilitadoras y facilitadores");
    expect(peru.indicators["o1.coordinators"].formula).toBe(chile.indicators["o1.coordinators"].formula);
    expect(peru.predicates.people?.["recurrent"]?.spanishName).toBe("constante");
    expect(peru.route.stages[1]?.label).toEqual({ es: "Acogida", en: "Welcomed" });
    expect(peru.pyramid.levels[4]?.label).toEqual({ es: "Liderando", en: "Lead" });
    expect(peru.pyramid.audience.label.es).toBe("Público");
    expect(peru.relations.goals[1]?.label.es).toBe("Trabajo común");
    expect(peru.theoryOfChange.barriers[1]?.text.es).toBe("Trámites");
    expect(peru.training.label.es).toBe("Escuela");
    expect(peru.sustainability[4]?.label.es).toBe("Fondos libres");
    expect(compileStrategy(peru).issues).toEqual([]);
  });

  test("a relabelled group type keeps its former label as an alias", () => {
    const { groupTypes } = extendStrategy(chile, {
      ...named,
      groupTypes: { local: { label: { es: "Núcleo vecinal" }, aliases: ["base"] }, student: { retired: "2026-01-01" } },
    });
    expect(groupTypes[0]?.aliases).toEqual([...chile.groupTypes[0]!.aliases, "Grupos locales", "base"]);
    expect(groupTypes[4]).toEqual({ ...chile.groupTypes[4], retired: "2026-01-01" });
  });

  test("adds, redefines and retires", () => {
    const peru = extendStrategy(chile, {
      ...named,
      indicators: {
        "o1.open-groups": { label, formula: "count(groups where quechua at end)", objective: "o1" },
        "x.own": { label, formula: "sum(activities.hours)", geography: "activity" },
        "x.retention": { objective: "o1" },
        "o2.workshops": { formula: 'count(activities where kind = "workshop")' },
        "o3.presentation-meetings": { retired: "2026-01-01" },
      },
      predicates: { groups: { quechua: { label, spanishName: "quechua", formula: 'name = "Quechua"' } } },
      assumptions: { own_limit: { ...chile.assumptions.pause_months, spanishName: "limite_propio" } },
      groupTypes: { rural: { label: { es: "Rural", en: "Rural" } } },
    });
    expect(peru.indicators["o1.open-groups"]).toEqual({
      label,
      formula: "count(groups where quechua at end)",
      set: "core",
    });
    expect(peru.indicators["x.own"].set).toBe("extension");
    expect(peru.indicators["x.own"].geography).toBe("activity");
    expect(peru.indicators["x.retention"].set).toBe("core");
    expect(peru.objectives[0]?.indicators.slice(-2)).toEqual(["o1.open-groups", "x.retention"]);
    expect(peru.indicators["o2.workshops"].formula).toBe('count(activities where kind = "workshop")');
    expect(peru.indicators["o2.workshops"].label).toEqual(chile.indicators["o2.workshops"].label);
    expect(peru.indicators["o3.presentation-meetings"].retired).toBe("2026-01-01");
    expect(peru.assumptions.own_limit.spanishName).toBe("limite_propio");
    expect(peru.groupTypes.at(-1)).toEqual({ value: "rural", label: { es: "Rural", en: "Rural" }, aliases: [] });
    expect(compileStrategy(peru).issues).toEqual([]);
  });

  test("redefines route, pyramid and period", () => {
    const peru = extendStrategy(chile, {
      ...named,
      period: { start: "2025-01-01" },
      route: { stages: { welcomed: { predicate: "registered" } }, paused: "paused_from is known" },
      pyramid: {
        among: "region is known",
        levels: { endorsing: { predicate: "recurrent" } },
        audience: { formula: "sum(figures.value)" },
      },
    });
    expect(peru.period).toEqual({ start: "2025-01-01", end: "2030-12-31" });
    expect(peru.route.stages[1]).toEqual({ ...chile.route.stages[1], predicate: "registered" });
    expect(peru.route.paused).toBe("paused_from is known");
    expect(peru.pyramid.among).toBe("region is known");
    expect(peru.pyramid.levels[1]?.predicate).toBe("recurrent");
    expect(peru.pyramid.audience.formula).toBe("sum(figures.value)");
  });

  test("decides an assumption by its value, or whole", () => {
    const reason = { es: "Así lo dice la ley.", en: "The law says so." };
    const { assumptions } = extendStrategy(chile, {
      ...named,
      period: { start: "2025-01-01" },
      assumptions: { recurrent_participations: 4, pause_months: { value: 9, reason, since: "2025-06-01" } },
    });
    expect(assumptions.recurrent_participations).toEqual({
      ...chile.assumptions.recurrent_participations,
      value: 4,
      reason: {
        es: "Decisión de la sección, que no escribió su razón.",
        en: "Decided by the section, which wrote no reason.",
      },
      source: named.label,
      since: "2025-01-01",
    });
    // From a later day on: what held before stays for the days before.
    const pause = chile.assumptions.pause_months;
    expect(assumptions.pause_months).toEqual({
      ...chile.assumptions.pause_months,
      value: 9,
      reason,
      since: "2025-06-01",
      earlier: [{ value: 6, reason: pause.reason, source: pause.source, since: "2024-01-01" }],
    });
  });

  test("names a key that the base does not have", () => {
    expect(
      wrong({
        indicators: { "o1.recurent": { retired: "2026-01-01" }, "o9.x": { label, objective: "o1" } },
        assumptions: { pause_month: 7 },
        predicates: { people: { recurrrent: { formula: "registered" } } },
        groupTypes: { locl: { retired: "2026-01-01" } },
        objectives: { o5: { label }, o1: { lines: { "keep-activists": { es: "a" } } } },
        route: { stages: { welcome: { label } } },
        pyramid: { levels: { lead: { label } } },
        sustainability: { founds: { label } },
      }),
    ).toEqual([
      'indicators["o1.recurent"].retired: no such indicator; did you mean o1.recurrent?',
      'indicators["o9.x"]: no such indicator; a new one needs: formula',
      "objectives.o5: no such objective; did you mean o1?",
      'objectives.o1.lines["keep-activists"]: nothing has this id; did you mean keep-activism?',
      "predicates.people.recurrrent: no such predicate; a new one needs: label, spanishName; did you mean recurrent?",
      "assumptions.pause_month: no such assumption; did you mean pause_months?",
      "groupTypes.locl.retired: no such group type; did you mean local?",
      "route.stages.welcome: nothing has this id; did you mean welcomed?",
      "pyramid.levels.lead: nothing has this id",
      "sustainability.founds: nothing has this id",
    ]);
  });

  test("asks of a new entry what it needs, in both languages", () => {
    expect(wrong({ indicators: { "z.new": { label: { es: "solo" }, formula: "count(people)" } } })).toEqual([
      'indicators["z.new"]: no such indicator; a new one needs: label',
    ]);
    expect(wrong({ indicators: { constructor: { retired: "2026-01-01" } } })).toEqual([
      "indicators.constructor.retired: no such indicator",
    ]);
    expect(wrong({ indicators: { "z.new": { label, formula: "count(people)", objective: "o7" } } })).toEqual([
      'indicators["z.new"].objective: no such objective; did you mean o1?',
    ]);
  });

  test("holds an assumption's value against what the base has", () => {
    expect(wrong({ assumptions: { pause_months: "six", age_bands: { value: 3 } } })).toEqual([
      "assumptions.pause_months: must be a number",
      "assumptions.age_bands.value: must be a list of texts",
    ]);
  });

  test("checks what comes out: the youth band, days, names", () => {
    expect(wrong({ assumptions: { youth_min_age: 18 } })).toEqual([
      "assumptions.age_bands: one band must be the youth band, 18 to 29: put 18 and 30 next to each other in the list",
    ]);
    expect(wrong({ assumptions: { youth_min_age: 18, age_bands: ["0", "18", "30"] } })).toEqual([]);
    expect(wrong({ indicators: { "o1.recurrent": { retired: "2026-02-29" } } })).toEqual([
      'indicators["o1.recurrent"].retired: “2026-02-29” is not a day that exists (yyyy-mm-dd)',
    ]);
  });
});

/** Never run: `tsc` reads it. */
export const refusedByTheCompiler = (): void => {
  // @ts-expect-error a mistyped id is no change, and too little for a new indicator
  extendStrategy(chile, { ...named, indicators: { "o1.recurent": { retired: "2026-01-01" } } });
  // @ts-expect-error a mistyped name is no change, and too little for a new assumption
  extendStrategy(chile, { ...named, assumptions: { recurrent_participation: 4 } });
  const peru = extendStrategy(chile, { ...named, indicators: { "x.own": { label, formula: "count(people)" } } });
  void peru.indicators["x.own"];
  // @ts-expect-error no such indicator
  void peru.indicators["x.other"];
  extendStrategy(peru, { ...named, indicators: { "x.own": { retired: "2026-01-01" } } });
};
