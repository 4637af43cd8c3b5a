import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import type { JsonChange } from "../src/contract/change.ts";
import { changeSchema } from "../src/contract/change-schema.ts";
import type { JsonReceipt } from "../src/contract/receipt.ts";
import { receiptSchema } from "../src/contract/receipt-schema.ts";
import { AS_OF, example, folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

const small = folder(SMALL);
const explain = (...args: readonly string[]) => run(["explain", small, ...args, ...AS_OF]);

const contractOf = (name: string): z.ZodType => {
  const written: z.core.JSONSchema.JSONSchema = JSON.parse(
    readFileSync(new URL(`../../../docs/${name}.schema.json`, import.meta.url), "utf8"),
  );
  return z.fromJSONSchema(written);
};
const receiptContract = contractOf("receipt");
const changeContract = contractOf("change");

/** Runs explain, holds its JSON against the published schema, and gives it. */
const explained = async (...args: readonly string[]): Promise<z.infer<typeof receiptSchema>> => {
  const { code, out } = await explain(...args, "--format", "json");
  expect(code).toBe(0);
  const parsed: unknown = JSON.parse(out);
  receiptContract.parse(parsed);
  return receiptSchema.parse(parsed);
};

const compared = async (...args: readonly string[]): Promise<z.infer<typeof changeSchema>> => {
  const { code, out } = await explain(...args, "--format", "json");
  expect(code).toBe(0);
  const parsed: unknown = JSON.parse(out);
  changeContract.parse(parsed);
  return changeSchema.parse(parsed);
};

test("the contract promises what is written", () => {
  type Promised = z.infer<typeof receiptSchema>["aggregates"][number];
  type Written = JsonReceipt["aggregates"][number];
  expectTypeOf<keyof z.infer<typeof receiptSchema>>().toEqualTypeOf<keyof JsonReceipt>();
  expectTypeOf<keyof Promised>().toEqualTypeOf<keyof Written>();
  expectTypeOf<Promised["function"]>().toEqualTypeOf<Written["function"]>();
  expectTypeOf<keyof Promised["counted"][number]>().toEqualTypeOf<keyof Written["counted"][number]>();
  type Changed = z.infer<typeof changeSchema>["aggregates"][number];
  expectTypeOf<keyof z.infer<typeof changeSchema>>().toEqualTypeOf<keyof JsonChange>();
  expectTypeOf<keyof Changed>().toEqualTypeOf<keyof JsonChange["aggregates"][number]>();
});

test("in Spanish: sentence, formula, assumptions, rows and the account", async () => {
  const { code, out, err } = await explain("o1.participants", "--period", "2025");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^o1\.participants · # de activistas participantes · 2025\n2 \(personas\)\n/);
  expect(out).toContain("El número de personas distintas en participaciones");
  expect(out).toMatch(/^distintas\(participaciones\.persona donde /m);
  expect(out).toMatch(/^ {2}territorial_groups = local$/m);
  expect(out).toMatch(/^definición [0-9a-f]{12}$/m);
  expect(out).toMatch(/^Condiciones que usa\n {2}la participación consta como asistencia\n/m);
  expect(out).toContain(
    "Contaron 2 filas, de 2 personas:\n  p1  participaciones.csv fila 5\n  p3  participaciones.csv fila 6\n",
  );
  expect(out).toContain("Quedaron fuera 4 filas:\n");
  expect(out).toMatch(/está fuera del periodo\n {4}participaciones\.csv filas 2-4\n/);
  expect(out).toContain("2 contadas + 4 fuera = 6, todas las filas de «Participaciones»");
});

test("in English, a part by its name", async () => {
  const { out } = await explain("o1.participants", "--period", "2024-q1", "--by", "Género=MASCULINO", "--lang", "en");
  expect(out).toMatch(
    /^o1\.participants · # of participating activists · 2024-Q1 · Gender: masculino\n1 \(persons\)\n/,
  );
  expect(out).toContain("1 row counted, for 1 person:\n  p2  participaciones.csv row 3\n");
  expect(out).toMatch(/1: it belongs to another part\n {4}participaciones\.csv row 2\n/);
  expect(out).toContain("1 counted + 5 left out = 6, all rows of «Participations»");
});

test("what is not known points at its cell", async () => {
  const { out } = await explain("o1.participants", "--period", "2025");
  expect(out).toContain(
    "es «Grupos locales» (*)\n    participaciones.csv fila 7\n    «Grupo» actividades.csv E4: sin dato\n",
  );
});

test("JSON accounts for every row", async () => {
  const { result, aggregates, assumptions, definition } = await explained(
    "o1.registered",
    "--period",
    "2025",
    "--by",
    "region=",
  );
  expect(result).toMatchObject({ value: 1, by: { region: null } });
  expect(assumptions.map(({ name }) => name)).toContain("registered_relations");
  expect(definition.predicates.map(({ name }) => name)).toEqual(["people.registered"]);
  for (const { rows, counted, leftOut } of aggregates) {
    const all = [counted, ...leftOut.map((group) => group.rows)].flat();
    expect(new Set(all.map(({ address }) => address.row))).toEqual(new Set([2, 3, 4, 5]));
    expect(all).toHaveLength(rows);
  }
  expect(aggregates[0]).toMatchObject({ table: "people", counts: "people", counted: [{ id: "p4", person: "p4" }] });
});

test("CSV gives each row on a line, counted or with its reason", async () => {
  const { out } = await explain("o1.participants", "--period", "2025", "--format", "csv", "--lang", "en");
  const unknown = "the type of the group of the activity is «Local groups» (*)";
  expect(out.split("\r\n")).toEqual([
    "aggregate,table,state,reason,condition,source,tab,row,id,person,counts,cells,stand_in",
    "1,participations,counted,,,participaciones.csv,,5,,p1,p1,,",
    "1,participations,counted,,,participaciones.csv,,6,,p3,p3,,",
    "1,participations,left-out,outside-window,,participaciones.csv,,2,,p1,p1,,",
    "1,participations,left-out,outside-window,,participaciones.csv,,3,,p2,p2,,",
    "1,participations,left-out,outside-window,,participaciones.csv,,4,,p3,p3,,",
    `1,participations,left-out,unknown,${unknown},participaciones.csv,,7,,p4,p4,actividades.csv E4,`,
    "",
  ]);
});

const many = folder({
  ...SMALL,
  "personas.csv": `Id,Nombre,Vínculo\n${Array.from({ length: 40 }, (_, at) => `p${at},Nadie ${at},Activista`).join("\n")}\n`,
  "participaciones.csv": `Persona,Actividad,Estado\n${Array.from({ length: 40 }, (_, at) => `p${at},a1,Asistió\np${at},a1,No asistió`).join("\n")}\n`,
});

test("long lists are cut, and --all shows them whole", async () => {
  const cut = await run(["explain", many, "o1.participants", "--period", "2024", ...AS_OF]);
  const whole = await run(["explain", many, "o1.participants", "--period", "2024", "--all", ...AS_OF]);
  expect(cut.out.match(/^ {2}p\d+ /gm)).toHaveLength(10);
  expect(cut.out).toContain("\n  …\n");
  expect(cut.out).toMatch(/filas 3, 5, 7, 9, 11, 13, 15, 17, …\n/);
  expect(cut.out).toContain("--all");
  expect(whole.out.match(/^ {2}p\d+ /gm)).toHaveLength(40);
  expect(whole.out).not.toMatch(/…|--all/);
});

test("names and e-mail addresses are never shown, not even where they are the id", async () => {
  const path = folder({
    ...SMALL,
    "personas.csv": "Correo,Id,Nombre,Vínculo\nana@x.cl,ana@x.cl,Ana Ñáñez,Activista\nb@x.cl,p2,Beto,Activista\n",
    "participaciones.csv": "Persona,Actividad,Estado\nana@x.cl,a1,Asistió\np2,a1,Asistió\nnadie@x.cl,a1,Asistió\n",
  });
  for (const id of ["o1.participants", "o1.registered"]) {
    for (const format of ["text", "json", "csv"]) {
      for (const which of [
        ["--period", "2024"],
        ["--diff", "2024", "2025"],
      ]) {
        const { out, err, code } = await run(["explain", path, id, ...which, "--format", format, ...AS_OF]);
        expect(code).toBe(0);
        expect(out + err).not.toMatch(/x\.cl|Ana|Beto/);
      }
    }
  }
  const { out } = await run(["explain", path, "o1.participants", "--period", "2024", ...AS_OF]);
  expect(out).toContain("  personas.csv 2  participaciones.csv fila 2\n  p2              participaciones.csv fila 3\n");
});

test("a ratio shows both sides, and a number that is not there why", async () => {
  const ratio = await explain("x.people-outside", "--period", "2025");
  expect(ratio.out).toMatch(/^0,5 \(1 entre 2\)$/m);
  expect(ratio.out.match(/todas las filas de/g)).toHaveLength(2);
  const missing = await explain("o4.subscribed-organizations", "--period", "2025");
  expect(missing.out).toMatch(/^Sin número: no está la tabla «Organizaciones»$/m);
  expect((await explained("o4.subscribed-organizations", "--period", "span")).result).toMatchObject({
    reason: "absent-table",
  });
});

test.each([
  [["o1.particpants", "--period", "2025"], /¿quisiste decir o1\.participants\?/],
  [["o1.participants", "--period", "2025-13"], /«2025-13» no es un periodo/],
  [["o1.participants", "--period", "2029"], /2029 empieza después del 2026-06-30/],
  [["o1.participants", "--period", "2025", "--by", "region"], /region=CL-RM/],
  [["o1.participants", "--period", "2025", "--by", "regoin=CL-RM"], /¿quisiste decir region\?/],
  [["o1.participants", "--period", "2025", "--by", "region=CL-RX"], /region no tiene la parte «CL-RX».*CL-RM/],
  [["o1.participants"], /Falta --period PERIODO, o bien --diff ANTES DESPUÉS/],
  [["o1.participants", "--diff", "2025-Q1"], /A --diff le falta su valor: --diff ANTES DESPUÉS/],
  [["o1.participants", "--period", "2025", "--diff", "2024", "2025"], /--period y --diff no van juntas/],
  [["o1.participants", "--diff", "2024", "2025", "--against", "x"], /--diff y --against no van juntas/],
  [["o1.participants", "--diff", "2024", "2030"], /2030 empieza después del 2026-06-30/],
  [["o1.participants", "--diff", "2024-Q5", "2025"], /«2024-Q5» no es un periodo/],
])("%j is told to be wrong", async (args, message) => {
  const { code, out, err } = await explain(...args);
  expect(err).toMatch(message);
  expect({ code, out }).toEqual({ code: 2, out: "" });
});

test("between two periods: who came in, who left, and the account", async () => {
  const { code, out, err } = await explain("o1.participants", "--diff", "2024", "2025");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(
    /^o1\.participants · # de activistas participantes\n2024 {2}2 \(personas\)\n2025 {2}2 \(personas\)\nDiferencia: 0\n/,
  );
  expect(out).toContain(
    [
      "Entró 1 persona. Por qué no contaba antes:",
      "  1: no cumple: la participación consta como asistencia",
      "    p3  participaciones.csv fila 6",
      "Salió 1 persona. Por qué ya no cuenta:",
      "  1: está fuera del periodo",
      "    p2  participaciones.csv fila 3",
      "2 + 1 - 1 = 2",
    ].join("\n"),
  );
  const { difference, aggregates } = await compared("o1.participants", "--diff", "2024", "2025");
  expect(difference).toBe(0);
  expect(aggregates[0]).toMatchObject({
    came: [{ code: "condition", amount: 1, moved: [{ id: "p3", rows: [{ there: { code: "outside-window" } }] }] }],
    left: [{ code: "outside-window", amount: 1, moved: [{ id: "p2" }] }],
  });
});

test("between two versions of the data, as CSV that adds up", async () => {
  const later = folder({
    ...SMALL,
    "participaciones.csv": "Persona,Actividad,Estado\np4,a2,Asistió\np3,a2,No asistió\np2,a2,Asistió\n",
  });
  const args = ["explain", later, "o1.participants", "--period", "2025", "--against", small, ...AS_OF];
  const { out } = await run([...args, "--format", "csv", "--lang", "en"]);
  const attended = "the participation was attended";
  expect(out.split("\r\n")).toEqual([
    "aggregate,change,reason,condition,id,source,tab,row,row_reason,row_condition,other_row,amount",
    "1,came,absent,,p4,participaciones.csv,,2,absent,,,1",
    "1,came,absent,,p2,participaciones.csv,,4,absent,,,1",
    "1,left,absent,,p1,participaciones.csv,,5,absent,,,-1",
    `1,left,condition,${attended},p3,participaciones.csv,,6,condition,${attended},participaciones.csv 3,-1`,
    "",
  ]);
  const page = (await run(args)).out;
  expect(page).toContain("    p3  participaciones.csv fila 6 · en la otra versión: participaciones.csv fila 3\n");
  expect(page).toMatch(/^La misma definición en los dos/m);
});

test("between two strategies, with what differs in the definition", async () => {
  const path = folder({
    "otra.yaml": [
      "extends: ai-chile-2024-2030",
      "id: otra",
      "label: { es: Otra, en: Other }",
      "assumptions: { registered_relations: [member] }",
      "",
    ].join("\n"),
  });
  const args = ["o1.registered", "--period", "2025", "--against-strategy", join(path, "otra.yaml")];
  const { out } = await explain(...args);
  expect(out).toMatch(
    /^La definición no es la misma: [0-9a-f]{12} y [0-9a-f]{12}\.\n {2}registered_relations: member → activist$/m,
  );
  expect(out).toMatch(/^1 \+ 2 = 3$/m);
  const { definition } = await compared(...args);
  expect(definition).toMatchObject({ isSame: false, assumptions: [{ before: ["member"], after: ["activist"] }] });
});

const made = example("seccion-ejemplo");
test.runIf(made !== undefined)(
  "every indicator of the example section accounts for all rows, within a page",
  async () => {
    const indicators = JSON.parse((await run(["indicators", "--format", "json"])).out) as { indicator: string }[];
    for (const { indicator } of indicators) {
      for (const which of [
        ["--period", "2025"],
        ["--diff", "2024", "2025"],
      ]) {
        const { code, out, err } = await run(["explain", made!, indicator, ...which, "--as-of", "2026-09-30"]);
        expect({ code, err }).toEqual({ code: 0, err: "" });
        expect(out.split("\n").length).toBeLessThan(200);
        const hasNoNumber = out.includes("Sin número");
        if (which[0] === "--period" && !hasNoNumber) expect(out).toContain("todas las filas de");
      }
    }
  },
);
