import { formulaName, tableByName } from "../../records/relations.ts";
import { type TableName, tableSpec } from "../../records/tables.ts";
import type { Unit } from "../../results/result.ts";
import type { Syntax, WindowSyntax } from "../ast.ts";
import type { Aggregate, Checked, Quantity, Rows, Window } from "../checked.ts";
import { EXPECTED } from "../diagnostic.ts";
import { type AggregateName, functionByName, FUNCTIONS } from "../functions.ts";
import { keywordText } from "../keywords.ts";
import { DAY, distinctOf, ERROR, numberOf, typeName, type ValueType } from "../type.ts";
import { defaultWindow, ROLE_LABELS, WINDOWS, type WindowName } from "../window.ts";
import type { Context } from "./context.ts";
import { resolveRows } from "./resolve.ts";

type Call = Extract<Syntax, { node: "call" }>;

/** `count(...)` and its like: which rows, which of them, in which window, and what of them. */
export const checkAggregate = (context: Context, name: AggregateName, call: Call): Checked => {
  const argument = call.args[0]!;
  const sources = new Map<string, Rows>();
  const stripped = strip(context, argument, sources);
  if (sources.size > 1) {
    return context.error("two-tables", argument.span, {
      name: FUNCTIONS[name].names,
      options: [...sources.values()].map(({ table }) => formulaName(tableSpec(table))),
    });
  }
  const rows = [...sources.values()][0];
  if (rows === undefined) {
    // An unknown name says so itself; a value of the row at hand is no table.
    if (context.check(argument).type.kind !== "error") {
      return context.error("no-table", argument.span, { name: FUNCTIONS[name].names });
    }
    // The condition is checked on the table that was probably meant, so that every mistake is told at once.
    const meant = tableByName(context.diagnostics.at(-1)?.suggestion ?? "");
    if (meant !== undefined && call.where !== null) context.at(meant).condition(call.where);
    return { node: "error", type: ERROR, span: call.span };
  }
  const inner = context.at(rows.table);
  const value = stripped === null ? null : inner.check(stripped);
  const where = call.where === null ? null : inner.condition(call.where);
  const window = windowFor(context, rows.table, call.window);
  const takesRows = TAKES[name] === "rows";
  if (value === null && !takesRows && TAKES[name] !== "values") {
    return context.error("wrong-type", argument.span, {
      expected: EXPECTED.column,
      found: EXPECTED.table,
    });
  }
  if (value !== null && takesRows) return context.error("needs-rows", argument.span);
  const type = typeOf(context, name, value, rows.table);
  const aggregate: Aggregate = {
    node: "aggregate",
    function: name,
    rows,
    value,
    where,
    window,
    type,
    span: call.span,
  };
  return type.kind === "error" ? { node: "error", type, span: call.span } : aggregate;
};

/**
 * Takes the way to the rows off every path of an argument, so that what is left starts at one of the rows; null when
 * nothing is left (the rows themselves).
 */
const strip = (context: Context, syntax: Syntax, sources: Map<string, Rows>): Syntax | null => {
  if (syntax.node === "path") {
    const resolved = resolveRows(context, syntax.names);
    if (resolved === undefined) return syntax;
    sources.set(JSON.stringify(resolved.rows), resolved.rows);
    return resolved.rest.length === 0 ? null : { ...syntax, names: resolved.rest };
  }
  const each = (child: Syntax): Syntax => {
    const stripped = strip(context, child, sources);
    if (stripped !== null) return stripped;
    context.error("wrong-type", child.span, { expected: EXPECTED.column, found: EXPECTED.table });
    return { node: "error", span: child.span };
  };
  switch (syntax.node) {
    case "call": {
      const name = functionByName(syntax.name.text);
      // An aggregate inside an argument has rows of its own.
      const hasOwnRows = name !== undefined && FUNCTIONS[name].form === "aggregate";
      return hasOwnRows ? syntax : { ...syntax, args: syntax.args.map(each) };
    }
    case "not":
    case "negate":
      return { ...syntax, operand: each(syntax.operand) };
    case "logic":
      return { ...syntax, operands: syntax.operands.map(each) };
    case "compare":
    case "arithmetic":
    case "else":
      return { ...syntax, left: each(syntax.left), right: each(syntax.right) };
    case "between":
      return { ...syntax, value: each(syntax.value), low: each(syntax.low), high: each(syntax.high) };
    case "in":
    case "is":
      return { ...syntax, value: each(syntax.value) };
    case "number":
    case "text":
    case "day":
    case "list":
    case "error":
      return syntax;
  }
};

