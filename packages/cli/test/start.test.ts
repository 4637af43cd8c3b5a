import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aiChile20242030 } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { type Config, readConfig } from "@minga/files";
import { describe, expect, test } from "vitest";
import { AS_OF, folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

const TERMINAL = { isTerminal: true, columns: 120, env: { NO_COLOR: "1", LANG: "es_CL.UTF-8" } } as const;

/** A section's files with national ids, and a sheet that could be anything. */
const MESSY = {
  ...SMALL,
  "personas.csv":
    "Id,Nombre,RUT,Fecha de ingreso\np1,Ana,11.111.111-1,2024-01-10\np2,Beto,22.222.222-2,ayer\np3,Caro,,ayer\n",
  "raro.csv": "Uno,Dos,Tres\nx,y,z\nv,w,u\n",
} as const;

const configOf = (path: string): Promise<Config> =>
  readConfig(join(path, "minga.yaml"), { strategies: [aiChile20242030], defaults: defaultSection });

const start = async (path: string, types: readonly string[], ...args: readonly string[]) =>
  run(["start", path, ...AS_OF, ...args], { ...TERMINAL, types });

/** The questions that were asked, as they are numbered. */
const asked = (err: string): readonly string[] =>
  [...err.matchAll(/(?:^|\] )([1-9]\/\d) /gm)].map(([, number]) => number!);

describe("with --yes", () => {
  test("minga.yaml and the report are written, and what to mend next is said", async () => {
    const path = folder(MESSY);
    const { code, out, err } = await run(["start", path, "--yes", ...AS_OF]);
    expect(code).toBe(0);
    expect(err).toContain(
      `Escrito: ${join(path, "minga.yaml")} (5 tablas nuevas)\nEscrito: ${join(path, "informe.html")}\n`,
    );
    expect(readFileSync(join(path, "informe.html"), "utf8")).toMatch(/^<!doctype html>/i);
    expect(out).toMatch(/^\nLo que conviene corregir primero\n {2}1\. .*: \d+ filas? de /);
    expect(out).toContain("Fecha ilegible: 2 filas de personas.csv (D3, D4)\n");
    expect(out).toMatch(/\nPara seguir\n(?: {2}minga \w+ .*\n)+$/);
    const { section, sources } = await configOf(path);
    expect(section).toMatchObject({ name: defaultSection.name, country: "CL", nationalId: "rut", keptSince: {} });
    expect(sources[0]).toEqual({ folder: "." });
    // Nothing that is in doubt.
    expect(sources.some((source) => "file" in source && source.file === "raro.csv" && source.table !== undefined)).toBe(
      false,
    );
  });

  test("again: nothing is asked, nothing changes", async () => {
    const path = folder(SMALL);
    await run(["start", path, "-y", ...AS_OF]);
    const text = readFileSync(join(path, "minga.yaml"), "utf8");
    const { code, err, out } = await run(["start", path, "-y", ...AS_OF]);
    expect({ code, err }).toEqual({
      code: 0,
      err: `No hay nada nuevo que anotar.\nEscrito: ${join(path, "informe.html")}\n`,
    });
    expect(out).toContain("No hay nada que corregir.");
    expect(readFileSync(join(path, "minga.yaml"), "utf8")).toBe(text);
  });

  test("in English", async () => {
    const path = folder(SMALL);
    const { out } = await run(["start", path, "--yes", "--lang", "en", ...AS_OF]);
    expect(existsSync(join(path, "report.html"))).toBe(true);
    expect(out).toContain("There is nothing to fix.");
    expect((await configOf(path)).section.language).toBe("en");
  });
});

describe("asked", () => {
  test("at most six questions, and Enter answers all of them", async () => {
    const path = folder({ ...MESSY, "otro.csv": "Tres,Cuatro,Cinco\n1,b,c\n", "mas.csv": "Seis,Siete,Ocho\na,b,c\n" });
    const { code, err } = await start(
      path,
      Array.from({ length: 20 }, () => ""),
    );
    expect(code).toBe(0);
    const numbers = asked(err);
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers.length).toBeLessThanOrEqual(6);
    expect(numbers).toEqual(numbers.map((_, at) => `${at + 1}/6`));
    expect((await configOf(path)).section).toMatchObject({
      name: defaultSection.name,
      country: "CL",
      nationalId: "rut",
    });
  });

  test("answers are taken, and what makes no sense is asked again", async () => {
    const path = folder(MESSY);
    const { err } = await start(path, [
      "Sección de prueba",
      "Narnia",
      "chile",
      "31-2-2024",
      "?",
      "1-5-2024",
      "quizás",
      "n",
      "",
      "",
    ]);
    expect(err.match(/no es una respuesta que se entienda/g)).toHaveLength(3);
    expect(err).toContain("la primera actividad que se ve es del 05-03-2024");
    const { section } = await configOf(path);
    expect(section).toMatchObject({
      name: "Sección de prueba",
      country: "CL",
      keptSince: { activities: "2024-05-01", participations: "2024-05-01" },
    });
    expect(section.nationalId).toBeUndefined();
  });

  test("a section abroad says where its capital is", async () => {
    const path = folder(SMALL);
    await start(path, ["Sección regional", "Perú", "Lima, Atlántida", "PE-LMA, Callao", "2024", "", ""]);
    const { section } = await configOf(path);
    expect(section).toMatchObject({
      country: "PE",
      capital: ["PE-LMA", "PE-CAL"],
      zone: "America/Lima",
      keptSince: { participations: "2024-01-01" },
    });
    expect(section.places.every(({ country }) => country === "PE")).toBe(true);
  });

  test("where no capital is proposed one has to be named, and a zone where there are several", async () => {
    const path = folder(SMALL);
    const { err } = await start(path, ["", "US", "", "New York", "Marte/Olimpo", "America/New_York", "", ""]);
    expect(err.match(/Códigos o nombres de regiones/g)).toHaveLength(1);
    expect((await configOf(path)).section).toMatchObject({
      country: "US",
      capital: ["US-NY"],
      zone: "America/New_York",
    });
  });

  test("Ctrl-D at any question writes nothing", async () => {
    for (const count of [0, 1, 2, 3]) {
      const path = folder(MESSY);
      const { code, err } = await start(
        path,
        Array.from({ length: count }, () => ""),
      );
      expect(code).toBe(130);
      expect(err).toMatch(/\nQuedó sin terminar: no se escribió nada\.\n$/);
      expect([existsSync(join(path, "minga.yaml")), existsSync(join(path, "informe.html"))]).toEqual([false, false]);
    }
  });
});

