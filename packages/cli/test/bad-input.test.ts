import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AS_OF, folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

/** Runs a command that must neither break nor show a stack. */
const told = async (...args: readonly string[]) => {
  const found = await run(args);
  expect(found.out + found.err).not.toMatch(/\n\s+at .*\(|inesperada|undefined|\[object/);
  return found;
};

describe("what cannot be read ends with code 3", () => {
  test.each([
    ["nothing there", join(folder({}), "no-existe"), /No existe: /],
    ["an empty folder", folder({}), /La carpeta está vacía/],
    ["no known table", folder({ "x.txt": "x" }), /Ningún archivo de .* es una tabla conocida/],
    ["a file", join(folder(SMALL), "personas.csv"), /minga lee carpetas y minga\.yaml/],
    ["a NUL in the path", "a\u0000b", /No existe: a\uFFFDb/],
    ["YAML that is none", join(folder({ "minga.yaml": "a: [1\nb: }" }), "minga.yaml"), /minga\.yaml:\d+:\d+: /],
    [
      "a wrong field",
      folder({ ...SMALL, "minga.yaml": "secton: {}" }),
      /minga\.yaml:1:1: secton: .*¿quisiste decir section\?/,
    ],
    ["a strategy that is not there", folder({ ...SMALL, "minga.yaml": "strategy: no.json" }), /no\.json/],
  ])("%s", async (_, source, message) => {
    for (const command of [
      ["evaluate", source],
      ["check", source],
      ["explain", source, "o1.registered", "--period", "2025"],
    ]) {
      const { code, out, err } = await told(...command, ...AS_OF);
      expect(err).toMatch(message);
      expect({ code, out }).toEqual({ code: 3, out: "" });
    }
  });

  test("a --strategy that is not there, and one that is no file of the kind", async () => {
    const small = folder(SMALL);
    expect(await told("evaluate", small, ...AS_OF, "--strategy", "no-existe.json")).toMatchObject({ code: 3 });
    expect(await told("evaluate", small, ...AS_OF, "--strategy", join(small, "personas.csv"))).toMatchObject({
      code: 3,
    });
  });
});

/** A section with other files; what `check` says, and the number of o1.registered at the end of 2025. */
const checked = async (files: Readonly<Record<string, string>>) => {
  const path = folder({ ...SMALL, ...files });
  const check = await told("check", path, ...AS_OF);
  const evaluate = await told("evaluate", path, ...AS_OF, "--indicator", "o1.registered", "--format", "json");
  expect(evaluate.code).toBe(0);
  const { results } = JSON.parse(evaluate.out) as { results: readonly { value?: number; state: string }[] };
  return { ...check, registered: results[1]!.value ?? results[1]!.state };
};

const HEADER = "Id,Nombre,Fecha de nacimiento,Género,Región,Vínculo,Fecha de ingreso,Fecha de salida";
const people = (...rows: readonly string[]) => ({ "personas.csv": `${[HEADER, ...rows].join("\n")}\n` });

describe("what can be read in part is read, and the rest is told", () => {
  test("a table that is missing", async () => {
    const path = folder({ "personas.csv": SMALL["personas.csv"] });
    const { code, out } = await told("evaluate", path, ...AS_OF);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}o1\.registered .* 3 +3 +3\*$/m);
    expect(out).toMatch(/no está la tabla «Participaciones»: .*o1\.participants/);
  });

  test("a header alone is a true zero", async () => {
    expect(await checked(people())).toMatchObject({ registered: 0, code: 1 });
  });

  test("a file without even a header", async () => {
    const { out, registered } = await checked({ "personas.csv": "" });
    expect(out).toContain("AVISO Archivo vacío");
    expect(registered).toBe("missing");
  });

  test("repeated ids", async () => {
    const { code, out, registered } = await checked(people("p1,A,,,,,,", "p1,A,,,,,,", "p1,B,,,,,,"));
    expect({ code, registered }).toEqual({ code: 1, registered: 1 });
    expect(out).toMatch(/AVISO Fila repetida\n {4}3 /);
    expect(out).toMatch(/ERROR Dos filas distintas con la misma clave\n {4}4 /);
  });

  test("references that lead nowhere", async () => {
    const { code, out } = await checked({
      "participaciones.csv": "Persona,Actividad,Estado\np9,a1,Asistió\np1,a9,Asistió\n",
    });
    expect(code).toBe(1);
    expect(out).toMatch(
      /Referencia que no existe \(2\)\n {4}A2 {2}«p9» no está en Personas.*\n {4}B3 {2}«a9» no está en Actividades/,
    );
  });

  test("an end before the start, a day that does not exist, a birth to come", async () => {
    const { code, out, registered } = await checked(
      people("p1,A,,,,,2025-05-01,2024-05-01", "p2,B,31/02/2025,,,,,", "p3,C,2031-01-01,,,,,"),
    );
    expect({ code, registered }).toEqual({ code: 1, registered: 2 });
    expect(out).toMatch(/Termina antes de empezar\n {4}H2 /);
    expect(out).toMatch(/Fecha ilegible\n {4}C3 {2}«31\/02\/2025»/);
    expect(out).toMatch(/Nacimiento en el futuro\n {4}C4 {2}«2031-01-01»/);
  });

  test("two columns that claim one field", async () => {
    const { code, out } = await checked({
      "personas.csv": "Id,Celular,Fono,Fecha de ingreso,Fecha de salida,Vínculo\np1,1,2,,,\n",
    });
    expect(code).toBe(1);
    expect(out).toMatch(/ERROR Dos columnas para un mismo dato \(2\)\n {4}B {2}«Celular» y «Fono» \(C\)/);
  });

  test("NUL bytes, emoji, right to left and escape sequences", async () => {
    const { code, out, registered } = await checked(
      people("p1,A\u0000na,,,,,,", "p2,🌱,,,,,,", "p3,شيماء,x,,,,,", "p4,D,\u001B[31mayer\u202E,,,,,"),
    );
    expect({ code, registered }).toEqual({ code: 1, registered: 4 });
    expect(out).toContain("AVISO Bytes nulos");
    for (const sign of ["\u0000", "\u001B", "\u202E"]) expect(out).not.toContain(sign);
  });
});
