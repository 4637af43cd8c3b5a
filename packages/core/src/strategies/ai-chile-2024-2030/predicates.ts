import type { Strategy } from "../../strategy/strategy.ts";

/** The named conditions that the formulas share. Source: domain.md, each where it defines the word. */
export const predicates: Strategy["predicates"] = {
  people: {
    registered: {
      label: { es: "está registrada", en: "is registered" },
      plural: { es: "registradas", en: "who are registered" },
      spanishName: "registrada",
      formula: "relation is empty or relation is one of registered_relations",
    },
    recurrent: {
      label: { es: "es recurrente", en: "is recurrent" },
      plural: { es: "recurrentes", en: "who are recurrent" },
      spanishName: "recurrente",
      formula:
        "registered and count(participations where attended last recurrent_window months) >= recurrent_participations and distinct(month(participations.activity.date) where attended last recurrent_window months) >= recurrent_months",
    },
  },
  groups: {
    valid: {
      label: { es: "es válido", en: "is valid" },
      plural: { es: "válidos", en: "that are valid" },
      spanishName: "valido",
      formula: "distinct(memberships.person at end) >= valid_group_members",
    },
  },
  activities: {
    workshop: {
      label: { es: "es un taller (también de bienvenida)", en: "is a workshop (welcome workshops too)" },
      plural: { es: "que son talleres (también de bienvenida)", en: "that are workshops (welcome workshops too)" },
      spanishName: "taller",
      formula: 'kind is one of ("workshop", "welcome-workshop")',
    },
    joint: {
      label: { es: "es conjunta con una organización", en: "is joint with an organization" },
      plural: { es: "conjuntas con una organización", en: "held together with an organization" },
      spanishName: "conjunta",
      formula: "organizations is known",
    },
    in_project: {
      label: { es: "es de un proyecto (propio o de su grupo)", en: "belongs to a project (its own or its group's)" },
      plural: { es: "de un proyecto (propio o de su grupo)", en: "of a project (their own or their group's)" },
      spanishName: "de_proyecto",
      formula: "project is known or group.project is known",
    },
  },
  participations: {
    attended: {
      label: { es: "consta como asistencia", en: "was attended" },
      plural: { es: "con asistencia", en: "that were attended" },
      spanishName: "asistio",
      formula: 'status = "attended"',
    },
    first_workshop: {
      label: {
        es: "es el primer taller de la persona en el periodo",
        en: "is the person's first workshop of the period",
      },
      plural: {
        es: "que son el primer taller de la persona en el periodo",
        en: "that are the person's first workshop of the period",
      },
      spanishName: "primer_taller",
      formula:
        "attended and activity.workshop and activity.date = min(person.participations.activity.date where attended and activity.workshop during)",
    },
  },
  places: {
    strategic: {
      label: { es: "es de interés estratégico", en: "is strategic" },
      plural: { es: "de interés estratégico", en: "that are strategic" },
      spanishName: "estrategico",
      formula: "strategic_since <= period end or code is one of strategic_communes",
    },
  },
};
