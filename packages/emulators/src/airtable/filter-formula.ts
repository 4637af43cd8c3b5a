import { unprocessable } from "./errors.ts";
import { type RecordRow, type Table, fieldOf } from "./model.ts";

type Value = string | number | boolean | undefined;
type Compiled = (record: RecordRow) => Value;

const TOKENS =
  /\s*(?:(\{(?:[^}\\]|\\.)*\})|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(!=|<=|>=|[=<>&()+\-*/,]))/y;

/**
 * `filterByFormula`: fields, texts, numbers, comparisons, `&`, `+ - * /`, and the functions of the table below. Throws the
 * service's 422 for anything else.
 */
export function compiledFilter(formula: string, table: Table): (record: RecordRow) => boolean {
  const tokens = tokenized(formula);
  let at = 0;
  const fail = (): Error => broken(formula);
  const take = (text: string): boolean => {
    const isThere = tokens[at]?.text === text && tokens[at]?.kind === "sign";
    if (isThere) at += 1;
    return isThere;
  };
  const binary =
    (below: () => Compiled, operators: Readonly<Record<string, (a: Value, b: Value) => Value>>) => (): Compiled => {
      let left = below();
      for (;;) {
        const token = tokens[at];
        const operator = token?.kind === "sign" ? operators[token.text] : undefined;
        if (operator === undefined) return left;
        at += 1;
        const [first, second] = [left, below()];
        left = (record) => operator(first(record), second(record));
      }
    };
  const primary = (): Compiled => {
    const token = tokens[at];
    if (token === undefined) throw fail();
    if (take("(")) {
      const inner = expression();
      if (!take(")")) throw fail();
      return inner;
    }
    if (take("-")) {
      const inner = primary();
      return (record) => -numeric(inner(record));
    }
    at += 1;
    if (token.kind === "text" || token.kind === "number") return () => token.value;
    if (token.kind === "name" && take("(")) return call(token.text);
    if (token.kind === "sign") throw fail();
    const field = fieldOf(table, token.text);
    if (field === undefined) throw fail();
    return (record) => plain(record.cells.get(field.id));
  };
  const call = (name: string): Compiled => {
    const run = FUNCTIONS[name.toUpperCase()];
    if (run === undefined) throw fail();
    const given: Compiled[] = [];
    while (!take(")")) {
      given.push(expression());
      if (!take(",") && tokens[at]?.text !== ")") throw fail();
    }
    return (record) =>
      run(
        given.map((one) => one(record)),
        record,
      );
  };
  const product = binary(primary, { "*": (a, b) => numeric(a) * numeric(b), "/": (a, b) => numeric(a) / numeric(b) });
  const sum = binary(product, { "+": (a, b) => numeric(a) + numeric(b), "-": (a, b) => numeric(a) - numeric(b) });
  const joined = binary(sum, { "&": (a, b) => written(a) + written(b) });
  const expression = binary(joined, {
    "=": same,
    "!=": (a, b) => !same(a, b),
    "<": (a, b) => order(a, b) < 0,
    ">": (a, b) => order(a, b) > 0,
    "<=": (a, b) => order(a, b) <= 0,
    ">=": (a, b) => order(a, b) >= 0,
  });
  const compiled = expression();
  if (at < tokens.length) throw fail();
  return (record) => truth(compiled(record));
}

const FUNCTIONS: Readonly<Record<string, (given: readonly Value[], record: RecordRow) => Value>> = {
  AND: (given) => given.every(truth),
  OR: (given) => given.some(truth),
  NOT: ([value]) => !truth(value),
  IF: ([test, yes, no]) => (truth(test) ? yes : no),
  BLANK: () => undefined,
  TRUE: () => true,
  FALSE: () => false,
  RECORD_ID: (_given, record) => record.id,
  CREATED_TIME: (_given, record) => record.createdTime,
  LAST_MODIFIED_TIME: (_given, record) => record.lastModifiedTime,
  IS_AFTER: ([a, b]) => new Date(written(a)) > new Date(written(b)),
  IS_BEFORE: ([a, b]) => new Date(written(a)) < new Date(written(b)),
  LOWER: ([value]) => written(value).toLowerCase(),
  UPPER: ([value]) => written(value).toUpperCase(),
  TRIM: ([value]) => written(value).trim(),
  LEN: ([value]) => written(value).length,
  FIND: ([what, where]) => written(where).indexOf(written(what)) + 1,
};

const truth = (value: Value): boolean => value !== undefined && value !== "" && value !== 0 && value !== false;
const written = (value: Value): string => (value === undefined ? "" : String(value));
const numeric = (value: Value): number => (value === undefined ? 0 : Number(value));
/** An empty field equals `BLANK()` and a text of no letters. */
const same = (a: Value, b: Value): boolean => a === b || written(a) === written(b);

function order(a: Value, b: Value): number {
  if (typeof a === "number" || typeof b === "number") return numeric(a) - numeric(b);
  return written(a) < written(b) ? -1 : written(a) > written(b) ? 1 : 0;
}

function plain(value: unknown): Value {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((item) => written(plain(item))).join(", ");
  return value === undefined || value === null ? undefined : JSON.stringify(value);
}

interface Token {
  readonly kind: "field" | "text" | "number" | "name" | "sign";
  readonly text: string;
  readonly value: string | number;
}

function tokenized(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKENS);
  while (pattern.lastIndex < formula.trimEnd().length) {
    const match = pattern.exec(formula);
    if (match === null) throw broken(formula);
    const [, field, text, number, name, sign = ""] = match;
    if (field !== undefined) tokens.push({ kind: "field", text: unescaped(field), value: "" });
    else if (text !== undefined) tokens.push({ kind: "text", text: "", value: unescaped(text) });
    else if (number !== undefined) tokens.push({ kind: "number", text: "", value: Number(number) });
    else if (name !== undefined) tokens.push({ kind: "name", text: name, value: "" });
    else tokens.push({ kind: "sign", text: sign, value: "" });
  }
  return tokens;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
const unescaped = (text: string): string =>
  text.slice(1, -1).replaceAll(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);

const broken = (formula: string): Error =>
  unprocessable(
    "INVALID_FILTER_BY_FORMULA",
    `The formula for filtering records is invalid: Invalid formula. Please check your formula text. (${formula})`,
  );
