import { defaultSection } from "@minga/core/chile";
import { describe, expect, test } from "vitest";
import { inspectSheets, SURE, type TableProposal } from "../../src/index.ts";
import { previewOf, type RealisticSheet, sheet } from "./sheet.ts";

const together = (...sheets: readonly RealisticSheet[]): readonly TableProposal[] =>
  inspectSheets(
    sheets.map((each) => previewOf(each)),
    { section: defaultSection, groupTypes: [] },
  ).map(({ tables }) => tables[0]!);

const PEOPLE = sheet(
  "Personas.csv",
  "people",
  { "Id persona": "id", Nombre: "name", Correo: "email", RUT: "national_id", Comuna: "commune" },
  "Id persona|Nombre|Correo|RUT|Comuna",
  "p-101|Ana Rojas|ana@example.org|12.345.678-5|Iquique",
  "p-102|Luis Soto|luis@example.org|9.876.543-3|Chillán",
  "p-103|Sol Vera|sol@example.org|11.111.111-1|Talca",
  "p-104|Eva Paz|eva@example.org|7.654.321-6|Arica",
);
const GROUPS = sheet(
  "Grupos.csv",
  "groups",
  { "Nombre del grupo": "name", Comuna: "commune", "Fecha de creación": "founded_on" },
  "Nombre del grupo|Comuna|Fecha de creación|Coordinador/a|Correo",
  "Iquique|Iquique|12-03-2019|Ana Rojas|ana@example.org",
  "Chillán|Chillán|01-05-2021|Luis Soto|luis@example.org",
  "Talca|Talca|20-08-2020|Sol Vera|sol@example.org",
);
const ACTIVITIES = sheet(
  "Actividades.csv",
  "activities",
  { "Cód. interno": "id", Actividad: "name", Fecha: "date", Comuna: "commune" },
  "Cód. interno|Actividad|Fecha|Comuna|Responsable|Correo responsable",
  "AC-11|Marcha|08-03-2025|Iquique|Ana Rojas|ana@example.org",
  "AC-12|Feria|15-03-2025|Chillán|Luis Soto|luis@example.org",
  "AC-13|Cine foro|22-03-2025|Talca|Sol Vera|sol@example.org",
);
const BY_IDS = sheet(
  "Asistencia.csv",
  "participations",
  { Quién: "person", Instancia: "activity", Asistió: "status" },
  "Quién|Instancia|Asistió|Registró",
  "p-101|AC-11|Sí|Eva Paz",
  "p-102|AC-11|No|Eva Paz",
  "p-103|AC-12|Sí|Sol Vera",
  "p-104|AC-13|Sí|Ana Rojas",
  "p-101|AC-13|Sí|Ana Rojas",
);
const BY_NAMES = sheet(
  "Asistencia a talleres.csv",
  "participations",
  { Nombre: "person", Actividad: "activity", Asistió: "status" },
  "Nombre|Actividad|Asistió|Facilitadora",
  "Ana Rojas|Marcha|Sí|Eva Paz",
  "Luis Soto|Marcha|No|Eva Paz",
  "Sol Vera|Feria|Sí|Luis Soto",
  "Eva Paz|Cine foro|Sí|Sol Vera",
);
const TASKS = sheet(
  "Pendientes.csv",
  undefined,
  {},
  "Tarea|Responsable|Correo|Plazo",
  "Reservar sala|Ana Rojas|ana@example.org|01-03-2025",
  "Imprimir afiches|Luis Soto|luis@example.org|05-03-2025",
  "Llamar a la prensa|Sol Vera|sol@example.org|06-03-2025",
);
const WORKSHOPS = sheet(
  "Talleres 2025.csv",
  "activities",
  { Taller: "name", Fecha: "date", Horas: "hours", Comuna: "commune" },
  "Taller|Fecha|Horas|Comuna|Responsable",
  "Memoria|01-03-2025|3|Iquique|Ana Rojas",
  "Género|08-03-2025|2|Chillán|Luis Soto",
  "Vocería|15-03-2025|4|Talca|Sol Vera",
);
const MEMBERS = sheet(
  "Integrantes por grupo.csv",
  "memberships",
  { "Correo integrante": "person", Grupo: "group", Rol: "role", Desde: "from" },
  "Correo integrante|Grupo|Rol|Desde|Comuna",
  "ana@example.org|Iquique|coordinadora|01-03-2024|Iquique",
  "luis@example.org|Chillán|integrante|01-04-2024|Chillán",
  "sol@example.org|Talca|integrante|01-05-2024|Talca",
  "eva@example.org|Iquique|integrante|01-06-2024|Iquique",
);
/** People of a group, with who answers for each of them: no column of it is the group. */
const WITH_RESPONSIBLE = sheet(
  "Voluntariado.csv",
  "people",
  { Nombre: "name", Correo: "email", Teléfono: "phone" },
  "Nombre|Correo|Teléfono|Responsable|Zona",
  "Luz Mar|luz@example.org|912345678|Ana Rojas|Iquique",
  "Paz Sol|paz@example.org|922345678|Luis Soto|Chillán",
  "Ada Luna|ada@example.org|932345678|Sol Vera|Talca",
);

