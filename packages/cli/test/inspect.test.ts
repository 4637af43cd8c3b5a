import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aiChile20242030 } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { readConfig, type Source, toXlsx } from "@minga/files";
import { describe, expect, test } from "vitest";
import { inspectionSchema } from "../src/contract/inspection-schema.ts";
import { AS_OF, folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

const TERMINAL = { isTerminal: true, columns: 120, env: { NO_COLOR: "1", LANG: "es_CL.UTF-8" } } as const;

const PEOPLE = "Id,Nombre,Correo,Fecha de ingreso\np1,Ana Soto,ana@example.org,2024-03-01\np2,Beto Díaz,,\n";

const written = (path: string): string => readFileSync(join(path, "minga.yaml"), "utf8");
const sourcesIn = async (path: string): Promise<readonly Source[]> =>
  (await readConfig(join(path, "minga.yaml"), { strategies: [aiChile20242030], defaults: defaultSection })).sources;

describe("what is shown", () => {
  test("tables and columns, how sure, and what the first rows become", async () => {
    const { code, out, err } = await run(["inspect", folder({ "personas.csv": PEOPLE, "leeme.txt": "hola" })]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^personas\.csv\n {2}A1:D3, 2 filas: Personas, \d+ % seguro/);
    expect(out).toMatch(/\n {4}D {2}«Fecha de ingreso» {2}Fecha de ingreso {2}\d+ % seguro/);
    expect(out).toContain("Archivos que no son tablas\n  leeme.txt\n");
  });

  test("personal data on one's own terminal alone, and not with --shared", async () => {
    const path = folder({ "personas.csv": PEOPLE });
    const piped = await run(["inspect", path]);
    expect(piped.out).toContain("Id: p1 · Nombre: … · Correo: … · Fecha de ingreso: 2024-03-01");
    expect((await run(["inspect", path], TERMINAL)).out).toContain("Nombre: Ana Soto · Correo: ana@example.org");
    for (const { out } of [
      piped,
      await run(["inspect", path, "--json"]),
      await run(["inspect", path, "--shared"], TERMINAL),
    ]) {
      expect(out).not.toMatch(/Ana|example\.org|Beto/);
    }
  });

  test("a long sheet and a wide one, in few lines", async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `p${row},Persona ${row}`);
    const wide = Array.from({ length: 500 }, (_, column) => `x${column}`);
    const path = folder({
      "personas.csv": `Id,Nombre\n${rows.join("\n")}\n`,
      "grupos.csv": `Id,Nombre,${wide.join(",")}\ng1,Uno\n`,
    });
    const { out } = await run(["inspect", path]);
    expect(out).toContain("\n  A1:B…, ≥ 999 filas: Personas,");
    expect(out).toContain("\n    … y 488 columnas más que no se usan\n");
    expect(out.split("\n").length).toBeLessThan(50);
  });

  test("in English", async () => {
    const { out } = await run(["inspect", folder({ "people.csv": PEOPLE }), "--lang", "en"]);
    expect(out).toMatch(/A1:D3, 2 rows: People, \d+% sure/);
    expect(out).toContain("What the first rows become:");
  });

  test("one file alone", async () => {
    const path = folder({ "personas.csv": PEOPLE, "otro.csv": PEOPLE, "minga.yaml": "sources: [{ folder: . }]\n" });
    const { out } = await run(["inspect", join(path, "personas.csv")]);
    expect(out).toMatch(/^personas\.csv\n/);
    expect(out).not.toContain("otro.csv");
  });

  test("the JSON keeps its contract", async () => {
    const { code, out } = await run(["inspect", folder({ ...SMALL, "viejo.xls": "x" }), "--json"]);
    const { sheets, closed } = inspectionSchema.parse(JSON.parse(out));
    expect(code).toBe(0);
    expect(sheets.map(({ file, decided }) => [file, decided])).toEqual(
      Object.keys(SMALL)
        .toSorted()
        .map((file) => [file, false]),
    );
    expect(sheets.map(({ tables }) => tables[0]?.table?.table)).toEqual([
      "activities",
      "groups",
      "memberships",
      "participations",
      "people",
    ]);
    expect(closed).toMatchObject([{ file: "viejo.xls", code: "unread-format" }]);
  });
});

