import { dimensionByName, DIMENSION_NAMES } from "../../records/dimensions.ts";
import { dimensionName } from "../names.ts";
import type { TableName } from "../../records/tables.ts";
import { nearest } from "../../text/text.ts";
import type { Syntax } from "../ast.ts";
import type { Checked } from "../checked.ts";
import { type Diagnostic, EXPECTED } from "../diagnostic.ts";
import { functionByName, functionNames, FUNCTIONS, type FunctionName, type ScalarName } from "../functions.ts";
import { parse } from "../parse.ts";
import { CONDITION, DAY, ERROR, MONTH, numberOf, TEXT, typeName, type ValueType } from "../type.ts";
import { checkAggregate } from "./aggregate.ts";
import { Context, type Definitions } from "./context.ts";
import { arithmetic, between, compare, otherwise } from "./operators.ts";
import { resolveListOrValue, resolveValue } from "./resolve.ts";
import { within } from "./sets.ts";

/** A formula read and checked; where `diagnostics` is not empty `checked` may hold `error` nodes, and is not to be run. */
export interface CheckedFormula {
  readonly text: string;
  readonly checked: Checked;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and checks a formula that stands for a number (an indicator). Never throws: what is wrong is in `diagnostics`, all
 * of it, in the order of the text.
 *
 * @param definitions what a strategy gives to names: `compileStrategy(strategy).definitions`
 * @example
 * const { definitions } = compileStrategy(aiChile20242030);
 * checkFormula("count(people) + count(activities)", definitions).diagnostics[0]?.code; // "cannot-add"
 * checkFormula("count(people where registered)", definitions).checked.type; // { kind: "number", unit: "persons" }
 */
export const checkFormula = (text: string, definitions: Definitions): CheckedFormula => {
  const { syntax, diagnostics } = parse(text);
  const context = new Context(definitions, null, [...diagnostics], check);
  const checked = check(context, syntax);
  if (checked.type.kind !== "number" && checked.type.kind !== "error") {
    context.error("number-expected", syntax.span, { found: typeName(checked.type) });
  }
  return { text, checked, diagnostics: inOrder(context.diagnostics) };
};

/** As they stand in the text. */
const inOrder = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.toSorted((a, b) => a.span.start - b.span.start);

/**
 * Reads and checks a condition on a row of a table (a predicate, a level, a stage). Never throws, like `checkFormula`.
 *
 * @example
 * const { definitions } = compileStrategy(aiChile20242030);
 * checkPredicate("registered and count(memberships) > 0", "people", definitions).diagnostics; // []
 * checkPredicate("regoin is known", "people", definitions).diagnostics[0]?.suggestion; // "region"
 */
export const checkPredicate = (text: string, table: TableName, definitions: Definitions): CheckedFormula => {
  const { syntax, diagnostics } = parse(text);
  const context = new Context(definitions, table, [...diagnostics], check);
  const checked = context.condition(syntax);
  return { text, checked, diagnostics: inOrder(context.diagnostics) };
};

/** Settles the names and types of a tree; reports to the context, never throws. */
const check = (context: Context, syntax: Syntax): Checked => {
  const { span } = syntax;
  switch (syntax.node) {
    case "number":
      return { node: "number", value: syntax.value, type: numberOf("number"), span };
    case "text":
      return { node: "text", value: syntax.value, type: TEXT, span };
    case "day":
      return { node: "day", word: syntax.word, type: DAY, span };
    case "path":
      return resolveValue(context, syntax.names);
    case "list":
      return context.error("wrong-type", span, { expected: EXPECTED["one-value"], found: EXPECTED.list });
    case "not":
      return { node: "not", operand: context.condition(syntax.operand), type: CONDITION, span };
    case "negate": {
      const operand = check(context, syntax.operand);
      return operand.type.kind === "number" || operand.type.kind === "error"
        ? { node: "negate", operand, type: operand.type, span }
        : context.error("wrong-type", span, { expected: EXPECTED.number, found: typeName(operand.type) });
    }
    case "logic": {
      const operands = syntax.operands.map((operand) => context.condition(operand));
      return { node: "logic", operator: syntax.operator, operands, type: CONDITION, span };
    }
    case "compare":
      return compare(context, syntax.operator, check(context, syntax.left), check(context, syntax.right), span);
    case "arithmetic":
      return arithmetic(context, syntax.operator, check(context, syntax.left), check(context, syntax.right), span);
    case "else":
      return otherwise(context, check(context, syntax.left), check(context, syntax.right), span);
    case "between": {
      const { value, low, high } = syntax;
      return between(context, syntax.negated, [check(context, value), check(context, low), check(context, high)], span);
    }
    case "in":
      return within(context, syntax.negated, check(context, syntax.value), syntax.set, span);
    case "is":
      return { node: "is", state: syntax.state, value: checkIs(context, syntax.value), type: CONDITION, span };
    case "call":
      return checkCall(context, syntax);
    case "error":
      return { node: "error", type: ERROR, span };
  }
};

/** What `is known` may ask about: a value, or a list of rows as a whole. */
const checkIs = (context: Context, value: Syntax): Checked => {
  const checked = value.node === "path" ? resolveListOrValue(context, value.names) : check(context, value);
  return checked.type.kind === "condition"
    ? context.error("wrong-type", value.span, { expected: EXPECTED.value, found: typeName(checked.type) })
    : checked;
};

type Call = Extract<Syntax, { node: "call" }>;

const checkCall = (context: Context, call: Call): Checked => {
  const { text, span } = call.name;
  const name = functionByName(text);
  if (name !== undefined) return checkKnownCall(context, name, call);
  const suggestion = nearest(text, functionNames());
  const options = Object.values(FUNCTIONS).map(({ names }) => names);
  const error = context.error("unknown-function", span, { name: text, options }, suggestion);
  // What was probably meant is checked as well, so that every mistake is told at once.
  const meant = suggestion === undefined ? undefined : functionByName(suggestion);
  if (meant !== undefined) checkKnownCall(context, meant, call);
  return error;
};

const checkKnownCall = (context: Context, name: FunctionName, call: Call): Checked => {
  const { arity, form, names, signature } = FUNCTIONS[name];
  if (call.args.length < arity[0] || call.args.length > arity[1]) {
    const found = `${call.args.length}`;
    return context.error("argument-count", call.span, { name: names, expected: signature, found });
  }
  if (form === "special" && context.row !== null) {
    return context.error("number-in-row", call.span, { name: names });
  }
  const before = context.diagnostics.length;
  if (form !== "aggregate" && (call.where !== null || call.window !== null)) {
    context.error("where-not-allowed", call.span, { name: names });
  }
  if (call.by !== null && "text" in call.by && name !== "dissimilarity") {
    context.error("by-not-allowed", call.by.span, { name: call.by.text });
  }
  const isMisused = context.diagnostics.length > before;
  const checked = checkUse(context, name, call);
  return isMisused ? { node: "error", type: ERROR, span: call.span } : checked;
};

/** A call of the right shape: what stands in it. */
const checkUse = (context: Context, name: FunctionName, call: Call): Checked => {
  switch (name) {
    case "indicator":
      return checkIndicator(context, call);
    case "dissimilarity":
      return checkDissimilarity(context, call);
    case "age":
    case "month":
    case "days":
      return checkScalar(context, name, call);
    default:
      return checkAggregate(context, name, call);
  }
};

const SCALAR_TYPES: Readonly<Record<ScalarName, ValueType>> = {
  age: numberOf("years"),
  month: MONTH,
  days: numberOf("days"),
};

/** All three take days. */
const checkScalar = (context: Context, name: ScalarName, call: Call): Checked => {
  const args = call.args.map((arg) => {
    const checked = check(context, arg);
    return checked.type.kind === "day" || checked.type.kind === "error"
      ? checked
      : context.error("wrong-type", arg.span, { expected: EXPECTED.day, found: typeName(checked.type) });
  });
  return { node: "scalar", function: name, args, type: SCALAR_TYPES[name], span: call.span };
};

const checkIndicator = (context: Context, { args, span }: Call): Checked => {
  const id = args[0]!;
  if (id.node === "error") return { node: "error", type: ERROR, span };
  if (id.node !== "text") {
    const written = id.node === "path" ? id.names.map(({ text }) => text).join(".") : "";
    const suggestion = context.definitions.indicatorIds.includes(written) ? `"${written}"` : undefined;
    return context.error("wrong-type", id.span, { expected: EXPECTED.id, found: EXPECTED.other }, suggestion);
  }
  const type = context.definitions.indicator(id.value);
  if (type !== undefined) return { node: "indicator", id: id.value, type, span };
  const suggestion = nearest(id.value, context.definitions.indicatorIds);
  return context.error("unknown-indicator", id.span, { name: id.value }, suggestion && `"${suggestion}"`);
};

const checkDissimilarity = (context: Context, call: Call): Checked => {
  const [left, right] = call.args.map((arg) => {
    const checked = check(context, arg);
    return checked.type.kind === "number" || checked.type.kind === "error"
      ? checked
      : context.error("wrong-type", arg.span, { expected: EXPECTED.number, found: typeName(checked.type) });
  });
  if (call.by === null) return context.error("by-missing", call.span);
  if ("node" in call.by) return { node: "error", type: ERROR, span: call.span };
  const by = dimensionByName(call.by.text);
  if (by === undefined) {
    const options = DIMENSION_NAMES.map(dimensionName);
    const suggestion = nearest(
      call.by.text,
      options.flatMap((names) => Object.values(names)),
    );
    return context.error("unknown-dimension", call.by.span, { name: call.by.text, options }, suggestion);
  }
  return { node: "dissimilarity", left: left!, right: right!, by, type: numberOf("ratio"), span: call.span };
};
