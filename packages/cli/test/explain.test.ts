import { expect, test } from "vitest";
import { AS_OF, example, folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

const small = folder(SMALL);
const explain = (...args: readonly string[]) => run(["explain", small, ...args, ...AS_OF]);

interface Rows {
  readonly count: number;
  readonly rows: readonly { readonly file: string; readonly rows: readonly (readonly [number, number])[] }[];
}

interface Explained {
  readonly result: { readonly value: number; readonly by: unknown; readonly state: string; readonly reason: string };
  readonly assumptions: readonly { readonly name: string }[];
  readonly aggregates: readonly {
    readonly table: string;
    readonly rows: number;
    readonly counted: Rows;
    readonly leftOut: readonly (Rows & { readonly code: string })[];
  }[];
}

const explained = async (...args: readonly string[]): Promise<Explained> => {
  const { code, out } = await explain(...args, "--format", "json");
  expect(code).toBe(0);
  return JSON.parse(out) as Explained;
};

test("in Spanish: sentence, formula, assumptions, rows and the account", async () => {
  const { code, out, err } = await explain("o1.participants", "--period", "2025");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^o1\.participants · # de activistas participantes · 2025\n2 \(personas\)\n/);
  expect(out).toContain("El número de personas distintas en participaciones");
  expect(out).toMatch(/^distintas\(participaciones\.persona donde /m);
  expect(out).toMatch(/^ {2}territorial_groups = local$/m);
  expect(out).toContain("Contaron 2 filas:\n  participaciones.csv filas 5-6\n");
  expect(out).toContain("Quedaron fuera 4 filas:\n");
  expect(out).toMatch(/está fuera del periodo\n {4}participaciones\.csv filas 2-4\n/);
  expect(out).toContain("2 contadas + 4 fuera = 6, todas las filas de «Participaciones»");
});

test("in English, a part by its name", async () => {
  const { out } = await explain("o1.participants", "--period", "2024-q1", "--by", "Género=MASCULINO", "--lang", "en");
  expect(out).toMatch(
    /^o1\.participants · # of participating activists · 2024-Q1 · Gender: masculino\n1 \(persons\)\n/,
  );
  expect(out).toContain("1 row counted:\n  participaciones.csv row 3\n");
  expect(out).toMatch(/1: it belongs to another part\n {4}participaciones\.csv row 2\n/);
  expect(out).toContain("1 counted + 5 left out = 6, all rows of «Participations»");
});

test("JSON accounts for every row", async () => {
  const { result, aggregates, assumptions } = await explained("o1.registered", "--period", "2025", "--by", "region=");
  expect(result).toMatchObject({ value: 1, by: { region: null } });
  expect(assumptions.map(({ name }) => name)).toContain("registered_relations");
  for (const { rows, counted, leftOut } of aggregates) {
    const all = [counted, ...leftOut];
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(rows);
    const spelt = all.flatMap((each) =>
      each.rows.flatMap((file) => file.rows.map(([first, last]) => last - first + 1)),
    );
    expect(spelt.reduce((sum, count) => sum + count, 0)).toBe(rows);
  }
  expect(aggregates[0]).toMatchObject({
    table: "people",
    rows: 4,
    counted: { rows: [{ file: "personas.csv", rows: [[5, 5]] }] },
  });
});

test("a ratio shows both sides, and a number that is not there why", async () => {
  const ratio = await explain("x.people-outside", "--period", "2025");
  expect(ratio.out).toMatch(/^0,5 \(1 entre 2\)$/m);
  expect(ratio.out.match(/todas las filas de/g)).toHaveLength(2);
  const missing = await explain("o4.subscribed-organizations", "--period", "2025");
  expect(missing.out).toMatch(/^Sin número: no está la tabla «Organizaciones»$/m);
  expect((await explained("o4.subscribed-organizations", "--period", "span")).result.reason).toBe("absent-table");
});

test.each([
  [["o1.particpants", "--period", "2025"], /¿quisiste decir o1\.participants\?/],
  [["o1.participants", "--period", "2025-13"], /«2025-13» no es un periodo/],
  [["o1.participants", "--period", "2029"], /2029 empieza después del 2026-06-30/],
  [["o1.participants", "--period", "2025", "--by", "region"], /region=CL-RM/],
  [["o1.participants", "--period", "2025", "--by", "regoin=CL-RM"], /¿quisiste decir region\?/],
  [["o1.participants", "--period", "2025", "--by", "region=CL-RX"], /region no tiene la parte «CL-RX».*CL-RM/],
  [["o1.participants"], /Falta --period PERIODO/],
])("%j is told to be wrong", async (args, message) => {
  const { code, out, err } = await explain(...args);
  expect(err).toMatch(message);
  expect({ code, out }).toEqual({ code: 2, out: "" });
});

const made = example("seccion-ejemplo");
test.runIf(made !== undefined)("every indicator of the example section accounts for all rows", async () => {
  const indicators = JSON.parse((await run(["indicators", "--format", "json"])).out) as {
    indicator: string;
    set: string;
  }[];
  for (const { indicator } of indicators.filter(({ set }) => set === "core")) {
    const { code, out } = await run(["explain", made!, indicator, "--period", "2025", "--as-of", "2026-09-30"]);
    expect(code).toBe(0);
    expect(out).toContain("todas las filas de");
  }
});
