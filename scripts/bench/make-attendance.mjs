// Makes a section of attendance: FOLDER ROWS. Two folders, csv and xlsx, with the same people, activities and participations, all made up.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toCsv, toXlsx } from "@minga/files";

const [folder, count] = [process.argv[2], Number(process.argv[3])];
const [people, activities] = [Math.ceil(count / 20), Math.ceil(count / 200)];
const times = (length, make) => Array.from({ length }, (_, at) => make(at));
const day = (at) => new Date(Date.UTC(2024, 0, 1 + (at % 700))).toISOString().slice(0, 10);
const STATES = ["Sí", "No", "Sí", "Inscrita", "x"];
const COMMUNES = ["Ñuñoa", "Maipú", "Iquique", "Temuco", "Valparaíso"];

const tables = {
  Personas: {
    header: ["Id", "Nombre", "Fecha de ingreso"],
    rows: times(people, (at) => [`p${at}`, `Persona ${at}`, day(at)]),
  },
  Actividades: {
    header: ["Id", "Nombre", "Fecha"],
    rows: times(activities, (at) => [`a${at}`, `Taller ${at}`, day(at)]),
  },
  Participaciones: {
    header: ["Persona", "Actividad", "Asistió", "Anotada el", "Comuna", "Correo", "Teléfono", "Observaciones"],
    rows: times(count, (at) => [
      `p${(at * 7) % people}`,
      `a${Math.floor(at / 200)}`,
      STATES[at % 5],
      day(at),
      COMMUNES[at % 5],
      `persona${(at * 7) % people}@example.org`,
      `9${String(at).padStart(8, "0")}`,
      at % 9 === 0 ? "llega tarde" : "",
    ]),
  },
};

for (const format of ["csv", "xlsx"]) {
  mkdirSync(join(folder, format));
  for (const [name, { header, rows }] of Object.entries(tables)) {
    const contents = format === "csv" ? toCsv(header, rows) : await toXlsx(name, header, rows);
    writeFileSync(join(folder, format, `${name.toLowerCase()}.${format}`), contents);
  }
}
