import type { Comparison } from "../ast.ts";
import { isFeminine, isPlural, withArticle } from "./spanish-nouns.ts";
import type { Words } from "./words.ts";

const NUMBERS = new Intl.NumberFormat("es", { maximumFractionDigits: 20, useGrouping: "always" });

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  "=": "es",
  "!=": "no es",
  "<": "es menor que",
  "<=": "es a lo más",
  ">": "es mayor que",
  ">=": "es al menos",
};
const DAY_COMPARISONS: Readonly<Record<Comparison, string>> = {
  ...COMPARISONS,
  "<": "es anterior a",
  "<=": "no es posterior a",
  ">": "es posterior a",
  ">=": "no es anterior a",
};

const not = (negated: boolean): string => (negated ? "no " : "");

const chain = (nouns: readonly string[]): string => nouns.map(withArticle).join(" de ");

/** What Spanish says. */
export const SPANISH: Words = {
  and: "y",
  or: "o",
  number: (value) => NUMBERS.format(value),
  quote: (text) => `«${text}»`,
  truth: (value) => (value ? "sí" : "no"),
  assumed: (value) => `${value} (*)`,

  chain,
  of: (rows, owner) => `${rows} de ${owner}`,
  dayNoun: (label) => (label.startsWith("Fecha") ? label.toLowerCase() : `fecha «${label}»`),
  isPlural,
  days: {
    "as-of": "la fecha de corte",
    "period-start": "el primer día del periodo",
    "period-end": "el último día del periodo",
  },

  compare: (operator, kind, plural) => {
    const verb = (kind === "day" ? DAY_COMPARISONS : COMPARISONS)[operator];
    return plural ? verb.replace(/\bes\b/, "son") : verb;
  },
  between: (low, high, plural, negated) => `${not(negated)}${plural ? "están" : "está"} entre ${low} y ${high}`,
  oneOf: (values, plural, negated) =>
    `${not(negated)}${plural ? "son" : "es"} ${values.join(negated ? " ni " : " o ")}`,
  inEmptyList: (plural, negated) => `${not(negated)}${plural ? "están" : "está"} en una lista vacía`,
  inCapital: (plural, negated) => `${not(negated)}${plural ? "pertenecen" : "pertenece"} a la capital`,
  is: (state, plural) => {
    if (state === "known") return plural ? "se conocen" : "se conoce";
    return plural ? "están sin dato" : "está sin dato";
  },

  not: (condition) => `no se cumple que ${condition}`,
  minus: (operand) => `menos ${operand}`,
  arithmetic: {
    "+": (a, b) => `${a} más ${b}`,
    "-": (a, b) => `${a} menos ${b}`,
    "*": (a, b) => `${a}, multiplicado por ${b}`,
    "/": (a, b) => `${a}, dividido por ${b}`,
  },
  otherwise: (a, b) => `${a} (o ${b} donde falte)`,

  described: (rows, owner, adjectives) => {
    // "Participaciones con asistencia de la persona", and not a person with attendance.
    const joined = adjectives.join(" y ");
    const whose = owner === undefined ? "" : `de ${owner}`;
    const parts = joined.startsWith("que ") ? [rows, whose, joined] : [rows, joined, whose];
    return parts.filter((part) => part !== "").join(" ");
  },
  whose: (noun) => `cuy${isFeminine(noun) ? "a" : "o"}${isPlural(noun) ? "s" : ""} ${noun}`,
  where: (table) => (table === "people" ? "para quienes" : "en que"),
  joinsClauses: (adjective) => adjective.startsWith("que "),
  exists: { some: (rows) => `hay ${rows}`, none: (rows) => `no hay ${rows}` },
  existsCounted: {
    "=": (count, rows) => `hay exactamente ${count} ${rows}`,
    "!=": (count, rows) => `no hay exactamente ${count} ${rows}`,
    "<": (count, rows) => `hay menos de ${count} ${rows}`,
    "<=": (count, rows) => `hay a lo más ${count} ${rows}`,
    ">": (count, rows) => `hay más de ${count} ${rows}`,
    ">=": (count, rows) => `hay al menos ${count} ${rows}`,
  },

  numberOf: (rows) => `el número de ${rows}`,
  distinct: (kind, source) => `${kind} en ${source}`,
  distinctPlaces: { region: "regiones distintas", commune: "comunas distintas" },
  distinctRows: (rows) => `${rows} ${isFeminine(rows) ? "distintas" : "distintos"}`,
  distinctMonths: (days) => `meses distintos de ${days}`,
  distinctValues: (value) => `valores distintos de ${value}`,
  aggregates: {
    sum: (value, source) => `la suma de ${value} en ${source}`,
    min: (value, source) => `el menor valor de ${value} en ${source}`,
    max: (value, source) => `el mayor valor de ${value} en ${source}`,
    average: (value, source) => `el promedio de ${value} en ${source}`,
    median: (value, source) => `la mediana de ${value} en ${source}`,
  },
  extremeDay: (which, nouns, source) => {
    const [noun, ...owners] = nouns;
    const feminine = isFeminine(noun!);
    const first = feminine ? "la primera" : "el primer";
    const last = feminine ? "la última" : "el último";
    const whose = owners.length === 0 ? "" : ` de ${chain(owners)}`;
    return `${which === "min" ? first : last} ${noun}${whose} en ${source}`;
  },

  ageOf: (person, on) => `la edad de ${person} ${on === undefined ? "al cierre del periodo" : `en ${on}`}`,
  scalars: {
    age: ([born, on]) => `la edad según ${born} ${on === undefined ? "al cierre del periodo" : `en ${on}`}`,
    month: ([day]) => `el mes de ${day}`,
    days: ([from, to]) => `el número de días desde ${from} hasta ${to}`,
  },
  windows: {
    during: "en el periodo",
    "at-end": "al cierre del periodo",
    "any-time": "en algún momento del periodo",
    started: "con inicio en el periodo",
    ended: "con término en el periodo",
    "previous-year": "en el año anterior",
    ever: "en cualquier momento hasta el cierre del periodo",
    "to-date": "desde el inicio de la estrategia hasta el cierre del periodo",
  },
  last: (months, isOne) => (isOne ? "en el último mes" : `en los últimos ${months} meses`),
  within: (days, isOne, after) => `dentro de ${days} ${isOne ? "día" : "días"} después de ${after}`,
  indicator: (label) => `el valor del indicador «${label}»`,
  dissimilarity: (a, b, by) =>
    `la mitad de la suma de las diferencias por ${by} entre dos distribuciones: la de ${a}, y la de ${b}`,
  smooth: (sentence) =>
    sentence
      .replaceAll(/\b(de|a) el\b/g, (_, word: string) => `${word}l`)
      .replaceAll(/(?<=\s)o (?=«?h?[oó])/giu, "u ")
      .replaceAll(/(?<=\s)y (?=«?h?[ií](?![aeo]))/giu, "e "),
};
