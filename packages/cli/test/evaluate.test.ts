import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import type { JsonResult } from "../src/contract/results.ts";
import { resultsSchema } from "../src/contract/results-schema.ts";
import { AS_OF, example, folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

const small = folder(SMALL);
const schemaFile = new URL("../../../docs/results.schema.json", import.meta.url);
const written: z.core.JSONSchema.JSONSchema = JSON.parse(readFileSync(schemaFile, "utf8"));
const contract = z.fromJSONSchema(written);

/** Runs evaluate, holds its JSON against the published schema, and gives the results. */
const results = async (...args: readonly string[]): Promise<z.infer<typeof resultsSchema>["results"]> => {
  const { code, out } = await run(["evaluate", small, ...AS_OF, "--format", "json", ...args]);
  expect(code).toBe(0);
  const parsed: unknown = JSON.parse(out);
  contract.parse(parsed);
  return resultsSchema.parse(parsed).results;
};

describe("the contract", () => {
  test("promises what is written", () => {
    type Promised = z.infer<typeof resultsSchema>["results"][number];
    expectTypeOf<Promised["state"]>().toEqualTypeOf<JsonResult["state"]>();
    expectTypeOf<Extract<Promised, { state: "value" }>["unit"]>().toEqualTypeOf<JsonResult["unit"]>();
  });

  test("says what stands in the issue, a result a line", async () => {
    const { out } = await run(["evaluate", small, ...AS_OF, "--format", "json", "--indicator", "o1.participants"]);
    expect(out).toBe(
      [
        '{"asOf":"2026-06-30","results":[',
        '{"indicator":"o1.participants","period":"2024","by":{},"state":"value","value":2,"unit":"persons"},',
        '{"indicator":"o1.participants","period":"2025","by":{},"state":"value","value":2,"unit":"persons"},',
        '{"indicator":"o1.participants","period":"2026","by":{},"state":"value","value":0,"unit":"persons","partial":true}',
        "]}\n",
      ].join("\n"),
    );
  });

  test("tells every state", async () => {
    const all = await results("--extensions", "--shared", "--by", "gender,region");
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(["value", "missing", "withheld", "not-applicable"]));
    const missing = all.find(
      ({ indicator, state }) => indicator === "o4.subscribed-organizations" && state === "missing",
    );
    expect(missing).toMatchObject({ reason: "absent-table", detail: ["organizations"] });
  });

  test("no result is an empty list", async () => {
    const { code, out, err } = await run(["evaluate", small, "--as-of", "2023-01-01", "--format", "json"]);
    expect(contract.parse(JSON.parse(out))).toEqual({ asOf: "2023-01-01", results: [] });
    expect(code).toBe(0);
    expect(err).toContain("Ningún periodo");
  });
});

const values = (all: Awaited<ReturnType<typeof results>>) =>
  all.map((result) => [result.period, result.by, result.state === "value" ? result.value : result.state] as const);

describe("numbers", () => {
  test("the total comes before the parts, and the unknown part last", async () => {
    const all = await results(
      "--indicator",
      "o1.registered",
      "--by",
      "Región",
      "--from",
      "2025-01-01",
      "--to",
      "2025-12-31",
    );
    expect(values(all).filter(([, , value]) => value !== 0)).toEqual([
      ["2025", {}, 3],
      ["2025", { region: "CL-RM" }, 1],
      ["2025", { region: "CL-NB" }, 1],
      ["2025", { region: null }, 1],
    ]);
    expect(all[0]!.by).toEqual({});
    expect(all.at(-1)!.by).toEqual({ region: null });
  });

  test.each([
    ["semester", ["2025-S1", "2025-S2", "2026-S1"]],
    ["quarter", ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]],
    ["year", ["2025", "2026"]],
  ])("by %s", async (grain, periods) => {
    const all = await results("--grain", grain, "--from", "2025-01-15", "--indicator", "o2.workshops");
    expect(all.map(({ period }) => period)).toEqual(periods);
  });

  test("span and month", async () => {
    expect(values(await results("--grain", "span", "--indicator", "o2.workshops"))).toEqual([["span", {}, 1]]);
    const months = await results("--grain", "month", "--indicator", "o2.workshops");
    expect(months).toHaveLength(30);
    expect(months.find(({ period }) => period === "2024-03")).toMatchObject({ value: 1 });
  });

  test("--shared withholds small counts of persons, and nothing else", async () => {
    const [persons] = await results("--shared", "--indicator", "o1.participants");
    expect(persons).toMatchObject({ state: "withheld", reason: "protects-persons", detail: ["5"] });
    expect(persons).not.toHaveProperty("value");
    const [workshops] = await results("--shared", "--indicator", "o2.workshops");
    expect(workshops).toMatchObject({ state: "value", value: 1 });
  });

  test("an indicator that is asked for twice is told once, and one that does not exist is a mistake", async () => {
    expect(await results("--indicator", "o2.workshops", "--indicator", "o2.workshops")).toHaveLength(3);
    const { code, err } = await run(["evaluate", small, ...AS_OF, "--indicator", "o1.recurent"]);
    expect(code).toBe(2);
    expect(err).toContain("¿quisiste decir o1.recurrent?");
  });
});