describe("where a minga.yaml is there", () => {
  const own = "# la nuestra\nsection: { name: Propia, smallest_shown: 7 }\n";

  test("it stays, and what is new is added where the person says so", async () => {
    const path = folder({ ...SMALL, "minga.yaml": own });
    const refused = await start(path, ["n"]);
    expect(refused.code).toBe(0);
    expect(refused.err).toContain("Ya hay un minga.yaml: lo que dice se queda como está.");
    expect(asked(refused.err)).toEqual(["1/6"]);
    expect(readFileSync(join(path, "minga.yaml"), "utf8")).toBe(own);
    expect(existsSync(join(path, "informe.html"))).toBe(true);
    await start(path, [""]);
    const text = readFileSync(join(path, "minga.yaml"), "utf8");
    expect(text).toContain("# la nuestra");
    const { section, sources } = await configOf(path);
    expect(section).toMatchObject({ name: "Propia", smallestShown: 7 });
    expect(sources).toHaveLength(6);
  });

  test("it goes on with sheets that came later", async () => {
    const { "grupos.csv": groups, ...others } = SMALL;
    const path = folder(others);
    await start(
      path,
      Array.from({ length: 10 }, () => ""),
    );
    writeFileSync(join(path, "grupos.csv"), groups);
    const { err } = await start(
      path,
      Array.from({ length: 10 }, () => ""),
    );
    expect(err).toContain("(1 tabla nueva)");
    expect((await configOf(path)).sources.at(-1)).toMatchObject({ file: "grupos.csv", table: "groups" });
  });

  test("one with mistakes is told, and left", async () => {
    const wrong = "section: { nme: x }\n";
    const path = folder({ ...SMALL, "minga.yaml": wrong });
    const { code, err } = await start(path, []);
    expect(code).toBe(3);
    expect(err).toMatch(/minga\.yaml:1:\d+: section\.nme: /);
    expect(readFileSync(join(path, "minga.yaml"), "utf8")).toBe(wrong);
  });
});

describe("bad input", () => {
  test("nobody to ask", async () => {
    const path = folder(SMALL);
    const { code, err } = await run(["start", path]);
    expect(code).toBe(2);
    expect(err).toBe(
      "Error: no hay una terminal en que preguntar\nCon --yes se toman las respuestas propuestas: minga start CARPETA --yes\n",
    );
    expect(existsSync(join(path, "minga.yaml"))).toBe(false);
  });

  test("no folder, no tables, a file, a place where nothing can be written", async () => {
    const path = folder({ ...SMALL, "informe.html": "no es un informe" });
    mkdirSync(join(path, "sola", "dentro"), { recursive: true });
    for (const [args, code, says] of [
      [["start"], 2, "Falta CARPETA"],
      [["start", "no-existe", "--yes"], 3, "No existe: no-existe"],
      [["start", join(path, "sola"), "--yes"], 3, "solo carpetas"],
      [["start", join(path, "sola", "dentro"), "--yes"], 3, "vacía"],
      [["start", folder({ "leeme.txt": "hola" }), "--yes"], 3, "Ninguno de los archivos parece tener una tabla"],
      [["start", folder({ "vacio.csv": "" }), "--yes"], 3, "Ninguno de los archivos parece tener una tabla"],
      [["start", join(path, "grupos.csv"), "--yes"], 3, "es un archivo"],
      [["start", path, "--yes", "--as-of", "ayer"], 2, "ayer"],
      // The page of another is not written over.
      [["start", path, "--yes", ...AS_OF], 4, "ya existe y no es un informe"],
    ] as const) {
      const found = await run(args);
      expect({ args, code: found.code, err: found.err }).toMatchObject({
        code,
        err: expect.stringContaining(says) as unknown,
      });
      expect(found.out + found.err).not.toMatch(/\n\s+at .*\(|inesperada|undefined|NaN|\[object/);
    }
  });

  test("of nothing it is sure: there is no report, and how to go on is said", async () => {
    const path = folder({ "raro.csv": MESSY["raro.csv"] });
    const { code, err } = await run(["start", path, "--yes"]);
    expect(existsSync(join(path, "informe.html"))).toBe(false);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining("minga inspect") as unknown });
  });
});
