import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aiChile20242030 } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { readConfig, type Source } from "@minga/files";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { inspectionSchema } from "../src/contract/inspection-schema.ts";
import { AS_OF, folder } from "./support/folders.ts";
import { run } from "./support/run.ts";

// Names in several columns, and names with the birthdate beside them.

const TERMINAL = { isTerminal: true, columns: 120, env: { NO_COLOR: "1", LANG: "es_CL.UTF-8" } } as const;
const PEOPLE = "Id,Apellidos,Nombres,Correo\np1,Soto,Ana,ana@example.org\np2,Díaz,Beto,\n";
const ATTENDANCE =
  "Nombre,Apellido,F. nac.,Actividad,Asistió\nAna,Soto,03-05-1999,a1,Sí\nBeto,Díaz,21-11-2001,a1,No\nEva,Paz,13-01-1988,a2,Sí\n";

const sourcesIn = async (path: string): Promise<readonly Source[]> =>
  (await readConfig(join(path, "minga.yaml"), { strategies: [aiChile20242030], defaults: defaultSection })).sources;
const write = (path: string) => run(["inspect", path, "--write", join(path, "minga.yaml")]);

describe("a name in several columns", () => {
  test("is shown as one, noted once, and read so", async () => {
    const path = folder({ "personas.csv": PEOPLE });
    const { out } = await run(["inspect", path], { ...TERMINAL, types: [] });
    expect(out).toMatch(
      /B {2}«Apellidos» {2}Nombre {2}90 % seguro: se junta de varias columnas: «Nombres» \+ «Apellidos»/,
    );
    expect(out).toContain("Nombre: Ana Soto");
    await write(path);
    expect((await sourcesIn(path)).at(-1)).toEqual({
      file: "personas.csv",
      table: "people",
      columns: { id: "Id", email: "Correo" },
      parts: { name: ["Nombres", "Apellidos"] },
    });
    expect((await write(path)).err).toBe("No hay nada nuevo que anotar.\n");
    const { out: read } = await run(["check", path, ...AS_OF]);
    expect(read).toContain("personas.csv: Personas, 2 filas");
    expect(read).not.toContain("Columna que no se usa");
  });

  test("the published schema holds it, with the letters of its columns", async () => {
    const schema = new URL("../../../docs/inspection.schema.json", import.meta.url);
    const written: z.core.JSONSchema.JSONSchema = JSON.parse(readFileSync(schema, "utf8"));
    const parsed: unknown = JSON.parse((await run(["inspect", folder({ "personas.csv": PEOPLE }), "--json"])).out);
    z.fromJSONSchema(written).parse(parsed);
    const [table] = inspectionSchema.parse(parsed).sheets[0]!.tables;
    expect(table!.columns.map(({ parts }) => parts)).toEqual([[], ["C", "B"], ["C", "B"], []]);
    expect(table!.mapping.parts).toEqual({ name: ["Nombres", "Apellidos"] });
  });

  test("a part whose header changed is told where it stands, and takes its new name", async () => {
    const path = folder({ "personas.csv": PEOPLE });
    await write(path);
    writeFileSync(join(path, "personas.csv"), PEOPLE.replace("Apellidos", "Apellido"));
    expect((await run(["inspect", path])).out).toContain("tenía «Apellidos» (Nombre), ahora «Apellido» (columna B)");
    await run(["inspect", path, "--write", join(path, "minga.yaml"), "--renamed", "Apellidos=Apellido"]);
    expect((await sourcesIn(path)).at(-1)).toMatchObject({ parts: { name: ["Nombres", "Apellido"] } });
  });

  test("an entry that says nothing of the name gets it; one that says so keeps its own", async () => {
    const entry = (more: string): string => `sources: [{ file: personas.csv, table: people${more} }]\n`;
    const open = folder({ "personas.csv": PEOPLE, "minga.yaml": entry("") });
    await write(open);
    expect(await sourcesIn(open)).toMatchObject([{ parts: { name: ["Nombres", "Apellidos"] } }]);
    const own = folder({ "personas.csv": PEOPLE, "minga.yaml": entry(", columns: { name: Nombres }") });
    await write(own);
    const [kept] = await sourcesIn(own);
    expect(kept).toMatchObject({ columns: { name: "Nombres" } });
    expect(kept).not.toHaveProperty("parts");
  });

  test("a part may be said to be none", async () => {
    const path = folder({ "personas.csv": PEOPLE });
    await run(["inspect", path], { ...TERMINAL, types: ["B=-", "", ""] });
    const entry = (await sourcesIn(path)).at(-1);
    expect(entry).toMatchObject({ columns: { id: "Id", email: "Correo", name: "Nombres" }, ignore: ["Apellidos"] });
    expect(entry).not.toHaveProperty("parts");
  });

  test("whom a row is about is asked once, and then it is all of the name", async () => {
    const path = folder({ "Asistencia talleres.csv": ATTENDANCE });
    const { out, err } = await run(["inspect", path], { ...TERMINAL, types: ["Participaciones", "s", ""] });
    expect(err.match(/«Nombre»: ¿Persona\?/g)).toHaveLength(1);
    expect(err).not.toContain("«Apellido»: ¿");
    expect(out).toContain("Persona: Eva Paz · Actividad: a2");
    expect((await sourcesIn(path)).at(-1)).toMatchObject({
      table: "participations",
      parts: { person: ["Nombre", "Apellido"] },
      birthdate: "F. nac.",
    });
  });
});
