import type { Assumption } from "../../strategy/strategy.ts";
import type { Text } from "../../text/text.ts";
import { recordAssumptions } from "./record-assumptions.ts";
import { OWN, SINCE } from "./sources.ts";

const ROUTE: Text = {
  es: "Minga, por defecto: la «Ruta del activismo» que nombra la estrategia no es pública",
  en: "Minga's default: the “Ruta del activismo” that the strategy names is not public",
};
const PYRAMID: Text = {
  es: "Minga, por defecto: la «Pirámide de participación y compromiso» que nombra la estrategia no es pública",
  en: "Minga's default: the “Pirámide de participación y compromiso” that the strategy names is not public",
};

const definitions = {
  registered_relations: {
    label: { es: "Vínculos que cuentan como registrados", en: "Relations that count as registered" },
    spanishName: "vinculos_registrados",
    value: ["activist"],
    reason: {
      es: "El indicador habla de activistas; quien no tiene vínculo escrito está en la base y también cuenta.",
      en: "The indicator speaks of activists; who has no relation written is in the database and counts too.",
    },
    source: OWN,
    since: SINCE,
  },
  territorial_groups: {
    label: { es: "Tipos de grupo que son «grupos territoriales»", en: "Group types that are “territorial groups”" },
    spanishName: "grupos_territoriales",
    value: ["local"],
    reason: {
      es: "El objetivo 1 dice grupos territoriales y su línea de acción grupos locales: se leen como lo mismo.",
      en: "Objective 1 says territorial groups and its line of action local groups: they are read as the same.",
    },
    source: OWN,
    since: SINCE,
  },
  strategic_communes: {
    label: {
      es: "Comunas estratégicas (códigos), además de las que los lugares marcan con «estratégico desde»",
      en: "Strategic communes (codes), beside those that places mark with “strategic since”",
    },
    spanishName: "comunas_estrategicas",
    value: [],
    reason: {
      es: "La estrategia habla de comunas estratégicas sin nombrarlas: ninguna lo es hasta que la sección lo diga.",
      en: "The strategy speaks of strategic communes and names none: none is until the section says so.",
    },
    source: OWN,
    since: SINCE,
  },
  valid_group_members: {
    label: { es: "Personas para que un grupo sea válido", en: "People for a group to be valid" },
    spanishName: "integrantes_grupo_valido",
    value: 5,
    unit: "persons",
    reason: {
      es: "Un grupo con menos personas no se sostiene si una o dos se van.",
      en: "A group with fewer people does not survive one or two of them leaving.",
    },
    source: OWN,
    since: SINCE,
  },
  recurrent_participations: {
    label: { es: "Participaciones para ser recurrente", en: "Participations to be recurrent" },
    spanishName: "participaciones_recurrente",
    value: 3,
    unit: "participations",
    reason: {
      es: "Dos pueden ser casualidad; tres en un año muestran una costumbre.",
      en: "Two may be chance; three in a year show a habit.",
    },
    source: OWN,
    since: SINCE,
  },
  recurrent_months: {
    label: { es: "Meses distintos para ser recurrente", en: "Different months to be recurrent" },
    spanishName: "meses_recurrente",
    value: 2,
    unit: "months",
    reason: {
      es: "Tres asistencias en una misma semana intensa no son recurrencia.",
      en: "Three attendances in one intense week are not recurrence.",
    },
    source: OWN,
    since: SINCE,
  },
  recurrent_window: {
    label: { es: "Ventana de la recurrencia", en: "Window of recurrence" },
    spanishName: "ventana_recurrente",
    value: 12,
    unit: "months",
    reason: {
      es: "Un año cubre todo el calendario de actividades, con sus vacaciones.",
      en: "A year covers the whole calendar of activities, holidays included.",
    },
    source: OWN,
    since: SINCE,
  },
  follow_through_days: {
    label: { es: "Días para actuar después de un taller", en: "Days to act after a workshop" },
    spanishName: "dias_del_taller_a_la_accion",
    value: 90,
    unit: "days",
    reason: {
      es: "Un trimestre alcanza para que se ofrezca al menos una acción.",
      en: "A quarter is long enough for at least one action to be offered.",
    },
    source: OWN,
    since: SINCE,
  },
  agreement_idle_months: {
    label: {
      es: "Meses sin actividad conjunta para un convenio detenido",
      en: "Months without a joint activity for an idle agreement",
    },
    spanishName: "meses_convenio_detenido",
    value: 12,
    unit: "months",
    reason: {
      es: "Un convenio que en un año no produce una actividad existe solo en el papel.",
      en: "An agreement that brings no activity in a year exists on paper only.",
    },
    source: OWN,
    since: SINCE,
  },
} satisfies Readonly<Record<string, Assumption>>;

const engagement = {
  pyramid_window: {
    label: { es: "Ventana de la pirámide", en: "Window of the pyramid" },
    spanishName: "ventana_piramide",
    value: 12,
    unit: "months",
    reason: { es: "La misma que la de la recurrencia.", en: "The same as that of recurrence." },
    source: PYRAMID,
    since: SINCE,
  },
  contributing_participations: {
    label: { es: "Participaciones para contribuir", en: "Participations to be contributing" },
    spanishName: "participaciones_contribuir",
    value: 2,
    unit: "participations",
    reason: {
      es: "Volver una vez separa contribuir de apoyar.",
      en: "Coming back once separates contributing from endorsing.",
    },
    source: PYRAMID,
    since: SINCE,
  },
  grace_months: {
    label: { es: "Meses de gracia antes de bajar de nivel", en: "Months of grace before a level is lost" },
    spanishName: "meses_de_gracia",
    value: 1,
    unit: "months",
    reason: {
      es: "Que una participación salga de la ventana unos días antes de la siguiente no es bajar.",
      en: "A participation that leaves the window some days before the next one is no fall.",
    },
    source: PYRAMID,
    since: SINCE,
  },
  audience_items: {
    label: { es: "Cifras que son la audiencia que observa", en: "Figures that are the observing audience" },
    spanishName: "cifras_de_audiencia",
    value: ["observing", "observando", "audiencia"],
    reason: {
      es: "Quien observa no está en la base: se conoce solo como una cifra, y cada sección la nombra a su modo.",
      en: "Who observes is not in the database: it is known as a figure alone, which each section names in its own way.",
    },
    source: PYRAMID,
    since: SINCE,
  },
  pause_months: {
    label: { es: "Meses sin participar para estar en pausa", en: "Months without participating to be paused" },
    spanishName: "meses_de_pausa",
    value: 6,
    unit: "months",
    reason: {
      es: "Medio año es más que cualquier receso, y deja tiempo para llamar antes de perder a la persona.",
      en: "Half a year is longer than any recess, and leaves time to call before the person is lost.",
    },
    source: ROUTE,
    since: SINCE,
  },
} satisfies Readonly<Record<string, Assumption>>;

/** Everything that the source leaves open. Source: domain.md, wherever it says "assumption" or "default". */
export const assumptions = { ...definitions, ...engagement, ...recordAssumptions };
