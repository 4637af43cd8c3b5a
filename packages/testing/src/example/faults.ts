import type { TableName } from "@minga/core";

/** One thing that is wrong, or only odd, in the example: what is written where, and what comes of it. */
export interface Fault {
  readonly table: TableName;
  /** The data row, counted from 0. */
  readonly row: number;
  /** Left as it is, and written again at the end of the file with the cells below in place of its own. */
  readonly repeated?: true;
  /** Canonical column name -> what is written there; the first one is the cell that is listed. */
  readonly cells: Readonly<Record<string, string>>;
  readonly es: string;
  readonly en: string;
}

const fault = (
  table: TableName,
  row: number,
  cells: Readonly<Record<string, string>>,
  es: string,
  en: string,
): Fault => ({ table, row, cells, es, en });

const repeat = (
  table: TableName,
  row: number,
  cells: Readonly<Record<string, string>>,
  es: string,
  en: string,
): Fault => ({ ...fault(table, row, cells, es, en), repeated: true });

const NOTHING = ["esa celda cuenta como vacía", "that cell counts as empty"] as const;

/** What is planted, table by table. */
export const FAULTS: readonly Fault[] = [
  fault(
    "people",
    11,
    { left_on: "01-03-2025", joined_on: "15-06-2025" },
    "salida anterior al ingreso: no está registrada ningún día",
    "leaves before joining: registered on no day",
  ),
  fault(
    "people",
    24,
    { region: "VALPARAISO" },
    "región en mayúsculas y sin tilde: se entiende",
    "region in capitals without its accent: understood",
  ),
  fault(
    "people",
    37,
    { region: "Región de los Volcanes" },
    "región que no existe: va a la parte desconocida",
    "no such region: it goes to the unknown part",
  ),
  fault("people", 52, { left_on: "hace un año" }, `fecha ilegible: ${NOTHING[0]}`, `unreadable date: ${NOTHING[1]}`),
  fault(
    "people",
    68,
    { birthdate: "12-05-2031" },
    "nacimiento en el futuro: queda sin edad",
    "born in the future: no age",
  ),
  fault("people", 83, { relation: "ACTIVISTA" }, "valor en mayúsculas: se entiende", "value in capitals: understood"),
  fault(
    "people",
    97,
    { relation: "activsta" },
    `valor mal escrito: ${NOTHING[0]}, y por eso cuenta como registrada`,
    `misspelt value: ${NOTHING[1]}, so the person counts as registered`,
  ),
  repeat(
    "people",
    120,
    { id: "", name: "Persona Sin Identificador", email: "", national_id: "", phone: "" },
    "persona sin identificador: se cuenta, y nada puede referirse a ella",
    "person without an id: counted, and nothing can refer to it",
  ),
  repeat("people", 140, {}, "fila idéntica repetida: se cuenta una vez", "identical row again: counted once"),
  repeat(
    "people",
    141,
    { relation: "Equipo" },
    "mismo identificador con otro contenido: vale la primera fila",
    "same id with other contents: the first row stands",
  ),
  fault(
    "groups",
    3,
    { commune: "Puerto Inventado" },
    "comuna que no existe: va a la parte desconocida",
    "no such commune: it goes to the unknown part",
  ),
  fault("groups", 6, { project: "x2029-9" }, `proyecto que no existe: ${NOTHING[0]}`, `no such project: ${NOTHING[1]}`),
  fault(
    "memberships",
    9,
    { group: "g999" },
    "grupo que no existe: la membresía no cuenta",
    "no such group: the membership does not count",
  ),
  fault(
    "memberships",
    20,
    { to: "01-02-2024", from: "01-05-2024" },
    "termina antes de empezar: no cuenta ningún día",
    "ends before it starts: counts on no day",
  ),
  fault("memberships", 31, { role: "Cordinación" }, `rol mal escrito: ${NOTHING[0]}`, `misspelt role: ${NOTHING[1]}`),
  fault(
    "activities",
    5,
    { date: "31/02/2025" },
    "fecha que no existe: la actividad no cuenta",
    "no such day: the activity does not count",
  ),
  fault("activities", 17, { date: "" }, "actividad sin fecha: no cuenta", "activity without a date: does not count"),
  fault("activities", 29, { kind: "Tallerr" }, `tipo mal escrito: ${NOTHING[0]}`, `misspelt kind: ${NOTHING[1]}`),
  fault(
    "activities",
    41,
    { region: "Región Chilota" },
    "región que no existe: va a la parte desconocida",
    "no such region: it goes to the unknown part",
  ),
  fault("activities", 53, { group: "g404" }, `grupo que no existe: ${NOTHING[0]}`, `no such group: ${NOTHING[1]}`),
  fault(
    "activities",
    65,
    { organizations: "o999" },
    "organización que no existe: no es una actividad conjunta",
    "no such organization: not a joint activity",
  ),
  fault(
    "activities",
    77,
    { kind: "taller de INDUCCION" },
    "otro nombre del taller de bienvenida, sin tilde: se entiende",
    "another name of the welcome workshop, without its accent: understood",
  ),
  repeat(
    "participations",
    200,
    {},
    "participación repetida: se cuenta una vez",
    "participation written twice: counted once",
  ),
  repeat(
    "participations",
    201,
    { status: "Cancelada" },
    "la misma persona y actividad con otro estado: vale el más fuerte",
    "same person and activity with another status: the stronger one stands",
  ),
  fault(
    "participations",
    302,
    { person: "p9999" },
    "persona que no existe: la participación no cuenta",
    "no such person: the participation does not count",
  ),
  fault(
    "participations",
    403,
    { activity: "a9999" },
    "actividad que no existe: la participación no cuenta",
    "no such activity: the participation does not count",
  ),
  fault("participations", 504, { status: "" }, "estado vacío: no asistió", "empty status: not attended"),
  fault("participations", 605, { status: "Sí" }, "«Sí» se entiende como «Asistió»", "“Sí” is understood as attended"),
  fault("participations", 706, { status: "No" }, "«No» se entiende como «No asistió»", "“No” is understood as no-show"),
  fault(
    "participations",
    807,
    { status: "Asisitó" },
    `estado mal escrito: ${NOTHING[0]}`,
    `misspelt status: ${NOTHING[1]}`,
  ),
  fault(
    "organizations",
    4,
    { unsubscribed_on: "01-01-2024", subscribed_on: "01-04-2025" },
    "termina antes de empezar: no cuenta ningún día",
    "ends before it starts: counts on no day",
  ),
  fault(
    "agreements",
    2,
    { organization: "o404" },
    "organización que no existe: el convenio no cuenta",
    "no such organization: the agreement does not count",
  ),
  fault(
    "approvals",
    6,
    { decided_on: "2025-13-01" },
    "fecha que no existe: la decisión no cuenta en ningún periodo",
    "no such day: the decision counts in no period",
  ),
  fault("assessments", 8, { rating: "cuatro" }, `número ilegible: ${NOTHING[0]}`, `unreadable number: ${NOTHING[1]}`),
  fault("targets", 5, { target: "ochenta" }, "número ilegible: sin meta", "unreadable number: no target"),
];
