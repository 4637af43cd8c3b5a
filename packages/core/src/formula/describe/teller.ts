import { DIMENSIONS } from "../../records/dimensions.ts";
import { columnSpec } from "../../records/relations.ts";
import { tableSpec } from "../../records/tables.ts";
import type { Aggregate, Checked, Quantity, SetOfValues, Window } from "../checked.ts";
import { walk } from "../visit.ts";
import type { Labels } from "./labels.ts";
import type { Words } from "./words.ts";

type Of<Node extends Checked["node"]> = Extract<Checked, { readonly node: Node }>;
type Test = Of<"compare" | "between" | "in" | "is">;

/** Tells a formula in the words of one language: what stands in which order is the same for all. */
export class Teller {
  readonly #words: Words;
  readonly #labels: Labels;

  constructor(words: Words, labels: Labels) {
    this.#words = words;
    this.#labels = labels;
  }

  say(node: Checked): string {
    const [words, labels] = [this.#words, this.#labels];
    switch (node.node) {
      case "number":
      case "text":
        return labels.value(node.value, undefined);
      case "assumption":
        return node.type.kind === "condition" ? labels.premise(node.name) : labels.assumed(node.name);
      case "day":
        return words.days[node.word];
      case "column":
      case "list-column":
      case "place":
        return words.chain(labels.nouns(node));
      case "predicate":
        return `${labels.owner(node.route, node.table)} ${labels.predicate(`${node.table}.${node.name}`)}`;
      case "not":
        return words.not(this.#part(node.operand));
      case "negate":
        return words.minus(this.#side(node.operand));
      case "logic":
        return this.#logic(node);
      case "compare":
        return this.#existence(node) ?? this.#test(node);
      case "between":
      case "in":
      case "is":
        return this.#test(node);
      case "arithmetic":
        return words.arithmetic[node.operator](this.#leftOf(node), this.#side(node.right));
      case "else":
        return words.otherwise(this.#side(node.left), this.#beside(node.right, node));
      case "scalar":
        return this.#scalar(node);
      case "aggregate":
        return this.#aggregate(node);
      case "indicator":
        return labels.indicator(node.id);
      case "dissimilarity":
        return words.dissimilarity(this.say(node.left), this.say(node.right), labels.inside(DIMENSIONS[node.by]));
      case "error":
        return "…";
    }
  }

  // --- Conditions

  #logic({ operator, operands }: Of<"logic">): string {
    // A comma closes a window that stands before the word.
    return operands
      .map((each, index) => {
        const told = this.#part(each);
        const isOpen = index < operands.length - 1 && hasAggregate(each) && !told.endsWith(")");
        return isOpen ? `${told},` : told;
      })
      .join(` ${this.#words[operator]} `);
  }

  /** A condition inside another: in brackets where its own parts would run into what is around it. */
  #part(node: Checked): string {
    return node.node === "logic" || this.#isLong(node) ? `(${this.say(node)})` : this.say(node);
  }

  /** Whether an aggregate with clauses of its own is compared. */
  #isLong(node: Checked): boolean {
    return (
      node.node === "compare" &&
      [node.left, node.right].some((side) => side.node === "aggregate" && this.#clauses(side).length > 0)
    );
  }

  #test(node: Test): string {
    const subject = node.node === "compare" ? node.left : node.value;
    switch (subject.node) {
      case "list-column": {
        const [list] = this.#labels.nouns(subject);
        const isKnown = node.node === "is" && node.state === "known";
        const rows = this.#words.of(list!, this.#labels.owner(subject.route, subject.table));
        return this.#words.exists[isKnown ? "some" : "none"](rows);
      }
      case "column":
      case "place":
        return `${this.say(subject)} ${this.#verb(node, this.#words.isPlural(this.#labels.nouns(subject)[0]!))}`;
      case "aggregate": {
        // A window behind clauses is set off by commas on both sides.
        const end = subject.window !== null && this.#clauses(subject).length > 0 ? "," : "";
        return `${this.say(subject)}${end} ${this.#verb(node, false)}`;
      }
      default:
        return `${this.#side(subject)} ${this.#verb(node, false)}`;
    }
  }

  /** What a test says of its subject: "is at least 3". */
  #verb(node: Test, isPlural: boolean): string {
    const words = this.#words;
    switch (node.node) {
      case "compare": {
        const isDay = node.left.type.kind === "day" || node.left.type.kind === "month";
        const verb = words.compare(node.operator, isDay ? "day" : "other", isPlural);
        return `${verb} ${this.#beside(node.right, node.left)}`;
      }
      case "between":
        return words.between(this.#side(node.low), this.#side(node.high), isPlural, node.negated);
      case "in":
        return this.#membership(node.set, node.value, isPlural, node.negated);
      case "is":
        return words.is(node.state, isPlural);
    }
  }

  #membership(set: SetOfValues, of: Checked, isPlural: boolean, negated: boolean): string {
    const words = this.#words;
    switch (set.set) {
      case "capital":
        return words.inCapital(isPlural, negated);
      case "list": {
        const values = set.values.map((value) => this.#labels.value(value, of));
        return words.oneOf(values, isPlural, negated);
      }
      case "assumption": {
        const values = this.#labels.assumption(set.name, of);
        const isEmpty = values.length === 0;
        return words.assumed(isEmpty ? words.inEmptyList(isPlural, negated) : words.oneOf(values, isPlural, negated));
      }
    }
  }

  /** Whether linked rows exist, or how many do: "there are at least 3 participations of the person". */
  #existence({ operator, left, right }: Of<"compare">): string | undefined {
    const isCount = left.node === "aggregate" && (left.function === "count" || left.function === "distinct");
    if (!isCount || left.rows.from !== "row") return undefined;
    const rows = this.#counted(left);
    const { exists, existsCounted } = this.#words;
    if (right.node === "assumption") return existsCounted[operator](this.#labels.assumed(right.name), rows);
    if (right.node !== "number") return undefined;
    const written = `${operator} ${right.value}`;
    if (["> 0", ">= 1", "!= 0"].includes(written)) return exists.some(rows);
    if (["= 0", "< 1", "<= 0"].includes(written)) return exists.none(rows);
    return right.value === 1 ? undefined : existsCounted[operator](this.say(right), rows);
  }

  // --- Values

  /** Something that has an end of its own inside a longer sentence. */
  #side(node: Checked): string {
    return node.node === "arithmetic" ? `(${this.say(node)})` : this.say(node);
  }

  /** What stands left of a sign needs no brackets where reading from the left gives the same. */
  #leftOf({ operator, left }: Of<"arithmetic">): string {
    const isProduct = left.node === "arithmetic" && (left.operator === "*" || left.operator === "/");
    const isSum = operator === "+" || operator === "-";
    return isProduct || isSum ? this.say(left) : this.#side(left);
  }