const SETS: readonly (readonly [string, readonly RealisticSheet[]])[] = [
  ["whoever answers for people is no group", [GROUPS, WITH_RESPONSIBLE]],
  ["nor for tasks", [GROUPS, TASKS]],
  ["nor for workshops", [GROUPS, WORKSHOPS]],
  ["groups called after communes, coordinators who are people", [PEOPLE, GROUPS, WORKSHOPS, TASKS]],
  ["attendance by ids", [PEOPLE, ACTIVITIES, BY_IDS]],
  ["attendance by names", [PEOPLE, ACTIVITIES, BY_NAMES]],
  ["members by their addresses", [PEOPLE, GROUPS, MEMBERS]],
  ["all of a section's sheets", [PEOPLE, GROUPS, ACTIVITIES, BY_IDS, BY_NAMES, TASKS, MEMBERS, WITH_RESPONSIBLE]],
];

describe.each(SETS)("%s", (_, sheets) => {
  const found = together(...sheets);

  test.each(sheets.map((each, at) => [each.file, each, found[at]!] as const))(
    "nothing sure is wrong in %s",
    (__, { table, fields }, proposal) => {
      const { table: guess } = proposal;
      if (guess !== undefined && guess.confidence >= SURE) expect(guess.table).toBe(table);
      // While it is a question which table it is, nothing is taken of another.
      if (guess === undefined || guess.table !== table) return;
      const wrong = proposal.columns.flatMap(({ header, best }) =>
        best !== undefined && best.confidence >= SURE && best.field !== fields[header]
          ? [`${header}: ${best.field}`]
          : [],
      );
      expect(wrong).toEqual([]);
    },
  );
});

const fieldsOf = ({ columns }: TableProposal): readonly string[] =>
  columns.flatMap(({ header, best }) =>
    best === undefined ? [] : [`${header}: ${best.field}${best.confidence >= SURE ? "" : "?"}`],
  );

test("ids of people and of activities are what an attendance refers to, whatever its columns are called", () => {
  const [people, activities, attendance] = together(PEOPLE, ACTIVITIES, BY_IDS);
  expect(attendance!.table?.table).toBe("participations");
  expect(fieldsOf(attendance!)).toEqual(["Quién: person", "Instancia: activity", "Asistió: status"]);
  expect(fieldsOf(people!)[0]).toBe("Id persona: id");
  expect(fieldsOf(activities!)[0]).toBe("Cód. interno: id?");
});

test("an address does not become the id of a group because it is that of a person elsewhere", () => {
  const [, groups] = together(PEOPLE, GROUPS);
  expect(fieldsOf(groups!).filter((each) => each.includes(": id"))).toEqual([]);
});

test("who gave a workshop is not who came to it", () => {
  const [, , attendance] = together(PEOPLE, ACTIVITIES, BY_NAMES);
  expect(fieldsOf(attendance!).filter((each) => each.startsWith("Facilitadora"))).toEqual([]);
});
