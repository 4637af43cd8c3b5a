import { columnSpec, type Step } from "../records/relations.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import { DIMENSIONS } from "../records/dimensions.ts";
import { fold, type Language } from "../text/text.ts";
import type { Aggregate, Checked, Quantity, Rows, SetOfValues, Window } from "./checked.ts";
import type { Definitions } from "./check/context.ts";
import type { AggregateName, ScalarName } from "./functions.ts";

/** What `describe` needs from a strategy: its labels. */
export type StrategyLabels = Pick<Definitions, "label" | "values" | "assumptionValue">;

/**
 * Says in one plain sentence what a formula stands for.
 *
 * @example
 * describe(formula.checked, "en", definitions);
 * // "The number of people where the person is registered, at the period's end."
 *
 * A value that an assumption gives is marked with (*).
 */
export const describe = (node: Checked, language: Language, labels: StrategyLabels): string => {
  const sentence = describePart(node, language, labels);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
};

/** The same for a part of a sentence: no capital, no full stop. */
export const describePart = (node: Checked, language: Language, labels: StrategyLabels): string =>
  (language === "es" ? new Spanish(labels) : new English(labels)).say(node);

/** What the two languages have in common: the order in which a formula is told. */
abstract class Teller {
  protected abstract readonly language: Language;
  protected readonly labels: StrategyLabels;

  constructor(labels: StrategyLabels) {
    this.labels = labels;
  }

  /** `the type of the group of the activity`: the words from the last column to the row at hand. */
  protected abstract chain(words: readonly string[]): string;
  protected abstract readonly words: Words;

  say(node: Checked): string {
    const { words } = this;
    switch (node.node) {
      case "number":
        return String(node.value);
      case "text":
        return `«${node.value}»`;
      case "assumption":
        return this.#assumption(node.name);
      case "day":
        return words.days[node.word];
      case "column":
      case "list-column":
        return this.chain([...this.#route(node.route), this.#column(node.table, node.column)]);
      case "place":
        return this.chain([...this.#route(node.route), lower(DIMENSIONS[node.level][this.language])]);
      case "predicate": {
        const label = this.labels.label("predicate", `${node.table}.${node.name}`, this.language);
        const owner = node.route.length === 0 ? [tableSpec(node.table).one[this.language]] : this.#route(node.route);
        return `${this.chain(owner)} ${label}`;
      }
      case "not":
        return words.not(this.say(node.operand));
      case "negate":
        return words.minus(this.say(node.operand));
      case "logic":
        return node.operands
          .map((each) => (each.node === "logic" ? `(${this.say(each)})` : this.say(each)))
          .join(` ${words[node.operator]} `);
      case "compare":
        return `${this.#operand(node.left)} ${words.comparisons[node.operator]} ${this.#beside(node.right, node.left)}`;
      case "arithmetic":
        return words.arithmetic[node.operator](this.#operand(node.left), this.#operand(node.right));
      case "else":
        return words.otherwise(this.say(node.left), this.say(node.right));
      case "between":
        return words.between(this.say(node.value), this.say(node.low), this.say(node.high), node.negated);
      case "in":
        return words.within(this.say(node.value), this.#set(node.set, node.value), node.negated);
      case "is":
        return words.is[node.state](this.say(node.value));
      case "scalar":
        return words.scalars[node.function](node.args.map((arg) => this.say(arg)));
      case "aggregate":
        return this.#aggregate(node);
      case "indicator":
        return words.indicator(this.labels.label("indicator", node.id, this.language));
      case "dissimilarity":
        return words.dissimilarity(
          this.say(node.left),
          this.say(node.right),
          lower(DIMENSIONS[node.by][this.language]),
        );
      case "error":
        return "…";
    }
  }

  /** Something that has an end of its own inside a longer sentence. */
  #operand(node: Checked): string {
    return node.node === "arithmetic" || (node.node === "aggregate" && node.rows.from === "row")
      ? `(${this.say(node)})`
      : this.say(node);
  }

  /** A literal beside a column with a list of values is told by that value's label. */
  #beside(node: Checked, other: Checked): string {
    return node.node === "text" ? this.#value(node.value, other) : this.#operand(node);
  }

  #value(value: string | number, of: Checked): string {
    if (of.type.kind !== "enum") return `«${value}»`;
    const found = this.labels.values(of.type.table, of.type.column).find((each) => each.value === value);
    return `«${found?.label[this.language] ?? value}»`;
  }

  #set(set: SetOfValues, of: Checked): string {
    switch (set.set) {
      case "list":
        return set.values.map((value) => this.#value(value, of)).join(this.words.listOr);
      case "assumption":
        return this.#assumption(set.name, of);
      case "capital":
        return this.words.capital;
    }
  }

  /** An assumption is told by its value, and marked as one. */
  #assumption(name: string, beside?: Checked): string {
    const value = this.labels.assumptionValue(name);
    const values = typeof value === "object" ? value : [value];
    const told = values.map((each) =>
      typeof each === "string" && beside !== undefined ? this.#value(each, beside) : String(each),
    );
    return this.words.assumed(told.join(this.words.listOr));
  }

  #route(route: readonly Step[]): readonly string[] {
    return route.map(({ from, column }) => this.#column(from, column));
  }

  #column(table: TableName, column: string): string {
    return lower(columnSpec(table, column).label[this.language]);
  }

  #table(table: TableName): string {
    return lower(tableSpec(table).label[this.language]);
  }