  /** What stands beside a value: a literal beside a column with a list of values is one of them. */
  #beside(node: Checked, other: Checked): string {
    if (node.node === "text") return this.#labels.value(node.value, other);
    return node.node === "assumption" && node.type.kind !== "condition"
      ? this.#labels.assumed(node.name, other)
      : this.#side(node);
  }

  #scalar({ function: name, args }: Of<"scalar">): string {
    const [first] = args;
    const told = args.map((arg) => this.#side(arg));
    const isBirthdate = first?.node === "column" && first.table === "people" && first.column === "birthdate";
    return name === "age" && isBirthdate
      ? this.#words.ageOf(this.#labels.owner(first.route, "people"), told[1])
      : this.#words.scalars[name](told);
  }

  // --- Aggregates

  #aggregate(node: Aggregate): string {
    const { function: name, value } = node;
    const words = this.#words;
    if (value === null || name === "count" || name === "distinct") return words.numberOf(this.#counted(node));
    const source = this.#source(node);
    const isDay = value.node === "column" && value.type.kind === "day";
    return isDay && (name === "min" || name === "max")
      ? words.extremeDay(name, this.#labels.nouns(value), source)
      : words.aggregates[name](this.#side(value), source);
  }

  /** What `count` and `distinct` count, with the rows that it is found in. */
  #counted(node: Aggregate): string {
    const source = this.#source(node);
    return node.value === null ? source : this.#different(node.value, source);
  }

  /** Different rows are told by their own name where it is clear which they are: the person of a participation. */
  #different(value: Checked, source: string): string {
    const [words, { type }] = [this.#words, value];
    if (value.node === "scalar" && value.function === "month") {
      return words.distinct(words.distinctMonths(this.say(value.args[0]!)), source);
    }
    if (type.kind !== "row" || (value.node !== "column" && value.node !== "place")) {
      return words.distinct(words.distinctValues(this.#side(value)), source);
    }
    const level = value.node === "place" ? value.level : columnSpec(value.table, value.column).level;
    const isPlain =
      value.route.length === 0 &&
      (value.node === "place" || level !== undefined || value.column === tableSpec(type.table).one.en);
    const which = isPlain ? "" : ` (${this.say(value)})`;
    return level === undefined
      ? words.distinct(`${words.distinctRows(this.#labels.inside(tableSpec(type.table).label))}${which}`, source)
      : words.of(`${words.distinctPlaces[level]}${which}`, source);
  }

  /** The rows, what they must be, and the window: "people who are registered at the period's end". */
  #source(node: Aggregate): string {
    const { window } = node;
    const words = this.#words;
    const { rows, owner } = this.#labels.rows(node.rows);
    const adjectives = conjuncts(node.where).flatMap((each) => this.#labels.adjective(each) ?? []);
    const clauses = this.#clauses(node);
    const described = words.described(rows, owner, adjectives);
    const joint = adjectives.length > 0 && words.joinsClauses(adjectives.at(-1)!) ? ` ${words.and} ` : " ";
    const text = clauses.length === 0 ? described : `${described}${joint}${clauses.join(` ${words.and} `)}`;
    if (window === null) return text;
    return `${text}${clauses.length > 0 ? "," : ""} ${this.#window(window)}`;
  }

  /** All other conditions: first those on a column of the row ("whose role is"), then the rest ("where"). */
  #clauses({ where, rows }: Aggregate): readonly string[] {
    const others = conjuncts(where).filter((each) => this.#labels.adjective(each) === undefined);
    const whose = others.flatMap((each) => this.#whose(each) ?? []);
    const rest = others.filter((each) => this.#whose(each) === undefined);
    const [first, ...more] = rest.map((each) => (others.length === 1 ? this.say(each) : this.#part(each)));
    return first === undefined ? whose : [...whose, `${this.#words.where(rows.table)} ${first}`, ...more];
  }

  #whose(node: Checked): string | undefined {
    if (node.node !== "compare" && node.node !== "between" && node.node !== "in" && node.node !== "is") {
      return undefined;
    }
    const subject = node.node === "compare" ? node.left : node.value;
    if ((subject.node !== "column" && subject.node !== "place") || subject.route.length > 0) return undefined;
    const [noun] = this.#labels.nouns(subject);
    return `${this.#words.whose(noun!)} ${this.#verb(node, this.#words.isPlural(noun!))}`;
  }

  #window(window: Window): string {
    const words = this.#words;
    switch (window.window) {
      case "last":
        return words.last(this.#labels.quantity(window.months), isOne(window.months));
      case "within":
        return words.within(this.#labels.quantity(window.days), isOne(window.days), this.#side(window.after));
      default:
        return words.windows[window.window];
    }
  }
}

const isOne = (quantity: Quantity): boolean => quantity.quantity === "number" && quantity.value === 1;

const hasAggregate = (node: Checked): boolean => {
  let found = false;
  walk(node, (each) => {
    found ||= each.node === "aggregate";
  });
  return found;
};

/** The parts of a condition that must all hold. */
const conjuncts = (where: Checked | null): readonly Checked[] => {
  if (where === null) return [];
  return where.node === "logic" && where.operator === "and" ? where.operands.flatMap(conjuncts) : [where];
};
