import type { Assumption } from "../../strategy/strategy.ts";
import type { Text } from "../../text/text.ts";
import { OWN, SINCE } from "./sources.ts";

const people = {
  youth_min_age: {
    label: { es: "Edad mínima de «joven»", en: "Least age of “young”" },
    spanishName: "edad_minima_joven",
    value: 15,
    unit: "years",
    reason: {
      es: "El tramo juvenil de uso oficial en Chile es de 15 a 29 años.",
      en: "Chile's official youth band is 15 to 29.",
    },
    source: { es: "INJUV, Encuesta Nacional de Juventudes", en: "INJUV, Chile's national youth survey" },
    since: SINCE,
  },
  youth_max_age: {
    label: { es: "Edad máxima de «joven»", en: "Greatest age of “young”" },
    spanishName: "edad_maxima_joven",
    value: 29,
    unit: "years",
    reason: {
      es: "El tramo juvenil de uso oficial en Chile es de 15 a 29 años.",
      en: "Chile's official youth band is 15 to 29.",
    },
    source: { es: "INJUV, Encuesta Nacional de Juventudes", en: "INJUV, Chile's national youth survey" },
    since: SINCE,
  },
  age_bands: {
    label: { es: "Primera edad de cada tramo", en: "First age of each age band" },
    spanishName: "tramos_de_edad",
    value: ["0", "15", "30", "45", "60"],
    reason: {
      es: "Tramos de quince años, uno de ellos el juvenil.",
      en: "Bands of fifteen years, one of them the youth band.",
    },
    source: OWN,
    since: SINCE,
  },
  population_base: {
    label: { es: "Población con que se compara", en: "Population that is compared with" },
    spanishName: "base_de_poblacion",
    value: "census-2024",
    reason: {
      es: "Cuenta personas; la proyección 2024 queda un 8,7 % por encima de ella.",
      en: "It counts people; the 2024 projection lies 8.7 % above it.",
    },
    source: { es: "INE, Censo 2024", en: "INE Chile, census 2024" },
    since: SINCE,
  },
  population_level: {
    label: {
      es: "Nivel de los lugares cuya población se suma",
      en: "Level of the places whose population is added up",
    },
    spanishName: "nivel_de_poblacion",
    value: "commune",
    reason: {
      es: "Las comunas suman sus regiones, así sirve para ambas; sin comunas en los datos, la sección pone region.",
      en: "Communes add up to their regions, so it serves both; without communes in the data a section writes region.",
    },
    source: OWN,
    since: SINCE,
  },
} satisfies Readonly<Record<string, Assumption>>;

const targets = {
  target_on_track: {
    label: {
      es: "Parte del avance esperado con que una meta va bien",
      en: "Share of the expected progress with which a target is on track",
    },
    spanishName: "meta_en_camino",
    value: 0.9,
    unit: "ratio",
    reason: {
      es: "El avance nunca es del todo parejo: un décimo menos que lo esperado todavía es ir bien.",
      en: "Progress is never quite even: a tenth less than expected is still on track.",
    },
    source: OWN,
    since: SINCE,
  },
  target_at_risk: {
    label: {
      es: "Parte del avance esperado con que una meta está en riesgo; con menos, va atrasada",
      en: "Share of the expected progress with which a target is at risk; with less it is behind",
    },
    spanishName: "meta_en_riesgo",
    value: 0.7,
    unit: "ratio",
    reason: {
      es: "A quien le falta menos de un tercio de lo esperado aún puede alcanzar la meta con un esfuerzo.",
      en: "Who lacks less than a third of what was expected can still reach the target with an effort.",
    },
    source: OWN,
    since: SINCE,
  },
} satisfies Readonly<Record<string, Assumption>>;

const EMPTY_START = ["always", "never"];
const ON_THE_LIST: Text = {
  es: "Está en la lista y nadie anotó desde cuándo: se cuenta desde siempre.",
  en: "It is on the list and nobody noted since when: it counts since always.",
};
const NOT_YET: Text = {
  es: "Sin fecha no consta que haya ocurrido: todavía no cuenta.",
  en: "Without a date nothing shows that it has happened: it does not count yet.",
};

const records = {
  empty_start_people: {
    label: { es: "Persona sin fecha de ingreso", en: "Person without a joining date" },
    spanishName: "inicio_vacio_personas",
    value: "always",
    options: EMPTY_START,
    reason: ON_THE_LIST,
    source: OWN,
    since: SINCE,
  },
  empty_start_groups: {
    label: { es: "Grupo sin fecha de fundación", en: "Group without a founding date" },
    spanishName: "inicio_vacio_grupos",
    value: "always",
    options: EMPTY_START,
    reason: ON_THE_LIST,
    source: OWN,
    since: SINCE,
  },
  empty_start_memberships: {
    label: { es: "Membresía sin fecha de inicio", en: "Membership without a first day" },
    spanishName: "inicio_vacio_membresias",
    value: "always",
    options: EMPTY_START,
    reason: ON_THE_LIST,
    source: OWN,
    since: SINCE,
  },
  empty_start_organizations: {
    label: { es: "Organización sin fecha de suscripción", en: "Organization without a subscription date" },
    spanishName: "inicio_vacio_organizaciones",
    value: "never",
    options: EMPTY_START,
    reason: NOT_YET,
    source: OWN,
    since: SINCE,
  },
  empty_start_agreements: {
    label: { es: "Convenio sin fecha de firma", en: "Agreement without a signature date" },
    spanishName: "inicio_vacio_convenios",
    value: "never",
    options: EMPTY_START,
    reason: NOT_YET,
    source: OWN,
    since: SINCE,
  },
  attendance_without_status: {
    label: {
      es: "Participaciones sin columna de estado: asistieron",
      en: "Participations without a status column: attended",
    },
    spanishName: "asistencia_sin_estado",
    value: true,
    reason: {
      es: "Las listas de asistencia rara vez llevan estado: estar en la lista es haber ido.",
      en: "Attendance lists rarely have a status: being on the list is having been there.",
    },
    source: OWN,
    since: SINCE,
  },
  pause_without_column: {
    label: {
      es: "Personas sin columna «en pausa desde»: nadie avisó una pausa",
      en: "People without a pause date column: nobody announced a pause",
    },
    spanishName: "pausa_sin_columna",
    value: true,
    reason: {
      es: "Pocas planillas la llevan: sin ella, la pausa se ve solo en que la persona dejó de participar.",
      en: "Few sheets have one: without it a pause shows only in that the person stopped participating.",
    },
    source: OWN,
    since: SINCE,
  },
} satisfies Readonly<Record<string, Assumption>>;

/** What the source leaves open about ages, populations and cells without a value. Source: domain.md, "Records". */
export const recordAssumptions = { ...people, ...targets, ...records };
