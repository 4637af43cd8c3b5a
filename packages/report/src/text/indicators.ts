import type { Result, TargetStatus, Text } from "@minga/core";
import { message } from "./message.ts";

/** What stands in a cell without a value. */
export const STATES: Readonly<Record<Exclude<Result["state"], "value">, Text>> = {
  missing: { es: "sin dato", en: "no data" },
  withheld: { es: "reservado", en: "withheld" },
  "not-applicable": { es: "no aplica", en: "not applicable" },
};

/** How a number stands to its target. */
export const VERDICTS: Readonly<Record<TargetStatus, Text>> = {
  reached: { es: "alcanzada", en: "reached" },
  "not-reached": { es: "no alcanzada", en: "not reached" },
  "reached-so-far": { es: "alcanzada hasta ahora", en: "reached so far" },
  "on-track": { es: "en camino", en: "on track" },
  "at-risk": { es: "en riesgo", en: "at risk" },
  behind: { es: "atrasada", en: "behind" },
  incomplete: { es: "año incompleto: no se compara", en: "incomplete year: not compared" },
  "no-value": { es: "sin valor que comparar", en: "no value to compare" },
};

/** The tables of indicators, by year and by region. */
export const INDICATORS = {
  caption: message<{ objective: string }>(
    ({ objective }) => `${objective}: cada indicador por año`,
    ({ objective }) => `${objective}: each indicator by year`,
  ),
  compared: {
    es: "El valor de cada año se compara con la meta anual de ese mismo año y con la línea de base.",
    en: "The value of each year is compared with the annual target of that same year and with the baseline.",
  },
  comparedRunning: message<{ year: string; day: string }>(
    ({ year, day }) =>
      `${year} es parcial: cuenta hasta el ${day}; su meta es la del año entero, y su diferencia con la base se dirá al cierre.`,
    ({ year, day }) =>
      `${year} is partial: it counts up to ${day}; its target is that of the whole year, and its difference from the baseline is told at the year's end.`,
  ),
  row: { es: "Dato", en: "Figure" },
  baseline: { es: "Línea de base", en: "Baseline" },
  noBaseline: { es: "ninguna", en: "none" },
  partial: { es: "parcial", en: "partial" },
  break: { es: "definición nueva", en: "new definition" },
  changes: message<{ day: string; what: string }>(
    ({ day, what }) =>
      `Su definición cambia el ${day} (${what}): el año en que cambia no se compara con los anteriores.`,
    ({ day, what }) =>
      `Its definition changes on ${day} (${what}): the year in which it changes is not to be compared with those before.`,
  ),
  value: { es: "Valor", en: "Value" },
  difference: { es: "Diferencia con la base", en: "Difference from the baseline" },
  target: { es: "Meta del año", en: "Target of the year" },
  verdict: { es: "¿Alcanzada?", en: "Reached?" },
  noTarget: { es: "sin meta", en: "no target" },
  atLeast: message<{ number: string }>(
    ({ number }) => `al menos ${number}`,
    ({ number }) => `at least ${number}`,
  ),
  atMost: message<{ number: string }>(
    ({ number }) => `a lo más ${number}`,
    ({ number }) => `at most ${number}`,
  ),
  cumulativeValue: message<{ year: string }>(
    ({ year }) => `Acumulado desde ${year}`,
    ({ year }) => `Cumulative since ${year}`,
  ),
  cumulativeTarget: { es: "Meta acumulada", en: "Cumulative target" },
  finalTarget: message<{ year: string }>(
    ({ year }) => `Meta final, ${year}`,
    ({ year }) => `Final target, ${year}`,
  ),
  notDue: message<{ target: string; year: string }>(
    ({ target, year }) => `${target}; se compara con el valor de ${year}`,
    ({ target, year }) => `${target}; to be compared with the value of ${year}`,
  ),
  ofParts: message<{ numerator: string; denominator: string }>(
    ({ numerator, denominator }) => `${numerator} de ${denominator}`,
    ({ numerator, denominator }) => `${numerator} of ${denominator}`,
  ),
  definitions: { es: "Cómo se cuenta cada indicador", en: "How each indicator is counted" },
  means: message<{ label: string }>(
    ({ label }) => `«${label}» quiere decir:`,
    ({ label }) => `“${label}” means:`,
  ),
  formula: { es: "Fórmula", en: "Formula" },
  version: { es: "Versión de la definición", en: "Version of the definition" },
  assumptions: { es: "Supuestos que usa", en: "Assumptions it uses" },
  assumptionMark: {
    es: "(*) lo decide un supuesto, que la sección puede cambiar.",
    en: "(*) decided by an assumption, which the section can change.",
  },
  laterTargets: { es: "Metas de los años que vienen", en: "Targets of the years to come" },
  laterTarget: message<{ year: string; target: string }>(
    ({ year, target }) => `${year}: ${target}`,
    ({ year, target }) => `${year}: ${target}`,
  ),
  retired: message<{ day: string }>(
    ({ day }) => `Se dejó de usar el ${day}.`,
    ({ day }) => `No longer used from ${day}.`,
  ),
  byRegion: message<{ year: string }>(
    ({ year }) => `Por región, ${year}`,
    ({ year }) => `By region, ${year}`,
  ),
  byRegionCaption: message<{ objective: string; year: string; isPartial: boolean }>(
    ({ objective, year, isPartial }) => `${objective}, por región, ${year}${isPartial ? " (parcial)" : ""}`,
    ({ objective, year, isPartial }) => `${objective}, by region, ${year}${isPartial ? " (partial)" : ""}`,
  ),
  region: { es: "Región", en: "Region" },
  total: { es: "Total", en: "Total" },
  unknownRegion: { es: "Región desconocida", en: "Unknown region" },
  overlap: {
    es: "† Una misma persona puede estar en varias partes (por ejemplo, si fue a actividades de dos regiones), así que las partes pueden sumar más que el total. No se suman: el total cuenta a cada persona una sola vez.",
    en: "† One person can stand in several parts (someone who went to activities in two regions, say), so the parts can add up to more than the total. They must not be added: the total counts each person once.",
  },
  notAdditive: {
    es: "‡ Este número no es una suma: sus partes no se suman.",
    en: "‡ This number is no sum: its parts must not be added.",
  },
  overlapMark: { es: "las partes pueden superar el total", en: "the parts may exceed the total" },
  notAdditiveMark: { es: "las partes no se suman", en: "the parts are not added" },
} as const;
