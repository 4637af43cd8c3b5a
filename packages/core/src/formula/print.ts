import { columnSpec, formulaName } from "../records/relations.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { Language } from "../text/text.ts";
import type { Aggregate, Checked, Quantity, Rows, SetOfValues, Window } from "./checked.ts";
import type { Definitions } from "./check/context.ts";
import { FUNCTIONS } from "./functions.ts";
import { type Keyword, keyword } from "./keywords.ts";
import { dimensionName, LEVELS, PLACE } from "./names.ts";

/** How tightly a node binds; a looser one inside a tighter one needs brackets. */
const BINDING = { or: 1, and: 2, not: 3, test: 4, else: 5, sum: 6, product: 7, sign: 8, atom: 9 } as const;

/** The names that a strategy gives, in the language that is printed. */
export type StrategyNames = Pick<Definitions, "spelling" | "values">;

/**
 * Writes a checked formula out again. Reading what is printed gives the same formula, in either language.
 *
 * @example
 * const { definitions } = compileStrategy(aiChile20242030);
 * const { checked } = checkFormula("count(people where registered)", definitions);
 * print(checked, "es", definitions); // "contar(personas donde registrada al final)"
 */
export const print = (node: Checked, language: Language, names: StrategyNames): string =>
  new Printer(language, names).at(node, BINDING.or);

class Printer {
  readonly #language: Language;
  readonly #names: StrategyNames;

  constructor(language: Language, names: StrategyNames) {
    this.#language = language;
    this.#names = names;
  }

  /** A node in a place that takes what binds at least this tightly. */
  at(node: Checked, least: number): string {
    const text = this.#node(node);
    return bindingOf(node) < least ? `(${text})` : text;
  }

  #word(name: Keyword): string {
    return keyword(name, this.#language);
  }

  #table(table: TableName): string {
    return formulaName(tableSpec(table))[this.#language];
  }

  #column(table: TableName, column: string): string {
    return formulaName(columnSpec(table, column))[this.#language];
  }

  #path(route: Extract<Checked, { node: "column" }>["route"], ...end: readonly string[]): string {
    return [...route.map((step) => this.#column(step.from, step.column)), ...end].join(".");
  }

  #node(node: Checked): string {
    switch (node.node) {
      case "number":
        return decimal(node.value);
      case "text":
        return quote(node.value);
      case "assumption":
        return this.#names.spelling("assumption", node.name, this.#language);
      case "day":
        return this.#word(node.word);
      case "column":
      case "list-column":
        return this.#path(node.route, this.#column(node.table, node.column));
      case "place":
        return this.#path(node.route, ...this.#place(node.table, node.level));
      case "predicate":
        return this.#path(node.route, this.#names.spelling("predicate", `${node.table}.${node.name}`, this.#language));
      case "not":
        return `${this.#word("not")} ${this.at(node.operand, BINDING.not)}`;
      case "negate":
        return `-${this.at(node.operand, BINDING.sign)}`;
      case "logic": {
        const tighter = BINDING[node.operator] + 1;
        return node.operands.map((each) => this.at(each, tighter)).join(` ${this.#word(node.operator)} `);
      }
      case "compare":
        return `${this.#beside(node.left, node.right, BINDING.else)} ${node.operator} ${this.#beside(node.right, node.left, BINDING.else)}`;
      case "arithmetic": {
        const own = bindingOf(node);
        return `${this.at(node.left, own)} ${node.operator} ${this.at(node.right, own + 1)}`;
      }
      case "else":
        return `${this.#beside(node.left, node, BINDING.sum)} ${this.#word("else")} ${this.#beside(node.right, node, BINDING.else)}`;
      case "between": {
        const word = this.#word(node.negated ? "not-between" : "between");
        const [low, high] = [this.at(node.low, BINDING.else), this.at(node.high, BINDING.else)];
        return `${this.at(node.value, BINDING.else)} ${word} ${low} ${this.#word("and")} ${high}`;
      }
      case "in": {
        const isPlace = node.set.set === "capital";
        const word = this.#word(isPlace ? (node.negated ? "not-in" : "in") : node.negated ? "not-one-of" : "one-of");
        return `${this.at(node.value, BINDING.else)} ${word} ${this.#set(node.set, node.value)}`;
      }
      case "is":
        return `${this.at(node.value, BINDING.else)} ${this.#word(node.state)}`;
      case "scalar":
        return this.#call(node.function, node.args.map((arg) => this.at(arg, BINDING.or)).join(", "));
      case "aggregate":
        return this.#aggregate(node);
      case "indicator":
        return this.#call("indicator", quote(node.id));
      case "dissimilarity": {
        const sides = [node.left, node.right].map((side) => this.at(side, BINDING.or)).join(", ");
        return this.#call("dissimilarity", `${sides} ${this.#word("by")} ${dimensionName(node.by)[this.#language]}`);
      }
      case "error":
        return "?";
    }
  }

