import {
  columnByName,
  formulaName,
  linkBetween,
  type Step,
  tableByName,
  tablesLinkedTo,
  targetOf,
} from "../../records/relations.ts";
import type { ColumnSpec } from "../../records/column.ts";
import { TABLE_NAMES, type TableName, tableSpec } from "../../records/tables.ts";
import { nearest } from "../../text/text.ts";
import type { Name, Span } from "../ast.ts";
import type { Checked, ManyStep, Rows } from "../checked.ts";
import { EXPECTED } from "../diagnostic.ts";
import { isPlace, LEVEL_NAMES, levelByName } from "../names.ts";
import { CONDITION, DAY, numberOf, TEXT, type ValueType } from "../type.ts";
import type { Unit } from "../../results/result.ts";
import type { Context } from "./context.ts";

/** Whether a name after a row of a table is its place, or for a place itself one of its levels. */
export const isPlaceName = (table: TableName, name: string): boolean =>
  table === "places" ? levelByName(name) !== undefined : isPlace(name) && tableSpec(table).place.rule !== "none";

const spanOf = (names: readonly Name[]): Span => ({
  start: names[0]!.span.start,
  end: names.at(-1)!.span.end,
});

const write = (names: readonly Name[]): string => names.map(({ text }) => text).join(".");

/** What a column's cell is worth in a formula. */
const columnType = (table: TableName, column: ColumnSpec): ValueType => {
  switch (column.kind) {
    case "day":
      return DAY;
    case "number":
      return numberOf((column.unit ?? "number") as Unit);
    case "year":
      return numberOf("years");
    case "enum":
      return { kind: "enum", table, column: column.name };
    case "ref":
    case "place":
      return { kind: "row", table: targetOf(column) };
    default:
      return TEXT;
  }
};

/** One name after a row of `table`: a column, one of the built-in places, a predicate, or rows linked to it. */
type Found =
  | { readonly found: "column"; readonly column: ColumnSpec }
  | { readonly found: "place" }
  | { readonly found: "level"; readonly level: "region" | "commune" }
  | { readonly found: "predicate"; readonly name: string }
  | { readonly found: "many"; readonly step: ManyStep };

const find = (context: Context, table: TableName, name: Name): Found | undefined => {
  const column = columnByName(table, name.text);
  if (column?.kind === "refs") {
    return {
      found: "many",
      step: { step: "list", columns: [column.name], table: targetOf(column) },
    };
  }
  if (column !== undefined) return { found: "column", column };
  if (isPlaceName(table, name.text)) {
    return table === "places" ? { found: "level", level: levelByName(name.text)! } : { found: "place" };
  }
  const predicate = context.definitions.predicate(table, name.text);
  if (predicate !== undefined) return { found: "predicate", name: predicate };
  const other = tableByName(name.text);
  const link = other === undefined ? undefined : linkBetween(other, table);
  if (link === undefined) return undefined;
  return {
    found: "many",
    step: { step: "back", columns: link.columns.map((each) => each.name), table: link.from },
  };
};

const namesAfter = (context: Context, table: TableName): readonly string[] => [
  ...tableSpec(table).columns.flatMap((column) => Object.values(formulaName(column))),
  ...context.definitions.predicateNames(table),
  ...tablesLinkedTo(table).flatMap((linked) => Object.values(formulaName(tableSpec(linked)))),
];

/** A path that may lead to a list of rows too, which as a whole can be known or empty. */
export const resolveListOrValue = (context: Context, names: readonly Name[]): Checked => {
  const resolved = resolve(context, names);
  return resolved.node === "list" ? resolved.list : resolved;
};

/** A path in a row's scope that must lead to one value. */
export const resolveValue = (context: Context, names: readonly Name[]): Checked => {
  const resolved = resolve(context, names);
  return resolved.node === "list" ? context.error("several-rows", spanOf(names), { name: write(names) }) : resolved;
};

const resolve = (
  context: Context,
  names: readonly Name[],
): Checked | { readonly node: "list"; readonly list: Checked } => {
  const span = spanOf(names);
  const first = names[0]!;
  if (context.row === null || find(context, context.row, first) === undefined) {
    return resolveOutsideRow(context, names);
  }
  let table = context.row;
  const route: Step[] = [];
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const found = find(context, table, name);
    if (found === undefined) return unknownAfter(context, table, name);
    switch (found.found) {
      case "column": {
        const type = columnType(table, found.column);
        if (isLast) {
          return { node: "column", route, table, column: found.column.name, type, span };
        }
        if (type.kind !== "row") return context.error("no-columns", name.span, { name: name.text });
        route.push({ step: "forward", from: table, column: found.column.name, table: type.table });
        table = type.table;
        break;
      }
      case "place": {
        const level = levelByName(names[index + 1]?.text ?? "");
        if (level === undefined) return unknownLevel(context, names, index);
        return placeValue(context, names, index + 1, { route, table, level });
      }
      case "level":
        return placeValue(context, names, index, { route, table, level: found.level });
      case "predicate":
        return isLast
          ? { node: "predicate", route, table, name: found.name, type: CONDITION, span }
          : context.error("no-columns", name.span, { name: name.text });
      case "many":
        if (isLast && found.step.step === "list") {
          const type: ValueType = { kind: "row", table: found.step.table };
          return {
            node: "list",
            list: { node: "list-column", route, table, column: found.step.columns[0]!, type, span },
          };
        }
        return context.error("several-rows", span, { name: write(names) });
    }
  }
  throw new Error("a path has at least one name");
};

