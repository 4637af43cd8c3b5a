import type { Indicator, Strategy } from "@minga/core";

/** What the page tells by type of group, in the formula language; these are of the report, not of the strategy. */
export const GROUP_TYPE_INDICATORS = {
  "report.groups-open": {
    label: { es: "Grupos abiertos al cierre", en: "Groups open at the end" },
    formula: "count(groups at end)",
    set: "extension",
  },
  "report.group-participants": {
    label: { es: "Personas que participaron", en: "People who participated" },
    formula: 'distinct(participations.person where status = "attended")',
    set: "extension",
  },
} satisfies Readonly<Record<string, Indicator>>;

/** The strategy with the report's own indicators beside its own. */
export const withGroupTypeIndicators = (strategy: Strategy): Strategy => ({
  ...strategy,
  indicators: { ...strategy.indicators, ...GROUP_TYPE_INDICATORS },
});