  /** A node whose literal may be a value of what it stands beside. */
  #beside(node: Checked, other: Checked, least: number): string {
    return node.node === "text" ? this.#literal(node.value, other) : this.at(node, least);
  }

  /** A value of a column with a list of values is written by its label where the formula is not English. */
  #literal(value: string | number, { type }: Checked): string {
    if (typeof value === "number") return decimal(value);
    if (type.kind !== "enum" || this.#language === "en") return quote(value);
    const found = this.#names.values(type.table, type.column).find((each) => each.value === value);
    return quote(found?.label[this.#language] ?? value);
  }

  #place(table: TableName, level: "region" | "commune"): readonly string[] {
    const name = LEVELS[level][this.#language];
    return table === "places" ? [name] : [PLACE[this.#language], name];
  }

  #set(set: SetOfValues, of: Checked): string {
    switch (set.set) {
      case "list":
        return `(${set.values.map((value) => this.#literal(value, of)).join(", ")})`;
      case "assumption":
        return this.#names.spelling("assumption", set.name, this.#language);
      case "capital":
        return "capital";
    }
  }

  #call(name: keyof typeof FUNCTIONS, inside: string): string {
    return `${FUNCTIONS[name].names[this.#language]}(${inside})`;
  }

  #aggregate({ function: name, rows, value, where, window }: Aggregate): string {
    const source = this.#rows(rows);
    const argument = value === null ? source : new Prefixed(this.#language, this.#names, source).at(value, BINDING.or);
    // Inside an argument too, what belongs to the rows of this aggregate is written from one of them.
    const inside = new Printer(this.#language, this.#names);
    const parts = [argument];
    if (where !== null) parts.push(`${this.#word("where")} ${inside.at(where, BINDING.or)}`);
    if (window !== null) parts.push(inside.#window(window));
    return this.#call(name, parts.join(" "));
  }

  #rows({ from, root, path }: Rows): string {
    let at = root;
    const names = from === "table" ? [this.#table(root)] : [];
    for (const step of path) {
      names.push(step.step === "back" ? this.#table(step.table) : this.#column(at, stepColumn(step)));
      at = step.table;
    }
    return names.join(".");
  }

  #window(window: Window): string {
    switch (window.window) {
      case "last":
        return `${this.#word("last")} ${this.#quantity(window.months)} ${this.#word("months")}`;
      case "within":
        return `${this.#word("within")} ${this.#quantity(window.days)} ${this.#word("days-after")} ${this.at(window.after, BINDING.atom)}`;
      default:
        return this.#word(window.window);
    }
  }

  #quantity(quantity: Quantity): string {
    return quantity.quantity === "number"
      ? String(quantity.value)
      : this.#names.spelling("assumption", quantity.name, this.#language);
  }
}

/** What an aggregate takes, written from outside its rows: every path begins with the way to them. */
class Prefixed extends Printer {
  readonly #source: string;

  constructor(language: Language, names: StrategyNames, source: string) {
    super(language, names);
    this.#source = source;
  }

  override at(node: Checked, least: number): string {
    const text = super.at(node, least);
    const isPath = ["column", "list-column", "place", "predicate"].includes(node.node);
    return isPath ? `${this.#source}.${text}` : text;
  }
}

const stepColumn = (step: Rows["path"][number]): string => (step.step === "forward" ? step.column : step.columns[0]!);

/** A number as a formula can hold it: never with an exponent. */
const decimal = (value: number): string => {
  if (value < 0) return `-${decimal(-value)}`;
  const [digits, exponent] = String(value).split("e-");
  return exponent === undefined ? digits! : `0.${"0".repeat(Number(exponent) - 1)}${digits!.replace(".", "")}`;
};

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const bindingOf = (node: Checked): number => {
  switch (node.node) {
    case "logic":
      return BINDING[node.operator];
    case "not":
      return BINDING.not;
    case "compare":
    case "between":
    case "in":
    case "is":
      return BINDING.test;
    case "else":
      return BINDING.else;
    case "arithmetic":
      return node.operator === "+" || node.operator === "-" ? BINDING.sum : BINDING.product;
    case "negate":
      return BINDING.sign;
    default:
      return BINDING.atom;
  }
};
