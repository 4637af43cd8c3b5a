import type { Frame } from "../evaluate/frame.ts";
import { eventDays } from "../evaluate/windows.ts";
import type { Checked, Quantity, Rows, SetOfValues, Window } from "../formula/checked.ts";
import { columnSpec, type Step, targetOf } from "../records/relations.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { Section } from "../section/section.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";
import type { Day } from "../time/day.ts";

/** What the words of a formula stand for in one period. */
export interface Reading {
  readonly compiled: CompiledStrategy;
  readonly section: Section;
  readonly frame: Frame;
}

/** The way from a row to a column or another row, as text: `activity.group.type`; the row itself is "". */
export const pathOf = (from: string, route: readonly Pick<Step, "column">[], ...end: readonly string[]): string =>
  [...(from === "" ? [] : [from]), ...route.map(({ column }) => column), ...end].join(".");

/** The way to the place of a row: a membership's is its group's. */
export const placePath = (from: string, table: TableName, level: "region" | "commune"): string => {
  const { place } = tableSpec(table);
  if (place.rule !== "of") return pathOf(from, [], `@${level}`);
  return placePath(pathOf(from, [place]), targetOf(columnSpec(table, place.column)), level);
};

/** The way to a column; a table's own place column is its place. */
export const columnPath = (
  { route, table, column }: Pick<Extract<Checked, { node: "column" }>, "route" | "table" | "column">,
  from: string,
): string => {
  const { level } = columnSpec(table, column);
  const isPlace = level !== undefined && tableSpec(table).place.rule === "own";
  return pathOf(from, route, isPlace ? `@${level}` : column);
};

/** The days of a window, as text; two windows of the same days are the same, whatever they are called. */
export interface WindowDays {
  /** `days`: events on a day; `touching`: spells that hold one of the days; `starting`, `ending`: with an end among them. */
  readonly kind: "days" | "touching" | "starting" | "ending" | "none";
  readonly from: Day;
  readonly to: Day;
}

const ALL: Pick<WindowDays, "from" | "to"> = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** The number that a quantity stands for. */
const amount =
  ({ compiled }: Reading) =>
  (quantity: Quantity): number =>
    quantity.quantity === "number" ? quantity.value : Number(compiled.strategy.assumptions[quantity.name]!.value);

/** The days of a window over a table; undefined for windows that are no days of the period. */
export const daysOf = (reading: Reading, table: TableName, window: Window | null): WindowDays | undefined => {
  const { role } = tableSpec(table).time;
  const { start, end } = reading.frame;
  if (window === null || role === "none") return { kind: "none", ...ALL };
  if (role === "event") {
    if (window.window === "within") return undefined;
    return { kind: "days", ...eventDays(window, amount(reading))(reading.frame) };
  }
  if (role !== "spell") return undefined;
  switch (window.window) {
    // What holds on a day is what touches that day.
    case "at-end":
      return { kind: "touching", from: end, to: end };
    case "any-time":
      return { kind: "touching", from: start, to: end };
    case "ever":
      return { kind: "touching", from: ALL.from, to: end };
    case "started":
      return { kind: "starting", from: start, to: end };
    case "ended":
      return { kind: "ending", from: start, to: end };
    default:
      return undefined;
  }
};

/** The values of a set, whatever name it has. */
export const valuesOf = ({ compiled, section }: Reading, set: SetOfValues): readonly (string | number)[] => {
  switch (set.set) {
    case "list":
      return set.values;
    case "capital":
      return section.capital;
    case "assumption": {
      const { value } = compiled.strategy.assumptions[set.name]!;
      return Array.isArray(value) ? (value as readonly string[]) : [String(value)];
    }
  }
};

/**
 * Writes what an expression says in one period: two expressions with the same text are the same for every row. Names are
 * resolved: predicates by what they say, assumptions by their values, windows by their days.
 *
 * @param from the way from the counted row to the row that the expression is about
 */
export const canonical = (reading: Reading, node: Checked, from = ""): string => {
  const at = (child: Checked): string => canonical(reading, child, from);
  switch (node.node) {
    case "number":
      return String(node.value);
    case "text":
      return JSON.stringify(node.value);
    case "assumption":
      return JSON.stringify(reading.compiled.strategy.assumptions[node.name]!.value);
    case "day": {
      const { start, end, asOf } = reading.frame;
      return `day ${{ "period-start": start, "period-end": end, "as-of": asOf }[node.word]}`;
    }
    case "column":
      return columnPath(node, from);
    case "list-column":
      return `${pathOf(from, node.route, node.column)}[]`;
    case "place":
      return placePath(pathOf(from, node.route), node.table, node.level);
    case "predicate":
      return canonical(reading, predicateOf(reading, node), pathOf(from, node.route));
    case "not":
    case "negate":
      return `${node.node}(${at(node.operand)})`;
    case "logic":
      return `${node.operator}(${node.operands.map(at).toSorted().join()})`;
    case "compare":
    case "arithmetic":
      return `(${at(node.left)} ${node.operator} ${at(node.right)})`;
    case "else":
      return `(${at(node.left)} else ${at(node.right)})`;
    case "between":
      return `${node.negated ? "!" : ""}between(${[node.value, node.low, node.high].map(at).join()})`;
    case "in": {
      const values = valuesOf(reading, node.set).map((value) => JSON.stringify(value));
      return `${node.negated ? "!" : ""}in(${at(node.value)},${values.toSorted().join()})`;
    }
    case "is":
      return `${node.state}(${at(node.value)})`;
    case "scalar":
      return `${node.function}(${node.args.map(at).join()})`;
    case "aggregate": {
      const { rows, value, where, window } = node;
      const inside = [value, where].map((each) => (each === null ? "" : canonical(reading, each)));
      return `${node.function}(${[rowsText(rows, from), ...inside, windowText(reading, rows.table, window, from)].join(";")})`;
    }
    case "indicator":
      return at(reading.compiled.indicators.get(node.id)!.checked);
    case "dissimilarity":
      return `dissimilarity(${[at(node.left), at(node.right), node.by].join()})`;
    case "error":
      return "?";
  }
};

/** The condition that a predicate stands for. */
export const predicateOf = (
  { compiled }: Pick<Reading, "compiled">,
  { table, name }: Pick<Extract<Checked, { node: "predicate" }>, "table" | "name">,
): Checked => compiled.predicates.get(`${table}.${name}`)!.checked;

/** The rows that an aggregate runs over. */
export const rowsText = ({ from: start, root, path }: Rows, from = ""): string =>
  [
    start === "row" ? from : root,
    ...path.map((step) => (step.step === "forward" ? step.column : `${step.table}<${step.columns.join()}`)),
  ].join("/");

const windowText = (reading: Reading, table: TableName, window: Window | null, from: string): string => {
  const days = daysOf(reading, table, window);
  if (days !== undefined) return `${days.kind} ${days.from}..${days.to}`;
  if (window?.window === "within") {
    return `${amount(reading)(window.days)} days after ${canonical(reading, window.after, from)}`;
  }
  const { id, start, end } = reading.frame;
  return `${window?.window ?? ""} ${id} ${start}..${end}`;
};
