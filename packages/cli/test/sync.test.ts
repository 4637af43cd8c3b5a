import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EmulatorOf, type RunningServer, startEmulator } from "@minga/emulators";
import { State } from "@minga/sync/state";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AS_OF, folder, SMALL } from "./support/folders.ts";
import { type Run, run } from "./support/run.ts";

const TOKEN = "secret-token";

let server: EmulatorOf<"google-sheets"> & RunningServer;
let state: string;
beforeAll(async () => {
  server = await startEmulator("google-sheets", { limits: false });
});
afterAll(() => server.close());
beforeEach(() => {
  state = join(folder({}), "minga", "state.sqlite");
});

const minga = async (args: readonly string[], types?: readonly string[]): Promise<Run> => {
  const env = {
    LANG: "es_CL.UTF-8",
    MINGA_STATE: state,
    MINGA_GOOGLE_SHEETS_URL: server.url,
    MINGA_GOOGLE_SHEETS_TOKEN: TOKEN,
  };
  const ended = await run(args, { env, ...(types === undefined ? {} : { types, isTerminal: true }) });
  expect(ended.out + ended.err).not.toContain(TOKEN);
  return ended;
};

const GROUPS = "Id,Nombre,Desde\ng1,Grupo Ñuble,05-03-2024\ng2,Grupo Talca,14-02-2025\ng3,Grupo Lota,\n";

/** A folder and a sheet that hold the same groups, and have been kept the same once. */
const kept = async (): Promise<{ readonly files: string; readonly place: string; readonly id: string }> => {
  const files = folder({ "grupos.csv": GROUPS });
  const rows = GROUPS.trim()
    .split("\n")
    .map((line) => line.split(","));
  const id = server.state.add({ title: "Base", sheets: [{ title: "Grupos", rows }] });
  const place = `google-sheets:https://docs.google.com/spreadsheets/d/${id}/edit`;
  expect(await minga(["sync", files, place])).toMatchObject({ code: 0, out: "Los dos lugares ya dicen lo mismo.\n" });
  return { files, place, id };
};

const inFolder = (files: string): readonly string[] =>
  readFileSync(join(files, "grupos.csv"), "utf8").trim().split(/\r?\n/);

