import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServiceName, createEmulator, readSeedFolder, serviceNames } from "../src/index.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "seed-"));
  const people = [
    "Id;RUT;Edad;Activa;Desde;Región;Temas;Nota;;Id",
    ...Array.from(
      { length: 12 },
      (_, at) =>
        `p${at};0${at}.111.222-3;${20 + at};${at % 2 ? "Sí" : "no"};0${(at % 9) + 1}/03/2025;${at % 2 ? "Ñuble" : "Biobío"};Clima;'=1+1;x;y`,
    ),
    'p12;;;;;;Clima;"dijo ""hola;""\nsalió";;',
    'p13;;;;;;"Clima;Vivienda";;;',
  ];
  await writeFile(join(folder, "Personas.csv"), Buffer.from(`﻿${people.join("\r\n")}\r\n\r\n`));
  await writeFile(join(folder, "grupos.CSV"), Buffer.from("Nombre,Comuna\nÑuñoa,Ñuñoa\n", "latin1"));
  await writeFile(join(folder, "vacío.csv"), "\n\n");
  await writeFile(join(folder, "leeme.txt"), "no");
});
afterAll(() => rm(folder, { recursive: true }));

test("each file with a header is a table, and its columns are told by their cells", async () => {
  const [people, groups, ...more] = await readSeedFolder(folder);
  expect(more).toEqual([]);
  expect(groups).toEqual({
    name: "grupos",
    fields: [
      { name: "Nombre", kind: "text" },
      { name: "Comuna", kind: "text" },
    ],
    rows: [["Ñuñoa", "Ñuñoa"]],
  });
  expect(people?.fields.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    "Id: text",
    "RUT: text",
    "Edad: number",
    "Activa: checkbox",
    "Desde: day",
    "Región: select",
    "Temas: multi-select",
    "Nota: text",
    "Columna 9: select",
    "Id 2: select",
  ]);
  expect(people?.rows[1]).toEqual([
    "p1",
    "01.111.222-3",
    21,
    true,
    { day: "2025-03-02" },
    "Ñuble",
    ["Clima"],
    "=1+1",
    "x",
    "y",
  ]);
  expect(people?.rows[12]).toEqual(["p12", null, null, null, null, null, ["Clima"], 'dijo "hola;"\nsalió', null, null]);
});

test("a folder that is not there is told with Node's own error", async () => {
  await expect(readSeedFolder(join(folder, "nada"))).rejects.toMatchObject({ code: "ENOENT" });
});

describe("every service begins with the tables", () => {
  test.each([...serviceNames])("%s", async (name: ServiceName) => {
    const emulator = createEmulator(name, { seed: await readSeedFolder(folder) });
    const rows = emulator.holdings().filter((one) => one.rows !== undefined);
    const header = name === "google-sheets" ? 1 : 0;
    expect(rows.map((one) => [one.name, one.rows])).toEqual([
      ["Personas", 14 + header],
      ["grupos", 1 + header],
    ]);
    expect(new Set(emulator.holdings().map(({ id }) => id)).size).toBe(emulator.holdings().length);
  });

  test("with numbers, days, ticks and choices as the service keeps them", async () => {
    const seed = await readSeedFolder(folder);
    const sheets = createEmulator("google-sheets", { seed });
    expect(sheets.state.values("Personas")[2]?.slice(0, 6)).toEqual(["p1", "01.111.222-3", 21, true, 45718, "Ñuble"]);
    expect(createEmulator("airtable", { seed }).state.records("Personas")[1]?.fields).toMatchObject({
      Id: "p1",
      RUT: "01.111.222-3",
      Edad: 21,
      Activa: true,
      Desde: "2025-03-02",
      Región: "Ñuble",
      Temas: ["Clima"],
      Nota: "=1+1",
    });
    const notion = createEmulator("notion", { seed });
    expect(notion.state.rows("Personas")[1]?.values).toMatchObject({
      Id: [{ plain_text: "p1" }],
      Edad: 21,
      Activa: true,
      Desde: { start: "2025-03-02" },
      Región: { name: "Ñuble" },
      Nota: [{ plain_text: "=1+1" }],
    });
  });
});
