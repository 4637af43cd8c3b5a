import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { ladderJsonSchema, ladderSchema } from "../src/contract/engagement-schema.ts";
import { example, folder } from "./support/folders.ts";
import { run } from "./support/run.ts";

// On 31 December 2025: ana follows (she never came), bea endorses and is in pause, caro contributes; dora coordinates; eva
// left. A year before caro followed, and dora had not joined.
const files = {
  "personas.csv": [
    "Id,Nombre,Género,Vínculo,Fecha de ingreso,Fecha de salida,Motivo de salida",
    "ana,Ana,femenino,Activista,2024-01-01,,",
    "bea,Bea,femenino,Activista,2024-01-01,,",
    "caro,Caro,,Activista,2024-01-01,,",
    "dora,Dora,femenino,Activista,2025-03-01,,",
    'eva,Eva,,Activista,2024-01-01,2025-06-30,"Se mudó a \u001B[31mArica"',
    "",
  ].join("\n"),
  "grupos.csv": "Id,Tipo,Fecha de fundación,Fecha de cierre\ng1,Local,2024-01-01,\n",
  "membresias.csv": "Persona,Grupo,Rol,Desde,Hasta\ndora,g1,Coordinación,2025-04-01,\n",
  "actividades.csv": [
    "Id,Tipo,Fecha",
    "a1,Acción,2025-03-01",
    "a2,Taller de bienvenida,2025-09-01",
    "a3,Acción,2025-12-01",
    "",
  ].join("\n"),
  "participaciones.csv": [
    "Persona,Actividad,Estado",
    "bea,a1,Asistió",
    "caro,a2,Asistió",
    "caro,a3,Asistió",
    "dora,a3,Asistió",
    "",
  ].join("\n"),
  "cifras.csv": "Ítem,Periodo,Región,Valor\naudiencia,2025,,1500\n",
};
const source = folder(files);
const minga = (command: string, ...args: readonly string[]) => run([command, source, ...args], { columns: 160 });
const lines = (out: string): readonly string[] => out.split("\n").map((line) => line.trim().replaceAll(/\s+/g, " "));

const schemaFile = new URL("../../../docs/pyramid-and-route.schema.json", import.meta.url);
const written: z.core.JSONSchema.JSONSchema = JSON.parse(readFileSync(schemaFile, "utf8"));
const contract = z.fromJSONSchema(written);
const told = async (command: string, ...args: readonly string[]) => {
  const { code, out } = await minga(command, ...args, "--format", "json");
  expect(code).toBe(0);
  const parsed: unknown = JSON.parse(out);
  contract.parse(parsed);
  return ladderSchema.parse(parsed);
};

test("docs/pyramid-and-route.schema.json is up to date (npm run docs)", () => {
  expect(written).toEqual(ladderJsonSchema());
});