describe("minga sync", () => {
  test("what changed on one side goes to the other, shown first and asked for", async () => {
    const { files, place, id } = await kept();
    writeFileSync(
      join(files, "grupos.csv"),
      `${GROUPS.replace("Grupo Talca,14", "Grupo Curicó,15")}g4,Grupo Arica,01-12-2025\n`,
    );
    server.asUser((user) => user.write("Grupos!B4", "Grupo Coronel", id));
    const nobody = await minga(["sync", files, place]);
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining("Con --yes se hace sin preguntar")]);
    expect(await minga(["sync", files, place], ["n"])).toMatchObject({ code: 0 });
    expect(server.state.values("Grupos", id).length).toBe(4);
    const done = await minga(["sync", files, place], ["s"]);
    expect([done.code, done.out]).toEqual([
      0,
      expect.stringContaining(`En A (${files}):\ngrupos: 0 nuevas, 1 cambia, 3 iguales`),
    ]);
    expect(done.out).toContain("  cambia g2\n    Nombre: «Grupo Talca» → «Grupo Curicó»\n");
    expect(inFolder(files)).toContain("g3,Grupo Coronel,");
    // Days are written in each place as it keeps them.
    expect(server.state.values("Grupos", id).slice(2)).toEqual([
      ["g2", "Grupo Curicó", expect.anything()],
      ["g3", "Grupo Coronel"],
      ["g4", "Grupo Arica", expect.anything()],
    ]);
    expect((await minga(["sync", place, files])).out).toBe("Los dos lugares ya dicen lo mismo.\n");
    expect(statSync(state).mode & 0o777).toBe(0o600);
  });

  test("what changed on both is a conflict, settled by hand or by a rule; what was deleted is told", async () => {
    const { files, place, id } = await kept();
    writeFileSync(join(files, "grupos.csv"), GROUPS.replace("Grupo Talca", "Grupo Curicó").replace(/g3.*\n/, ""));
    server.asUser((user) => user.write("Grupos!B3", "Grupo Linares", id));
    const first = await minga(["sync", files, place, "--yes"]);
    expect([first.code, first.out]).toEqual([
      1,
      expect.stringContaining("  grupos · g2 · Nombre: cambió en los dos lugares: «Grupo Curicó» | «Grupo Linares»\n"),
    ]);
    expect(first.out).toContain("grupos: 1 fila borrada en A");
    expect(server.state.values("Grupos", id)[2]).toEqual(expect.arrayContaining(["Grupo Linares"]));
    expect(await minga(["sync", files, place, "--yes", "--prefer", "B"])).toMatchObject({ code: 0 });
    expect(inFolder(files)[2]).toBe("g2,Grupo Linares,14-02-2025");
    const last = await minga(["sync", files, place]);
    expect([last.code, last.out]).toEqual([0, expect.stringContaining("Los dos lugares ya dicen lo mismo")]);
  });

  test("losing what is remembered is harmless: every difference is a conflict", async () => {
    const { files, place, id } = await kept();
    server.asUser((user) => user.write("Grupos!B3", "Grupo Linares", id));
    state = join(folder({}), "minga", "state.sqlite");
    const lost = await minga(["sync", files, place, "--yes"]);
    expect([lost.code, lost.out]).toEqual([1, expect.stringContaining("difiere, y no hay un acuerdo anterior")]);
    expect(inFolder(files)[2]).toBe("g2,Grupo Talca,14-02-2025");
  });

  test("what cannot be kept the same is said before anything is written", async () => {
    const { files, place, id } = await kept();
    server.asUser((user) => user.write("Grupos!B1", "Nombre del grupo", id));
    const renamed = await minga(["sync", files, place, "--yes"]);
    expect([renamed.code, renamed.out]).toEqual([1, expect.stringContaining("faltan en uno, o cambiaron de nombre")]);
    server.asUser((user) => user.renameSheet("Grupos", "Colectivos", id));
    const gone = await minga(["sync", files, place, "--yes"]);
    expect([gone.code, gone.out]).toEqual([1, expect.stringContaining("en uno ya no está")]);
    expect(await minga(["sync", files, files])).toMatchObject({
      code: 2,
      err: expect.stringContaining("son el mismo lugar") as string,
    });
    expect(await minga(["sync", files, place, "--key", "Grupos"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("TABLA=CAMPO") as string,
    });
    const empty = `google-sheets:${server.state.add({ title: "Base", sheets: [{ title: "Hoja 1", rows: [] }] })}`;
    state = join(folder({}), "minga", "state.sqlite");
    expect(await minga(["sync", files, empty])).toMatchObject({
      code: 3,
      err: expect.stringContaining("ninguna tabla con el mismo nombre") as string,
    });
  });

  test("what a tool refuses outright leaves nothing to look at", async () => {
    const { files, place, id } = await kept();
    writeFileSync(join(files, "grupos.csv"), GROUPS.replace("Grupo Talca", "Grupo Curicó"));
    server.state.share("read", { id });
    const refused = await minga(["sync", files, place, "--yes"]);
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining("no da permiso")]);
    server.state.share("write", { id });
    const next = await minga(["sync", files, place, "--yes"]);
    expect([next.code, next.err]).toEqual([0, expect.not.stringContaining("se cortó")]);
    expect(server.state.values("Grupos", id)[2]).toEqual(expect.arrayContaining(["Grupo Curicó"]));
  });

  test("another run on this computer is waited for, and then said", async () => {
    const { files, place } = await kept();
    const other = State.open(state);
    const busy = await minga(["sync", files, place, "--yes"]);
    other.close();
    expect([busy.code, busy.err]).toEqual([4, expect.stringContaining("Otra orden de minga está escribiendo")]);
  });
});

