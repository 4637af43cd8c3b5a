// Makes a section of attendance: FOLDER ROWS. A folder for each kind of file, with the same people, activities and participations, all made up.
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

/** Notes as people write them, with commas: their cells stand in quotes, and a parser has to look at every sign. */
const withCommas = (rows) =>
  rows.map((row) => row.map((cell) => (cell === "llega tarde" ? "llega tarde, avisó" : cell)));

const kinds = { csv: "csv", "csv, some cells quoted": "csv", xlsx: "xlsx" };
for (const [kind, extension] of Object.entries(kinds)) {
  mkdirSync(join(folder, kind));
  for (const [name, { header, rows: plain }] of Object.entries(tables)) {
    const rows = kind === "csv" ? plain : withCommas(plain);
    const contents = extension === "csv" ? toCsv(header, rows) : await toXlsx(name, header, rows);
    writeFileSync(join(folder, kind, `${name.toLowerCase()}.${extension}`), contents);
  }
}
