import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import type { JsonComparison } from "../src/contract/compare.ts";
import { compareSchema } from "../src/contract/compare-schema.ts";
import { folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

const before = folder(SMALL);
const after = folder({
  ...SMALL,
  "personas.csv": SMALL["personas.csv"].replace("Beto 🌱", "Beto Rojas").replace("p4,Dora", "p5,Dora"),
});

const schemaFile = new URL("../../../docs/compare.schema.json", import.meta.url);
const written: z.core.JSONSchema.JSONSchema = JSON.parse(readFileSync(schemaFile, "utf8"));
const contract = z.fromJSONSchema(written);

test("the JSON is held by the published schema, shared or not, whatever became of the rows", async () => {
  type Promised = z.infer<typeof compareSchema>;
  expectTypeOf<keyof Promised>().toEqualTypeOf<keyof JsonComparison>();
  expectTypeOf<keyof Promised["tables"][number]>().toEqualTypeOf<keyof JsonComparison["tables"][number]>();
  expectTypeOf<keyof Promised["differences"][number]>().toEqualTypeOf<keyof JsonComparison["differences"][number]>();
  const doubled = folder({
    ...SMALL,
    "grupos.csv": "Nombre,Tipo\nUno,Local\n",
    "personas.csv": "Id,Nombre\np1,Ana\np1,Ana\n",
  });
  const outcomes = new Set<string>();
  for (const args of [
    [before, after],
    [after, doubled],
    [before, after, "--shared"],
  ]) {
    const parsed: unknown = JSON.parse((await run(["compare", ...args, "--format", "json"])).out);
    contract.parse(parsed);
    for (const { outcome } of compareSchema.parse(parsed).differences) outcomes.add(outcome);
  }
  expect([...outcomes].toSorted()).toEqual(["added", "changed", "doubled", "gone"]);
  expect(
    contract.safeParse({ tables: [], differences: [{ table: "people", outcome: "new", fields: [] }] }).success,
  ).toBe(false);
});

test("new, changed and gone rows, field by field", async () => {
  const { code, out } = await run(["compare", before, after]);
  expect(code).toBe(0);
  expect(out).toContain("Personas: 1 nuevas, 1 cambiadas, 1 que ya no están, 2 iguales");
  expect(out).toContain("cambió: personas.csv 3\n    Nombre: «Beto 🌱» → «Beto Rojas»");
  expect(out).toContain("Grupos: 0 nuevas, 0 cambiadas, 0 que ya no están, 1 iguales");
});

test.each(["text", "csv", "json"])("--shared --format %s holds no personal contents", async (format) => {
  const { out } = await run(["compare", before, after, "--shared", "--format", format, "--lang", "en"]);
  expect(out).toContain("personas.csv 3");
  expect(out).not.toContain("Beto");
});

test("as CSV a line for each change, as JSON with counts", async () => {
  const { out } = await run(["compare", before, after, "--format", "csv"]);
  expect(out.split("\r\n")[2]).toBe("people,cambió,personas.csv 3,personas.csv 3,name,Beto 🌱,Beto Rojas");
  const { tables } = JSON.parse((await run(["compare", before, after, "--format", "json"])).out);
  expect(tables[0]).toEqual({
    table: "people",
    by: "key",
    unchanged: 2,
    added: 1,
    changed: 1,
    gone: 1,
    doubled: 0,
  });
});

test("a copy with itself", async () => {
  const { out } = await run(["compare", before, before, "--format", "json"]);
  expect(JSON.parse(out).differences).toEqual([]);
});

const EXPORTS = fileURLToPath(new URL("../../../../shared/data/geochicas_8m", import.meta.url));
const isHere = existsSync(EXPORTS);

describe.skipIf(!isHere)("three exports of one form (skipped where ../shared/data is not there)", () => {
  const files = isHere ? readdirSync(EXPORTS).toSorted() : [];
  const source = (file: string): string =>
    folder({
      "minga.yaml": JSON.stringify({
        sources: [
          {
            file: join(EXPORTS, file),
            tab: "GeoChicas 8M 2025",
            table: "groups",
            columns: { id: "_id", name: "colectiva_nombre" },
          },
          {
            file: join(EXPORTS, file),
            tab: "actividades",
            table: "activities",
            columns: { date: "actividad_fecha", group: "_submission__id" },
            keys: { id: "{_submission__id} {actividad_fecha} {actividad_localizacion} {actividad_direccion}" },
          },
        ],
      }),
    });
  const compared = async (earlier: string, later: string) => {
    const { out } = await run(["compare", source(earlier), source(later), "--format", "json"]);
    return JSON.parse(out).tables.map(({ table, by: _by, ...counts }: { table: string; by: string }) => [
      table,
      counts,
    ]);
  };

  // Counted by hand over the rows of the files. The form gives an edited answer a new _uuid and keeps its _id: by _id one
  // answer was deleted between the first and the second export, and the place of one activity was corrected.
  test("the second export adds the rows that are new", async () => {
    expect(await compared(files[0]!, files[1]!)).toEqual([
      ["groups", { added: 41, changed: 0, gone: 1, unchanged: 85, doubled: 0 }],
      ["activities", { added: 47, changed: 0, gone: 2, unchanged: 97, doubled: 0 }],
    ]);
  });

  test("the third export adds the rows that are new", async () => {
    expect(await compared(files[1]!, files[2]!)).toEqual([
      ["groups", { added: 32, changed: 0, gone: 0, unchanged: 126, doubled: 0 }],
      ["activities", { added: 32, changed: 0, gone: 0, unchanged: 144, doubled: 0 }],
    ]);
  });
});
