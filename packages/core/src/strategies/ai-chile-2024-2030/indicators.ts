import type { Indicator } from "../../strategy/strategy.ts";

/**
 * The 18 indicators, in the order and with the labels of the source; the formulas are domain.md's defaults ("The 18
 * indicators and their default definitions"), since the source gives none.
 */
export const coreIndicators = {
  "o1.participants": {
    label: { es: "# de activistas participantes", en: "# of participating activists" },
    formula: "distinct(participations.person where attended and activity.group.type is one of territorial_groups)",
    set: "core",
  },
  "o1.coordinators": {
    label: { es: "# de Coordinadores", en: "# of coordinators" },
    formula:
      'distinct(memberships.person where role = "coordinator" and group.type is one of territorial_groups at end)',
    set: "core",
  },
  "o1.registered": {
    label: { es: "# de activistas registrados BD", en: "# of activists registered in the database" },
    formula: "count(people where registered at end)",
    set: "core",
  },
  "o1.recurrent": {
    label: { es: "# de activistas recurrentes", en: "# of recurrent activists" },
    formula: "count(people where recurrent at end)",
    set: "core",
  },
  "o1.monitoring": {
    label: { es: "# de acciones de monitoreo y evaluación", en: "# of monitoring and evaluation actions" },
    formula: 'count(activities where kind = "monitoring")',
    set: "core",
  },
  "o2.participants": {
    label: { es: "# de activistas participantes", en: "# of participating activists" },
    formula: "distinct(participations.person where attended and activity.workshop)",
    set: "core",
  },
  "o2.workshops": {
    label: { es: "# de talleres entregados", en: "# of workshops given" },
    formula: "count(activities where workshop)",
    set: "core",
  },
  "o2.youth-in-commissions": {
    label: {
      es: "# de activistas jóvenes participantes en comisiones ad hoc",
      en: "# of young activists participating in ad hoc commissions",
    },
    formula:
      'distinct(participations.person where attended and activity.group.type = "commission" and age(person.birthdate, activity.date) between youth_min_age and youth_max_age)',
    set: "core",
  },
  "o2.registered": {
    label: { es: "# activistas registrados en BD", en: "# of activists registered in the database" },
    formula: 'indicator("o1.registered")',
    set: "core",
  },
  "o3.commissions": {
    label: { es: "Comisiones ad hoc para proyectos", en: "Ad hoc commissions for projects" },
    formula: 'count(groups where type = "commission" and project is known any time in period)',
    set: "core",
  },
  "o3.participants": {
    label: { es: "# de activistas participantes", en: "# of participating activists" },
    formula: "distinct(participations.person where attended and activity.in_project)",
    set: "core",
  },
  "o3.presentation-meetings": {
    label: { es: "Reuniones de presentación de estrategia", en: "Meetings presenting the strategy" },
    formula: 'count(activities where kind = "presentation-meeting")',
    set: "core",
  },
  "o3.follow-up-meetings": {
    label: { es: "Reuniones de seguimiento", en: "Follow-up meetings" },
    formula: 'count(activities where kind = "follow-up-meeting")',
    set: "core",
  },
  "o3.commission-coordinators": {
    label: { es: "Coordinador de comisión ad hoc", en: "Coordinators of ad hoc commissions" },
    formula: 'distinct(memberships.person where role = "coordinator" and group.type = "commission" any time in period)',
    set: "core",
  },
  "o4.agreements": {
    label: { es: "# convenios de trabajo", en: "# of working agreements" },
    formula: "count(agreements at end)",
    set: "core",
  },
  "o4.participants": {
    label: { es: "# activistas participantes", en: "# of participating activists" },
    formula: "distinct(participations.person where attended and activity.joint)",
    set: "core",
  },
  "o4.new-activists": {
    label: { es: "# nuevos activistas para AICL", en: "# of new activists for AI Chile" },
    formula:
      "distinct(participations.person where attended and activity.joint and activity.date = min(person.participations.activity.date where attended ever))",
    set: "core",
  },
  "o4.subscribed-organizations": {
    label: { es: "# organizaciones suscritas", en: "# of subscribed organizations" },
    formula: "count(organizations at end)",
    set: "core",
  },
} satisfies Readonly<Record<string, Indicator>>;