  #aggregate({ function: name, rows, value, where, window }: Aggregate): string {
    const { words } = this;
    const source = this.#rows(rows);
    const head =
      name === "distinct"
        ? this.#distinct(value, source)
        : words.aggregates[name](value === null ? "" : this.say(value), source);
    const condition = where === null ? "" : ` ${words.where} ${this.say(where)}`;
    return `${head}${condition}${window === null ? "" : `, ${this.#window(window)}`}`;
  }

  /** Different rows of another table are told by its name: "different people in participations". */
  #distinct(value: Checked | null, source: string): string {
    if (value === null) return this.words.aggregates.count("", source);
    const { type } = value;
    const isPlain =
      value.node === "column" && value.route.length === 0 && type.kind === "row" && type.table !== "places";
    return isPlain
      ? this.words.distinctRows(this.#table(type.table), isFeminine(tableSpec(type.table).one.es), source)
      : this.words.aggregates.distinct(this.say(value), source);
  }

  #rows({ from, path, table }: Rows): string {
    const isLinked = from === "row" || path.length > 0;
    return isLinked && from === "row" ? this.words.linked(this.#table(table)) : this.#table(table);
  }

  #window(window: Window): string {
    const { windows } = this.words;
    switch (window.window) {
      case "last":
        return windows.last(this.#quantity(window.months));
      case "within":
        return windows.within(this.#quantity(window.days), this.say(window.after));
      default:
        return windows[window.window];
    }
  }

  #quantity(quantity: Quantity): string {
    return quantity.quantity === "number" ? String(quantity.value) : this.#assumption(quantity.name);
  }
}

type Simple = Exclude<Window["window"], "last" | "within">;

/** The words of one language. */
interface Words {
  readonly where: string;
  readonly and: string;
  readonly or: string;
  readonly listOr: string;
  readonly capital: string;
  readonly days: Readonly<Record<"as-of" | "period-start" | "period-end", string>>;
  readonly comparisons: Readonly<Record<"=" | "!=" | "<" | "<=" | ">" | ">=", string>>;
  readonly arithmetic: Readonly<Record<"+" | "-" | "*" | "/", (a: string, b: string) => string>>;
  readonly is: Readonly<Record<"known" | "empty", (value: string) => string>>;
  readonly aggregates: Readonly<Record<AggregateName, (value: string, source: string) => string>>;
  readonly distinctRows: (rows: string, isFeminine: boolean, source: string) => string;
  readonly scalars: Readonly<Record<ScalarName, (args: readonly string[]) => string>>;
  readonly windows: Readonly<Record<Simple, string>> & {
    readonly last: (months: string) => string;
    readonly within: (days: string, after: string) => string;
  };
  readonly assumed: (value: string) => string;
  readonly not: (operand: string) => string;
  readonly minus: (operand: string) => string;
  readonly otherwise: (a: string, b: string) => string;
  readonly between: (value: string, low: string, high: string, negated: boolean) => string;
  readonly within: (value: string, set: string, negated: boolean) => string;
  readonly indicator: (label: string) => string;
  readonly dissimilarity: (a: string, b: string, by: string) => string;
  readonly linked: (table: string) => string;
}

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

const ENGLISH: Words = {
  where: "where",
  and: "and",
  or: "or",
  listOr: " or ",
  capital: "the capital",
  days: {
    "as-of": "the last day that counts",
    "period-start": "the period's first day",
    "period-end": "the period's end",
  },
  comparisons: { "=": "is", "!=": "is not", "<": "is below", "<=": "is at most", ">": "is above", ">=": "is at least" },
  arithmetic: {
    "+": (a, b) => `${a} plus ${b}`,
    "-": (a, b) => `${a} minus ${b}`,
    "*": (a, b) => `${a} times ${b}`,
    "/": (a, b) => `${a}, divided by ${b}`,
  },
  is: { known: (value) => `${value} is known`, empty: (value) => `${value} is empty` },
  aggregates: {
    count: (_, source) => `the number of ${source}`,
    distinct: (value, source) => `the number of different values of ${value} in ${source}`,
    sum: (value, source) => `the sum of ${value} in ${source}`,
    min: (value, source) => `the least of ${value} in ${source}`,
    max: (value, source) => `the greatest of ${value} in ${source}`,
    average: (value, source) => `the average of ${value} in ${source}`,
    median: (value, source) => `the median of ${value} in ${source}`,
  },
  distinctRows: (rows, _, source) => `the number of different ${rows} in ${source}`,
  scalars: {
    age: ([born, on]) => (on === undefined ? `age by ${born}` : `age (${born}) on ${on}`),
    month: ([day]) => `month of ${day}`,
    days: ([from, to]) => `days from ${from} to ${to}`,
  },
  windows: {
    during: "in the period",
    "at-end": "at the period's end",
    "any-time": "at any time in the period",
    started: "started in the period",
    ended: "ended in the period",
    "previous-year": "in the year before",
    ever: "ever up to the period's end",
    "to-date": "since the strategy's start",
    last: (months) => `in the last ${months} months`,
    within: (days, after) => `within ${days} days after ${after}`,
  },
  assumed: (value) => `${value} (*)`,
  not: (operand) => `not (${operand})`,
  minus: (operand) => `minus ${operand}`,
  otherwise: (a, b) => `${a}, or else ${b}`,
  between: (value, low, high, negated) => `${value} is ${negated ? "not " : ""}between ${low} and ${high}`,
  within: (value, set, negated) => `${value} is ${negated ? "not " : ""}${set}`,
  indicator: (label) => `the number of the indicator «${label}»`,
  dissimilarity: (a, b, by) =>
    `half the sum of the differences, by ${by}, between the distribution of ${a} and that of ${b}`,
  linked: (table) => `their ${table}`,
};

