import * as fc from "fast-check";
import { WINDOWS } from "../../src/formula/window.ts";
import { columnSpec, tablesLinkedTo, targetOf } from "../../src/records/relations.ts";
import { TABLE_NAMES, type TableName, tableSpec } from "../../src/records/tables.ts";
import { definitions } from "./strategy.ts";

/** What to take at each turn; the first of every choice where it is used up, which are the simple ones. */
const arbitraryPick: fc.Arbitrary<() => Pick> = fc
  .array(fc.nat(5_039), { minLength: 60, maxLength: 60 })
  .map((turns) => () => {
    let turn = 0;
    return (items) => items[(turns[turn++] ?? 0) % items.length]!;
  });

/**
 * English texts of every form of the language, all of them without mistakes. What they mean is of no matter: only names,
 * types and windows fit.
 */
export const arbitraryFormula: fc.Arbitrary<string> = arbitraryPick.map((pick) => new Writer(pick()).number(3));

/** The same for conditions on the rows of a table. */
export const arbitraryCondition = (table: TableName): fc.Arbitrary<string> =>
  arbitraryPick.map((pick) => new Writer(pick()).condition(table, 3));

type Pick = <Item>(items: readonly Item[]) => Item;

const TEXTS = ['"a"', '"ñandú ""x"""', "«مجموعة»", "“🌱 b”", '""', '"and"'];
const NUMBERS = ["0", "1", "2.5", "100000", "0.000001", "-3"];
const COUNTS = ["1", "12", "recurrent_window"];
const ROUTE_KINDS = ["ref", "place"];

class Writer {
  readonly #pick: Pick;

  constructor(pick: Pick) {
    this.#pick = pick;
  }

