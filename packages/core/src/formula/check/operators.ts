import type { Unit } from "../../results/result.ts";
import type { Comparison, Span } from "../ast.ts";
import type { Checked } from "../checked.ts";
import { EXPECTED } from "../diagnostic.ts";
import { CONDITION, distinctOf, ERROR, isDistinct, numberOf, typeName, UNIT_LABELS, type ValueType } from "../type.ts";
import type { Context } from "./context.ts";
import { canonical, checkWords } from "./values.ts";

/** `number` goes with every unit: a bare number takes the unit of what it stands beside. */
const unitsAgree = (a: Unit, b: Unit): boolean => a === b || a === "number" || b === "number";

/** Whether two values can be held against each other. */
export const agree = (a: ValueType, b: ValueType): boolean => {
  if (a.kind === "error" || b.kind === "error") return true;
  if (a.kind === "number" && b.kind === "number") return unitsAgree(a.unit, b.unit);
  if (a.kind === "enum" && b.kind === "enum") return a.table === b.table && a.column === b.column;
  if (a.kind === "row" && b.kind === "row") return a.table === b.table;
  // A text stands for the key of a row or the value of an enumeration.
  if (a.kind === "text" || b.kind === "text") {
    const other = a.kind === "text" ? b : a;
    return other.kind === "text" || other.kind === "enum" || other.kind === "row";
  }
  return a.kind === b.kind && a.kind !== "condition";
};

const hasOrder = (type: ValueType): boolean =>
  type.kind === "number" || type.kind === "day" || type.kind === "month" || type.kind === "error";

/** Makes a literal beside an enumeration one of its values, and holds an assumption against them. */
const settle = (context: Context, value: Checked, beside: ValueType): Checked => {
  if (value.node === "text") return { ...value, value: canonical(context, value.value, beside, value.span) };
  if (value.node === "assumption") checkWords(context, value.name, beside, value.span);
  return value;
};

const mismatch = (context: Context, left: Checked, right: Checked, span: Span): Checked =>
  context.error("cannot-compare", span, {
    left: typeName(left.type),
    right: typeName(right.type),
  });

/** `left operator right`. */
export const compare = (context: Context, operator: Comparison, left: Checked, right: Checked, span: Span): Checked => {
  if (!agree(left.type, right.type)) return mismatch(context, left, right, span);
  if (operator !== "=" && operator !== "!=" && !hasOrder(left.type)) {
    return context.error("no-order", span, { left: typeName(left.type) });
  }
  return {
    node: "compare",
    operator,
    left: settle(context, left, right.type),
    right: settle(context, right, left.type),
    type: CONDITION,
    span,
  };
};

/** `value between low and high`, both ends inclusive. */
export const between = (
  context: Context,
  negated: boolean,
  [value, low, high]: readonly [Checked, Checked, Checked],
  span: Span,
): Checked => {
  const others = [low, high].filter((bound) => !agree(value.type, bound.type));
  for (const bound of others) mismatch(context, value, bound, bound.span);
  if (others.length > 0) return { node: "error", type: ERROR, span };
  if (!hasOrder(value.type)) {
    return context.error("no-order", value.span, { left: typeName(value.type) });
  }
  return { node: "between", negated, value, low, high, type: CONDITION, span };
};

/** `left + right` and its like. */
export const arithmetic = (
  context: Context,
  operator: "+" | "-" | "*" | "/",
  left: Checked,
  right: Checked,
  span: Span,
): Checked => {
  for (const { type, span: at } of [left, right]) {
    if (type.kind === "number" || type.kind === "error") continue;
    context.error("wrong-type", at, { expected: EXPECTED.number, found: typeName(type) });
  }
  if (left.type.kind !== "number" || right.type.kind !== "number") return { node: "error", type: ERROR, span };
  const [a, b] = [left.type.unit, right.type.unit];
  const data = { left: typeName(left.type), right: typeName(right.type) };
  const isPlain = (unit: Unit): boolean => unit === "number" || unit === "ratio";
  let unit: Unit;
  if (operator === "+" || operator === "-") {
    if (!unitsAgree(a, b)) return context.error("cannot-add", span, data);
    if (operator === "+" && isDistinct(left.type) && isDistinct(right.type)) {
      return context.error("counted-twice", span, { name: a === "number" ? EXPECTED.values : UNIT_LABELS[a] });
    }
    unit = a === "number" ? b : a;
  } else if (operator === "*") {
    if (!isPlain(a) && !isPlain(b)) return context.error("cannot-multiply", span, data);
    unit = a === "number" ? b : isPlain(a) && b !== "number" ? b : a;
  } else {
    unit = b === "number" ? a : "ratio";
  }
  // Adding to a number of different persons, or multiplying it by a bare number, leaves it one.
  const keeps = unit !== "ratio" && (isDistinct(left.type) || isDistinct(right.type));
  return { node: "arithmetic", operator, left, right, type: keeps ? distinctOf(unit) : numberOf(unit), span };
};

/** `left else right`: the right one where the left is empty. */
export const otherwise = (context: Context, left: Checked, right: Checked, span: Span): Checked => {
  const conditions = [left, right].filter((side) => side.type.kind === "condition");
  for (const side of conditions) {
    context.error("wrong-type", side.span, { expected: EXPECTED.value, found: EXPECTED.condition });
  }
  if (conditions.length > 0) return { node: "error", type: ERROR, span };
  const type = typeOfElse(left, right);
  if (type === undefined) {
    const data = { expected: typeName(left.type), found: typeName(right.type) };
    return context.error("wrong-type", right.span, data);
  }
  return { node: "else", left: settle(context, left, type), right: settle(context, right, type), type, span };
};

/** What either of two values is; a word stands for a value of an enumeration, but not for a row. */
const typeOfElse = (left: Checked, right: Checked): ValueType | undefined => {
  const [a, b] = [left.type, right.type];
  if (a.kind === "error") return b;
  if (b.kind === "error") return a;
  if (a.kind === b.kind) return agree(a, b) ? (a.kind === "number" && a.unit === "number" ? b : a) : undefined;
  const isWord = ({ node }: Checked): boolean => node === "text" || node === "assumption";
  if (a.kind === "enum" && b.kind === "text" && isWord(right)) return a;
  if (b.kind === "enum" && a.kind === "text" && isWord(left)) return b;
  return undefined;
};
