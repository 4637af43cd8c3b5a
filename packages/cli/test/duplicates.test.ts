import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import type { JsonDuplicates } from "../src/contract/duplicates.ts";
import { duplicatesSchema } from "../src/contract/duplicates-schema.ts";
import { AS_OF, folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

const TWICE = {
  ...SMALL,
  "personas.csv": `${SMALL["personas.csv"]}p5,"Ñañez, Ana",2000-03-01,,,Activista,2024-02-01,\n`,
  "participaciones.csv": `${SMALL["participaciones.csv"]}p5,a2,Asistió\n`,
};
const minga = (source: string, ...args: readonly string[]) => run(["duplicates", source, ...args, ...AS_OF]);

const schemaFile = new URL("../../../docs/duplicates.schema.json", import.meta.url);
const written: z.core.JSONSchema.JSONSchema = JSON.parse(readFileSync(schemaFile, "utf8"));
const contract = z.fromJSONSchema(written);

test("the JSON is held by the published schema: shared, with pairs, with what decisions change", async () => {
  type Promised = z.infer<typeof duplicatesSchema>;
  expectTypeOf<keyof Promised>().toEqualTypeOf<keyof JsonDuplicates>();
  expectTypeOf<Promised["pairs"][number]["reasons"]>().toExtend<JsonDuplicates["pairs"][number]["reasons"]>();
  const source = folder(TWICE);
  for (const [args, pairs, changes] of [
    [["--shared"], 1, undefined],
    [[], 1, undefined],
    [["--decide", "p1=p5"], 0, 1],
  ] as const) {
    const parsed: unknown = JSON.parse((await minga(source, ...args, "--format", "json")).out);
    contract.parse(parsed);
    const found = duplicatesSchema.parse(parsed);
    expect(found.pairs).toHaveLength(pairs);
    expect(found.changes?.indicators.some(({ indicator }) => indicator === "o1.participants")).toBe(
      changes === undefined ? undefined : true,
    );
  }
  expect(contract.safeParse({ pairs: [{ score: 2, reasons: [], rows: [] }], changes: null }).success).toBe(false);
});

test("lists pairs with reasons and cells; --shared leaves the people out", async () => {
  const source = folder(TWICE);
  const { code, out } = await minga(source);
  expect(code).toBe(0);
  expect(out).toContain("Un par que puede ser la misma persona");
  expect(out).toMatch(/personas\.csv 2 · p1 · Ana Ñáñez {2}= {2}personas\.csv 6 · p5 · Ñañez, Ana/);
  expect(out).toContain("misma fecha de nacimiento, mismo nombre");
  for (const format of ["text", "csv", "json"]) {
    const shared = await minga(source, "--shared", "--format", format);
    expect(shared.out).toContain("personas.csv 6");
    expect(shared.out).not.toMatch(/Ana|p5/);
  }
  const { pairs } = JSON.parse((await minga(source, "--format", "json")).out);
  expect(pairs).toEqual([
    {
      score: 0.85,
      reasons: ["birthdate", "name"],
      rows: [
        { cell: "personas.csv 2", id: "p1", name: "Ana Ñáñez" },
        { cell: "personas.csv 6", id: "p5", name: "Ñañez, Ana" },
      ],
    },
  ]);
});

test("a decision is kept beside the data, changes the numbers, and is undone by deleting it", async () => {
  const source = folder(TWICE);
  const { code, out, err } = await minga(source, "--decide", "p1=p5");
  expect(code).toBe(0);
  expect(err).toContain("Una decisión agregada");
  expect(out).toContain("Personas que cuentan: 5 sin las decisiones, 4 con ellas");
  expect(out).toContain("o1.participants # de activistas participantes, 2025: 3 → 2");
  expect(out).toContain("Nadie parece estar dos veces.");
  const path = join(source, "identidades.csv");
  expect(readFileSync(path, "utf8")).toBe("persona,otra,decisión,fecha,nota\r\np1,p5,misma,2026-06-30,\r\n");
  // Another coordinator, in another language, gets the same numbers.
  const again = await run(["duplicates", source, "--lang", "en", "--format", "json", ...AS_OF]);
  expect(JSON.parse(again.out)).toMatchObject({ pairs: [], changes: { people: { before: 5, after: 4 } } });
  const receipt = await run(["explain", source, "o1.registered", "--period", "2025", ...AS_OF]);
  expect(receipt.out).toContain("se decidió que es la misma persona");
  writeFileSync(path, "persona,otra,decisión\n");
  expect((await minga(source)).out).toContain("Un par que puede ser la misma persona");
});

test("different people are listed no more; the table keeps its columns and dialect", async () => {
  const source = folder({ ...TWICE, "identities.csv": "note;decision;other;person\nx;same;p2;p3" });
  const { out } = await minga(source, "--decide", "p1!=p5");
  expect(out).toContain("Nadie parece estar dos veces.");
  expect(readFileSync(join(source, "identities.csv"), "utf8")).toBe(
    "note;decision;other;person\nx;same;p2;p3\n;distinta;p5;p1\n",
  );
});

test("what cannot be decided is not kept", async () => {
  const source = folder(TWICE);
  const unknown = await minga(source, "--decide", "p1=p99");
  expect(unknown.code).toBe(3);
  expect(unknown.err).toContain("«p99» no lleva a ninguna persona");
  const torn = await minga(source, "--decide", "p1=p5", "--decide", "p5!=p1");
  expect(torn.code).toBe(3);
  expect(() => readFileSync(join(source, "identidades.csv"))).toThrow("ENOENT");
  const usage = await minga(source, "--decide", "p1");
  expect([usage.code, usage.err.includes("p1=p2")]).toEqual([2, true]);
});