describe("csv", () => {
  test("* is the total, an empty cell the unknown part", async () => {
    const args = [
      "--format",
      "csv",
      "--by",
      "gender",
      "--indicator",
      "o1.registered",
      "--from",
      "2025-06-01",
      "--to",
      "2025-06-01",
    ];
    const { out } = await run(["evaluate", small, ...AS_OF, ...args]);
    expect(out.split("\r\n")).toEqual([
      "indicator,period,gender,state,value,numerator,denominator,unit,partial,break,reason,detail",
      "o1.registered,2025,*,value,3,,,persons,,,,",
      "o1.registered,2025,femenino,value,2,,,persons,,,,",
      "o1.registered,2025,masculino,value,0,,,persons,,,,",
      "o1.registered,2025,,value,1,,,persons,,,,",
      "",
    ]);
  });
});

describe("table", () => {
  test("in Spanish", async () => {
    const { code, out, err } = await run(["evaluate", small, ...AS_OF]);
    expect(code).toBe(0);
    expect(out).toContain("al 30-06-2026");
    expect(out).toMatch(/^O1 · Descentralización/m);
    expect(out).toMatch(/^ {2}o1\.participants +# de activistas participantes +2 +2 +0\*$/m);
    expect(out).toMatch(/^ {2}o4\.agreements +# convenios de trabajo +— +— +—$/m);
    expect(out).toMatch(/^\* periodo incompleto/m);
    expect(out.match(/o4\.agreements/g)).toHaveLength(2);
    expect(err).toBe("");
    expect(out).not.toContain("\u001B");
  });

  test("in English, broken down, with names", async () => {
    const args = ["--lang", "en", "--by", "region,group", "--indicator", "o1.coordinators"];
    const { out } = await run(["evaluate", small, ...AS_OF, ...args]);
    expect(out).toContain("as of 2026-06-30");
    expect(out).toMatch(/^ {4}Total +1 +1 +1\*$/m);
    expect(out).toMatch(/^ {4}Ñuble · Grupo Ñuble +1 +1 +1\*$/m);
    expect(out).toContain("(unknown)");
  });

  test("columns that do not fit come in further blocks", async () => {
    const { out } = await run(["evaluate", small, ...AS_OF, "--grain", "month", "--indicator", "o2.workshops"], {
      columns: 80,
    });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out.match(/^ {2}o2\.workshops/gm)!.length).toBeGreaterThan(3);
  });

  test("withheld counts and the note on problems", async () => {
    const path = folder({
      ...SMALL,
      "membresias.csv": "Persona,Grupo,Rol,Desde,Hasta\np1,g9,Coordinación,2024-01-10,\n",
    });
    const { out, err } = await run(["evaluate", path, ...AS_OF, "--shared"]);
    expect(out).toMatch(/^ {2}o1\.participants .* \(r\) +\(r\) +0\*$/m);
    expect(out).toMatch(/^\(r\) reservado: es un número de 1 a 4 personas, o con él/m);
    expect(err).toBe(`Los archivos tienen 1 error y 0 avisos; para verlos: minga check ${path}\n`);
  });

  test("a part whose name is an emoji, right to left or an escape sequence does no harm", async () => {
    const groups =
      "Id,Nombre,Tipo,Fecha de fundación,Fecha de cierre\ng1,🌱 Núcleo,Local,,\ng2,مجموعة,Local,,\ng3,\u001B[31mrojo\u202E,Local,,\n";
    const path = folder({ ...SMALL, "grupos.csv": groups });
    const { out } = await run(["evaluate", path, ...AS_OF, "--by", "group", "--indicator", "o1.coordinators"]);
    expect(out).toContain("🌱 Núcleo");
    expect(out).toContain("مجموعة");
    for (const sign of ["\u001B", "\u202E"]) expect(out).not.toContain(sign);
  });
});

describe("strategies and minga.yaml", () => {
  const changes = {
    extends: "ai-chile-2024-2030",
    id: "otra",
    label: { es: "Otra", en: "Another" },
    indicators: {
      "o1.groups": { label: { es: "Núcleos", en: "Cells" }, formula: "count(groups at end)", objective: "o1" },
    },
  };

  test("--strategy", async () => {
    const path = join(folder({ "otra.json": JSON.stringify(changes) }), "otra.json");
    const { out } = await run(["evaluate", small, ...AS_OF, "--strategy", path]);
    expect(out).toMatch(/^Otra\n/);
    expect(out).toMatch(/^ {2}o1\.groups +Núcleos +1 +1 +1\*$/m);
  });

  test("a minga.yaml is used from its folder and by its path", async () => {
    const yaml = "strategy: otra.json\nsection:\n  name: La sección\n  smallest_shown: 3\n";
    const path = folder({ ...SMALL, "minga.yaml": yaml, "otra.json": JSON.stringify(changes) });
    const byFolder = await run(["evaluate", path, ...AS_OF]);
    expect(byFolder.out).toMatch(/^Otra\nLa sección, al/);
    expect((await run(["evaluate", join(path, "minga.yaml"), ...AS_OF])).out).toBe(byFolder.out);
  });

  test("without --as-of it is today in the section's zone", async () => {
    const { out } = await run(["evaluate", small, "--format", "json", "--indicator", "o2.workshops"]);
    expect(resultsSchema.parse(JSON.parse(out)).asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

const made = example("seccion-ejemplo");
test.runIf(made !== undefined)("the example section in every format and language", async () => {
  const args = ["evaluate", made!, "--as-of", "2026-09-30", "--extensions"];
  for (const language of ["es", "en"]) {
    const { code, out } = await run([...args, "--lang", language]);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}o1\.participants /m);
  }
  const { out } = await run([...args, "--format", "json", "--by", "region", "--grain", "quarter"]);
  contract.parse(JSON.parse(out));
});
