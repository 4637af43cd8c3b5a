import { columnSpec } from "../../records/relations.ts";
import { fold, nearest } from "../../text/text.ts";
import type { Name, Span, Syntax } from "../ast.ts";
import type { Checked, SetOfValues } from "../checked.ts";
import { EXPECTED } from "../diagnostic.ts";
import { CONDITION, ERROR, numberOf, TEXT, typeName } from "../type.ts";
import type { Context } from "./context.ts";
import { agree } from "./operators.ts";
import { canonical, checkWords } from "./values.ts";

/** `value is one of set` and `value in capital`. */
export const within = (context: Context, negated: boolean, value: Checked, set: Syntax, span: Span): Checked => {
  const values = setOf(context, value, set);
  return values === undefined
    ? { node: "error", type: ERROR, span }
    : { node: "in", negated, value, set: values, type: CONDITION, span };
};

const setOf = (context: Context, value: Checked, set: Syntax): SetOfValues | undefined => {
  switch (set.node) {
    case "error":
      return undefined;
    case "list":
      return { set: "list", values: set.items.flatMap((item) => itemOf(context, value, item)) };
    case "path": {
      const name = set.names[0]!;
      if (set.names.length === 1) {
        return fold(name.text) === "capital" ? capital(context, value) : named(context, value, name);
      }
      break;
    }
    default:
  }
  context.error("wrong-type", set.span, { expected: EXPECTED.list, found: EXPECTED.other });
  return undefined;
};

/** A text or a number in a list; nothing where it is reported. */
const itemOf = (context: Context, value: Checked, item: Syntax): readonly (string | number)[] => {
  const { type } = value;
  if (item.node === "text" && agree(type, TEXT)) return [canonical(context, item.value, type, item.span)];
  const number =
    item.node === "number"
      ? item.value
      : item.node === "negate" && item.operand.node === "number"
        ? -item.operand.value
        : undefined;
  if (number !== undefined && agree(type, numberOf("number"))) return [number];
  if (item.node === "error") return [];
  const isLiteral = item.node === "text" || number !== undefined;
  context.error("wrong-type", item.span, {
    expected: isLiteral ? typeName(type) : EXPECTED.literal,
    found: item.node === "text" ? EXPECTED.text : number === undefined ? EXPECTED.other : EXPECTED.number,
  });
  return [];
};

const levelOf = (value: Checked): "region" | "commune" | undefined =>
  value.node === "place"
    ? value.level
    : value.node === "column"
      ? columnSpec(value.table, value.column).level
      : undefined;

/** The capital is a set of regions: nothing else can lie in it. */
const capital = (context: Context, value: Checked): SetOfValues | undefined => {
  const { type } = value;
  if (type.kind === "error") return undefined;
  const isPlace = type.kind === "row" && type.table === "places";
  if (isPlace && levelOf(value) !== "commune") return { set: "capital" };
  context.error("wrong-type", value.span, {
    expected: EXPECTED.region,
    found: isPlace ? EXPECTED.commune : typeName(type),
  });
  return undefined;
};

/** A list that an assumption holds. */
const named = (context: Context, value: Checked, { text, span }: Name): SetOfValues | undefined => {
  const assumption = context.definitions.assumption(text);
  if (assumption === undefined) {
    const data = { expected: EXPECTED.list, found: EXPECTED["unknown-name"] };
    context.error("wrong-type", span, data, nearest(text, ["capital", ...context.definitions.assumptionNames]));
    return undefined;
  }
  if (!agree(value.type, assumption.type)) {
    context.error("cannot-compare", span, { left: typeName(value.type), right: typeName(assumption.type) });
    return undefined;
  }
  checkWords(context, assumption.name, value.type, span);
  return { set: "assumption", name: assumption.name };
};
