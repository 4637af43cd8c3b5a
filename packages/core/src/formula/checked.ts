import type { Dimension } from "../records/dimensions.ts";
import type { Step } from "../records/relations.ts";
import type { TableName } from "../records/tables.ts";
import type { Comparison, DayWord, Span } from "./ast.ts";
import type { AggregateName, ScalarName } from "./functions.ts";
import type { ValueType } from "./type.ts";
import type { WindowName } from "./window.ts";

/** References followed from a row to one other row, by canonical column names. */
type Route = readonly Step[];

/** A number that is written, or the name of an assumption that holds one. */
export type Quantity =
  | { readonly quantity: "number"; readonly value: number }
  | { readonly quantity: "assumption"; readonly name: string };

/** A window with what it needs; null for a table without a time role. */
export type Window =
  | { readonly window: Exclude<WindowName, "last" | "within"> }
  | { readonly window: "last"; readonly months: Quantity }
  /** `after` is an expression of the outer row. */
  | { readonly window: "within"; readonly days: Quantity; readonly after: Checked };

/** The rows that an aggregate runs over: all rows of a table, or those that a path from the outer row leads to. */
export interface Rows {
  readonly from: "table" | "row";
  /** Where the path begins: the outer row's table, or the table all of whose rows are taken. */
  readonly root: TableName;
  /** Each row is taken once, however many ways lead to it. */
  readonly path: readonly (Step | ManyStep)[];
  /** Where the path ends. */
  readonly table: TableName;
}

/** A step from a row to several: those that refer to it, or those that a list names. */
export interface ManyStep {
  readonly step: "back" | "list";
  /** Columns of `table` that refer to the row (back), or the one column that lists (list). */
  readonly columns: readonly string[];
  readonly table: TableName;
}

/** An aggregate, with everything that defines it. */
export interface Aggregate {
  readonly node: "aggregate";
  readonly function: AggregateName;
  readonly rows: Rows;
  /** What is counted or added up, for a row of `rows.table`; null for `count`. */
  readonly value: Checked | null;
  readonly where: Checked | null;
  readonly window: Window | null;
  readonly type: ValueType;
  readonly span: Span;
}

/** What a value is held against with `is one of` and `in`. */
export type SetOfValues =
  | { readonly set: "list"; readonly values: readonly (string | number)[] }
  | { readonly set: "assumption"; readonly name: string }
  /** The regions of the section's capital. */
  | { readonly set: "capital" };

/** A formula whose names and types are settled: what every target lowers. Names are canonical. */
export type Checked =
  | { readonly node: "number"; readonly value: number; readonly type: ValueType; readonly span: Span }
  | { readonly node: "text"; readonly value: string; readonly type: ValueType; readonly span: Span }
  | { readonly node: "assumption"; readonly name: string; readonly type: ValueType; readonly span: Span }
  | { readonly node: "day"; readonly word: DayWord; readonly type: ValueType; readonly span: Span }
  /** A column of the row, or of the row that the route leads to. */
  | {
      readonly node: "column";
      readonly route: Route;
      readonly table: TableName;
      readonly column: string;
      readonly type: ValueType;
      readonly span: Span;
    }
  /** A list column, only under `is known` and `is empty`: whether any of it resolves. */
  | {
      readonly node: "list-column";
      readonly route: Route;
      readonly table: TableName;
      readonly column: string;
      readonly type: ValueType;
      readonly span: Span;
    }
  /** The region or commune in which the row stands (domain.md, "Dimensions"). */
  | {
      readonly node: "place";
      readonly route: Route;
      readonly table: TableName;
      readonly level: "region" | "commune";
      readonly type: ValueType;
      readonly span: Span;
    }
  /** A named predicate of the strategy, for the row that the route leads to. */
  | {
      readonly node: "predicate";
      readonly route: Route;
      readonly table: TableName;
      readonly name: string;
      readonly type: ValueType;
      readonly span: Span;
    }
  | { readonly node: "not"; readonly operand: Checked; readonly type: ValueType; readonly span: Span }
  | { readonly node: "negate"; readonly operand: Checked; readonly type: ValueType; readonly span: Span }
  | {
      readonly node: "logic";
      readonly operator: "and" | "or";
      readonly operands: readonly Checked[];
      readonly type: ValueType;
      readonly span: Span;
    }
  | {
      readonly node: "compare";
      readonly operator: Comparison;
      readonly left: Checked;
      readonly right: Checked;
      readonly type: ValueType;
      readonly span: Span;
    }
  | {
      readonly node: "arithmetic";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Checked;
      readonly right: Checked;
      readonly type: ValueType;
      readonly span: Span;
    }
  | {
      readonly node: "else";
      readonly left: Checked;
      readonly right: Checked;
      readonly type: ValueType;
      readonly span: Span;
    }
  | {
      readonly node: "between";
      readonly negated: boolean;
      readonly value: Checked;
      readonly low: Checked;
      readonly high: Checked;
      readonly type: ValueType;
      readonly span: Span;
    }
  | {
      readonly node: "in";
      readonly negated: boolean;
      readonly value: Checked;
      readonly set: SetOfValues;
      readonly type: ValueType;
      readonly span: Span;
    }
  | {
      readonly node: "is";
      readonly state: "known" | "empty";
      readonly value: Checked;
      readonly type: ValueType;
      readonly span: Span;
    }
  | {
      readonly node: "scalar";
      readonly function: ScalarName;
      readonly args: readonly Checked[];
      readonly type: ValueType;
      readonly span: Span;
    }
  | Aggregate
  | { readonly node: "indicator"; readonly id: string; readonly type: ValueType; readonly span: Span }
  | {
      readonly node: "dissimilarity";
      readonly left: Checked;
      readonly right: Checked;
      readonly by: Dimension;
      readonly type: ValueType;
      readonly span: Span;
    }
  | { readonly node: "error"; readonly type: ValueType; readonly span: Span };
