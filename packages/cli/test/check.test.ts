import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { toXlsx } from "@minga/files";
import { expect, test } from "vitest";
import { AS_OF, example, folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

test("nothing to mend", async () => {
  const { code, out, err } = await run(["check", folder(SMALL), ...AS_OF]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("  personas.csv: Personas, 4 filas\n");
  expect(out).toContain("0 errores, 0 avisos, 0 notas\nNada que corregir.\n");
  expect(out).toMatch(/no está la tabla «Organizaciones»: .*o4\.subscribed-organizations/);
});

const FAULTY = {
  ...SMALL,
  "personas.csv": [
    "Id,Nombre,Fecha de nacimiento,Región,Apodo,Fecha de ingreso,Fecha de salida",
    "p1,Ana,31/02/2025,Ñuble,x,2024-01-10,",
    "p2,Beto,2031-05-05,Atlántida,,2024-02-01,2023-01-01",
    `p3,Caro,${"9".repeat(500)},,,,`,
    "p3,Otra,,,,,",
    "",
  ].join("\n"),
  "notas.txt": "no es una tabla",
};

test("problems by file and kind, the gravest first, with how to mend them", async () => {
  const { code, out } = await run(["check", folder(FAULTY), ...AS_OF]);
  expect(code).toBe(1);
  expect(out).toMatch(
    / {2}ERROR Fecha ilegible \(2\)\n {4}C2 {2}«31\/02\/2025» no es una fecha que exista.*\n(?:.*\n)+? {4}→ Escribe la fecha/,
  );
  expect(out).toMatch(/C3 {2}«2031-05-05» es una fecha de nacimiento posterior al corte/);
  expect(out).toMatch(/D3 {2}«Atlántida» no es un lugar de la sección/);
  expect(out).toMatch(/NOTA Columna que no se usa\n {4}columna E {2}«Apodo»/);
  expect(out.indexOf("ERROR")).toBeLessThan(out.indexOf("NOTA"));
  expect(out).toContain("Archivos que no son tablas\n  notas.txt\n");
  expect(out).toMatch(/\d+ errores, \d+ avisos, 1 nota\n$/);
  expect(out).not.toContain("9".repeat(200));
});

test("of a long list what to begin with is told: what touches most rows, with its cells, and no contents", async () => {
  const path = folder({
    ...FAULTY,
    "membresias.csv": `Persona,Grupo,Rol,Desde,Hasta\n${"p9,g9,Jefe,ayer,\n".repeat(3)}p9,g9,,ayer,ayer\n`,
  });
  const { out } = await run(["check", path, ...AS_OF]);
  const [, first] = /\nLo que conviene corregir primero\n((?: {2}.*\n)+)\n/.exec(out)!;
  expect(first!.match(/^ {2}\d\. /gm)).toHaveLength(5);
  expect(first).toMatch(/ {2}1\. Fecha ilegible: 4 filas de membresias\.csv \(D2, D3, D4, D5, E5\)\n/);
  expect(first).not.toMatch(/p9|31\/02/);
  expect((await run(["check", folder(SMALL), ...AS_OF])).out).not.toContain("Lo que conviene corregir primero");
});

test("of one column all that is to be known is told", async () => {
  const { out } = await run([
    "check",
    folder({
      ...SMALL,
      "personas.csv": SMALL["personas.csv"]
        .replace("Id,", "Correo,Id,")
        .replaceAll(/\np(\d)/g, "\np$1@example.org,p$1"),
      "membresias.csv": "Persona,Grupo\nDora,g1\np1@example.org,g1\n",
    }),
    ...AS_OF,
  ]);
  expect(out).toMatch(/columna A {2}una celda no tiene un identificador .* por Correo/);
  expect(out).toMatch(/columna A {2}una celda no tiene un identificador .* por Nombre/);
});

test("in English, on a terminal in colour", async () => {
  const { out } = await run(["check", folder(FAULTY), ...AS_OF, "--lang", "en"], { isTerminal: true, columns: 100 });
  expect(out).toContain("\u001B[31mERROR\u001B[39m Unreadable date (2)");
});

test("--shared leaves personal contents out, and nothing else", async () => {
  const { out } = await run(["check", folder(FAULTY), ...AS_OF, "--shared"]);
  expect(out).not.toContain("31/02/2025");
  expect(out).not.toContain("2031-05-05");
  expect(out).toContain("C2  … no es una fecha que exista");
  expect(out).toContain("Atlántida");
});

test("files come in the order in which they were read, whatever in them is wrong", async () => {
  const { out } = await run([
    "check",
    folder({
      ...SMALL,
      // A cell that cannot be read is met while reading, a reference that leads nowhere only afterwards.
      "membresias.csv": `${SMALL["membresias.csv"]}p1,g9,,,\n`,
      "personas.csv": `${SMALL["personas.csv"]}p5,Eva,ayer,,,,,\n`,
    }),
    ...AS_OF,
  ]);
  expect(out).toMatch(/\nmembresias\.csv\n {2}ERROR [^]*\npersonas\.csv\n {2}ERROR /);
});

test("a row or a column that is wrong as a whole is called so", async () => {
  const path = folder({ ...SMALL, "personas.csv": `${SMALL["personas.csv"]}p1,Otra,,,,,,\np5\n` });
  expect((await run(["check", path, ...AS_OF])).out).toMatch(/\n {4}fila 6 {2}tiene la misma clave que la fila 2 /);
  expect((await run(["check", path, ...AS_OF, "--lang", "en"])).out).toMatch(/\n {4}row 7 {2}it has 1 cells/);
});

test("notes are listed up to twenty, problems to the end", async () => {
  const headers = Array.from({ length: 50 }, (_, index) => `x${index}`);
  const { out } = await run(["check", folder({ ...SMALL, "grupos.csv": `Id,${headers.join(",")}\ng1\n` }), ...AS_OF]);
  expect(out).toMatch(/NOTA Columna que no se usa \(50\)\n(?: {4}columna [A-Z]+ +«x\d+».*\n){20} {4}… y 30 más\n/);
});

test("notes alone are nothing to mend", async () => {
  const path = folder({ ...SMALL, "grupos.csv": SMALL["grupos.csv"].replace("Nombre", "Apodo raro") });
  expect((await run(["check", path, ...AS_OF])).code).toBe(0);
});

const made = example("seccion-ejemplo");
test.runIf(made !== undefined)("the example section's planted faults, each at its cell, and nothing else", async () => {
  const { code, out } = await run(["check", made!, "--as-of", "2026-09-30"]);
  expect(code).toBe(1);
  const [spanish = ""] = readFileSync(join(made!, "README.md"), "utf8").split("# Example section");
  const planted = [...spanish.matchAll(/^\| (\S+\.csv) ([A-Z]+)(\d+) \| .*? \| (.*) \|$/gm)]
    .map(([, file, column, row, outcome]) => ({ file: file!, column: column!, row: row!, outcome: outcome! }))
    // What is odd and yet understood, or empty and meant so, asks for no work.
    .filter(({ outcome }) => !/se entiende|estado vacío/.test(outcome));
  const pages = new Map(out.split(/\n\n(?=\S+\.csv\n)/).map((page) => [page.slice(0, page.indexOf("\n")), page]));
  const untold = planted.filter(
    ({ file, column, row }) => !new RegExp(`\\n {4}(?:${column}${row}|fila ${row}) `).test(pages.get(file) ?? ""),
  );
  expect(untold).toEqual([]);
  const [, errors, warnings] = /\n(\d+) errores, (\d+) avisos, 2 notas\n$/.exec(out) ?? [];
  expect(Number(errors) + Number(warnings)).toBe(planted.length);
});

test("--to writes the list as a spreadsheet, without what cells say of persons", async () => {
  const data = folder(FAULTY);
  const csv = join(data, "problemas.csv");
  const { code, err } = await run(["check", data, ...AS_OF, "--to", csv]);
  expect({ code, err }).toEqual({ code: 1, err: `Escrito: ${csv}\n` });
  const [header, ...rows] = readFileSync(csv, "utf8").trimEnd().split("\r\n");
  expect(header).toBe("gravedad,archivo,hoja,columna,fila,qué pasa,en detalle,dice,cómo corregirlo,código,enlace");
  expect(rows).toContain(
    'error,personas.csv,,D,3,Lugar que no se reconoce,«Atlántida» no es un lugar de la sección: va a la parte desconocida,Atlántida,"Escribe el código o el nombre de un lugar de la sección, o agrégalo a sus lugares.",unknown-place,personas.csv',
  );
  // A birthdate is personal.
  expect(rows.filter((row) => row.includes("31/02/2025"))).toEqual([]);
  rmSync(csv);
  const xlsx = join(data, "problemas.xlsx");
  await run(["check", data, ...AS_OF, "--to", xlsx]);
  expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe("PK");
  expect((await run(["check", data, "--to", "problemas.txt"])).code).toBe(2);
});

test("the list is in the order of work, and its links lead from where it stands to the cells", async () => {
  const data = folder({ "personas.csv": FAULTY["personas.csv"] });
  const tab = "Actividades d'Elqui";
  writeFileSync(
    join(data, "Base 2025.xlsx"),
    await toXlsx(tab, ["Id", "Nombre", "Tipo", "Fecha"], [["a1", "Uno", "Taller", "ayer"]]),
  );
  const list = join(folder({}), "problemas.csv");
  await run(["check", data, ...AS_OF, "--to", list]);
  const [, ...rows] = readFileSync(list, "utf8").trimEnd().split("\r\n");
  const severities = rows.filter((row) => row.includes(",personas.csv,")).map((row) => row.split(",")[0]);
  expect(severities).toEqual(severities.toSorted((a, b) => ORDER.indexOf(a!) - ORDER.indexOf(b!)));
  const [link] = rows
    .filter((row) => row.includes("Fecha ilegible") && row.includes("Base"))
    .map((row) => row.split(",").at(-1));
  expect(link).toBe(`../${basename(data)}/Base%202025.xlsx#'Actividades d''Elqui'!D2`);
});

const ORDER = ["error", "aviso", "nota"];
