import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EmulatorOf, type RunningServer, startEmulator } from "@minga/emulators";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AS_OF, example, folder, SMALL } from "./support/folders.ts";
import { type Run, run } from "./support/run.ts";

const TOKEN = "secret-token";

let server: EmulatorOf<"google-sheets"> & RunningServer;
beforeAll(async () => {
  server = await startEmulator("google-sheets", { limits: false });
});
afterAll(() => server.close());

/** Runs a command line with a credential that must be in nothing that it says. */
const minga = async (...args: readonly string[]): Promise<Run> => {
  const env = { LANG: "es_CL.UTF-8", MINGA_GOOGLE_SHEETS_URL: server.url, MINGA_GOOGLE_SHEETS_TOKEN: TOKEN };
  const ended = await run(args, { env });
  expect(ended.out + ended.err).not.toContain(TOKEN);
  return ended;
};

const empty = (): string =>
  `google-sheets:${server.state.add({ title: "Base", sheets: [{ title: "Hoja 1", rows: [] }] })}`;
const idOf = (place: string): string => place.slice(place.indexOf(":") + 1);

const parsed = (text: string): readonly (readonly string[])[] =>
  Papa.parse<string[]>(text.replace("\uFEFF", ""), { skipEmptyLines: true }).data;

/** A day is the same day however it is written, and a text is the same with the apostrophe that keeps it from being run. */
const asDay = (text: string): string =>
  text
    .trim()
    .replace(/^'(?=[=+@-])/, "")
    .replace(/^(\d\d?)[-/](\d\d?)[-/](\d{4})$/, (whole, d, m, y) => {
      const day = `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
      return Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day ? whole : day;
    });

/** A place that holds the small section. */
const filled = async (source = folder(SMALL)): Promise<string> => {
  const place = empty();
  const plan = join(folder({}), "plan.json");
  expect((await minga("provision", source, place, "--yes")).code).toBe(0);
  expect((await minga("plan", source, place, "-o", plan)).code).toBe(0);
  expect((await minga("apply", plan)).code).toBe(0);
  return place;
};

describe("a place in a tool as a source", () => {
  test("the example goes there and its indicators come out the same, cell for cell", async () => {
    const source = example("seccion-ejemplo")!;
    const place = await filled(source);
    const again = await minga("plan", source, place);
    expect(again.out).toMatch(/No hay nada que hacer\.\n$/);
    const [here, there] = [
      await minga("evaluate", source, ...AS_OF, "--format", "csv", "--by", "region"),
      await minga("evaluate", place, ...AS_OF, "--format", "csv", "--by", "region"),
    ];
    expect(there.out).toBe(here.out);
  });

  test("and from there into a folder again, every cell of every file", async () => {
    const source = example("seccion-ejemplo")!;
    const place = await filled(source);
    const [back, plan] = [folder({}), join(folder({}), "plan.json")];
    await minga("provision", place, back, "--yes");
    await minga("plan", place, back, "-o", plan);
    expect((await minga("apply", plan)).code).toBe(0);
    for (const name of readdirSync(source).filter((each) => each.endsWith(".csv"))) {
      const [before, after] = [source, back].map((path) => parsed(readFileSync(join(path, name), "utf8")));
      const places = before![0]!.map((header) => after![0]!.indexOf(header));
      const rows = after!.slice(1).map((cells) => places.map((at) => asDay(cells[at] ?? "")));
      expect(rows).toEqual(before!.slice(1).map((cells) => before![0]!.map((_, at) => asDay(cells[at] ?? ""))));
    }
    expect((await minga("compare", source, back)).out).not.toMatch(/: [1-9]\d* nuevas|, [1-9]\d* (?:cambiadas|que ya)/);
  });

  test("minga.yaml names it and its tabs, and a tab that was renamed leaves its table out", async () => {
    const place = await filled();
    const tab = (name: string, table: string): string =>
      `  - { adapter: google-sheets, at: ${idOf(place)}, tab: ${name}, table: ${table} }`;
    const yaml = `sources:\n${[tab("Personas", "people"), tab("Grupos", "groups")].join("\n")}\n`;
    const base = folder({ "minga.yaml": yaml });
    const told = async (): Promise<string> => (await minga("evaluate", base, ...AS_OF, "--format", "csv")).out;
    expect(await told()).toContain("o1.registered,2025,value,3,");
    server.asUser((user) => user.renameSheet("Personas", "Gente", idOf(place)));
    expect(await told()).toContain("o1.registered,2025,missing,");
    const doctor = await minga("doctor", base);
    expect([doctor.code, doctor.out]).toEqual([
      1,
      expect.stringContaining("minga.yaml nombra «Personas», que no está"),
    ]);
  });

  test("inspect notes it in minga.yaml by its adapter and place", async () => {
    const place = empty();
    server.asUser((user) => {
      for (const [cell, text] of [
        ["A1", "N°"],
        ["B1", "Nombre completo"],
        ["C1", "Mail"],
        ["A2", "p1"],
        ["B2", "Ana"],
        ["C2", "ana@example.org"],
      ])
        user.write(`Hoja 1!${cell!}`, text!, idOf(place));
    });
    const yaml = join(folder({}), "minga.yaml");
    await minga("inspect", place, "--write", yaml);
    expect(readFileSync(yaml, "utf8")).toContain(`adapter: google-sheets\n    at: ${idOf(place)}\n    tab: Hoja 1`);
  });
});

describe("a list of problems of a place in a tool", () => {
  test("has links that open each cell in the browser", async () => {
    const place = await filled();
    server.asUser((user) => user.write("Personas!C2", "31 de febrero", idOf(place)));
    const list = join(folder({}), "problemas.csv");
    await minga("check", place, "--to", list);
    const [header, ...rows] = parsed(readFileSync(list, "utf8"));
    const links = rows
      .filter((cells) => cells[header!.indexOf("código")] === "unreadable-day")
      .map((cells) => cells.at(-1));
    const address = `https://docs\\.google\\.com/spreadsheets/d/${idOf(place)}/edit#gid=\\d+&range=C2`;
    expect(links).toEqual([expect.stringMatching(new RegExp(`^${address}$`))]);
  });
});

