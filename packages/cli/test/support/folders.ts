import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const made: string[] = [];

afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** A new folder with these files. */
export const folder = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const path = mkdtempSync(join(tmpdir(), "minga-cli-"));
  made.push(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
};

/** An example of the repository; undefined where it is not there. */
export const example = (name: string): string | undefined => {
  const path = fileURLToPath(new URL(`../../../../examples/${name}`, import.meta.url));
  return existsSync(path) ? path : undefined;
};

/**
 * A section small enough to count by hand. As of 2026-06-30: o1.participants are p1, p2 in 2024 and p1, p3 in 2025 (a3
 * is no local group's); o1.registered p1, p2, p3 at the end of 2024 and p1, p3, p4 after p2 left.
 */
export const SMALL = {
  "personas.csv": [
    "Id,Nombre,Fecha de nacimiento,Género,Región,Vínculo,Fecha de ingreso,Fecha de salida",
    "p1,Ana Ñáñez,2000-03-01,femenino,Ñuble,Activista,2024-01-10,",
    "p2,Beto 🌱,2004-05-05,masculino,Metropolitana,Activista,2024-02-01,2025-03-31",
    "p3,شيماء,1990-01-01,femenino,CL-RM,,2024-01-01,",
    "p4,Dora,,,,Activista,2025-06-01,",
    "",
  ].join("\n"),
  "grupos.csv": "Id,Nombre,Tipo,Región,Fecha de fundación,Fecha de cierre\ng1,Grupo Ñuble,Local,Ñuble,2024-01-01,\n",
  "membresias.csv": "Persona,Grupo,Rol,Desde,Hasta\np1,g1,Coordinación,2024-01-10,\n",
  "actividades.csv": [
    "Id,Nombre,Tipo,Fecha,Grupo",
    "a1,Taller uno,Taller,2024-03-05,g1",
    "a2,Acción dos,Acción,2025-02-01,g1",
    "a3,Acción tres,Acción,2025-11-01,",
    "",
  ].join("\n"),
  "participaciones.csv": [
    "Persona,Actividad,Estado",
    "p1,a1,Asistió",
    "p2,a1,Asistió",
    "p3,a1,No asistió",
    "p1,a2,Asistió",
    "p3,a2,Asistió",
    "p4,a3,Asistió",
    "",
  ].join("\n"),
} as const;

/** The last day that counts in every test: none hangs on the clock. */
export const AS_OF = ["--as-of", "2026-06-30"] as const;
