import { checkFormula, type CompiledStrategy, type Indicator, type Strategy } from "@minga/core";

/** What the page tells of groups, by type and year. Source: issue of the whole model; domain.md, "Records" and "The 18 indicators". */
export const GROUP_INDICATORS = {
  "report.groups-founded": {
    label: { es: "Grupos fundados en el año", en: "Groups founded in the year" },
    formula: "count(groups started)",
    set: "extension",
  },
  "report.groups-closed": {
    label: { es: "Grupos cerrados en el año", en: "Groups closed in the year" },
    formula: "count(groups ended)",
    set: "extension",
  },
  "report.groups-open": {
    label: { es: "Grupos abiertos al cierre", en: "Groups open at the end" },
    formula: "count(groups at end)",
    set: "extension",
  },
  "report.groups-valid": {
    label: { es: "Grupos válidos al cierre", en: "Valid groups at the end" },
    formula: "count(groups where valid at end)",
    set: "extension",
  },
  "report.group-participants": {
    label: { es: "Personas que participaron", en: "People who participated" },
    formula: 'distinct(participations.person where status = "attended")',
    set: "extension",
  },
} satisfies Readonly<Record<string, Indicator>>;

/** What the page tells of the training plan, beside the indicators that the strategy links to it. */
export const TRAINING_INDICATORS = {
  "report.welcome-workshops": {
    label: { es: "Talleres de bienvenida", en: "Welcome workshops" },
    formula: 'count(activities where kind = "welcome-workshop")',
    set: "extension",
  },
  "report.workshop-hours": {
    label: { es: "Horas de taller", en: "Hours of workshops" },
    formula: "sum(activities.hours where workshop)",
    set: "extension",
  },
  "report.workshop-attendances": {
    label: { es: "Asistencias a talleres", en: "Attendances at workshops" },
    formula: "count(participations where attended and activity.workshop)",
    set: "extension",
  },
  "report.attendances-per-workshop": {
    label: { es: "Asistencias por taller", en: "Attendances per workshop" },
    formula: "count(participations where attended and activity.workshop) / count(activities where workshop)",
    set: "extension",
  },
} satisfies Readonly<Record<string, Indicator>>;

/** What the page tells of agreements and joint work, beside the strategy's indicators. */
export const RELATION_INDICATORS = {
  "report.agreements-signed": {
    label: { es: "Convenios firmados en el año", en: "Agreements signed in the year" },
    formula: "count(agreements started)",
    set: "extension",
  },
  "report.agreements-expired": {
    label: { es: "Convenios que vencieron en el año", en: "Agreements that expired in the year" },
    formula: "count(agreements ended)",
    set: "extension",
  },
  "report.agreements-working": {
    label: {
      es: "Convenios vigentes con actividad conjunta reciente",
      en: "Agreements in force with a recent joint activity",
    },
    formula: "count(agreements where count(organization.activities last agreement_idle_months months) > 0 at end)",
    set: "extension",
  },
} satisfies Readonly<Record<string, Indicator>>;

/** What the page tells of the route: everybody on the list, so that who stands on no stage is not lost. */
export const ROUTE_INDICATORS = {
  "report.listed": {
    label: { es: "Personas en la lista al cierre", en: "People on the list at the end" },
    formula: "count(people at end)",
    set: "extension",
  },
} satisfies Readonly<Record<string, Indicator>>;

/** Every indicator of the page's own, in the formula language; these are of the report, not of the strategy. */
const OWN: Readonly<Record<string, Indicator>> = {
  ...GROUP_INDICATORS,
  ...TRAINING_INDICATORS,
  ...RELATION_INDICATORS,
  ...ROUTE_INDICATORS,
};

/** The strategy with the page's own indicators beside its own; without those whose words the strategy does not have. */
export const withOwnIndicators = ({ strategy, definitions }: CompiledStrategy): Strategy => {
  const known = Object.entries(OWN).filter(
    ([, { formula }]) => checkFormula(formula, definitions).diagnostics.length === 0,
  );
  return { ...strategy, indicators: { ...strategy.indicators, ...Object.fromEntries(known) } };
};