/** What the function takes of each row. */
const TAKES: Readonly<Record<AggregateName, "rows" | "values" | "numbers" | "numbers or days">> = {
  count: "rows",
  distinct: "values",
  sum: "numbers",
  min: "numbers or days",
  max: "numbers or days",
  average: "numbers",
  median: "numbers",
};

const typeOf = (context: Context, name: AggregateName, value: Checked | null, table: TableName): ValueType => {
  const rowsUnit = numberOf(tableSpec(table).unit as Unit);
  if (value === null) return rowsUnit;
  const { type } = value;
  if (type.kind === "error") return type;
  if (TAKES[name] === "values") {
    if (type.kind === "condition") {
      return context.error("wrong-type", value.span, { expected: EXPECTED.value, found: EXPECTED.condition }).type;
    }
    return distinctOf(
      type.kind === "row"
        ? (tableSpec(type.table).unit as Unit)
        : type.kind === "day"
          ? "days"
          : type.kind === "month"
            ? "months"
            : "number",
    );
  }
  const takesDays = TAKES[name] === "numbers or days";
  if (type.kind === "number" || (takesDays && type.kind === "day")) return type;
  return context.error("wrong-type", value.span, {
    expected: takesDays ? EXPECTED["number-or-day"] : EXPECTED.number,
    found: typeName(type),
  }).type;
};

/** The window that is written, or the table's default. */
const windowFor = (context: Context, table: TableName, written: WindowSyntax | null): Window | null => {
  const { role } = tableSpec(table).time;
  if (written === null) {
    const window = defaultWindow(role);
    return window === null ? null : ({ window } as Window);
  }
  if (!WINDOWS[written.window].roles.includes(role)) {
    const options = (Object.keys(WINDOWS) as WindowName[]).filter((window) => WINDOWS[window].roles.includes(role));
    context.error("window-not-for-table", written.span, {
      name: keywordText(written.window),
      table: tableSpec(table).label,
      found: ROLE_LABELS[role],
      options: options.map(keywordText),
    });
    return null;
  }
  switch (written.window) {
    case "last":
      return { window: "last", months: quantity(context, written.months, "months") };
    case "within": {
      if (context.row === null) {
        context.error("within-without-row", written.span);
        return null;
      }
      const after = context.check(written.after);
      if (after.type.kind !== "day" && after.type.kind !== "error") {
        context.error("wrong-type", after.span, { expected: EXPECTED.day, found: typeName(after.type) });
      }
      return {
        window: "within",
        days: quantity(context, written.days, "days"),
        after: { ...after, type: DAY } as Checked,
      };
    }
    default:
      return { window: written.window };
  }
};

/** A whole number above zero, or the name of an assumption that holds one, of the unit that the window counts in. */
const quantity = (context: Context, syntax: Syntax, unit: "months" | "days"): Quantity => {
  const checked = context.check(syntax);
  const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) > 0;
  let found = checked.node === "number" ? String(checked.value) : typeName(checked.type);
  if (checked.node === "number" && isCount(checked.value)) return { quantity: "number", value: checked.value };
  if (checked.node === "assumption" && checked.type.kind === "number") {
    const value = context.definitions.assumptionValue(checked.name);
    const fits = checked.type.unit === unit || checked.type.unit === "number";
    if (fits && isCount(value)) return { quantity: "assumption", name: checked.name };
    if (fits) found = String(value);
  }
  if (checked.type.kind !== "error") context.error("wrong-type", syntax.span, { expected: EXPECTED.count, found });
  return { quantity: "number", value: 1 };
};