const SPANISH: Words = {
  where: "donde",
  and: "y",
  or: "o",
  listOr: " o ",
  capital: "la capital",
  days: {
    "as-of": "la fecha de corte",
    "period-start": "el primer día del periodo",
    "period-end": "el cierre del periodo",
  },
  comparisons: {
    "=": "es",
    "!=": "no es",
    "<": "es menor que",
    "<=": "es a lo más",
    ">": "es mayor que",
    ">=": "es al menos",
  },
  arithmetic: {
    "+": (a, b) => `${a} más ${b}`,
    "-": (a, b) => `${a} menos ${b}`,
    "*": (a, b) => `${a} por ${b}`,
    "/": (a, b) => `${a}, dividido por ${b}`,
  },
  is: { known: (value) => `se conoce ${value}`, empty: (value) => `${value} está sin dato` },
  aggregates: {
    count: (_, source) => `número de ${source}`,
    distinct: (value, source) => `número de valores distintos de ${value} en ${source}`,
    sum: (value, source) => `suma de ${value} en ${source}`,
    min: (value, source) => `el menor valor de ${value} en ${source}`,
    max: (value, source) => `el último valor de ${value} en ${source}`,
    average: (value, source) => `promedio de ${value} en ${source}`,
    median: (value, source) => `mediana de ${value} en ${source}`,
  },
  distinctRows: (rows, feminine, source) => `número de ${rows} ${feminine ? "distintas" : "distintos"} en ${source}`,
  scalars: {
    age: ([born, on]) => (on === undefined ? `la edad según ${born}` : `la edad (${born}) en ${on}`),
    month: ([day]) => `el mes de ${day}`,
    days: ([from, to]) => `los días desde ${from} hasta ${to}`,
  },
  windows: {
    during: "en el periodo",
    "at-end": "al cierre del periodo",
    "any-time": "en algún momento del periodo",
    started: "con inicio en el periodo",
    ended: "con término en el periodo",
    "previous-year": "en el año anterior",
    ever: "desde siempre hasta el cierre del periodo",
    "to-date": "desde el inicio de la estrategia",
    last: (months) => `en los últimos ${months} meses`,
    within: (days, after) => `dentro de ${days} días después de ${after}`,
  },
  assumed: (value) => `${value} (*)`,
  not: (operand) => `no (${operand})`,
  minus: (operand) => `menos ${operand}`,
  otherwise: (a, b) => `${a} o, si no hay, ${b}`,
  between: (value, low, high, negated) => `${value} ${negated ? "no " : ""}está entre ${low} y ${high}`,
  within: (value, set, negated) => `${value} ${negated ? "no " : ""}es ${set}`,
  indicator: (label) => `el número del indicador «${label}»`,
  dissimilarity: (a, b, by) =>
    `la mitad de la suma de las diferencias, por ${by}, entre la distribución de ${a} y la de ${b}`,
  linked: (table) => `sus ${table}`,
};

class English extends Teller {
  protected readonly language = "en";
  protected readonly words = ENGLISH;

  protected chain(words: readonly string[]): string {
    return `the ${words.toReversed().join(" of the ")}`;
  }
}

class Spanish extends Teller {
  protected readonly language = "es";
  protected readonly words = SPANISH;

  protected chain(words: readonly string[]): string {
    return words.toReversed().map(withArticle).join(" de ");
  }

  override say(node: Checked): string {
    return super.say(node).replace(/\bde el\b/g, "del");
  }
}

/** Enough for the labels of the model: by the ending of the first word. */
const isFeminine = (label: string): boolean => /(?:as?|ion(?:es)?|dad(?:es)?|base)$/.test(fold(label).split(" ")[0]!);

const withArticle = (label: string): string => {
  const isPlural = /[^aeiou]es$|[ao]s$/.test(fold(label).split(" ")[0]!);
  const article = isFeminine(label) ? (isPlural ? "las" : "la") : isPlural ? "los" : "el";
  return `${article} ${label}`;
};
