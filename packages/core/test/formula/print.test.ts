import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Checked } from "../../src/formula/checked.ts";
import { FUNCTIONS } from "../../src/formula/functions.ts";
import { print } from "../../src/formula/print.ts";
import { WINDOWS } from "../../src/formula/window.ts";
import { TABLE_NAMES, type TableName, tableSpec } from "../../src/records/tables.ts";
import { formulaName } from "../../src/records/relations.ts";
import { LANGUAGES } from "../../src/text/text.ts";
import { arbitraryCondition, arbitraryFormula } from "./arbitrary-formula.ts";
import { checkedText, compiled, definitions } from "./strategy.ts";

/** A tree without the places of its text. */
const bare = (checked: Checked): unknown =>
  JSON.parse(JSON.stringify(checked, (key, value: unknown) => (key === "span" ? undefined : value)));

/** Writes a formula in both languages and reads each again: what is not the same tree, or not written the same. */
const lostOnTheWay = (text: string, table?: TableName): readonly string[] => {
  const tree = bare(checkedText(text, table));
  return LANGUAGES.flatMap((language) => {
    const written = print(checkedText(text, table), language, definitions);
    const again = checkedText(written, table);
    const isSame = isDeepStrictEqual(bare(again), tree) && print(again, language, definitions) === written;
    return isSame ? [] : [`${text} -> ${written}`];
  });
};

describe("round trips", () => {
  const own = [...compiled.indicators.values()].map(({ text }) => text);
  test.each(own)("%s", (text) => {
    expect(lostOnTheWay(text)).toEqual([]);
  });

  it("of the conditions of the strategy", () => {
    for (const [name, { text }] of compiled.predicates)
      expect(lostOnTheWay(text, name.split(".")[0] as TableName)).toEqual([]);
    const steps = [...compiled.pyramid.levels, ...compiled.route.stages].map(({ formula }) => formula.text);
    for (const text of [...steps, compiled.route.paused.text]) expect(lostOnTheWay(text, "people")).toEqual([]);
    expect(lostOnTheWay(compiled.pyramid.audience.text)).toEqual([]);
  });

  it("of generated formulas", () => {
    fc.assert(
      fc.property(arbitraryFormula, (text) => {
        expect(lostOnTheWay(text)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test.each(TABLE_NAMES)("of generated conditions on %s", (table) => {
    fc.assert(
      fc.property(arbitraryCondition(table), (text) => {
        expect(lostOnTheWay(text, table)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("the generated formulas use every function and window", () => {
    const all = [
      ...fc.sample(arbitraryFormula, { numRuns: 1_000, seed: 1 }),
      ...fc.sample(arbitraryCondition("people"), { numRuns: 500, seed: 1 }),
    ].join("\n");
    const wanted = [
      ...Object.keys(FUNCTIONS).map((name) => `${name}(`),
      ...Object.keys(WINDOWS).map((name) => ` ${name.replace("-", " ")}`),
    ];
    expect(wanted.filter((each) => !all.includes(each))).toEqual([]);
  });
});

describe("names", () => {
  const columns = TABLE_NAMES.flatMap((table) => tableSpec(table).columns.map((column) => ({ table, column })));

  test.each(columns)("$table.$column.name is found by its name in each language", ({ table, column }) => {
    for (const language of LANGUAGES) {
      const written = formulaName(column)[language];
      const checked = checkedText(`${written} is known`, table) as Extract<Checked, { node: "is" }>;
      expect(checked.value).toMatchObject({ column: column.name, table });
    }
  });

  test.each(TABLE_NAMES)("%s is found by its name in each language", (table) => {
    for (const language of LANGUAGES) {
      const checked = checkedText(`count(${formulaName(tableSpec(table))[language]})`);
      expect(checked).toMatchObject({ rows: { root: table, path: [] } });
    }
  });

  const values = columns.flatMap(({ table, column }) =>
    definitions.values(table, column.name).map((value) => ({ table, column: column.name, value })),
  );
  test.each(values)(
    "$table.$column = $value.value is found by its value and both its labels",
    ({ table, column, value }) => {
      for (const written of [value.value, ...Object.values(value.label)]) {
        expect(checkedText(`${column} = "${written}"`, table)).toMatchObject({ right: { value: value.value } });
      }
    },
  );
});

describe("print", () => {
  const printed = (text: string): readonly string[] =>
    LANGUAGES.map((language) => print(checkedText(text), language, definitions));

  test.each([
    [
      "contar(personas donde registrada al final)",
      "contar(personas donde registrada al final)",
      "count(people where registered at end)",
    ],
    // The default window is written out.
    ["count(activities)", "contar(actividades durante)", "count(activities during)"],
    ["count(places)", "contar(lugares)", "count(places)"],
    // Brackets stand where they are needed, nowhere else.
    ["((1 + 2)) * (3 / 4)", "(1 + 2) * (3 / 4)", "(1 + 2) * (3 / 4)"],
    ["1 - (2 - 3) - 4", "1 - (2 - 3) - 4", "1 - (2 - 3) - 4"],
    ["-(-1) + -(1 + 2)", "--1 + -(1 + 2)", "--1 + -(1 + 2)"],
    ["0.0000001 * 1.50", "0.0000001 * 1.5", "0.0000001 * 1.5"],
    [
      'count(people where (gender = "x" or registered) and not (recurrent and registered))',
      'contar(personas donde (genero = "x" o registrada) y no (recurrente y registrada) al final)',
      'count(people where (gender = "x" or registered) and not (recurrent and registered) at end)',
    ],
    [
      'count(groups where type is not one of ("grupos locales", "student"))',
      'contar(grupos donde tipo no es uno de ("Grupos locales", "Grupos de estudiantes") al final)',
      'count(groups where type is not one of ("local", "student") at end)',
    ],
    [
      "median(days(approvals.requested_on else approvals.activity.date, approvals.decided_on) last 1 month)",
      "mediana(dias(aprobaciones.fecha_de_solicitud si no aprobaciones.actividad.fecha, aprobaciones.fecha_de_decision) últimos 1 meses)",
      "median(days(approvals.requested_on else approvals.activity.date, approvals.decided_on) last 1 months)",
    ],
    [
      "count(people where count(participations within 30 days after (joined_on else birthdate)) > 0)",
      "contar(personas donde contar(participaciones dentro de 30 días después de (fecha_de_ingreso si no fecha_de_nacimiento)) > 0 al final)",
      "count(people where count(participations within 30 days after (joined_on else birthdate)) > 0 at end)",
    ],
    [
      "dissimilarity(count(people), sum(populations.inhabitants) by age_band)",
      "disimilitud(contar(personas al final), suma(poblaciones.habitantes durante) por tramo_de_edad)",
      "dissimilarity(count(people at end), sum(populations.inhabitants during) by age_band)",
    ],
  ])("%s", (text, es, en) => {
    expect(printed(text)).toEqual([es, en]);
  });
});