type PlaceNode = Pick<Extract<Checked, { node: "place" }>, "route" | "table" | "level">;

/** The place itself: nothing can follow `place.region`. */
const placeValue = (context: Context, names: readonly Name[], index: number, place: PlaceNode): Checked => {
  const rest = names.slice(index + 1);
  if (rest.length === 0) {
    return { node: "place", ...place, type: { kind: "row", table: "places" }, span: spanOf(names) };
  }
  return context.error("no-columns", names[index]!.span, { name: write(names.slice(0, index + 1)) });
};

/** `place` by itself, or with something else than a level after it. */
const unknownLevel = (context: Context, names: readonly Name[], index: number): Checked => {
  const next = names[index + 1];
  return next === undefined
    ? context.error("place-level", names[index]!.span, {}, `${names[index]!.text}.region`)
    : context.error("place-level", next.span, {}, nearest(next.text, LEVEL_NAMES));
};

const unknownAfter = (context: Context, table: TableName, name: Name): Checked =>
  context.error(
    "unknown-column",
    name.span,
    { table: formulaName(tableSpec(table)), name: name.text },
    nearest(name.text, namesAfter(context, table)),
  );

/** A name that is no part of the row at hand: an assumption, or a mistake that deserves a good explanation. */
const resolveOutsideRow = (context: Context, names: readonly Name[]): Checked => {
  const first = names[0]!;
  const assumption = context.definitions.assumption(first.text);
  if (assumption !== undefined) {
    if (names.length > 1) return context.error("no-columns", first.span, { name: first.text });
    const { name, type, isList } = assumption;
    return isList
      ? context.error("wrong-type", first.span, { expected: EXPECTED["one-value"], found: EXPECTED["assumption-list"] })
      : { node: "assumption", name, type, span: first.span };
  }
  const table = tableByName(first.text);
  if (table !== undefined && context.row === null) {
    return context.error("not-in-aggregate", spanOf(names), { name: write(names) });
  }
  const isColumn = (each: TableName): boolean => find(context, each, first) !== undefined;
  if (context.row === null && TABLE_NAMES.some(isColumn)) {
    return context.error("outside-row", spanOf(names), { name: write(names) });
  }
  if (context.row !== null && table === context.row && names.length > 1) {
    // `people.region` inside the where of people: the row is at hand already.
    const data = { table: formulaName(tableSpec(table)), name: first.text };
    return context.error("unknown-column", spanOf(names), data, write(names.slice(1)));
  }
  if (context.row !== null && names.length > 1) return unknownAfter(context, context.row, first);
  const candidates = [
    ...context.definitions.assumptionNames,
    ...(context.row === null
      ? TABLE_NAMES.flatMap((each) => Object.values(formulaName(tableSpec(each))))
      : namesAfter(context, context.row)),
  ];
  const suggestion = nearest(first.text, candidates);
  return context.row === null
    ? context.error("unknown-name", first.span, { name: first.text }, suggestion)
    : context.error(
        "unknown-column",
        first.span,
        { table: formulaName(tableSpec(context.row)), name: first.text },
        suggestion,
      );
};

/** The rows that a path leads to, and what is left of it: the way from one of those rows to a value. */
export interface ResolvedRows {
  readonly rows: Rows;
  readonly rest: readonly Name[];
}

/**
 * Splits a path at its last step to several rows; undefined where it has none (it is a value of the row at hand, an
 * assumption, or unknown: `resolveValue` says which).
 */
export const resolveRows = (context: Context, names: readonly Name[]): ResolvedRows | undefined => {
  const path: (Step | ManyStep)[] = [];
  let table: TableName;
  let index = 0;
  let split: { path: readonly (Step | ManyStep)[]; table: TableName; index: number } | undefined;
  if (context.row === null) {
    const root = tableByName(names[0]!.text);
    if (root === undefined) return undefined;
    table = root;
    index = 1;
    split = { path: [], table, index };
  } else {
    table = context.row;
  }
  const root = table;
  for (; index < names.length; index++) {
    const found = find(context, table, names[index]!);
    if (found?.found === "many") {
      path.push(found.step);
      table = found.step.table;
      split = { path: [...path], table, index: index + 1 };
    } else if (found?.found === "column" && found.column.target !== undefined) {
      const target = targetOf(found.column);
      path.push({ step: "forward", from: table, column: found.column.name, table: target });
      table = target;
    } else {
      break;
    }
  }
  if (split === undefined) return undefined;
  return {
    rows: {
      from: context.row === null ? "table" : "row",
      root,
      path: split.path,
      table: split.table,
    },
    rest: names.slice(split.index),
  };
};
