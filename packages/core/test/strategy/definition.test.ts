import { describe, expect, it } from "vitest";
import { compileStrategy } from "../../src/strategy/compile.ts";
import { definitionOf } from "../../src/strategy/definition.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import type { Strategy } from "../../src/strategy/strategy.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { parseDay } from "../../src/time/day.ts";

const base = compileStrategy(aiChile20242030);
const other = { id: "other", label: { es: "Otra", en: "Other" } };
const versionOf = (strategy: Strategy): string => definitionOf(compileStrategy(strategy), "o1.recurrent").version;

const recurrent = definitionOf(base, "o1.recurrent").version;

describe("the version of a definition", () => {
  it("tells every definition from every other, and one that is shown twice is one", () => {
    const ids = Object.keys(aiChile20242030.indicators);
    const versions = ids.map((id) => definitionOf(base, id).version);
    for (const version of versions) expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(definitionOf(base, "o2.registered").version).toBe(definitionOf(base, "o1.registered").version);
    expect(new Set(versions).size).toBe(ids.length - 1);
  });

  // A change of this number says that reports of before and after cannot be told to count the same way: mean it.
  it("is stable", () => {
    expect(recurrent).toBe("254929158ec5");
  });

  it("stays with labels, spelling, and what the definition does not use", () => {
    const label = { es: "# de reincidentes", en: "# of repeat activists" };
    const formula = "contar( personas donde  recurrente al final )";
    const same = [
      extendStrategy(aiChile20242030, { ...other, indicators: { "o1.recurrent": { label } } }),
      extendStrategy(aiChile20242030, { ...other, indicators: { "o1.recurrent": { formula } } }),
      extendStrategy(aiChile20242030, { ...other, assumptions: { grace_months: 2 } }),
      extendStrategy(aiChile20242030, { ...other, assumptions: { recurrent_participations: 3 } }),
    ];
    expect(same.map(versionOf)).toEqual(same.map(() => recurrent));
  });

  it("changes with the formula, a condition within a condition, an assumption, the geography", () => {
    const formula = "count(people where recurrent any time in period)";
    const attended = { formula: 'status != "no-show"' };
    const changed = [
      extendStrategy(aiChile20242030, { ...other, indicators: { "o1.recurrent": { formula } } }),
      extendStrategy(aiChile20242030, { ...other, predicates: { participations: { attended } } }),
      extendStrategy(aiChile20242030, { ...other, assumptions: { recurrent_participations: 2 } }),
      extendStrategy(aiChile20242030, { ...other, indicators: { "o1.recurrent": { geography: "group" } } }),
    ];
    expect(new Set([recurrent, ...changed.map(versionOf)]).size).toBe(changed.length + 1);
  });

  it("is that of the day", () => {
    const compiled = compileStrategy(
      extendStrategy(aiChile20242030, {
        id: "dated",
        label: { es: "Fechada", en: "Dated" },
        assumptions: { recurrent_participations: { value: 2, since: "2026-01-01" } },
      }),
    );
    const [then, now] = ["2025-12-31", "2026-01-01"].map((day) =>
      definitionOf(compiled.at(parseDay(day)!), "o1.recurrent"),
    );
    expect(then!.version).toBe(recurrent);
    const looser = extendStrategy(aiChile20242030, { ...other, assumptions: { recurrent_participations: 2 } });
    expect(now!.version).toBe(versionOf(looser));
  });
});