describe("minga pyramid", () => {
  test("--at: levels from the top down, pauses, the audience", async () => {
    const { code, out, err } = await minga("pyramid", "--at", "2025-12-31");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(lines(out)).toEqual(
      expect.arrayContaining([
        "Amnistía Internacional Chile, al 31-12-2025",
        "Liderando 1 0",
        "Apropiándose 0 0",
        "Contribuyendo 1 0",
        "Apoyando 1 1",
        "Siguiendo 1 0",
        "Total en la pirámide 4 1",
        "En la lista, sin nivel 0",
        "Se han ido de la lista 1",
        "Observando (audiencia, una cifra) 1.500",
        "Nadie cumple la condición de «Apropiándose»: si no es lo que esperas, revísala (minga strategy).",
      ]),
    );
    expect(out.indexOf("Liderando")).toBeLessThan(out.indexOf("Siguiendo"));
  });

  test("--from --to: the account and each pair, with the days of grace", async () => {
    const { out } = await minga("pyramid", "--from", "2024-12-31", "--to", "2025-12-31", "--lang", "en");
    expect(lines(out)).toEqual(
      expect.arrayContaining([
        "Amnistía Internacional Chile, from 2024-12-31 to 2025-12-31",
        "There at the start 4",
        "Entered 1",
        "Rose 1",
        "Held 1",
        "Fell 0",
        "Paused 1",
        "Left 1",
        "There at the end 3",
        "Following 1 0 1 0 0 0 1 1",
        "Outside 0 0 0 0 1",
      ]),
    );
    expect(out.replaceAll("\n", " ")).toContain("from 2024-12-01 to 2024-12-31 and from 2025-12-01 to 2025-12-31");
  });

  test("--by: parts down, steps or outcomes across", async () => {
    const standing = await minga("pyramid", "--at", "2025-12-31", "--by", "Género", "--lang", "en");
    expect(lines(standing.out)).toEqual(
      expect.arrayContaining(["Total 1 1 1 0 1 4 1 0", "femenino 1 1 0 0 1 3 1 0", "(unknown) 0 0 1 0 0 1 0 0"]),
    );
    const flows = await minga("pyramid", "--from", "2024-12-31", "--to", "2025-12-31", "--by", "gender");
    expect(lines(flows.out)).toEqual(
      expect.arrayContaining(["Total 4 1 1 1 0 1 1 3", "femenino 2 1 0 1 0 1 0 2", "(desconocido) 2 0 1 0 0 0 1 1"]),
    );
  });

  test("as JSON and as CSV", async () => {
    const standing = await told("pyramid", "--at", "2025-12-31", "--by", "gender");
    expect(standing).toMatchObject({ kind: "standing", ladder: "pyramid", at: "2025-12-31", leftReasons: [] });
    expect(standing.results).toContainEqual({
      indicator: "pyramid.people",
      period: "2025-12-31",
      by: { level: "leading", gender: "femenino" },
      state: "value",
      value: 1,
      unit: "persons",
    });
    const flows = await told("pyramid", "--from", "2024-12-31", "--to", "2025-12-31");
    expect(flows).toMatchObject({ kind: "flows", grace: { to: ["2025-12-01", "2025-12-31"] } });
    const { out } = await minga("pyramid", "--from", "2024-12-31", "--to", "2025-12-31", "--format", "csv");
    const rows = out.split("\r\n");
    expect(rows[0]).toBe(
      "indicator,period,outcome,from,to,state,value,numerator,denominator,unit,partial,break,reason,detail",
    );
    expect(rows).toContain("pyramid.flow,2024-12-31..2025-12-31,rose,following,contributing,value,1,,,persons,,,,");
    expect(rows).toContain("pyramid.before,2024-12-31..2025-12-31,*,*,*,value,4,,,persons,,,,");
  });
});

