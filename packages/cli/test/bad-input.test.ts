import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AS_OF, folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

const LANGUAGES = ["es", "en"] as const;

/** Runs a command that must neither break nor show a stack. */
const told = async (...args: readonly string[]) => {
  const found = await run(args);
  expect(found.out + found.err).not.toMatch(/\n\s+at .*\(|inesperada|Unexpected|undefined|NaN|\[object/);
  return found;
};

/** What reads a section's records, each as a person would type it. */
const readers = (source: string): readonly (readonly string[])[] => [
  ["check", source],
  ["evaluate", source],
  ["explain", source, "o1.registered", "--period", "2025"],
  ["report", source, "-o", join(folder({}), "informe.html")],
];

const withFolder = (files: Readonly<Record<string, string>>, name: string): string => {
  const path = folder(files);
  mkdirSync(join(path, name));
  return path;
};

describe("what cannot be read ends with code 3, and says why and what to do in both languages", () => {
  test.each([
    [
      "nothing there",
      join(folder({}), "no-existe"),
      /No existe: .*\nRevisa la ruta/,
      /no such file or folder.*\nCheck/,
    ],
    ["an empty folder", folder({}), /La carpeta está vacía: .*\nPon en ella/, /The folder is empty: .*\nPut one/],
    [
      "a folder of folders",
      withFolder({}, "2025"),
      /no tiene archivos, solo carpetas: .* \(2025\)\nNombra la carpeta/,
      /holds no files, only folders: .* \(2025\)\nName the folder/,
    ],
    [
      "no known table",
      folder({ "x.txt": "x" }),
      /Ningún archivo de .* es una tabla conocida \(hay: x\.txt\)\nDi qué es cada uno con minga start/,
      /No file of .* is a known table \(there are: x\.txt\)\nSay what each one is with minga start/,
    ],
    [
      "a file",
      join(folder(SMALL), "personas.csv"),
      /personas\.csv es un archivo; minga lee carpetas y minga\.yaml\nNombra la carpeta/,
      /personas\.csv is a file; minga reads folders and minga\.yaml\nName the folder/,
    ],
    ["a NUL in the path", "a\u0000b", /No existe: a\uFFFDb/, /no such file or folder: a\uFFFDb/],
    [
      "YAML that does not close",
      folder({ ...SMALL, "minga.yaml": "section:\n  name: [1, 2\n" }),
      /minga\.yaml:3:1: no se puede leer como YAML: .*falta cerrar/,
      /minga\.yaml:3:1: cannot be read as YAML: .*not closed/,
    ],
    [
      "YAML indented with tabs",
      folder({ ...SMALL, "minga.yaml": "section:\n\tname: x\n" }),
      /minga\.yaml:2:1: .*tabuladores; escríbela con espacios/,
      /minga\.yaml:2:1: .*tabs; write it with spaces/,
    ],
    [
      "a wrong field and a wrong value",
      folder({ ...SMALL, "minga.yaml": "secton: {}\nsources:\n  - file: a.csv\n    table: gruops\n" }),
      /minga\.yaml:1:1: secton: .*¿quisiste decir section\?\n.*minga\.yaml:4:5: sources\[0\]\.table: .*groups\?/,
      /minga\.yaml:1:1: secton: .*did you mean section\?\n.*minga\.yaml:4:5: sources\[0\]\.table: .*groups\?/,
    ],
    [
      "minga.yaml of NUL bytes",
      folder({ ...SMALL, "minga.yaml": "\u0000".repeat(100) }),
      /minga\.yaml:1:1: /,
      /minga\.yaml:1:1: /,
    ],
    [
      "a strategy that is not there",
      folder({ ...SMALL, "minga.yaml": "strategy: no.json" }),
      /No existe: .*no\.json/,
      /no such file or folder: .*no\.json/,
    ],
    [
      "a file that minga.yaml names and nothing else",
      folder({ "minga.yaml": "sources: [{ file: gente.csv, table: people }]" }),
      /No existe: .*gente\.csv/,
      /no such file or folder: .*gente\.csv/,
    ],
  ])("%s", async (_, source, es, en) => {
    for (const command of readers(source)) {
      for (const [language, message] of [
        ["es", es],
        ["en", en],
      ] as const) {
        const { code, out, err } = await told(...command, ...AS_OF, "--lang", language);
        expect(err).toMatch(message);
        expect({ code, out }).toEqual({ code: 3, out: "" });
      }
    }
  });

  test("a strategy in which indicators go round in a circle", async () => {
    const indicator = (name: string, other: string): string =>
      `  ${name}: { label: { es: ${name}, en: ${name} }, formula: 'indicator("${other}") + 1', objective: o1 }\n`;
    const cycle = `id: mia\nlabel: { es: Mía, en: Mine }\nextends: ai-chile-2024-2030\nindicators:\n${indicator("x.a", "x.b")}${indicator("x.b", "x.a")}`;
    const path = folder({ ...SMALL, "minga.yaml": "strategy: mia.yaml\n", "mia.yaml": cycle });
    for (const command of [...readers(path), ["strategy", join(path, "mia.yaml")]]) {
      const { code, err } = await told(...command, ...(command[0] === "strategy" ? [] : AS_OF));
      expect(code).toBe(3);
      expect(err).toMatch(/indicators\["x\.b"\]\.formula: esto se define por sí mismo: x\.a, x\.b, x\.a\n/);
    }
  });

  test("a --strategy that is not there, and one that is no file of the kind", async () => {
    const small = folder(SMALL);
    expect(await told("evaluate", small, ...AS_OF, "--strategy", "no-existe.json")).toMatchObject({ code: 3 });
    const table = await told("evaluate", small, ...AS_OF, "--strategy", join(small, "participaciones.csv"));
    expect(table.code).toBe(3);
    expect(table.err.trimEnd().split("\n").length).toBeLessThan(10);
  });

  test.each([
    `${"(".repeat(10_000)}1${")".repeat(10_000)}`,
    "(".repeat(10_000),
    "not ".repeat(10_000),
    "1+".repeat(10_000),
  ])("a formula of ten thousand parts", async (formula) => {
    for (const language of LANGUAGES) {
      const { code, out, err } = await told("formula", formula, "--lang", language);
      expect({ code, out }).toEqual({ code: 3, out: "" });
      expect(err).toMatch(language === "es" ? /más de \d+ / : /more than \d+ /);
      expect(err.length).toBeLessThan(1000);
    }
  });
});

/** A section with other files: what `check` says in both languages, and o1.registered at the end of 2025. */
const checked = async (files: Readonly<Record<string, string>>) => {
  const path = folder({ ...SMALL, ...files });
  const check = await told("check", path, ...AS_OF);
  const english = await told("check", path, ...AS_OF, "--lang", "en");
  expect(english.code).toBe(check.code);
  for (const [command, ...args] of readers(path).slice(1)) {
    const { code, err } = await told(command!, ...args, ...AS_OF);
    expect(code).toBe(0);
    // Whoever reads the numbers is told that the files have problems.
    if (command !== "explain") expect(err.includes("minga check")).toBe(check.code === 1);
  }
  const evaluate = await told("evaluate", path, ...AS_OF, "--indicator", "o1.registered", "--format", "json");
  const { results } = JSON.parse(evaluate.out) as { results: readonly { value?: number; state: string }[] };
  return { ...check, english: english.out, registered: results[1]!.value ?? results[1]!.state };
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
    const check = await told("check", path, ...AS_OF);
    expect(check.out).toMatch(/no está la tabla «Participaciones»: .*o1\.participants[^]*→ Agrega esas tablas/);
  });

  test("a table that others refer to is missing", async () => {
    const { "personas.csv": _, ...rest } = SMALL;
    const { code, out } = await told("check", folder(rest), ...AS_OF);
    expect(code).toBe(1);
    expect(out).toMatch(
      /participaciones\.csv\n {2}ERROR Falta la tabla a la que se refiere\n {4}columna A {2}6 celdas se refieren a la tabla Personas, que no está: esas filas no cuentan\n/,
    );
  });

  test("a header alone is a true zero", async () => {
    expect(await checked(people())).toMatchObject({ registered: 0, code: 1 });
    expect(await checked(people(",,,,,,,", "", ",,,,,,,"))).toMatchObject({ registered: 0 });
  });

  test("a file without even a header", async () => {
    const { out, english, registered } = await checked({ "personas.csv": "" });
    expect(out).toContain("AVISO Archivo vacío");
    expect(english).toContain("WARNING Empty file");
    expect(registered).toBe("missing");
  });

  test("repeated ids", async () => {
    const { code, out, english, registered } = await checked(people("p1,A,,,,,,", "p1,A,,,,,,", "p1,B,,,,,,"));
    expect({ code, registered }).toEqual({ code: 1, registered: 1 });
    expect(out).toMatch(/AVISO Fila repetida\n {4}fila 3 {2}repite la fila 2/);
    expect(out).toMatch(/ERROR Dos filas distintas con la misma clave\n {4}fila 4 /);
    expect(english).toMatch(/WARNING Repeated row\n {4}row 3 {2}repeats row 2/);
  });

  test("references that lead nowhere, and rows that name nobody", async () => {
    const { code, out, english } = await checked({
      "participaciones.csv": "Persona,Actividad,Estado\np9,a1,Asistió\np1,a9,Asistió\n,a1,Asistió\n",
    });
    expect(code).toBe(1);
    expect(out).toMatch(
      /Referencia que no existe \(2\)\n {4}A2 {2}«p9» no está en Personas: la fila no cuenta\n {4}B3 {2}«a9» no está en Actividades/,
    );
    expect(out).toMatch(/\n {4}A4 {2}la celda de Persona está vacía: la fila no cuenta\n/);
    expect(english).toMatch(/\n {4}A4 {2}the cell of Person is empty: the row does not count\n/);
  });

  test("an end before the start, a day that does not exist, a birth to come", async () => {
    const { code, out, english, registered } = await checked(
      people("p1,A,,,,,2025-05-01,2024-05-01", "p2,B,31/02/2025,,,,,", "p3,C,2031-01-01,,,,,"),
    );
    expect({ code, registered }).toEqual({ code: 1, registered: 2 });
    expect(out).toMatch(/Termina antes de empezar\n {4}H2 /);
    expect(out).toMatch(/Fecha ilegible\n {4}C3 {2}«31\/02\/2025»/);
    expect(out).toMatch(/Nacimiento en el futuro\n {4}C4 {2}«2031-01-01»/);
    expect(english).toMatch(/Ends before it starts\n {4}H2 /);
    expect(english).toMatch(/C3 {2}«31\/02\/2025» is not a date that exists/);
    expect(english).toMatch(/C4 {2}«2031-01-01» is a birthdate after the last day/);
  });

  test("an activity without a date", async () => {
    const { code, out } = await checked({ "actividades.csv": `${SMALL["actividades.csv"]}a4,Sin día,Taller,,g1\n` });
    expect(code).toBe(1);
    expect(out).toMatch(/actividades\.csv\n {2}AVISO Sin fecha\n {4}D5 {2}la celda de la fecha está vacía/);
  });

  test("two columns that claim one field", async () => {
    const { code, out, english } = await checked({
      "personas.csv": "Id,Celular,Fono,Fecha de ingreso,Fecha de salida,Vínculo\np1,1,2,,,\n",
    });
    expect(code).toBe(1);
    expect(out).toMatch(/ERROR Dos columnas para un mismo dato \(2\)\n {4}columna B {2}«Celular» y «Fono» \(C\)/);
    expect(english).toMatch(/ERROR Two columns for one field \(2\)\n {4}column B {2}«Celular» and «Fono» \(C\)/);
  });

  test("a column that no field is made of, and one whose header is mistyped", async () => {
    const { code, out } = await checked({
      "grupos.csv": "Id,Nombre,Tipo,Regoin,Fecha de fundación,Apodo\ng1,x,Local,Ñuble,,\n",
    });
    expect(code).toBe(1);
    expect(out).toMatch(
      /AVISO Columna con un encabezado parecido a otro\n {4}columna D {2}.*¿quisiste decir «Región»\?/,
    );
    expect(out).toMatch(/NOTA Columna que no se usa\n {4}columna F {2}«Apodo»/);
  });

  test("rows of other lengths, quotes that do not close, a separator of another kind", async () => {
    const { code, out, registered } = await checked(
      people("p1", "p2,B,,,,,,,sobra", 'p3,"Eva,,,,,,', "p4;D;;;;;;", "p5,E,,,,,,"),
    );
    expect({ code, registered }).toEqual({ code: 1, registered: 5 });
    expect(out).toMatch(/Fila con otra cantidad de celdas \(3\)\n {4}fila 2 .*\n {4}fila 3 .*\n {4}fila 5 /);
    expect(out).toMatch(/Comillas mal cerradas\n {4}fila 4 /);
  });

  test("NUL bytes, emoji, right to left and escape sequences", async () => {
    const { code, out, registered } = await checked(
      people("p1,A\u0000na,,,,,,", "p2,🌱,,,,,,", "p3,شيماء,x,,,,,", "p4,D,\u001B[31mayer\u202E,,,,,"),
    );
    expect({ code, registered }).toEqual({ code: 1, registered: 4 });
    expect(out).toContain("AVISO Bytes nulos");
    for (const sign of ["\u0000", "\u001B", "\u202E"]) expect(out).not.toContain(sign);
  });

  test("ids and names of emoji and right-to-left letters count like any other", async () => {
    const files = {
      ...SMALL,
      "personas.csv": `${SMALL["personas.csv"]}👩🏽‍🚀,مريم,,,,,2024-01-01,\n`,
      "participaciones.csv": `${SMALL["participaciones.csv"]}👩🏽‍🚀,a1,Asistió\n`,
    };
    expect((await told("check", folder(files), ...AS_OF)).code).toBe(0);
    const { out } = await told("explain", folder(files), "o1.participants", "--period", "2024", ...AS_OF);
    expect(out).toMatch(/^3 /m);
  });

  test("a file in another encoding, one that is a workbook by its bytes, one that is not there", async () => {
    const path = folder({ ...SMALL, "minga.yaml": "sources: [{ folder: . }, { file: metas.csv }]\n" });
    writeFileSync(join(path, "grupos.csv"), SMALL["grupos.csv"], "latin1");
    writeFileSync(join(path, "membresias.csv"), "PK\u0003\u0004\u0014\u0000");
    const { code, out } = await told("check", path, ...AS_OF);
    expect(code).toBe(1);
    expect(out).toMatch(/\nmetas\.csv\n {2}ERROR Archivo que no está\n/);
    expect(out).toMatch(/grupos\.csv\n {2}NOTA Archivo que no está en UTF-8\n {4}se leyó como Windows-1252\n/);
    expect(out).toMatch(/membresias\.csv\n {2}ERROR Archivo que no es lo que dice su nombre\n {4}.*libro de Excel/);
  });

  test("minga.yaml as Windows editors save it", async () => {
    const yaml = "\uFEFFsection:\r\n  name: Sección Ñuble\r\n";
    for (const bytes of [Buffer.from(yaml), Buffer.from(yaml, "utf16le"), Buffer.from(yaml.slice(1), "latin1")]) {
      const path = folder(SMALL);
      writeFileSync(join(path, "minga.yaml"), bytes);
      expect((await told("evaluate", path, ...AS_OF)).out).toContain("Sección Ñuble");
    }
  });
});
