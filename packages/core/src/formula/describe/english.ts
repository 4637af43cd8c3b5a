import type { Comparison } from "../ast.ts";
import type { Words } from "./words.ts";

const NUMBERS = new Intl.NumberFormat("en", { maximumFractionDigits: 20 });

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  "=": "is",
  "!=": "is not",
  "<": "is below",
  "<=": "is at most",
  ">": "is above",
  ">=": "is at least",
};
const DAY_COMPARISONS: Readonly<Record<Comparison, string>> = {
  ...COMPARISONS,
  "<": "is before",
  "<=": "is on or before",
  ">": "is after",
  ">=": "is on or after",
};

const be = (isPlural: boolean, negated = false): string => `${isPlural ? "are" : "is"}${negated ? " not" : ""}`;

const the = (nouns: readonly string[]): string => `the ${nouns.join(" of the ")}`;

/** What English says. */
export const ENGLISH: Words = {
  and: "and",
  or: "or",
  number: (value) => NUMBERS.format(value),
  quote: (text) => `«${text}»`,
  truth: (value) => (value ? "yes" : "no"),
  assumed: (value) => `${value} (*)`,

  chain: the,
  of: (rows, owner) => `${rows} of ${owner}`,
  dayNoun: (label) => (/(?:date|day)$/i.test(label) ? label.toLowerCase() : `date «${label}»`),
  isPlural: (noun) => /[^su]s$/.test(noun.split(" ")[0]!),
  days: {
    "as-of": "the last day that counts",
    "period-start": "the period's first day",
    "period-end": "the period's last day",
  },

  compare: (operator, kind, isPlural) => {
    const verb = (kind === "day" ? DAY_COMPARISONS : COMPARISONS)[operator];
    return isPlural ? verb.replace("is", "are") : verb;
  },
  between: (low, high, isPlural, negated) => `${be(isPlural, negated)} between ${low} and ${high}`,
  oneOf: (values, isPlural, negated) =>
    negated && values.length > 1
      ? `${be(isPlural)} neither ${values.join(" nor ")}`
      : `${be(isPlural, negated)} ${values.join(" or ")}`,
  inEmptyList: (isPlural, negated) => `${be(isPlural, negated)} in an empty list`,
  inCapital: (isPlural, negated) => {
    if (!negated) return isPlural ? "belong to the capital" : "belongs to the capital";
    return `${isPlural ? "do" : "does"} not belong to the capital`;
  },
  is: (state, isPlural) => `${be(isPlural)} ${state}`,

  not: (condition) => `it is not true that ${condition}`,
  minus: (operand) => `minus ${operand}`,
  arithmetic: {
    "+": (a, b) => `${a} plus ${b}`,
    "-": (a, b) => `${a} minus ${b}`,
    "*": (a, b) => `${a}, times ${b}`,
    "/": (a, b) => `${a}, divided by ${b}`,
  },
  otherwise: (a, b) => `${a} (or ${b} where that is empty)`,

  described: (rows, owner, adjectives) =>
    `${rows}${owner === undefined ? "" : ` of ${owner}`}${adjectives.length === 0 ? "" : ` ${adjectives.join(" and ")}`}`,
  whose: (noun) => `whose ${noun}`,
  where: (table) => (table === "people" ? "for whom" : "where"),
  joinsClauses: () => true,
  exists: { some: (rows) => `there are ${rows}`, none: (rows) => `there are no ${rows}` },
  existsCounted: {
    "=": (count, rows) => `there are exactly ${count} ${rows}`,
    "!=": (count, rows) => `there are not exactly ${count} ${rows}`,
    "<": (count, rows) => `there are fewer than ${count} ${rows}`,
    "<=": (count, rows) => `there are at most ${count} ${rows}`,
    ">": (count, rows) => `there are more than ${count} ${rows}`,
    ">=": (count, rows) => `there are at least ${count} ${rows}`,
  },

  numberOf: (rows) => `the number of ${rows}`,
  distinct: (kind, source) => `${kind} in ${source}`,
  distinctPlaces: { region: "different regions", commune: "different communes" },
  distinctRows: (rows) => `different ${rows}`,
  distinctMonths: (days) => `different months of ${days}`,
  distinctValues: (value) => `different values of ${value}`,
  aggregates: {
    sum: (value, source) => `the sum of ${value} in ${source}`,
    min: (value, source) => `the least value of ${value} in ${source}`,
    max: (value, source) => `the greatest value of ${value} in ${source}`,
    average: (value, source) => `the average of ${value} in ${source}`,
    median: (value, source) => `the median of ${value} in ${source}`,
  },
  extremeDay: (which, nouns, source) =>
    `the ${which === "min" ? "first" : "last"} ${nouns.join(" of the ")} in ${source}`,

  ageOf: (person, on) => `the age of ${person} ${on === undefined ? "at the period's end" : `on ${on}`}`,
  scalars: {
    age: ([born, on]) => `the age by ${born} ${on === undefined ? "at the period's end" : `on ${on}`}`,
    month: ([day]) => `the month of ${day}`,
    days: ([from, to]) => `the number of days from ${from} to ${to}`,
  },
  windows: {
    during: "in the period",
    "at-end": "at the period's end",
    "any-time": "at any time in the period",
    started: "with a start in the period",
    ended: "with an end in the period",
    "previous-year": "in the previous year",
    ever: "at any time up to the period's end",
    "to-date": "from the strategy's start to the period's end",
  },
  last: (months, isOne) => (isOne ? "in the last month" : `in the last ${months} months`),
  within: (days, isOne, after) => `within ${days} ${isOne ? "day" : "days"} after ${after}`,
  indicator: (label) => `the value of the indicator «${label}»`,
  dissimilarity: (a, b, by) =>
    `half the sum of the differences by ${by} between two distributions: that of ${a}, and that of ${b}`,
  smooth: (sentence) => sentence,
};
