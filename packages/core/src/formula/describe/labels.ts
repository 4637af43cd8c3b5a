import { DIMENSIONS } from "../../records/dimensions.ts";
import { columnSpec, type Step } from "../../records/relations.ts";
import { type TableName, tableSpec } from "../../records/tables.ts";
import type { Language, Text } from "../../text/text.ts";
import type { Definitions } from "../check/context.ts";
import type { Checked, Quantity, Rows } from "../checked.ts";
import type { Words } from "./words.ts";

/** What `describe` needs from a strategy: its labels. */
export type StrategyLabels = Pick<Definitions, "label" | "labelOfMany" | "values" | "assumptionValue">;

/** A value of a row: a column, a list of rows, a place. */
export type RowValue = Extract<Checked, { readonly node: "column" | "list-column" | "place" }>;

/** What the names in a formula are called in one language: nothing in here depends on what stands around them. */
export class Labels {
  readonly #words: Words;
  readonly #language: Language;
  readonly #strategy: StrategyLabels;

  constructor(words: Words, language: Language, strategy: StrategyLabels) {
    this.#words = words;
    this.#language = language;
    this.#strategy = strategy;
  }

  /** A label inside a sentence. */
  inside(label: Text): string {
    const text = label[this.#language];
    return text.charAt(0).toLowerCase() + text.slice(1);
  }

  indicator(id: string): string {
    return this.#words.indicator(this.#strategy.label("indicator", id, this.#language));
  }

  /** What a predicate says of one row: "is registered". */
  predicate(name: string): string {
    return this.#strategy.label("predicate", name, this.#language);
  }

  /** What a predicate of the row at hand says of several: "who are registered"; nothing for any other condition. */
  adjective(node: Checked): string | undefined {
    return node.node === "predicate" && node.route.length === 0
      ? this.#strategy.labelOfMany(`${node.table}.${node.name}`, this.#language)
      : undefined;
  }

  #column(table: TableName, column: string): string {
    const { label, kind } = columnSpec(table, column);
    return kind === "day" ? this.#words.dayNoun(label[this.#language]) : this.inside(label);
  }

  /** From the value back to the row at hand: type, group, activity. */
  nouns(node: RowValue): readonly string[] {
    const last = node.node === "place" ? this.inside(DIMENSIONS[node.level]) : this.#column(node.table, node.column);
    return [last, ...this.#route(node.route)];
  }

  #route(route: readonly Step[]): readonly string[] {
    return route.map(({ from, column }) => this.#column(from, column)).toReversed();
  }

  /** The row that a route leads to: "the group of the activity", or the row itself, "the person". */
  owner(route: readonly Step[], table: TableName): string {
    return this.#words.chain(route.length === 0 ? [this.inside(tableSpec(table).one)] : this.#route(route));
  }

  /** The rows of an aggregate and, unless they are all of a table, whose they are: participations, the person. */
  rows({ from, root, path }: Rows): { readonly rows: string; readonly owner: string | undefined } {
    const plural = (table: TableName): string => this.inside(tableSpec(table).label);
    let [rows, owner] =
      from === "row" ? [this.owner([], root), undefined] : [plural(root), undefined as string | undefined];
    let at = root;
    for (const [index, step] of path.entries()) {
      // As with a column, the row at hand goes without saying: "participations of the person".
      const isAtHand = from === "row" && index === 0 && step.step === "forward";
      owner = isAtHand ? undefined : owner === undefined ? rows : this.#words.of(rows, owner);
      if (step.step === "forward") rows = this.#words.chain([this.#column(at, step.column)]);
      else rows = step.step === "list" ? this.#column(at, step.columns[0]!) : plural(step.table);
      at = step.table;
    }
    return { rows, owner };
  }

  /** A literal; beside a column with a list of values, that value's label. */
  value(value: string | number, of: Checked | undefined): string {
    if (typeof value === "number") return this.#words.number(value);
    return this.#words.quote(this.#labelOf(value, of) ?? value);
  }

  #labelOf(value: string, of: Checked | undefined): string | undefined {
    if (of?.type.kind === "enum") {
      const known = this.#strategy.values(of.type.table, of.type.column).find((each) => each.value === value);
      return known?.label[this.#language];
    }
    // The levels of the model's own dimensions have names; a section's other levels are written as they are.
    const isLevel = of?.node === "column" && of.table === "places" && of.column === "level";
    return isLevel && (value === "region" || value === "commune") ? this.inside(DIMENSIONS[value]) : undefined;
  }

  /** The values of an assumption. */
  assumption(name: string, of: Checked | undefined): readonly string[] {
    const value = this.#strategy.assumptionValue(name);
    const values = typeof value === "object" ? value : [value];
    return values.map((each) => (typeof each === "boolean" ? this.#words.truth(each) : this.value(each, of)));
  }

  /** An assumption is told by its value, and marked as one. */
  assumed(name: string, of?: Checked): string {
    return this.#words.assumed(this.assumption(name, of).join(` ${this.#words.or} `));
  }

  /** An assumption that is true or false by itself. */
  premise(name: string): string {
    return this.#words.assumed(this.#words.quote(this.#strategy.label("assumption", name, this.#language)));
  }

  quantity(quantity: Quantity): string {
    return quantity.quantity === "number" ? this.#words.number(quantity.value) : this.assumed(quantity.name);
  }
}