test("several tables in one sheet are told apart, noted by the rows of their headers, and read so", async () => {
  const both = "Listado de personas\nId,Nombre,Correo\np1,Ana,\n\nListado de grupos\nId,Nombre,Tipo\ng1,Uno,Local\n";
  const path = folder({ ...SMALL, "base.csv": both });
  const { out } = await run(["inspect", join(path, "base.csv")]);
  expect(out).toMatch(/A2:C3, 1 fila: Personas.*[^]*A6:C7, 1 fila: Grupos/);
  const write = await run(["inspect", path, "--write", join(path, "minga.yaml")]);
  expect(write.err).toContain("(7 tablas nuevas)");
  const entries = (await sourcesIn(path)).filter((source) => "file" in source && source.file === "base.csv");
  expect(entries).toMatchObject([
    { table: "people", header: 2 },
    { table: "groups", header: 6 },
  ]);
  expect((await run(["check", path, ...AS_OF])).out).not.toContain("base.csv A");
});

test("tables side by side are both found, noted and read, and asked about no more", async () => {
  const beside =
    "Listado de personas,,,,Listado de grupos,,\nId,Nombre,Correo,,Id,Nombre,Tipo\np1,Ana,ana@example.org,,g1,Uno,Local\np2,Luz,luz@example.org,,,,\n";
  const path = folder({ "base.csv": beside });
  expect((await run(["inspect", path])).out).toMatch(/A2:C4, 2 filas: Personas.*[^]*E2:G3, 1 fila: Grupos/);
  const { err } = await run(["inspect", path, "--write", join(path, "minga.yaml")]);
  expect(err).toContain("(2 tablas nuevas)");
  expect((await sourcesIn(path)).slice(1)).toMatchObject([
    { file: "base.csv", table: "people", range: "A:C" },
    { file: "base.csv", table: "groups", range: "E:G" },
  ]);
  const again = await run(["inspect", path, "--write", join(path, "minga.yaml")]);
  expect(again.err).toBe("No hay nada nuevo que anotar.\n");
  const { out } = await run(["check", path, ...AS_OF]);
  expect(out).toContain("base.csv: Personas, 2 filas");
  expect(out).toContain("base.csv: Grupos, 1 fila");
});

describe("--write", () => {
  test("notes what is sure, once, and it is read as it was without", async () => {
    const path = folder(SMALL);
    const before = await run(["evaluate", path, ...AS_OF]);
    const { code, err } = await run(["inspect", path, "--write", join(path, "minga.yaml")]);
    expect({ code, err }).toEqual({ code: 0, err: `Escrito: ${join(path, "minga.yaml")} (5 tablas nuevas)\n` });
    expect(await sourcesIn(path)).toContainEqual(
      expect.objectContaining({
        file: "membresias.csv",
        table: "memberships",
        columns: expect.objectContaining({ person: "Persona" }) as unknown,
      }),
    );
    expect(await run(["evaluate", path, ...AS_OF])).toEqual(before);
    const text = written(path);
    const again = await run(["inspect", path, "--write", join(path, "minga.yaml")]);
    expect(again).toMatchObject({ code: 0, err: "No hay nada nuevo que anotar.\n" });
    expect(written(path)).toBe(text);
  });

  test("keeps what a person wrote, whatever it seems to be", async () => {
    const own = `# de la coordinación
sources:
  - folder: . # todo
  - file: personas.csv # de enero
    table: people
    columns: { name: Correo } # a propósito
`;
    const path = folder({ ...SMALL, "personas.csv": PEOPLE, "minga.yaml": own });
    await run(["inspect", path, "--write", join(path, "minga.yaml")]);
    const text = written(path);
    for (const comment of ["# de la coordinación", "# todo", "# de enero", "# a propósito"])
      expect(text).toContain(comment);
    const [first, second, ...added] = await sourcesIn(path);
    expect([first, second]).toEqual([
      { folder: "." },
      { file: "personas.csv", table: "people", columns: { name: "Correo" } },
    ]);
    expect(added.flatMap((source) => ("file" in source ? [source.file] : []))).toEqual([
      "actividades.csv",
      "grupos.csv",
      "membresias.csv",
      "participaciones.csv",
    ]);
  });

  test("a minga.yaml without sources gets its own folder", async () => {
    const path = folder({ "personas.csv": PEOPLE, "minga.yaml": "section: { name: Mía }\n" });
    await run(["inspect", join(path, "minga.yaml"), "--write", join(path, "minga.yaml")]);
    expect(await sourcesIn(path)).toMatchObject([{ folder: "." }, { file: "personas.csv", table: "people" }]);
  });

  test("from elsewhere: paths are those of the file written", async () => {
    const path = folder({});
    mkdirSync(join(path, "datos"));
    writeFileSync(join(path, "datos", "personas.csv"), PEOPLE);
    await run(["inspect", join(path, "datos"), "--write", join(path, "minga.yaml")]);
    expect(await sourcesIn(path)).toMatchObject([{ folder: "datos" }, { file: "datos/personas.csv", table: "people" }]);
    expect((await run(["check", join(path, "minga.yaml"), ...AS_OF])).out).toContain("personas.csv: Personas, 2 filas");
  });
});