describe("minga restore", () => {
  /** As a run leaves it that was killed within a request, just when somebody had sorted the rows. */
  const cut = async () => {
    const all = await kept();
    const journal = State.open(state, () => Date.parse("2026-03-01T12:00:00Z"));
    journal.journal().begin({
      target: `google-sheets:${all.id}`,
      table: "Grupos",
      key: "Id",
      rows: [{ key: "g1", before: { Nombre: "Grupo Ñuble" }, after: { Nombre: "Grupo Chillán" } }],
      held: { g1: { Nombre: "Grupo Ñuble" }, g2: { Nombre: "Grupo Talca" }, g3: { Nombre: "Grupo Lota" } },
    });
    journal.close();
    return all;
  };

  test("nothing else is written until it is settled, and it is put back", async () => {
    const { files, place, id } = await cut();
    server.asUser((user) => user.write("Grupos!B3", "Grupo Chillán", id));
    for (const args of [
      ["sync", files, place, "--yes"],
      ["push", folder(SMALL), place, ...AS_OF],
    ]) {
      const stopped = await minga(args);
      expect([stopped.code, stopped.err]).toEqual([
        1,
        expect.stringContaining(`minga restore ${place} --yes lo devuelve`),
      ]);
      expect(stopped.err).toContain("2026-03-01 12:00 UTC");
    }
    const back = await minga(["restore", place, "--yes"]);
    expect([back.code, back.err]).toEqual([0, expect.stringContaining("Nombre: «Grupo Chillán» → «Grupo Talca»")]);
    expect(server.state.values("Grupos", id)[2]).toEqual(expect.arrayContaining(["Grupo Talca"]));
    expect((await minga(["restore", place])).err).toContain("No hay nada que devolver");
    expect(await minga(["sync", files, place, "--yes"])).toMatchObject({ code: 0 });
  });

  test("or left, where the person says so", async () => {
    const { files, place, id } = await cut();
    server.asUser((user) => user.write("Grupos!B3", "Grupo Chillán", id));
    expect((await minga(["restore", place, "--keep"])).err).toContain("Se deja como está");
    expect(server.state.values("Grupos", id)[2]).toEqual(expect.arrayContaining(["Grupo Chillán"]));
    expect(await minga(["sync", files, place, "--yes"])).toMatchObject({ code: 0 });
    expect(inFolder(files)[2]).toBe("g2,Grupo Chillán,14-02-2025");
  });

  test("a run that was cut and left nothing astray is told once", async () => {
    const { files, place } = await cut();
    const next = await minga(["sync", files, place, "--yes"]);
    expect([next.code, next.err]).toEqual([0, expect.stringContaining("nada quedó en otra fila")]);
    expect((await minga(["sync", files, place, "--yes"])).err).not.toContain("se cortó");
  });
});

describe("minga forget", () => {
  test("asks, erases from this computer alone, and says of whom nothing", async () => {
    const { files, place, id } = await kept();
    const nobody = await minga(["forget", "g1"]);
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining("Con --yes se borran sin preguntar")]);
    const done = await minga(["forget", "grupo ñuble"], ["s"]);
    expect([done.code, done.err]).toEqual([0, expect.stringContaining("Borrado de este computador: 1 anotación")]);
    expect(done.err).not.toMatch(/ñuble/i);
    expect([inFolder(files).length, server.state.values("Grupos", id).length]).toEqual([4, 4]);
    expect((await minga(["forget", "g1", "--yes"])).err).toContain("no habla de esa persona");
    expect((await minga(["sync", files, place])).out).toBe("Los dos lugares ya dicen lo mismo.\n");
  });
});

describe("a place in which each computer marks its runs", () => {
  const RUNS = "Corridas (minga)";

  test("another one that writes there is waited for, and one that was cut long ago is not", async () => {
    const { files, place, id } = await kept();
    expect((await minga(["provision", files, place, "--yes"])).out).toContain(`${RUNS}: 0 nuevas`);
    writeFileSync(join(files, "grupos.csv"), GROUPS.replace("Grupo Talca", "Grupo Curicó"));
    expect(await minga(["sync", files, place, "--yes"])).toMatchObject({ code: 0 });
    const [, own] = server.state.values(RUNS, id);
    expect(own).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/), expect.any(String), expect.any(String)]);
    const began = new Date(Date.now() - 60_000).toISOString();
    for (const [cell, text] of [
      ["A3", "otro"],
      ["B3", `'${began}`],
    ])
      server.asUser((user) => user.write(`'${RUNS}'!${cell!}`, text!, id));
    writeFileSync(join(files, "grupos.csv"), GROUPS.replace("Grupo Talca", "Grupo Linares"));
    const stopped = await minga(["sync", files, place, "--yes"]);
    expect([stopped.code, stopped.err]).toEqual([
      1,
      expect.stringContaining("Otro computador (otro) empezó a escribir"),
    ]);
    expect((await minga(["push", folder(SMALL), place, ...AS_OF])).err).toContain("Otro computador (otro)");
    const asked = await minga(["sync", files, place, "--yes"], ["n"]);
    expect(asked.code).toBe(1);
    server.asUser((user) => user.write(`'${RUNS}'!B3`, "'2026-01-01T00:00:00.000Z", id));
    expect(await minga(["sync", files, place, "--yes"])).toMatchObject({ code: 0 });
  });

  test("is no table of the section's", async () => {
    const { files, place } = await kept();
    await minga(["provision", files, place, "--yes"]);
    await minga(["push", folder(SMALL), place, ...AS_OF]);
    expect((await minga(["inspect", place])).out).not.toContain("(minga)");
    expect((await minga(["check", place])).out).not.toContain("(minga)");
    expect((await minga(["sync", files, place])).out).not.toContain("(minga)");
  });
});
