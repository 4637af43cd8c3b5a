import type { Checked } from "../formula/checked.ts";
import { tableSpec } from "../records/tables.ts";
import {
  canonical,
  columnPath,
  pathOf,
  placePath,
  predicateOf,
  type Reading,
  rowsText,
  valuesOf,
} from "./canonical.ts";
import { allBut, both, only, type ValueSet } from "./value-set.ts";

/** What a counted row fulfils: which values some of its columns have, and whatever else is said of it. */
export interface Conditions {
  /** By the way to the column: `activity.group.type`. */
  readonly values: ReadonlyMap<string, ValueSet>;
  readonly others: ReadonlySet<string>;
  /**
   * A row that counts is the first of all rows of its person ever: there is one day for each person, whatever the period.
   * The way to who that is, if so.
   */
  readonly onceFor: string | undefined;
}

/**
 * Takes a condition apart into what has to hold together.
 *
 * @param start the way from the counted row to the row that the condition is about
 */
export const conditionsOf = (
  reading: Reading,
  where: Checked | null,
  { datePath, start = "" }: { readonly datePath?: string | undefined; readonly start?: string },
): Conditions => {
  const values = new Map<string, ValueSet>();
  const others = new Set<string>();
  let onceFor: string | undefined;
  const add = (node: Checked, from: string): void => {
    if (node.node === "logic" && node.operator === "and") {
      for (const operand of node.operands) add(operand, from);
      return;
    }
    if (node.node === "predicate") return add(predicateOf(reading, node), pathOf(from, node.route));
    const restriction = restrictionOf(reading, node, from);
    if (restriction !== undefined) {
      const { path, set } = restriction;
      const known = values.get(path);
      values.set(path, known === undefined ? set : both(known, set));
      return;
    }
    const first = datePath === undefined ? undefined : firstDayOf(reading, node, from, datePath);
    if (first !== undefined) onceFor = first.who;
    others.add(first?.text ?? canonical(reading, node, from));
  };
  if (where !== null) add(where, start);
  return { values, others, onceFor };
};

interface Restriction {
  readonly path: string;
  readonly set: ValueSet;
}

/** A condition that says which values a column has. */
const restrictionOf = (reading: Reading, node: Checked, from: string): Restriction | undefined => {
  const restricts = (column: Checked, set: () => ValueSet): Restriction | undefined => {
    const path =
      column.node === "column"
        ? columnPath(column, from)
        : column.node === "place"
          ? placePath(pathOf(from, column.route), column.table, column.level)
          : undefined;
    return path === undefined ? undefined : { path, set: set() };
  };
  switch (node.node) {
    case "is":
      return restricts(node.value, () => (node.state === "known" ? allBut(null) : only(null)));
    case "in": {
      const listed = (): readonly string[] => valuesOf(reading, node.set).map(String);
      return restricts(node.value, () => (node.negated ? allBut(null, ...listed()) : only(...listed())));
    }
    case "compare": {
      const [column, text] = node.left.node === "text" ? [node.right, node.left] : [node.left, node.right];
      if (text.node !== "text") return undefined;
      // Comparing with an empty value is unknown, and what is unknown does not count.
      if (node.operator === "=") return restricts(column, () => only(text.value));
      return node.operator === "!=" ? restricts(column, () => allBut(null, text.value)) : undefined;
    }
    default:
      return undefined;
  }
};

/**
 * `activity.date = min(person.participations.activity.date where ... ever)`: the row's own day is the first one of its
 * person. `ever` ends with the period, but a later day is no first day of a row in it: the period makes no difference.
 */
const firstDayOf = (
  reading: Reading,
  node: Checked,
  from: string,
  datePath: string,
): { readonly text: string; readonly who: string } | undefined => {
  if (node.node !== "compare" || node.operator !== "=") return undefined;
  const [day, first] = node.left.node === "aggregate" ? [node.right, node.left] : [node.left, node.right];
  if (day.node !== "column" || columnPath(day, from) !== datePath) return undefined;
  if (first.node !== "aggregate" || first.function !== "min" || first.window?.window !== "ever") return undefined;
  const { rows, value, where } = first;
  const [step] = rows.path;
  if (rows.from !== "row" || step?.step !== "forward" || value?.node !== "column") return undefined;
  const { time } = tableSpec(rows.table);
  if (time.role !== "event" || columnPath(value, "") !== time.date.join(".")) return undefined;
  const filter = where === null ? "" : canonical(reading, where);
  return { text: `first day(${rowsText(rows)};${filter})`, who: pathOf(from, [step]) };
};