  #one(...ways: readonly (() => string)[]): string {
    return this.#pick(ways)();
  }

  #maybe(text: string): string {
    return this.#pick([text, text, `(${text})`]);
  }

  /** Something true or false of a row. */
  condition(table: TableName, depth: number): string {
    const simple = [
      () => `${this.#pathTo(table, () => true)} ${this.#pick(["is known", "is empty"])}`,
      () => this.#words(table),
      () => this.#predicate(table),
      () => `${this.#day(table, depth)} ${this.#comparison()} ${this.#day(table, depth)}`,
      () => `${this.#number(table, depth)} ${this.#comparison()} ${this.#pick(NUMBERS)}`,
      () => `${this.#number(table, depth)} ${this.#pick(["between", "not between"])} 1 and ${this.#pick(NUMBERS)}`,
      () => `month(${this.#day(table, 0)}) ${this.#comparison()} month(as of)`,
      () => this.#placed(table),
    ];
    if (depth === 0) return this.#one(...simple);
    const inner = (): string => this.#maybe(this.condition(table, depth - 1));
    return this.#one(
      ...simple,
      () => `${inner()} and ${inner()}`,
      () => `${inner()} or ${inner()} ${this.#pick(["or", "and"])} ${inner()}`,
      () => `(${inner()} or ${inner()}) and ${inner()}`,
      () => `not (${this.condition(table, depth - 1)})`,
      () => `not not ${this.#predicate(table)}`,
    );
  }

  /** A number outside any row. */
  number(depth: number): string {
    const aggregate = (): string => this.#aggregate(null, depth - 1);
    const plain = [
      aggregate,
      aggregate,
      () => `indicator("${this.#pick(definitions.indicatorIds)}")`,
      () => this.#pick(["youth_min_age", "recurrent_participations"]),
      () => `dissimilarity(${aggregate()}, ${aggregate()} by ${this.#pick(["region", "gender", "age_band"])})`,
    ];
    if (depth === 0) return this.#one(...plain);
    const inner = (): string => this.#maybe(this.number(depth - 1));
    return this.#one(
      ...plain,
      () => `(${inner()}) / (${inner()}) * ${this.#pick(NUMBERS)}`,
      () => `(${inner()}) + ${this.#pick(NUMBERS)}`,
      () => `(${inner()} - ${this.#pick(NUMBERS)}) * (2 + 3) / 4`,
      () => `-(${inner()})`,
      () => `(${inner()}) else ${this.#pick(NUMBERS)}`,
      () => `(1 - ${this.#pick(NUMBERS)}) else (2 else 3)`,
    );
  }

  #comparison(): string {
    return this.#pick(["=", "!=", "<", "<=", ">", ">="]);
  }

  /** A column of the row, or of one that it leads to, that fits; the row's own table where none does. */
  #pathTo(table: TableName, fits: (kind: string) => boolean): string {
    const own = tableSpec(table).columns.filter(({ kind }) => fits(kind));
    const ways = tableSpec(table).columns.filter(
      (column) =>
        ROUTE_KINDS.includes(column.kind) && tableSpec(targetOf(column)).columns.some(({ kind }) => fits(kind)),
    );
    const options = [
      ...own.map(({ name }) => name),
      ...ways.flatMap((way) =>
        tableSpec(targetOf(way))
          .columns.filter(({ kind }) => fits(kind) && kind !== "refs")
          .map(({ name }) => `${way.name}.${name}`),
      ),
    ];
    return this.#pick(options);
  }

  #has(table: TableName, kind: string): boolean {
    return tableSpec(table).columns.some((column) => column.kind === kind);
  }

  #day(table: TableName, depth: number): string {
    const words = ["as of", "period start", "period end"];
    if (!this.#has(table, "day")) return this.#pick(words);
    const column = (): string => this.#pick(tableSpec(table).columns.filter(({ kind }) => kind === "day")).name;
    return this.#one(
      column,
      () => this.#pick(words),
      () => `(${column()} else ${this.#pick(words)})`,
      () => (depth === 0 ? column() : this.#extremeDay(table)),
    );
  }

  #extremeDay(table: TableName): string {
    const linked = tablesLinkedTo(table).filter((each) => this.#has(each, "day"));
    if (linked.length === 0) return "as of";
    const from = this.#pick(linked);
    const { name } = this.#pick(tableSpec(from).columns.filter(({ kind }) => kind === "day"));
    return `${this.#pick(["min", "max"])}(${from}.${name}${this.#window(from, table)})`;
  }

  #number(table: TableName, depth: number): string {
    const columns = tableSpec(table).columns.filter(({ kind }) => kind === "number" || kind === "year");
    return this.#one(
      ...columns.map(
        ({ name }) =>
          () =>
            name,
      ),
      ...columns.map(
        ({ name }) =>
          () =>
            `(${name} + 1) * ${this.#pick(NUMBERS)}`,
      ),
      ...columns.map(
        ({ name }) =>
          () =>
            `-(${name} else 0)`,
      ),
      () => `days(${this.#day(table, 0)}, ${this.#day(table, depth)})`,
      () => `age(${this.#day(table, 0)})`,
      () => `age(${this.#day(table, 0)}, ${this.#day(table, 0)})`,
      () => (depth === 0 || tablesLinkedTo(table).length === 0 ? "1" : this.#aggregate(table, depth - 1)),
    );
  }

  /** A column of words beside a text or a list. */
  #words(table: TableName): string {
    const path = this.#pathTo(table, (kind) => ["enum", "text", "id", "ref", "place", "period"].includes(kind));
    const [value, other] = [this.#valueFor(table, path), this.#valueFor(table, path)];
    return this.#one(
      () => `${path} ${this.#pick(["=", "!="])} ${value}`,
      () => `${value} = ${path}`,
      () => `${path} ${this.#pick(["is one of", "is not one of"])} (${value}, ${other})`,
      () => (path.endsWith("gender") ? `${path} is one of age_bands` : `${path} is one of (${value})`),
    );
  }

  #valueFor(table: TableName, path: string): string {
    const [first, second] = path.split(".");
    const column = columnSpec(table, first!);
    const last = second === undefined ? column : columnSpec(targetOf(column), second);
    const home = second === undefined ? table : targetOf(column);
    return last.kind === "enum" ? `"${this.#pick(definitions.values(home, last.name)).value}"` : this.#pick(TEXTS);
  }

  #predicate(table: TableName): string {
    const names = definitions.predicateNames(table);
    const through = tableSpec(table)
      .columns.filter((column) => column.kind === "ref")
      .flatMap((column) => definitions.predicateNames(targetOf(column)).map((name) => `${column.name}.${name}`));
    const all = [...names, ...through];
    return all.length === 0 ? "1 = 1" : this.#pick(all);
  }

  #placed(table: TableName): string {
    if (tableSpec(table).place.rule === "none") return "1 = 1";
    const place = table === "places" ? "" : "place.";
    return this.#one(
      () => `${place}region ${this.#pick(["in", "not in"])} capital`,
      () => `${place}commune is known`,
      () => `${place}region is one of ("CL-RM", "CL-VS")`,
    );
  }

  /** An aggregate over a whole table, or over the rows linked to one. */
  #aggregate(row: TableName | null, depth: number): string {
    const from = row === null ? this.#pick(TABLE_NAMES) : this.#pick(tablesLinkedTo(row));
    const inside = depth <= 0 ? "" : this.#pick(["", ` where ${this.condition(from, depth - 1)}`]);
    const rest = `${inside}${this.#window(from, row)}`;
    const days = tableSpec(from).columns.filter(({ kind }) => kind === "day");
    const numbers = tableSpec(from).columns.filter(({ kind }) => kind === "number");
    return this.#one(
      () => `count(${from}${rest})`,
      () => `distinct(${from}.${this.#pathTo(from, (kind) => kind !== "refs")}${rest})`,
      () => `distinct(${from}${rest})`,
      ...days.map(
        ({ name }) =>
          () =>
            `distinct(month(${from}.${name})${rest})`,
      ),
      ...days.map(
        ({ name }) =>
          () =>
            `${this.#pick(["median", "average", "min", "max", "sum"])}(days(${from}.${name}, as of)${rest})`,
      ),
      ...numbers.map(
        ({ name }) =>
          () =>
            `${this.#pick(["sum", "average", "median", "min"])}((${from}.${name} else 0) * 2${rest})`,
      ),
    );
  }

  /** A window that the table can have, or none. */
  #window(table: TableName, row: TableName | null): string {
    const { role } = tableSpec(table).time;
    const words: readonly string[] = (Object.keys(WINDOWS) as (keyof typeof WINDOWS)[])
      .filter((name) => WINDOWS[name].roles.includes(role))
      .flatMap((name) => {
        if (name === "last") return [` last ${this.#pick(COUNTS)} months`];
        if (name !== "within") return [` ${ENGLISH[name]}`];
        return row === null
          ? []
          : [` within ${this.#pick(["1", "follow_through_days"])} days after ${this.#day(row, 0)}`];
      });
    return this.#pick(["", ...words]);
  }
}

const ENGLISH = {
  during: "during",
  "at-end": "at end",
  "any-time": "any time in period",
  started: "started",
  ended: "ended",
  "previous-year": "previous year",
  ever: "ever",
  "to-date": "to date",
} as const;
