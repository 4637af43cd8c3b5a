import type { Indicator } from "../../strategy/strategy.ts";

/**
 * Indicators beside the source's own, all of them named `x.`: what the source asks for in words but gives no indicator
 * for (decentralization, loyalty, bureaucracy). Source: domain.md, "Extensions".
 */
export const extensionIndicators = {
  "x.people-outside": {
    label: {
      es: "Proporción de personas registradas fuera de la capital",
      en: "Share of registered people outside the capital",
    },
    formula:
      "count(people where registered and place.region not in capital at end) / count(people where registered and place.region is known at end)",
    set: "extension",
  },
  "x.groups-outside": {
    label: { es: "Proporción de grupos abiertos fuera de la capital", en: "Share of open groups outside the capital" },
    formula:
      "count(groups where place.region not in capital at end) / count(groups where place.region is known at end)",
    set: "extension",
  },
  "x.coordinators-outside": {
    label: {
      es: "Proporción de personas que coordinan fuera de la capital",
      en: "Share of coordinators outside the capital",
    },
    formula:
      'distinct(memberships.person where role = "coordinator" and place.region not in capital at end) / distinct(memberships.person where role = "coordinator" and place.region is known at end)',
    set: "extension",
  },
  "x.participations-outside": {
    label: {
      es: "Proporción de participaciones fuera de la capital",
      en: "Share of participations outside the capital",
    },
    formula:
      "count(participations where attended and place.region not in capital) / count(participations where attended and place.region is known)",
    set: "extension",
  },
  "x.communes-with-valid-group": {
    label: { es: "Proporción de comunas con un grupo válido", en: "Share of communes with a valid group" },
    formula: 'distinct(groups.commune where valid at end) / count(places where level = "commune")',
    set: "extension",
  },
  "x.strategic-communes": {
    label: {
      es: "Comunas estratégicas con un grupo local válido",
      en: "Strategic communes with a valid local group",
    },
    formula: "distinct(groups.commune where valid and type is one of territorial_groups and commune.strategic at end)",
    set: "extension",
  },
  "x.registered-per-100k": {
    label: {
      es: "Personas registradas por cada 100.000 habitantes",
      en: "Registered people per 100,000 inhabitants",
    },
    formula:
      "count(people where registered at end) / sum(populations.inhabitants where base = population_base and place.level = population_level at end) * 100000",
    set: "extension",
  },
  "x.dissimilarity": {
    label: {
      es: "Disimilitud entre personas registradas y población por región (0: iguales)",
      en: "Dissimilarity between registered people and population by region (0: alike)",
    },
    formula:
      "dissimilarity(count(people where registered at end), sum(populations.inhabitants where base = population_base and place.level = population_level at end) by region)",
    set: "extension",
  },
  "x.retention": {
    label: {
      es: "Retención: de quienes participaron el año anterior, proporción que volvió a participar",
      en: "Retention: of those who participated in the previous year, the share who did again",
    },
    formula:
      "distinct(participations.person where attended and count(person.participations where attended during) > 0 previous year) / distinct(participations.person where attended previous year)",
    set: "extension",
    grain: "year",
  },
  "x.people-per-coordinator": {
    label: { es: "Personas registradas por coordinación", en: "Registered people per coordinator" },
    formula: 'count(people where registered at end) / distinct(memberships.person where role = "coordinator" at end)',
    set: "extension",
  },
  "x.workshop-follow-through": {
    label: {
      es: "Del taller a la acción: proporción que actúa tras su primer taller del periodo",
      en: "From workshop to action: share who act after their first workshop of the period",
    },
    formula:
      'distinct(participations.person where first_workshop and days(activity.date, as of) >= follow_through_days and count(person.participations where attended and activity.kind = "action" within follow_through_days days after activity.date) > 0) / distinct(participations.person where first_workshop and days(activity.date, as of) >= follow_through_days)',
    set: "extension",
  },
  "x.idle-agreements": {
    label: {
      es: "Convenios vigentes sin actividad conjunta reciente",
      en: "Agreements in force without a recent joint activity",
    },
    formula: "count(agreements where count(organization.activities last agreement_idle_months months) = 0 at end)",
    set: "extension",
  },
  "x.joint-activities": {
    label: { es: "Actividades conjuntas con organizaciones", en: "Joint activities with organizations" },
    formula: "count(activities where joint)",
    set: "extension",
  },
  "x.partner-meetings": {
    label: {
      es: "Reuniones del espacio periódico con organizaciones",
      en: "Meetings of the periodic space with organizations",
    },
    formula: 'count(activities where kind = "partner-meeting")',
    set: "extension",
  },
  "x.approval-days": {
    label: { es: "Días de la solicitud a la decisión (mediana)", en: "Days from request to decision (median)" },
    formula: "median(days(approvals.requested_on, approvals.decided_on))",
    set: "extension",
  },
  "x.decisions-outside": {
    label: {
      es: "Proporción de decisiones tomadas fuera de la capital",
      en: "Share of decisions taken outside the capital",
    },
    formula: "count(approvals where decided_in not in capital) / count(approvals where decided_in is known)",
    set: "extension",
  },
} satisfies Readonly<Record<string, Indicator>>;
