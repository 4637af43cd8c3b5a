import { expect, test } from "vitest";
import { tablesToKeep } from "../src/index.ts";
import { folderOf, OPTIONS } from "./folder.ts";

test("a name in several columns is in one where the tables are kept elsewhere, and a birthdate beside a name stays", async () => {
  const folder = await folderOf({
    "personas.csv": "Id,Apellidos,Nombres\np1,Rojas Díaz,Ana\np2,,Luis\n",
    "asistencia.csv": "Nombre,F. nac.,Actividad\nAna Rojas Díaz,1990-05-03,a1\n",
  });
  const { tables } = await tablesToKeep(
    [
      { file: "personas.csv", table: "people", parts: { name: ["Nombres", "Apellidos"] } },
      { file: "asistencia.csv", table: "participations", columns: { person: "Nombre" }, birthdate: "F. nac." },
    ],
    folder,
    OPTIONS,
    "es",
  );
  const [people, attendance] = tables;
  expect(people!.fields.map(({ name }) => name)).toEqual(["Id", "Nombre"]);
  expect(people!.rows.map(({ values }) => values)).toEqual([
    ["p1", "Ana Rojas Díaz"],
    ["p2", "Luis"],
  ]);
  expect(attendance!.fields.map(({ name }) => name)).toContain("F. nac.");
});
