import { counted, message } from "./message.ts";
import { FORMATS } from "./format.ts";

const { es, en } = FORMATS;

/** The summary in plain words. */
export const SUMMARY = {
  heading: { es: "En resumen", en: "In short" },
  scope: message<{ indicators: number; objectives: number; first: string; last: string; day: string }>(
    ({ indicators, objectives, first, last, day }) =>
      `${counted(indicators, es.number(indicators), "indicador", "indicadores")} de ${counted(objectives, es.number(objectives), "objetivo", "objetivos")}, ${first === last ? `en ${first}` : `de ${first} a ${last}`}, con datos hasta el ${day}.`,
    ({ indicators, objectives, first, last, day }) =>
      `${counted(indicators, en.number(indicators), "indicator", "indicators")} of ${counted(objectives, en.number(objectives), "objective", "objectives")}, ${first === last ? `in ${first}` : `from ${first} to ${last}`}, with data up to ${day}.`,
  ),
  running: message<{ year: string; day: string }>(
    ({ year, day }) => `El año ${year} no ha terminado: sus números cuentan hasta el ${day} y son parciales.`,
    ({ year, day }) => `The year ${year} is not over: its numbers count up to ${day} and are partial.`,
  ),
  closedYear: message<{ year: string; targets: number; reached: number; notReached: number; other: number }>(
    ({ year, targets, reached, notReached, other }) =>
      `${year}: de ${counted(targets, es.number(targets), "meta", "metas")}, ${counted(reached, es.number(reached), "alcanzada", "alcanzadas")} y ${counted(notReached, es.number(notReached), "no alcanzada", "no alcanzadas")}${other === 0 ? "." : `; ${es.number(other)} sin comparar.`}`,
    ({ year, targets, reached, notReached, other }) =>
      `${year}: of ${counted(targets, en.number(targets), "target", "targets")}, ${en.number(reached)} reached and ${en.number(notReached)} not reached${other === 0 ? "." : `; ${en.number(other)} not compared.`}`,
  ),
  runningYear: message<{
    year: string;
    targets: number;
    reached: number;
    onTrack: number;
    atRisk: number;
    behind: number;
    other: number;
  }>(
    ({ year, targets, reached, onTrack, atRisk, behind, other }) =>
      `${year}, hasta ahora: de ${counted(targets, es.number(targets), "meta", "metas")}, ${counted(reached, es.number(reached), "ya alcanzada", "ya alcanzadas")}, ${es.number(onTrack)} en camino, ${es.number(atRisk)} en riesgo y ${counted(behind, es.number(behind), "atrasada", "atrasadas")}${other === 0 ? "." : `; ${es.number(other)} sin comparar.`}`,
    ({ year, targets, reached, onTrack, atRisk, behind, other }) =>
      `${year}, so far: of ${counted(targets, en.number(targets), "target", "targets")}, ${en.number(reached)} already reached, ${en.number(onTrack)} on track, ${en.number(atRisk)} at risk and ${en.number(behind)} behind${other === 0 ? "." : `; ${en.number(other)} not compared.`}`,
  ),
  noTargets: message<{ year: string }>(
    ({ year }) => `${year}: la sección no ha escrito metas.`,
    ({ year }) => `${year}: the section has written no targets.`,
  ),
  notReachedIn: message<{ year: string }>(
    ({ year }) => `Metas de ${year} no alcanzadas`,
    ({ year }) => `Targets of ${year} not reached`,
  ),
  gap: message<{ value: string; target: string }>(
    ({ value, target }) => `${value}; la meta era ${target}`,
    ({ value, target }) => `${value}; the target was ${target}`,
  ),
  missing: message<{ count: number }>(
    ({ count }) =>
      `${counted(count, es.number(count), "indicador no tiene", "indicadores no tienen")} datos con que decirse en al menos un año.`,
    ({ count }) =>
      `${counted(count, en.number(count), "indicator has", "indicators have")} no data to tell from in at least one year.`,
  ),
  withheld: message<{ count: number }>(
    ({ count }) =>
      `${counted(count, es.number(count), "número se reserva", "números se reservan")} en esta página para que no se reconozca a nadie.`,
    ({ count }) =>
      `${counted(count, en.number(count), "number is", "numbers are")} withheld on this page so that nobody is recognized.`,
  ),
  leftOut: message<{ problems: number; rows: number }>(
    ({ problems, rows }) =>
      `En los registros hay ${counted(problems, es.number(problems), "problema que revisar", "problemas que revisar")}, y ${counted(rows, es.number(rows), "fila que no cuenta", "filas que no cuentan")} en ningún indicador.`,
    ({ problems, rows }) =>
      `The records hold ${counted(problems, en.number(problems), "problem to look at", "problems to look at")}, and ${counted(rows, en.number(rows), "row that counts", "rows that count")} in no indicator.`,
  ),
  clean: {
    es: "En los registros no se encontró nada que revisar, y todas las filas cuentan.",
    en: "Nothing to look at was found in the records, and every row counts.",
  },
  seeLeftOut: { es: "Ver qué quedó fuera", en: "See what was left out" },
  tableCaption: {
    es: "Metas anuales por objetivo: cuántas se alcanzaron",
    en: "Annual targets by objective: how many were reached",
  },
  objective: { es: "Objetivo", en: "Objective" },
  indicators: { es: "Indicadores", en: "Indicators" },
  all: { es: "Todos", en: "All" },
  withoutTarget: { es: "sin meta", en: "no target" },
  notCompared: { es: "sin comparar", en: "not compared" },
} as const;
