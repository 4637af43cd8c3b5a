import { textTrap, type Trap } from "./trap.ts";

// What records say of each other: references, repeats, several names in a cell, filters, decisions.

const PEOPLE = "Id,Nombre,Correo\np1,Ana Rojas,ana@example.org\np2,Luis Soto,luis@example.org\n";
const ACTIVITIES = "Id,Nombre,Fecha\na1,Marcha,2025-03-08\na2,Feria,2025-03-15\n";

export const RECORD_TRAPS: readonly Trap[] = [
  textTrap(
    "repeated-id",
    "un identificador repetido, igual y distinto",
    "a repeated id, alike and differing",
    { "personas.csv": "Id,Nombre\np1,Ana\np1,Ana\np1,Eva\n" },
    {
      records: { people: { id: ["p1", "p1", "p1"] } },
      problems: ["personas.csv 3 repeated-row", "personas.csv 4 conflicting-row"],
    },
  ),
  textTrap(
    "dangling-reference",
    "una referencia que no lleva a nadie",
    "a reference that leads to nobody",
    {
      "personas.csv": PEOPLE,
      "actividades.csv": ACTIVITIES,
      "participaciones.csv": "Persona,Actividad\np1,a1\np9,a1\n",
    },
    { records: { participations: { person: ["p1", null] } }, problems: ["participaciones.csv A3 dangling-reference"] },
  ),
  textTrap(
    "missing-reference",
    "una fila que no dice de quién es",
    "a row that does not say whose it is",
    { "personas.csv": PEOPLE, "actividades.csv": ACTIVITIES, "participaciones.csv": "Persona,Actividad\np1,a1\n,a1\n" },
    { records: { participations: { person: ["p1", null] } }, problems: ["participaciones.csv A3 missing-reference"] },
  ),
  textTrap(
    "reference-by-name",
    "personas nombradas por su nombre o su correo",
    "people named by their name or their e-mail",
    {
      "personas.csv": PEOPLE,
      "actividades.csv": ACTIVITIES,
      "participaciones.csv": "Persona,Actividad\nROJAS Ana,a1\nLUIS@example.org,Marcha\n",
    },
    {
      records: { participations: { person: ["p1", "p2"], activity: ["a1", "a1"] } },
      problems: [
        "participaciones.csv A matched-reference",
        "participaciones.csv A matched-reference",
        "participaciones.csv B matched-reference",
      ],
    },
  ),
  textTrap(
    "ambiguous-reference",
    "dos personas con un mismo nombre: no se elige",
    "two people of one name: none is picked",
    {
      "personas.csv": "Id,Nombre\np1,Ana Rojas\np2,Ana Rojas\n",
      "actividades.csv": ACTIVITIES,
      "participaciones.csv": "Persona,Actividad\nAna Rojas,a1\n",
    },
    { records: { participations: { person: [null] } }, problems: ["participaciones.csv A2 ambiguous-reference"] },
  ),
  textTrap(
    "name-with-birthdate",
    "dos personas con un mismo nombre, distinguidas por su nacimiento; una fecha que no es de ninguna",
    "two people of one name, told apart by their birthdates; a date that is of neither",
    {
      "personas.csv":
        "Id,Nombre,Fecha de nacimiento\np1,Ana Rojas,1990-05-03\np2,Ana Rojas,2001-11-21\np3,Luis Soto,1985-12-11\n",
      "actividades.csv": ACTIVITIES,
      "participaciones.csv":
        "Persona,F. nac.,Actividad\nAna Rojas,21-11-2001,a1\nAna Rojas,1990-05-04,a1\nAna Rojas,,a1\np3,,a1\n",
    },
    {
      records: { participations: { person: ["p2", null, null, "p3"] } },
      problems: [
        "participaciones.csv A matched-reference",
        "participaciones.csv A3 differing-reference",
        "participaciones.csv A4 ambiguous-reference",
      ],
      sources: [
        { file: "personas.csv" },
        { file: "actividades.csv" },
        { file: "participaciones.csv", table: "participations", birthdate: "F. nac." },
      ],
    },
  ),
  textTrap(
    "name-in-parts",
    "nombres y apellidos en columnas aparte; a veces falta uno",
    "given and family names in columns of their own; one is missing here and there",
    {
      "personas.csv":
        "Apellido paterno,Apellido materno,Nombres,Id\nRojas,Díaz,Ana,p1\nSoto, ,Luis,p2\n,,Sol,p3\n,,,p4\n",
      "actividades.csv": ACTIVITIES,
      "participaciones.csv": "Nombre,Apellidos,Actividad\nAna,ROJAS DIAZ,a1\nSol,Vera,a1\n",
    },
    {
      records: {
        people: { id: ["p1", "p2", "p3", "p4"], name: ["Ana Rojas Díaz", "Luis Soto", "Sol", null] },
        participations: { person: ["p1", null] },
      },
      problems: ["participaciones.csv A matched-reference", "participaciones.csv A3 dangling-reference"],
      sources: [
        {
          file: "personas.csv",
          table: "people",
          parts: { name: ["Nombres", "Apellido paterno", "Apellido materno"] },
        },
        { file: "actividades.csv" },
        { file: "participaciones.csv", table: "participations", parts: { person: ["Nombre", "Apellidos"] } },
      ],
    },
  ),
  textTrap(
    "same-person",
    "la decisión de que dos filas son una persona",
    "the decision that two rows are one person",
    {
      "personas.csv": "Id,Nombre\np1,Ana Rojas\np2,Anita Rojas\n",
      "actividades.csv": ACTIVITIES,
      "participaciones.csv": "Persona,Actividad\np2,a1\n",
      "identidades.csv": "persona,otra,decisión\np1,p2,misma\n",
    },
    { records: { participations: { person: ["p1"] } }, problems: ["personas.csv 3 same-person"] },
  ),
  textTrap(
    "reversed-spell",
    "una salida antes del ingreso",
    "leaving before joining",
    { "personas.csv": "Id,Fecha de ingreso,Fecha de salida\np1,2025-03-01,2025-02-01\n" },
    {
      records: { people: { joined_on: ["2025-03-01"], left_on: ["2025-02-01"] } },
      problems: ["personas.csv C2 reversed-spell"],
    },
  ),
  textTrap(
    "many-organizations",
    "varias organizaciones en una celda, con ; y con comas",
    "several organizations in a cell, with ; and with commas",
    {
      "organizaciones.csv": "Id,Nombre\no1,Uno\no2,Dos\n",
      "actividades.csv": 'Id,Fecha,Organizaciones\na1,2025-03-08,o1; o2\na2,2025-03-09,"o2, o1"\n',
    },
    { records: { activities: { organizations: ["o1 o2", "o2 o1"] } }, problems: [] },
  ),
  textTrap(
    "joined",
    "varios nombres en una celda son varias participaciones",
    "several names in a cell are several participations",
    {
      "personas.csv": PEOPLE,
      "actividades.csv": "Id,Nombre,Fecha,Asistentes\na1,Marcha,2025-03-08,p1; p2\na2,Feria,2025-03-15,\n",
    },
    {
      records: { participations: { person: ["p1", "p2"], activity: ["a1", "a1"] } },
      problems: [],
      sources: [
        { file: "personas.csv" },
        { file: "actividades.csv", table: "activities", ignore: ["Asistentes"] },
        {
          file: "actividades.csv",
          table: "participations",
          columns: { activity: "Id" },
          joined: { column: "Asistentes" },
          ignore: ["Nombre", "Fecha"],
        },
      ],
    },
  ),
  textTrap(
    "embedded",
    "la coordinadora está en la hoja de los grupos",
    "the coordinator stands in the groups' sheet",
    { "personas.csv": PEOPLE, "grupos.csv": "Id,Tipo,Coordinadora\ng1,local,Ana Rojas\ng2,local,\n" },
    {
      records: { memberships: { person: ["p1"], group: ["g1"], role: ["coordinator"] } },
      problems: ["grupos.csv C matched-reference"],
      sources: [
        { file: "personas.csv" },
        { file: "grupos.csv", table: "groups", ignore: ["Coordinadora"] },
        {
          file: "grupos.csv",
          table: "memberships",
          columns: { group: "Id" },
          constants: { role: "coordinator" },
          joined: { column: "Coordinadora" },
          ignore: ["Tipo"],
        },
      ],
    },
  ),
  textTrap(
    "grid",
    "una cuadrícula de marcas, con un total abajo",
    "a grid of ticks, with a total under it",
    {
      "personas.csv": PEOPLE,
      "actividades.csv": ACTIVITIES,
      "asistencia.csv": "Id,a1,a2\np1,x,\np2,No,x\nTotal,1,1\n",
    },
    {
      records: {
        participations: {
          person: ["p1", "p2", "p2"],
          activity: ["a1", "a1", "a2"],
          status: ["attended", "no-show", "attended"],
        },
      },
      problems: ["asistencia.csv 4 total-row"],
      sources: [
        { folder: "." },
        { file: "asistencia.csv", table: "participations", columns: { person: "Id" }, grid: { from: "a1", to: "a2" } },
      ],
    },
  ),
  textTrap(
    "filters",
    "solo las filas con cierto valor; las demás se cuentan",
    "only rows with a certain value; the others are told",
    { "actividades.csv": "Id,Fecha,Estado\na1,2025-03-01,realizada\na2,2025-03-02,suspendida\n" },
    {
      records: { activities: { id: ["a1"] } },
      problems: ["actividades.csv C3 left-out-row"],
      sources: [{ file: "actividades.csv", only: { Estado: ["realizada"] }, ignore: ["Estado"] }],
    },
  ),
  textTrap(
    "constants",
    "un valor que tienen todas las filas",
    "a value that every row has",
    { "grupos.csv": "Id\ng1\ng2\n" },
    {
      records: { groups: { type: ["local", "local"] } },
      problems: [],
      sources: [{ file: "grupos.csv", constants: { type: "local" } }],
    },
  ),
  textTrap(
    "declared-empty",
    "un campo que la sección no lleva",
    "a field that the section does not keep",
    { "personas.csv": "Id,Estado\np1,activa\n" },
    {
      records: { people: { id: ["p1"], region: [null] } },
      problems: ["personas.csv B extra-column"],
      sources: [{ file: "personas.csv", columns: { region: null } }],
    },
  ),
];