describe("a sheet that might be anything", () => {
  const FILES = { "personas.csv": PEOPLE, "grupos.csv": "Uno,Dos,Tres\nx,y,z\n" } as const;

  test("is not read on the ground of its name, and check says so", async () => {
    const path = folder(FILES);
    const { code, err } = await run(["inspect", path, "--write", join(path, "minga.yaml")]);
    expect(code).toBe(1);
    expect(err).toContain("Queda 1 duda");
    expect(await sourcesIn(path)).toContainEqual({ file: "grupos.csv", skip: "undecided" });
    const { out } = await run(["check", path, ...AS_OF]);
    expect(out).not.toContain("grupos.csv: Grupos");
    expect(out).toMatch(/\ngrupos\.csv\n {2}AVISO Hoja sin decidir\n/);
  });

  test("is open until it is settled, and then takes its place in minga.yaml", async () => {
    const path = folder(FILES);
    await run(["inspect", path, "--write", join(path, "minga.yaml")]);
    const again = await run(["inspect", path, "--write", join(path, "minga.yaml")]);
    expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/^No hay nada nuevo/) as unknown });
    expect((await run(["inspect", path])).out).toMatch(/^grupos\.csv\n/m);
    await run(["inspect", path], { ...TERMINAL, types: ["organizaciones", ""] });
    expect(await sourcesIn(path)).toEqual([
      { folder: "." },
      expect.objectContaining({ file: "personas.csv", table: "people" }),
      { file: "grupos.csv", table: "organizations" },
    ]);
    expect(written(path)).not.toMatch(/undecided|sin decidir|#\?/i);
  });

  test("may be no data", async () => {
    const path = folder(FILES);
    await run(["inspect", path, "--write", join(path, "minga.yaml")]);
    await run(["inspect", path], { ...TERMINAL, types: ["n", ""] });
    expect((await sourcesIn(path)).at(-1)).toEqual({ file: "grupos.csv", skip: true });
  });
});

