import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseSection, parseStrategy } from "../../src/schema/index.ts";
import { defaultSection } from "../../src/section/default.ts";
import { aiChile20242030 as chile } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { compileStrategy } from "../../src/strategy/compile.ts";

const read = (file: string): string =>
  readFileSync(new URL(`../../../../examples/seccion-regional/${file}`, import.meta.url), "utf8");

test("the Peruvian example's strategy differs from Chile's where it says so, without any code", () => {
  const strategy = parseStrategy(JSON.parse(read("estrategia.json")), { bases: [chile] });
  expect(compileStrategy(strategy).issues).toEqual([]);
  expect(strategy.assumptions["youth_min_age"]?.value).toBe(18);
  expect(strategy.assumptions["youth_max_age"]).toEqual(chile.assumptions.youth_max_age);
  expect(strategy.assumptions["age_bands"]?.value).toEqual(["0", "18", "30", "45", "60"]);
  expect(strategy.objectives[0]?.indicators.at(-1)).toBe("o1.open-groups");
  expect(strategy.indicators["o1.open-groups"]?.set).toBe("core");
  expect(strategy.indicators["o2.workshops"]?.formula).not.toBe(chile.indicators["o2.workshops"].formula);
  expect(strategy.indicators["o3.presentation-meetings"]?.retired).toBe("2026-01-01");
  expect(Object.keys(strategy.indicators)).toHaveLength(Object.keys(chile.indicators).length + 1);
});

test("the Peruvian example's section has three capital regions of 26", () => {
  // One place a line, written so that core needs no YAML reader to look at them; the files package reads the whole.
  const places = [...read("minga.yaml").matchAll(/- \{ code: ([^,]+), name: ([^,]+), aliases: \[(.*)\] \}/g)].map(
    ([, code, name, aliases]) => ({ code, name, aliases: aliases === "" ? [] : aliases?.split(", ") }),
  );
  const section = parseSection(
    { name: "Perú", country: "PE", capital: ["PE-LMA", "PE-LIM", "PE-CAL"], zone: "America/Lima", places },
    { defaults: defaultSection },
  );
  expect(section.places).toHaveLength(26);
  expect(section.places.every(({ country, level }) => country === "PE" && level === "region")).toBe(true);
});
