import type { ServiceName } from "@minga/emulators";

/** A row by its fields: texts, days as `2024-03-01`, a link as the key of the row that it names. Empty fields are left out. */
export type Row = Readonly<Record<string, string>>;

/** Rows by the name of their table. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

interface Field {
  readonly name: string;
  readonly kind: "text" | "day" | "link";
}

/** A table that a tool and a folder both have; the first field tells rows apart. */
export interface Table {
  readonly name: string;
  readonly file: string;
  readonly fields: readonly Field[];
  /** The table that its links name rows of, which comes before it. */
  readonly links?: string;
}

/** What stands where before a command, and what is to stand there after it, however often it was cut. */
export interface Story {
  readonly tables: readonly Table[];
  /** What the two places agreed on earlier; absent where the command remembers nothing. */
  readonly agreed?: Rows;
  readonly before: { readonly tool: Rows; readonly folder: Rows };
  readonly after: { readonly tool: Rows; readonly folder: Rows };
}

/** A column of the section's own in the tool, of which no folder and no command knows. */
export const OWN = "Apuntes";

const GROUPS: Table = {
  name: "Grupos",
  file: "grupos.csv",
  fields: [
    { name: "Id", kind: "text" },
    { name: "Nombre", kind: "text" },
    { name: "Región", kind: "text" },
  ],
};
const ACTIVITIES: Table = {
  name: "Actividades",
  file: "actividades.csv",
  fields: [
    { name: "Id", kind: "text" },
    { name: "Nombre", kind: "text" },
    { name: "Fecha", kind: "day" },
    { name: "Grupo", kind: "link" },
  ],
  links: "Grupos",
};
const PEOPLE: Table = {
  name: "Personas",
  file: "personas.csv",
  fields: [
    { name: "Id", kind: "text" },
    { name: "Nombre", kind: "text" },
    { name: "Región", kind: "text" },
    { name: "Fecha de ingreso", kind: "day" },
  ],
};

/** How much of it there is, so that each tool takes several requests: a tab in one, ten rows in one, a row in one. */
const SIZES: Readonly<Record<ServiceName, { readonly tables: readonly Table[]; readonly people: number }>> = {
  "google-sheets": { tables: [GROUPS, ACTIVITIES, PEOPLE], people: 12 },
  airtable: { tables: [GROUPS, ACTIVITIES, PEOPLE], people: 24 },
  notion: { tables: [GROUPS, PEOPLE], people: 3 },
};

const row = ({ fields }: Table, ...values: readonly string[]): Row =>
  Object.fromEntries(fields.map(({ name }, at) => [name, values[at]!]));
const person = (key: string, name: string, region = "Ñuble"): Row => row(PEOPLE, key, name, region, "2024-01-10");

const AGREED: Rows = {
  Grupos: [row(GROUPS, "g1", "Grupo Ñuble", "Ñuble"), row(GROUPS, "g2", "Grupo Maule", "Maule")],
  Actividades: [
    row(ACTIVITIES, "a1", "Taller uno", "2024-03-05", "g1"),
    row(ACTIVITIES, "a2", "Acción dos", "2025-02-01", "g2"),
  ],
  Personas: [person("p1", "Ana Ñáñez"), person("p2", "Beto 🌱"), person("p3", "شيماء"), person("p4", "Dora")],
};

/** What somebody changed in the folder: rows that change, and rows that are new. */
const inFolder = (people: number): Rows => ({
  Grupos: [row(GROUPS, "g1", "Grupo Chillán", "Ñuble"), row(GROUPS, "g3", "Grupo Biobío", "Biobío")],
  // It comes to link a row that is new itself.
  Actividades: [row(ACTIVITIES, "a1", "Taller uno", "2024-03-06", "g3")],
  Personas: [
    person("p1", "Ana Ñáñez Soto"),
    person("p2", "Beto 🌱", "Maule"),
    ...Array.from({ length: people }, (_, index) => person(`n${index + 1}`, `Nueva ${index + 1}`)),
  ],
});

/** What somebody changed in the tool meanwhile. */
const IN_TOOL: Rows = {
  Grupos: [row(GROUPS, "g2", "Grupo Talca", "Maule")],
  Actividades: [row(ACTIVITIES, "a2", "Acción dos", "2025-02-02", "g2")],
  Personas: [person("p3", "Shaimaa"), person("t1", "Eva")],
};

/** Rows with those that changed in the place of those of the same key. */
const changed = (rows: Rows, changes: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([table, each]) => {
      const keyed = new Map([...each, ...(changes[table] ?? [])].map((one) => [one["Id"], one]));
      return [table, [...keyed.values()]];
    }),
  );

/** The tool with what the section itself notes beside its rows. */
const noted = (rows: Rows, of: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([table, each]) => {
      const keys = (of[table] ?? []).map(({ Id }) => Id);
      return [table, each.map((one) => (keys.includes(one["Id"]) ? { ...one, [OWN]: `ojo con ${one["Id"]}` } : one))];
    }),
  );

const only = (tables: readonly Table[], rows: Rows): Rows =>
  Object.fromEntries(tables.map(({ name }) => [name, rows[name] ?? []]));

/** A folder's rows go to a tool, which has one that the folder no longer has. */
export const applyStory = (service: ServiceName): Story => {
  const { tables, people } = SIZES[service];
  const tool = only(tables, AGREED);
  const changes = only(tables, inFolder(people));
  const folder = {
    ...changed(tool, changes),
    Personas: changed(tool, changes)["Personas"]!.filter(({ Id }) => Id !== "p4"),
  };
  return {
    tables,
    before: { tool: noted(tool, tool), folder },
    after: { tool: noted(changed(tool, changes), tool), folder },
  };
};

/** A folder and a tool in both of which somebody changed something since they last agreed. */
export const syncStory = (service: ServiceName): Story => {
  const { tables, people } = SIZES[service];
  const agreed = only(tables, AGREED);
  const [folder, tool] = [changed(agreed, inFolder(people)), changed(agreed, IN_TOOL)];
  const both = only(tables, changed(folder, IN_TOOL));
  return {
    tables,
    agreed,
    before: { tool: noted(only(tables, tool), tool), folder: only(tables, folder) },
    after: { tool: noted(both, tool), folder: both },
  };
};
