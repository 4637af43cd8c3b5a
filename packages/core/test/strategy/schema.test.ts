import { describe, expect, test } from "vitest";
import * as z from "zod";
import { jsonSchemas, parseStrategy, writeStrategy } from "../../src/schema/index.ts";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import { formatIssue, StrategyError } from "../../src/strategy/issue.ts";

const bases = [chile];
const named = { id: "ai-peru-2025", label: { es: "Estrategia peruana", en: "Peruvian strategy" } };
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What is wrong with a strategy file. */
const wrong = (written: unknown, language: "es" | "en" = "en"): readonly string[] => {
  try {
    parseStrategy(written, { bases });
    return [];
  } catch (error) {
    if (!(error instanceof StrategyError)) throw error;
    return error.issues.map((issue) => formatIssue(issue, language));
  }
};

describe("parseStrategy", () => {
  test("reads back what was written", () => {
    expect(parseStrategy(throughJson(writeStrategy(chile)))).toEqual(chile);
  });

  test("files are in snake_case; ids and names stand as they are", () => {
    const written = throughJson(writeStrategy(chile)) as Record<string, Record<string, Record<string, unknown>>>;
    expect(Object.keys(written)).toContain("theory_of_change");
    expect(written["assumptions"]?.["youth_min_age"]).toHaveProperty("spanish_name", "edad_minima_joven");
    expect(written["indicators"]).toHaveProperty(["o2.youth-in-commissions"]);
  });

  test("reads changes to a strategy that it knows", () => {
    const changes = {
      extends: "ai-chile-2024-2030",
      ...named,
      general_objective: { es: "Movilizar" },
      group_types: { local: { label: { es: "Núcleo" } } },
      assumptions: { youth_min_age: 18, age_bands: { value: ["0", "18", "30"], since: "2025-01-01" } },
      predicates: { people: { recurrent: { spanish_name: "constante" } } },
      indicators: { "o1.recurrent": { retired: "2026-01-01" } },
    };
    expect(parseStrategy({ $schema: "./schema.json", ...changes }, { bases })).toEqual(
      extendStrategy(chile, {
        ...named,
        generalObjective: { es: "Movilizar" },
        groupTypes: { local: { label: { es: "Núcleo" } } },
        assumptions: { youth_min_age: 18, age_bands: { value: ["0", "18", "30"], since: "2025-01-01" } },
        predicates: { people: { recurrent: { spanishName: "constante" } } },
        indicators: { "o1.recurrent": { retired: "2026-01-01" } },
      }),
    );
  });

  test("names the wrong path as it stands in the file, in either language", () => {
    const changes = { extends: "ai-chile-2024-2030", ...named };
    expect(wrong({ ...changes, extends: "ai-chile-2024-2003" })).toEqual([
      "extends: there is no strategy “ai-chile-2024-2003”; there are: ai-chile-2024-2030; did you mean ai-chile-2024-2030?",
    ]);
    expect(wrong({ ...changes, indicators: { "o1.recurent": { retired: "2026-01-01" } } })).toEqual([
      'indicators["o1.recurent"].retired: no such indicator; did you mean o1.recurrent?',
    ]);
    expect(wrong({ ...changes, group_types: { locl: { retired: "2026-01-01" } } })).toEqual([
      "group_types.locl.retired: no such group type; did you mean local?",
    ]);
    expect(
      wrong({
        ...changes,
        id: "Perú",
        groupTypes: {},
        indicators: { "o1.recurrent": { retird: "2026-01-01", retired: "2026-02-30" } },
        assumptions: { Pausa: 1, pause_months: { valu: 3 }, grace_months: null },
        theory_of_change: { barrier: {} },
        dimensions: ["regoin"],
      }),
    ).toEqual([
      "id: “Perú” cannot be a name: small letters without accents, digits and - . alone",
      'indicators["o1.recurrent"].retired: “2026-02-30” is not a day that exists (yyyy-mm-dd)',
      'indicators["o1.recurrent"].retird: no such field; there are: label, formula, since, geography, grain, retired, objective; did you mean retired?',
      "assumptions.Pausa: “Pausa” cannot be a name: small letters without accents, digits and _ alone",
      "assumptions.pause_months.valu: no such field; there are: label, spanish_name, value, unit, options, reason, source, since; did you mean value?",
      "assumptions.grace_months: is no value that can stand here",
      "theory_of_change.barrier: no such field; there are: barriers, aims, means; did you mean barriers?",
      expect.stringMatching(/^dimensions\[0\]: Invalid option.*; did you mean region\?$/),
      expect.stringMatching(/^groupTypes: no such field; there are: .*; did you mean group_types\?$/),
    ]);
    expect(wrong({ ...changes, training: { labl: {} } }, "es")).toEqual([
      "training.labl: no existe ese campo; hay: label, text; ¿quisiste decir label?",
    ]);
  });

  test("says what a whole strategy lacks", () => {
    const issues = wrong({ id: "x", label: { es: "x" } });
    expect(issues).toContain("label.en: is missing");
    expect(issues).toContain("theory_of_change: is missing");
    expect(wrong("text")).toEqual(["Invalid input: expected object, received string"]);
    expect(wrong("text", "es")).toEqual(["Entrada inválida: se esperaba objeto, recibido texto"]);
  });

  test("checks what a whole strategy refers to, by the file's names", () => {
    const written = throughJson(writeStrategy(chile)) as Record<string, unknown>;
    expect(
      wrong({ ...written, group_types: [{ value: "local", label: named.label, aliases: [] }], id: "mine" }),
    ).toEqual([]);
    expect(wrong({ ...written, training: { ...(written["training"] as object), objectives: ["o9"] } })).toEqual([
      "training.objectives[0]: no such objective; did you mean o1?",
    ]);
  });
});

describe("jsonSchemas", () => {
  const schemas = jsonSchemas();

  test("describe what is written: the shipped strategy fits, a mistyped field does not", () => {
    const schema = z.fromJSONSchema(schemas.strategy);
    const written = throughJson(writeStrategy(chile)) as object;
    expect(schema.safeParse(written).success).toBe(true);
    expect(schema.safeParse({ ...written, groupTypes: [] }).success).toBe(false);
    expect(schema.safeParse({ ...written, period: { start: "2024-02-30", end: "2030-12-31" } }).success).toBe(false);
  });

  test("there is one for each kind of file", () => {
    expect(Object.keys(schemas)).toEqual(["strategy", "strategyChanges", "section"]);
    const changes = z.fromJSONSchema(schemas.strategyChanges);
    expect(changes.safeParse({ extends: "a", ...named, assumptions: { youth_min_age: 18 } }).success).toBe(true);
    expect(changes.safeParse({ extends: "a", ...named, assumption: {} }).success).toBe(false);
    const section = z.fromJSONSchema(schemas.section);
    expect(section.safeParse({ name: "Perú", smallest_shown: 3 }).success).toBe(true);
    expect(section.safeParse({ name: "Perú", smallest_shown: 2 }).success).toBe(false);
  });
});
