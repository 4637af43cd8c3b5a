import { expect, test } from "vitest";
import { run } from "./support/run.ts";

test("a formula in either language is said and written in both", async () => {
  const spanish = await run(["formula", "contar(personas donde registrada al final)"]);
  expect(spanish.code).toBe(0);
  expect(spanish.out).toMatch(/^El número de personas registradas al cierre del periodo\.\n/);
  expect(spanish.out).toContain("En inglés: count(people where registered at end)\n");
  expect(spanish.out).toContain("Unidad: personas\n");
  const english = await run(["formula", "count(people where registered at end)", "--lang", "en"]);
  expect(english.out).toContain("In Spanish: contar(personas donde registrada al final)\n");
});

test("a condition is read with --table", async () => {
  const { code, out } = await run(["formula", "registered and recurrent", "--table", "people"]);
  expect(code).toBe(0);
  expect(out).toContain("En español: registrada y recurrente\n");
  const without = await run(["formula", "registered and recurrent"]);
  expect(without.code).toBe(3);
  expect(without.err).toContain("--table people");
  expect((await run(["formula", "registered", "--table", "peple"])).err).toContain("¿quisiste decir people?");
});

test("every problem is pointed at in its place, with what was probably meant", async () => {
  const { code, out, err } = await run([
    "formula",
    'count(people where regoin = "CL-RM") + coutn(groups)',
    "--lang",
    "en",
  ]);
  expect({ code, out }).toEqual({ code: 3, out: "" });
  expect(err.split("\n").slice(0, 5)).toEqual([
    "Error: The formula has 2 problems:",
    "",
    '    count(people where regoin = "CL-RM") + coutn(groups)',
    "                       ^^^^^^",
    "  people has no column, predicate or linked table called «regoin»; did you mean region?",
  ]);
  expect(err).toContain("did you mean count?");
});

test("the mark stands under the mistake behind an emoji and on a later line", async () => {
  const wide = (await run(["formula", 'count(people where name = "🌱🌱" and regoin is known)'])).err.split("\n");
  const line = wide.findIndex((each) => each.includes("🌱"));
  expect(wide[line + 1]).toBe(`    ${" ".repeat('count(people where name = "1234" and '.length)}^^^^^^`);
  const later = (await run(["formula", "count(people\n  where regoin is known)"])).err;
  expect(later).toContain("\n      where regoin is known)\n            ^^^^^^\n");
});

test("ten thousand brackets are one problem, shown in a line", async () => {
  const { code, err } = await run(["formula", `${"(".repeat(10_000)}1${")".repeat(10_000)}`]);
  expect(code).toBe(3);
  expect(err).toContain("más de 100 paréntesis");
  expect(Math.max(...err.split("\n").map((line) => line.length))).toBeLessThan(200);
});

test.each(["", " ", "\u0000", "((", '"', "🌱", "count(", "1 +", "مجموعة", "x".repeat(50_000)])(
  "%j is wrong, no more",
  async (text) => {
    const { code, err } = await run(["formula", "--", text]);
    expect(code).toBe(3);
    expect(err).not.toMatch(/\n\s+at |inesperada/);
  },
);
