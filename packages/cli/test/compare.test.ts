import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

const before = folder(SMALL);
const after = folder({
  ...SMALL,
  "personas.csv": SMALL["personas.csv"].replace("Beto 🌱", "Beto Rojas").replace("p4,Dora", "p5,Dora"),
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