describe("a header that changed", () => {
  const config = "sources:\n  - { file: personas.csv, table: people, columns: { id: Id, email: Correo } } # así\n";
  const changed = () => folder({ "personas.csv": PEOPLE.replace("Correo", "E-mail"), "minga.yaml": config });
  const line = "personas.csv tenía «Correo», ahora «E-mail» (columna C): ¿se le cambió el nombre?";

  test("is shown by inspect and check", async () => {
    const path = changed();
    expect((await run(["inspect", path])).out).toContain(line);
    const { code, out } = await run(["check", path, ...AS_OF]);
    expect(code).toBe(1);
    expect(out).toContain(`Cambió desde que se anotó en minga.yaml\n  ${line}\n`);
    expect(out).toContain("minga inspect");
    const { sheets, doubts } = inspectionSchema.parse(JSON.parse((await run(["inspect", path, "--json"])).out));
    expect(sheets[0]!.changes).toEqual([
      {
        path: ["sources", 0, "columns", "email"],
        field: "email",
        was: "Correo",
        now: { header: "E-mail", letter: "C" },
      },
    ]);
    expect(doubts).toBeGreaterThan(0);
  });

  test("is not settled by --write alone", async () => {
    const path = changed();
    expect((await run(["inspect", path, "--write", join(path, "minga.yaml")])).code).toBe(1);
    expect((await sourcesIn(path))[0]).toMatchObject({ columns: { id: "Id", email: "Correo" } });
  });

  test("is settled by --renamed, and by nothing that does not fit", async () => {
    const path = changed();
    const write = ["inspect", path, "--write", join(path, "minga.yaml"), "--renamed"];
    expect(await run([...write, "Correo=Mail"])).toMatchObject({ code: 2 });
    expect(await run([...write, "Correo"])).toMatchObject({ code: 2 });
    expect((await run(["inspect", path, "--renamed", "Correo=E-mail"])).err).toContain("Falta --write ARCHIVO");
    expect(written(path)).toBe(config);
    expect(await run([...write, "Correo=E-mail"])).toMatchObject({ code: 0 });
    expect((await sourcesIn(path))[0]).toMatchObject({ columns: { id: "Id", email: "E-mail" } });
    expect(written(path)).toContain("# así");
    expect((await run(["check", path, ...AS_OF])).out).not.toContain("Cambió");
  });

  test("of tabs with names in their cells", async () => {
    const path = folder({
      "minga.yaml":
        "sources: [{ file: base.xlsx, table: participations, tabs: { like: 'Taller *', field: activity }, joined: { column: Asistentes } }]\n",
    });
    writeFileSync(join(path, "base.xlsx"), await toXlsx("Taller 1", ["Quiénes fueron", "Notas"], [["Ana; Beto", "x"]]));
    const { doubts } = inspectionSchema.parse(JSON.parse((await run(["inspect", path, "--json"])).out));
    expect(doubts).toBe(1);
    const args = ["--write", join(path, "minga.yaml"), "--renamed", "Asistentes=Quiénes fueron"];
    expect(await run(["inspect", path, ...args])).toMatchObject({ code: 0 });
    expect((await sourcesIn(path))[0]).toMatchObject({ joined: { column: "Quiénes fueron" } });
    expect((await run(["inspect", path])).out).toContain("nombres: uno o varios por celda");
  });

  test("is asked on a terminal", async () => {
    const path = changed();
    await run(["inspect", path], { ...TERMINAL, types: ["", "n"] });
    expect(written(path)).toBe(config);
    const { err } = await run(["inspect", path], { ...TERMINAL, types: ["qué", "s", ""] });
    expect(err).toContain("«qué» no es una respuesta que se entienda.");
    expect((await sourcesIn(path))[0]).toMatchObject({ columns: { id: "Id", email: "E-mail" } });
  });
});