describe("plan and apply", () => {
  test("a plan shows each field's old and new value, is its owner's alone, and is carried out once", async () => {
    const source = folder(SMALL);
    const place = await filled(source);
    writeFileSync(join(source, "grupos.csv"), SMALL["grupos.csv"].replace("Grupo Ñuble,Local", "Grupo Chillán,Local"));
    const file = join(folder({}), "plan.json");
    const plan = await minga("plan", source, place, "-o", file);
    expect(plan.out).toContain(
      "Grupos: 0 nuevas, 1 cambia, 0 iguales\n  cambia g1\n    Nombre: «Grupo Ñuble» → «Grupo Chillán»\n",
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await minga("apply", file)).out).toContain("Grupos: 0 creadas, 1 cambiadas\n");
    expect((await minga("apply", file)).out).toContain("Grupos: 0 creadas, 0 cambiadas, 1 que ya estaban\n");
  });

  test("what somebody changed after the plan is left, and said", async () => {
    const source = folder(SMALL);
    const place = await filled(source);
    writeFileSync(join(source, "grupos.csv"), SMALL["grupos.csv"].replace("Grupo Ñuble,Local", "Grupo Chillán,Local"));
    const file = join(folder({}), "plan.json");
    await minga("plan", source, place, "-o", file);
    server.asUser((user) => user.write("Grupos!B2", "Grupo de Ñuble", idOf(place)));
    const applied = await minga("apply", file);
    expect([applied.code, applied.out]).toEqual([
      1,
      expect.stringContaining("g1: alguien la cambió después del plan (Nombre)"),
    ]);
    expect(server.state.values("Grupos", idOf(place))[1]?.[1]).toBe("Grupo de Ñuble");
  });

  test("what cannot be written is refused before anything is", async () => {
    const source = folder(SMALL);
    const nothing = await minga("plan", source, empty());
    expect([nothing.code, nothing.out]).toEqual([1, expect.stringContaining("NO SE ESCRIBE: no existe en el destino")]);
    const place = await filled(source);
    server.asUser((user) => user.write("Personas!B1", "Nombre y apellido", idOf(place)));
    const renamed = await minga("plan", source, place);
    expect([renamed.code, renamed.out]).toEqual([
      1,
      expect.stringContaining("o cambiaron de nombre; agrégalos con minga provision si de verdad faltan (Nombre)"),
    ]);
    const file = folder({ "plan.json": "{}" });
    expect(await minga("apply", join(file, "plan.json"))).toMatchObject({
      code: 3,
      err: expect.stringContaining("no es un plan de minga") as string,
    });
    expect(await minga("plan", source, "datos")).toMatchObject({
      code: 2,
      err: expect.stringContaining("no es un lugar en una herramienta") as string,
    });
    expect(await minga("plan", source, "kobo:1")).toMatchObject({
      code: 3,
      err: expect.stringContaining("npm install kobo") as string,
    });
  });
});

