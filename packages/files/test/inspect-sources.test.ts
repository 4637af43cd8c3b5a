import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { firstRecords, inspectSources, type Source, toXlsx } from "../src/index.ts";
import { folderOf, OPTIONS } from "./folder.ts";

const PEOPLE = "Id,Nombre,Correo,Fecha de ingreso\np1,Ana,ana@example.org,2024-03-01\np2,Beto,,\n";
const GROUPS = "Id,Nombre,Tipo\ng1,Grupo Uno,Local\n";

const inspectFolder = (path: string, sources: readonly Source[] = [{ folder: "." }]) =>
  inspectSources(sources, path, OPTIONS);

test("each sheet of each file, named as minga.yaml names it", async () => {
  const path = await folderOf({ "personas.csv": PEOPLE, "foto.png": "x" });
  await mkdir(join(path, "datos"));
  await writeFile(
    join(path, "datos", "Base.xlsx"),
    await toXlsx("Grupos", ["Id", "Nombre", "Tipo"], [["g1", "Uno", "Local"]]),
  );
  const { sheets, ignored } = await inspectFolder(path, [{ folder: "." }, { folder: "datos" }]);
  expect(sheets.map(({ file, place, entries }) => [file, place.tab, entries])).toEqual([
    ["personas.csv", undefined, []],
    ["datos/Base.xlsx", "Grupos", []],
  ]);
  expect(sheets.map(({ tables }) => tables[0]?.table?.table)).toEqual(["people", "groups"]);
  expect(ignored).toEqual(["foto.png"]);
});

test("the first rows alone are looked at, whatever batches they come in", async () => {
  const rows = Array.from({ length: 9000 }, (_, row) => `p${row},Persona ${row}`);
  const path = await folderOf({ "personas.csv": `Id,Nombre\n${rows.join("\n")}\n` });
  const [sheet] = (await inspectFolder(path)).sheets;
  const { batch } = sheet!.preview;
  expect(sheet!.isWhole).toBe(false);
  expect(batch.rows).toHaveLength(1000);
  expect(batch.columns.map((values) => values.length)).toEqual([1000, 1000]);
  expect(batch.columns[0]!.slice(0, 2)).toEqual(["Id", "p0"]);
  expect(batch.rows.at(-1)).toBe(1000);
});

test("what cannot be looked into is told apart", async () => {
  const path = await folderOf({
    "personas.csv": PEOPLE,
    "viejo.xls": "x",
    "libro.xlsx": "PK no",
    "pagina.csv": "<html>",
  });
  const { sheets, closed } = await inspectFolder(path, [{ folder: "." }, { file: "falta.csv" }]);
  expect(sheets.map(({ file }) => file)).toEqual(["personas.csv"]);
  expect(closed.map(({ file, code }) => [file, code])).toEqual([
    ["falta.csv", "missing-file"],
    ["libro.xlsx", "damaged-file"],
    ["pagina.csv", "not-text"],
    ["viejo.xls", "unread-format"],
  ]);
});

describe("against what minga.yaml says", () => {
  const mapping = {
    file: "personas.csv",
    table: "people",
    columns: { id: "Id", email: "Mail", name: "nombre" },
    ignore: ["Notas"],
    only: { Situación: ["Vigente"] },
    joined: { column: "Grupos" },
  } as const;

  test("headers that are gone, and what took their place", async () => {
    const path = await folderOf({ "personas.csv": PEOPLE, "grupos.csv": GROUPS });
    const { sheets } = await inspectFolder(path, [{ folder: "." }, mapping]);
    const [groups, people] = sheets.toSorted((a, b) => a.file.localeCompare(b.file));
    expect(groups).toMatchObject({ file: "grupos.csv", entries: [], changes: [] });
    expect(people!.entries.map(({ entry }) => entry)).toEqual([1]);
    expect(people!.changes).toMatchObject([
      {
        path: ["sources", 1, "columns", "email"],
        isKey: false,
        field: "email",
        was: "Mail",
        now: { header: "Correo", letter: "C" },
      },
      { path: ["sources", 1, "ignore", 0], isKey: false, was: "Notas" },
      { path: ["sources", 1, "only", "Situación"], isKey: true, was: "Situación" },
      { path: ["sources", 1, "joined", "column"], isKey: false, was: "Grupos" },
    ]);
  });

  test("nothing where one entry reads what looks like two tables side by side, and each of two is held by its own", async () => {
    const beside =
      "Nombre,Correo,,Nombre del grupo,Tipo,Fecha de fundación\nAna,ana@example.org,,Uno,Local,2024-01-01\nBeto,,,,,\n";
    const path = await folderOf({ "personas.csv": beside });
    const columns = { name: "Nombre", email: "Correo", source: "Nombre del grupo" };
    const [one] = (await inspectFolder(path, [{ file: "personas.csv", table: "people", columns }])).sheets;
    expect(one!.tables).toHaveLength(2);
    expect(one!.changes).toEqual([]);
    const [two] = (
      await inspectFolder(path, [
        { file: "personas.csv", table: "people", range: "a:b", columns: { email: "Mail" } },
        { file: "personas.csv", table: "groups", range: "D:E", columns: { founded_on: "Desde" } },
      ])
    ).sheets;
    expect(two!.changes.map(({ was, now }) => [was, now?.header])).toEqual([
      ["Mail", "Correo"],
      ["Desde", "Fecha de fundación"],
    ]);
  });

  test("nothing where all of it is there, in whatever case", async () => {
    const file = PEOPLE.replace("Correo", "MAIL")
      .replace("Fecha de ingreso", "Situacion")
      .replace("Id,", "Id,Notas,grupos,");
    const path = await folderOf({ "personas.csv": file });
    expect((await inspectFolder(path, [mapping])).sheets[0]!.changes).toEqual([]);
  });
});

describe("what the first rows become", () => {
  test("in words, personal fields marked, references as they are written", async () => {
    const path = await folderOf({ "personas.csv": PEOPLE, "asistencia.csv": "Persona,Actividad\np1,a1\n" });
    const { sheets } = await inspectFolder(path);
    const [attendance, people] = sheets.toSorted((a, b) => a.file.localeCompare(b.file));
    expect(firstRecords(people!.preview, { table: "people" }, OPTIONS, 1)).toEqual([
      {
        table: "people",
        records: [
          [
            { field: "id", text: "p1", personal: false },
            { field: "name", text: "Ana", personal: true },
            { field: "email", text: "ana@example.org", personal: true },
            { field: "joined_on", text: "2024-03-01", personal: false },
          ],
        ],
      },
    ]);
    expect(firstRecords(attendance!.preview, { table: "participations" }, OPTIONS)[0]?.records).toEqual([
      [
        { field: "person", text: "p1", personal: true },
        { field: "activity", text: "a1", personal: false },
      ],
    ]);
  });

  test("the mapping decides", async () => {
    const path = await folderOf({ "raro.csv": "A;B\nx;02/03/2024\n" });
    const { preview } = (await inspectFolder(path)).sheets[0]!;
    const mapping = { table: "people", columns: { name: "A", joined_on: "B" }, dates: "mdy" } as const;
    expect(firstRecords(preview, mapping, OPTIONS)[0]?.records[0]).toEqual([
      { field: "name", text: "x", personal: true },
      { field: "joined_on", text: "2024-02-03", personal: false },
    ]);
  });
});