describe("minga route", () => {
  test("--at: stages from the first on, how people came there and where they stand still", async () => {
    const { out } = await minga("route", "--at", "2025-12-31");
    expect(lines(out)).toEqual(
      expect.arrayContaining([
        // eva reached the first stage too; bea went on after 425 days, caro after 609, dora after 31.
        "Registro 1 0 5 60 % 425 730 1",
        "Primera acción 2 1 3 0 % — 167,5 —",
        "Coordinación 1 0 1 274",
        "Donde más se detienen: Registro (mediana de 730 días ahí).",
        "Motivos de salida",
      ]),
    );
    // What people wrote never gets hold of the terminal.
    expect(out).not.toContain("\u001B");
  });

  test("--shared withholds small counts and what people wrote, in every format", async () => {
    for (const format of ["table", "csv", "json"]) {
      for (const days of [
        ["--at", "2025-12-31"],
        ["--from", "2024-12-31", "--to", "2025-12-31"],
      ]) {
        const { out } = await minga("route", ...days, "--shared", "--format", format);
        expect(out).not.toContain("Arica");
        expect(out).toMatch(format === "table" ? /\(r\)/ : /protects-persons/);
      }
    }
    const { results } = await told("route", "--at", "2025-12-31", "--shared");
    const shown = results.filter((result) => result.state === "value" && result.unit !== "figure");
    expect(shown.every((result) => result.state === "value" && (result.value === 0 || result.value >= 5))).toBe(true);
  });

  test("as JSON: what stands, the way, the reasons", async () => {
    const route = await told("route", "--at", "2025-12-31", "--by", "level");
    expect(route).toMatchObject({ standstill: "registered", leftReasons: [{ count: 1 }] });
    const conversion = route.results.find(
      ({ indicator, by }) => indicator === "route.conversion" && Object.keys(by).join() === "from",
    );
    expect(conversion).toMatchObject({ by: { from: "registered" }, numerator: 3, denominator: 5, unit: "ratio" });
    expect(
      route.results.filter(({ indicator, by }) => indicator === "route.people" && by["stage"] === "recurrent"),
    ).toHaveLength(7);
  });

  test("a section's own stages, and what is missing", async () => {
    const { "cifras.csv": _, "participaciones.csv": __, ...without } = files;
    const strategy = {
      extends: "ai-chile-2024-2030",
      id: "otra",
      label: { es: "Otra", en: "Another" },
      route: {
        stages: {
          welcomed: { label: { es: "Tercer mes", en: "Third month" }, predicate: "days(joined_on, period end) >= 90" },
        },
      },
    };
    const path = folder({ ...without, "minga.yaml": "strategy: otra.json\n", "otra.json": JSON.stringify(strategy) });
    const { code, out } = await run(["route", path, "--at", "2025-12-31"]);
    expect(code).toBe(0);
    expect(out).toContain("Tercer mes");
    expect(out).toContain("— sin número: no está la tabla «Participaciones»");
    const whole = folder({ ...files, "minga.yaml": "strategy: otra.json\n", "otra.json": JSON.stringify(strategy) });
    expect(lines((await run(["route", whole, "--at", "2025-12-31"], { columns: 160 })).out)).toContain(
      "Tercer mes 1 0 5 60 % 335 640 1",
    );
  });
});

test.each([
  [["pyramid", "--at", "2025-02-29"], "--at: «2025-02-29» no es un día que exista"],
  [["pyramid", "--at", "2025-01-01", "--from", "2024-01-01"], "--at y --from no van juntas"],
  [["route", "--to", "2025-01-01"], "Falta --from DÍA"],
  [
    ["route", "--from", "2025-01-01", "--to", "2025-01-01"],
    "--from 2025-01-01 tiene que ser anterior a --to 2025-01-01",
  ],
  [
    ["route", "--at", "2025-01-01", "--by", "stage"],
    "--by no puede ser «stage»; puede ser: region, commune, gender, age_band, level",
  ],
  [["pyramid", "--by", "gendre"], "¿quisiste decir gender?"],
])("%s is a mistake that is told", async ([command, ...args], problem) => {
  const { code, out, err } = await minga(command!, ...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(problem);
});

test("without a day it is today in the section's zone", async () => {
  const { code, out } = await minga("pyramid", "--format", "json");
  expect(code).toBe(0);
  expect(ladderSchema.parse(JSON.parse(out))).toMatchObject({ kind: "standing" });
  const later = await minga("pyramid", "--from", "2999-01-01");
  expect(later.code).toBe(2);
});

const made = example("seccion-ejemplo");
test.runIf(made !== undefined)("the example section, in each language and at a width", async () => {
  for (const command of ["pyramid", "route"]) {
    for (const days of [
      ["--at", "2026-09-30"],
      ["--from", "2025-09-30", "--to", "2026-09-30"],
    ]) {
      for (const language of ["es", "en"]) {
        const { code, out } = await run([command, made!, ...days, "--lang", language], { columns: 80 });
        expect(code).toBe(0);
        expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
      }
      contract.parse(JSON.parse((await run([command, made!, ...days, "--by", "region", "--format", "json"])).out));
    }
  }
});