describe("push", () => {
  test("the four states stand apart, small counts are withheld, and a second run writes nothing", async () => {
    const [source, place] = [folder(SMALL), empty()];
    const first = await minga("push", source, place, ...AS_OF);
    expect(first.out).toBe("Indicadores (minga): 54 creadas, 0 cambiadas\n");
    const rows = server.state.values("Indicadores (minga)", idOf(place));
    const row = (key: string): readonly unknown[] => rows.find(([found]) => found === key)!.slice(4, 7);
    expect(row("o1.monitoring · 2025 · *")).toEqual([0, "valor", ""]);
    expect(row("o1.participants · 2025 · *")).toEqual(["", "reservado", expect.stringContaining("personas")]);
    expect(row("o4.agreements · 2025 · *")).toEqual(["", "sin dato", "no está la tabla «Convenios»"]);
    expect((await minga("push", source, place, ...AS_OF)).out).toBe("Indicadores (minga): 0 creadas, 0 cambiadas\n");
  });

  test("columns and notes beside it stay, and what is no longer published is emptied", async () => {
    const [source, place] = [folder(SMALL), empty()];
    await minga("push", source, place, ...AS_OF, "--by", "region", "--local");
    server.asUser((user) => {
      user.write("'Indicadores (minga)'!O1", "Comentario", idOf(place));
      user.write("'Indicadores (minga)'!O2", "ojo con este", idOf(place));
    });
    await minga("push", source, place, ...AS_OF);
    const rows = server.state.values("Indicadores (minga)", idOf(place));
    expect(rows[1]?.[14]).toBe("ojo con este");
    const regional = rows.filter(([key]) => String(key).includes("region="));
    expect(regional.length).toBeGreaterThan(0);
    expect(new Set(regional.map((cells) => `${String(cells[4])}|${String(cells[5])}`))).toEqual(
      new Set(["|ya no se publica"]),
    );
  });
});

describe("doctor", () => {
  test("says what may be done, and that a refusal is no loss", async () => {
    const place = empty();
    expect((await minga("doctor", place)).out).toContain("✓ se puede escribir");
    server.state.share("read", { id: idOf(place) });
    expect((await minga("doctor", place)).out).toContain("✗ no se puede escribir");
    server.state.share("none", { id: idOf(place) });
    const closed = await minga("doctor", place);
    expect([closed.code, closed.out]).toEqual([1, expect.stringContaining("No falta ninguna fila: no se pudo mirar")]);
    expect((await minga("doctor", folder(SMALL))).out).toBe(
      "Este origen no está en ninguna herramienta: son archivos.\n",
    );
  });
});