describe("on a terminal", () => {
  const FILES = { "grupos.csv": "Id,Nombre,Tipo\ng1,Uno,Local\n", "personas.csv": PEOPLE } as const;
  const ask = async (types: readonly string[], path = folder(FILES)) => ({
    path,
    ...(await run(["inspect", path], { ...TERMINAL, types })),
  });

  test("Enter accepts what is sure", async () => {
    const { path, code, err } = await ask(["", "", ""]);
    expect(code).toBe(0);
    expect(err).toContain("(2 tablas nuevas)");
    expect(await sourcesIn(path)).toMatchObject([
      { folder: "." },
      { file: "grupos.csv", table: "groups" },
      { file: "personas.csv", table: "people", columns: { name: "Nombre", email: "Correo" } },
    ]);
    expect((await ask([], path)).err).toBe("No hay nada nuevo que anotar.\n");
  });

  test("a table may be another, or no data, or wait", async () => {
    const another = await ask(["organizaciones", "después", ""]);
    expect(await sourcesIn(another.path)).toEqual([
      { folder: "." },
      { file: "grupos.csv", table: "organizations" },
      { file: "personas.csv", skip: "undecided" },
    ]);
    const none = await ask(["n", "n", "s"]);
    expect(await sourcesIn(none.path)).toEqual([
      { folder: "." },
      { file: "grupos.csv", skip: true },
      { file: "personas.csv", skip: true },
    ]);
  });

  test("a column may be corrected, or left unused; what is no column or field is said", async () => {
    const { path, err, out } = await ask(["", "C=Teléfono", "Z=Correo", "d = -", "D=color", "", ""]);
    expect((await sourcesIn(path)).at(-1)).toMatchObject({
      columns: { id: "Id", name: "Nombre", phone: "Correo" },
      ignore: ["Fecha de ingreso"],
    });
    expect(err.match(/no es una respuesta que se entienda/g)).toHaveLength(2);
    expect(out).toContain("Teléfono: ana@example.org");
  });

  test("a column that was corrected is forgotten where the table is another after all", async () => {
    const { path } = await ask(["organizaciones", "C=Teléfono", "organizaciones", ""]);
    expect((await sourcesIn(path)).at(-1)).toEqual({ file: "personas.csv", table: "organizations" });
  });

  test("«fin» at the first question notes no table", async () => {
    const path = folder({
      ...FILES,
      "minga.yaml": "sources: [{ folder: . }, { file: personas.csv, table: people, columns: { email: Mail } }]\n",
    });
    const { err } = await ask(["fin"], path);
    expect(err).toContain("No hay nada nuevo que anotar.");
    expect((await ask(["s", "fin", ""], path)).err).toContain("Escrito:");
    expect(await sourcesIn(path)).toEqual([
      { folder: "." },
      { file: "personas.csv", table: "people", columns: { email: "Correo" } },
    ]);
  });

  test("«fin» notes what was decided so far", async () => {
    const { path } = await ask(["", "fin", ""]);
    expect((await sourcesIn(path)).map((source) => "file" in source && source.file)).toEqual([false, "grupos.csv"]);
  });

  test("? explains, and the last word is the person's", async () => {
    const { path, code, err } = await ask(["?", "", "", "n"]);
    expect(code).toBe(0);
    expect(err).toContain("Hay: Personas, Grupos,");
    expect(err).toMatch(/No se escribió nada\.\n$/);
    expect(existsSync(join(path, "minga.yaml"))).toBe(false);
  });

  test("Ctrl-D writes nothing", async () => {
    for (const types of [[], [""], ["", ""]]) {
      const { path, code, err } = await ask(types);
      expect({ code, ended: err.endsWith("Quedó sin terminar: no se escribió nada.\n") }).toEqual({
        code: 130,
        ended: true,
      });
      expect(existsSync(join(path, "minga.yaml"))).toBe(false);
    }
  });
});

describe("bad input", () => {
  test.each(["es", "en"])("is told in %s, without a stack", async (language) => {
    const path = folder({ "personas.csv": PEOPLE, "vacio.csv": "", "roto.yaml": "sources: [", "libro.xlsx": "no" });
    mkdirSync(join(path, "una"));
    mkdirSync(join(path, "otra", "minga.yaml"), { recursive: true });
    const config = folder({ ...SMALL, "minga.yaml": "sources: [{ folder: . }]\n" });
    for (const [args, code] of [
      [["inspect"], 2],
      [["inspect", "no-existe"], 3],
      [["inspect", join(path, "una")], 3],
      [["inspect", join(path, "roto.yaml")], 3],
      [["inspect", join(path, "vacio.csv")], 0],
      [["inspect", join(path, "libro.xlsx")], 0],
      [["inspect", path, "--write", join(path, "roto.yaml")], 3],
      [["inspect", path, "--write", join(path, "no", "hay", "minga.yaml")], 4],
      [["inspect", join(path, "personas.csv"), "--write", join(path, "otra", "minga.yaml")], 3],
      [["inspect", config, "--write", join(path, "minga.yaml")], 2],
      [["inspect", path, "--write"], 2],
    ] as const) {
      const found = await run([...args, "--lang", language]);
      expect({ args, code: found.code, err: found.err }).toMatchObject({ code });
      expect(found.out + found.err).not.toMatch(/\n\s+at .*\(|inesperada|Unexpected|undefined|NaN|\[object/);
    }
  });
});
