import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { organizationsJsonSchema, organizationsSchema } from "../src/contract/engagement-schema.ts";
import { folder } from "./support/folders.ts";
import { run } from "./support/run.ts";

const source = folder({
  "organizaciones.csv": [
    "Id,Nombre,Región,Relación,Fecha de suscripción,Fecha de término de suscripción",
    "o1,Una,Ñuble,Redes,2024-03-01,",
    "o2,Otra,Metropolitana,Colaboración,2024-05-01,2025-02-28",
    "o3,Tercera,Metropolitana,Colaboración,2025-05-01,",
    "o4,Cuarta,,,2025-06-01,",
    "",
  ].join("\n"),
  "convenios.csv": "Id,Organización,Fecha de firma,Fecha de vencimiento\nc1,o1,2024-06-01,\nc2,o3,2025-06-01,\n",
  "actividades.csv": [
    "Id,Tipo,Fecha,Organizaciones",
    "a1,Acción,2025-08-01,o3",
    "a2,Reunión con organizaciones,2024-09-01,",
    "",
  ].join("\n"),
});
const minga = (...args: readonly string[]) => run(["organizations", source, ...args]);
const lines = (out: string): readonly string[] => out.split("\n").map((line) => line.trim().replaceAll(/\s+/g, " "));

const schemaFile = new URL("../../../docs/organizations.schema.json", import.meta.url);
const written: z.core.JSONSchema.JSONSchema = JSON.parse(readFileSync(schemaFile, "utf8"));

test("docs/organizations.schema.json is up to date (npm run docs)", () => {
  expect(written).toEqual(organizationsJsonSchema());
});

test("--at: the ladder, agreements with and without joint work, the goals by period", async () => {
  const { code, out } = await minga("--at", "2025-12-31");
  expect(code).toBe(0);
  expect(lines(out)).toEqual(
    expect.arrayContaining([
      "Redes 1 1 0 1",
      "Coordinación 0 0 0 0",
      "Colaboración 1 1 1 0",
      "(sin relación escrita) 1 0 0 0",
      "Total 3 2 1 1",
      "x.partner-meetings Reuniones del espacio periódico con organizaciones 1 0",
      "o4.participants # activistas participantes — —",
    ]),
  );
  expect(out).toContain("no se puede decir qué organización pasó de un nivel a otro");
});

test("--from --to: which came, stayed and went; --by: by region", async () => {
  const { out } = await minga("--from", "2024-12-31", "--to", "2025-12-31", "--lang", "en");
  expect(lines(out)).toEqual(expect.arrayContaining(["Collaborating 1 1 0 1 1", "Total 2 2 1 1 3", "Total 1 1 1 0 2"]));
  const regions = await minga("--at", "2025-12-31", "--by", "region");
  expect(lines(regions.out)).toEqual(expect.arrayContaining(["Ñuble 1 1 0 1", "(desconocido) 1 0 0 0"]));
});

test("as JSON and CSV, by other periods", async () => {
  const contract = z.fromJSONSchema(written);
  for (const args of [
    ["--at", "2025-12-31", "--grain", "semester", "--by", "region", "--shared"],
    ["--at", "2025-12-31", "--grain", "span"],
    ["--from", "2024-12-31", "--to", "2025-12-31"],
  ]) {
    const { out } = await minga(...args, "--format", "json");
    contract.parse(JSON.parse(out));
    organizationsSchema.parse(JSON.parse(out));
  }
  const { out } = await minga("--at", "2025-12-31", "--format", "csv");
  expect(out.split("\r\n")).toEqual(
    expect.arrayContaining([
      "organizations.idle,2025-12-31,networking,value,1,,,agreements,,,,",
      "x.joint-activities,2025,*,value,1,,,activities,,,,",
    ]),
  );
});

test("a dimension that organizations do not have is a mistake", async () => {
  const { code, err } = await minga("--by", "gender");
  expect(code).toBe(2);
  expect(err).toContain("--by no puede ser «gender»; puede ser: region");
});
