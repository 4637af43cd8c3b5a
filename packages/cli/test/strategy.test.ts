import { join } from "node:path";
import { expect, test } from "vitest";
import { example, folder } from "./support/folders.ts";
import { run } from "./support/run.ts";

test("the default strategy in both languages", async () => {
  const { code, out } = await run(["strategy"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^Estrategia de movilización AI Chile/);
  for (const words of ["O4 · Comunidad", "Ruta del activismo", "Supuestos", "territorial_groups = local"]) {
    expect(out).toContain(words);
  }
  expect((await run(["strategy", "--lang", "en"])).out).toContain("Theory of change: barriers");
});

test("as JSON it is a file that can be read again", async () => {
  const { out } = await run(["strategy", "--format", "json"]);
  const path = join(folder({ "e.json": out }), "e.json");
  expect((await run(["strategy", path])).out).toBe((await run(["strategy"])).out);
  expect((await run(["strategy", path, "--format", "json"])).out).toBe(out);
});

const broken = {
  extends: "ai-chile-2024-2030",
  id: "rota",
  label: { es: "Rota", en: "Broken" },
  indicators: {
    "o1.registered": { formula: "count(peple at end)" },
    "o1.coordinators": { formula: 'indicator("o1.recurrent")' },
    "o1.recurrent": { formula: 'indicator("o1.coordinators")' },
  },
};

test("formulas that are wrong are pointed at, a circle too", async () => {
  const path = join(folder({ "rota.json": JSON.stringify(broken) }), "rota.json");
  const { code, out, err } = await run(["strategy", path]);
  expect({ code, out }).toEqual({ code: 3, out: "" });
  expect(err).toMatch(/indicators\["o1\.registered"\]\.formula: .*«peple».*¿quisiste decir people\?/);
  expect(err).toMatch(/\n {4}count\(peple at end\)\n {10}\^{5}\n/);
  expect(err).toMatch(/esto se define por sí mismo: o1\.\w+, o1\.\w+, o1\.\w+/);
  expect((await run(["indicators", "--strategy", path])).code).toBe(3);
});

test("a file that is no strategy tells line and column", async () => {
  const path = join(
    folder({ "e.yaml": "extends: ai-chile-2024-2030\nid: x\nlabel: { es: X, en: X }\nindicatos: {}\n" }),
    "e.yaml",
  );
  const { code, err } = await run(["strategy", path]);
  expect(code).toBe(3);
  expect(err).toMatch(/e\.yaml:4:1: indicatos: .*¿quisiste decir indicators\?/);
});

test("indicators: id, label, unit, sentence and formula; extensions last", async () => {
  const { code, out } = await run(["indicators"]);
  expect(code).toBe(0);
  expect(out).toContain("  o1.registered  # de activistas registrados BD (personas)\n");
  expect(out).toMatch(/^ {4}contar\(personas donde registrada al final\)$/m);
  expect(out.indexOf("Extensiones")).toBeGreaterThan(out.indexOf("o4.subscribed-organizations"));
  const list = JSON.parse((await run(["indicators", "--format", "json"])).out) as { set: string; unit: string }[];
  expect(list.filter(({ set }) => set === "core")).toHaveLength(18);
});

const regional = example("seccion-regional");
test.runIf(regional !== undefined)("another section's own strategy", async () => {
  const { code, out } = await run(["indicators", "--strategy", join(regional!, "estrategia.json")]);
  expect(code).toBe(0);
  expect(out).toContain("# de núcleos vecinales abiertos");
  expect(out).toContain("Ya no se lleva desde el 2026-01-01");
});
