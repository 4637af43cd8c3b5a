import { formatAddress, type Problem } from "@minga/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Reading, readSources, type Source } from "../src/index.ts";
import { folderOf, OPTIONS } from "./folder.ts";

// Checking participations as they pass has to find what reading them all finds.

const id = (letter: string) =>
  fc.oneof({ weight: 6, arbitrary: fc.nat(4).map((n) => `${letter}${n}`) }, fc.constant(""));
const table = (header: string, cells: readonly fc.Arbitrary<string>[], maxLength: number) =>
  fc
    .array(
      fc.tuple(...cells).map((row) => row.join(",")),
      { maxLength },
    )
    .map((rows) => `${[header, ...rows].join("\n")}\n`);
const name = fc.constantFrom("Ana", "Beto", "");
const status = fc.constantFrom("Asistió", "No", "Inscrita", "Cancelada", "", "tal vez");
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 6 });

const files = fc.record({
  "personas.csv": optional(
    fc.oneof({ weight: 5, arbitrary: table("Id,Nombre", [id("p"), name], 6) }, table("Nombre,Correo", [name, name], 3)),
  ),
  "actividades.csv": optional(table("Id,Nombre", [id("a"), name], 6)),
  "participaciones.csv": fc.oneof(
    { weight: 6, arbitrary: table("Persona,Actividad,Estado", [id("p"), id("a"), status], 30) },
    table("Actividad,Persona", [id("a"), id("p")], 8),
    table("Persona,Estado", [id("p"), status], 4),
    table("Persona,Persona,Actividad", [id("p"), id("p"), id("a")], 4),
  ),
  "asistencia.csv": optional(table("Persona,Actividad,Asistió,Notas", [id("p"), id("a"), status, name], 12)),
});

const foldersOf = async (sources: Readonly<Record<string, string | undefined>>): Promise<string> =>
  folderOf(
    Object.fromEntries(Object.entries(sources).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  );

const written = ({ rest, ...problem }: Problem): string =>
  JSON.stringify({
    ...problem,
    address: formatAddress(problem.address),
    ...(rest === undefined ? {} : { rest: { ...rest, rows: [...rest.rows] } }),
  });

const foundIn = ({ dataset, sheets, tables }: Reading) => ({
  problems: dataset.problems.map(written).toSorted(),
  sheets,
  tables: tables.map((read) => JSON.stringify(read)).toSorted(),
  columns: [...dataset.tables].map(([of, { columns }]) => [of, [...columns.keys()].toSorted()]),
});

const bothWays = async (folder: string, sources: readonly Source[] = [{ folder: "." }]) => ({
  kept: foundIn(await readSources(sources, folder, OPTIONS)),
  passing: foundIn(await readSources(sources, folder, { ...OPTIONS, checkOnly: true })),
});

test("finds what reading everything finds", async () => {
  await fc.assert(
    fc.asyncProperty(files, async (contents) => {
      const { kept, passing } = await bothWays(await foldersOf(contents));
      expect(passing).toEqual(kept);
    }),
    { numRuns: 200 },
  );
});

test("a row that names nobody who is there repeats no row of the first person", async () => {
  const folder = await folderOf({
    "personas.csv": "Id\np2\n",
    "actividades.csv": "Id\na4\n",
    "participaciones.csv": "Persona,Actividad,Estado\np2,a4,Asistió\np2,a4,Asistió\np0,a4,Asistió\n",
  });
  const { kept, passing } = await bothWays(folder);
  expect(passing).toEqual(kept);
  expect(kept.problems.filter((problem) => problem.includes("repeated-participation"))).toHaveLength(1);
});

test("over many batches, with repeats far apart and long lists of one problem", async () => {
  const rows = Array.from({ length: 70_000 }, (_, row) =>
    row % 7000 === 6999
      ? "p1,a1,Inscrita"
      : row % 10 === 3
        ? `x${row},a1,No`
        : `p${row % 500},a${Math.floor(row / 500)},Sí`,
  );
  const folder = await folderOf({
    "personas.csv": `Id\n${Array.from({ length: 500 }, (_, row) => `p${row}`).join("\n")}\n`,
    "actividades.csv": `Id\n${Array.from({ length: 140 }, (_, row) => `a${row}`).join("\n")}\n`,
    "participaciones.csv": `Persona,Actividad,Estado\n${rows.join("\n")}\n`,
  });
  const { kept, passing } = await bothWays(folder);
  expect(passing).toEqual(kept);
  expect(kept.problems.filter((problem) => problem.includes("repeated-participation"))).toHaveLength(10);
});

test("of rows that a mapping leaves out, and of a file that holds the table twice", async () => {
  const folder = await folderOf({
    "personas.csv": "Id\np1\np2\n",
    "actividades.csv": "Id\na1\na2\n",
    "planilla.csv": "Quién,Primera,Segunda,Vale\np1,a1,a2,sí\np1,a1,,sí\np2,a9,a1,no\n",
  });
  const of = (activity: string): Source => ({
    file: "planilla.csv",
    table: "participations",
    columns: { person: "Quién", activity },
    constants: { status: "attended" },
    except: { Vale: ["no"] },
  });
  const { kept, passing } = await bothWays(folder, [{ folder: "." }, of("Primera"), of("Segunda")]);
  expect(passing).toEqual(kept);
  expect(kept.problems.filter((problem) => problem.includes("repeated-participation"))).toHaveLength(1);
});

test("a dataset that was only checked has the columns and no rows", async () => {
  const folder = await folderOf({ "participaciones.csv": "Persona,Actividad\np1,a1\n" });
  const { dataset, tables } = await readSources([{ folder: "." }], folder, { ...OPTIONS, checkOnly: true });
  expect(dataset.tables.get("participations")).toMatchObject({ length: 0 });
  expect(tables).toMatchObject([{ table: "participations", rows: 1 }]);
});
