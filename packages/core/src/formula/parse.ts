import type { Comparison, Name, Span, Syntax, Unread, WindowSyntax } from "./ast.ts";
import { Cursor } from "./cursor.ts";
import { type Diagnostic, type DiagnosticCode, EXPECTED } from "./diagnostic.ts";
import { functionByName } from "./functions.ts";
import { keywordText } from "./keywords.ts";
import { lex, type Sign } from "./lexer.ts";
import { heightOf } from "./syntax.ts";

/** How deep a tree may be: chains such as `a + b + c` make it deeper too. */
const MAX_HEIGHT = 300;

/** How many characters a formula may have. */
const MAX_LENGTH = 50_000;

/** What the parser made of a text: always a tree, with `error` nodes where it could not read. */
export interface Parsed {
  readonly text: string;
  readonly syntax: Syntax;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a formula, in English or Spanish or a mixture. Never throws: what is wrong is in `diagnostics`, all of it.
 *
 * @example
 * parse("contar(personas)").syntax.node; // "call"
 * parse("count(people where region = )").diagnostics[0]?.code; // "unexpected-token"
 */
export const parse = (text: string): Parsed => {
  const whole: Span = { start: 0, end: text.length };
  const refused = (code: DiagnosticCode, limit: number): Parsed => ({
    text,
    syntax: { node: "error", span: whole },
    diagnostics: [{ code, span: whole, data: { limit } }],
  });
  if (text.length > MAX_LENGTH) return refused("too-long", MAX_LENGTH);
  const { tokens, diagnostics } = lex(text);
  const parser = new Parser(tokens, [...diagnostics]);
  const syntax = parser.formula();
  if (heightOf(syntax) > MAX_HEIGHT) return refused("too-deep", MAX_HEIGHT);
  const isTooDeep = parser.diagnostics.some(({ code }) => code === "too-deep");
  return {
    text,
    // What was read until then is half a formula: checking it would find mistakes that nobody made.
    syntax: isTooDeep ? { node: "error", span: whole } : syntax,
    diagnostics: parser.diagnostics.toSorted((a, b) => a.span.start - b.span.start),
  };
};

/** Windows of one keyword, without a number. */
const SIMPLE_WINDOWS: Readonly<Record<Exclude<WindowSyntax["window"], "last" | "within">, true>> = {
  during: true,
  "at-end": true,
  "any-time": true,
  started: true,
  ended: true,
  "previous-year": true,
  ever: true,
  "to-date": true,
};
const COMPARISONS: ReadonlySet<Sign> = new Set<Sign>(["=", "!=", "<", "<=", ">", ">="]);

const around = (first: Span, last: Span): Span => ({ start: first.start, end: Math.max(first.end, last.end) });

const SUM = ["+", "-"] as const;
const PRODUCT = ["*", "/"] as const;

/** The grammar of docs/formula.md, a method a rule. */
class Parser extends Cursor {
  formula(): Syntax {
    let syntax = this.#condition();
    while (this.token.token !== "end") {
      this.unexpected(EXPECTED.end);
      // What goes on behind brackets too many is read as well.
      if (!this.takeSign(")")) break;
      while (this.takeSign(")"));
      syntax = this.#chain([...SUM, ...PRODUCT], () => this.#unary(), syntax);
    }
    return syntax;
  }

  #condition(): Syntax {
    return this.deeper(() => this.#logic("or", () => this.#logic("and", () => this.#negation())));
  }

  #logic(operator: "and" | "or", operand: () => Syntax): Syntax {
    const operands = [operand()];
    while (this.takeKeyword(operator)) operands.push(operand());
    return operands.length === 1
      ? operands[0]!
      : { node: "logic", operator, operands, span: around(operands[0]!.span, operands.at(-1)!.span) };
  }

  #negation(): Syntax {
    const { span } = this.token;
    if (!this.takeKeyword("not")) return this.#comparison();
    const operand = this.deeper(() => this.#negation());
    return { node: "not", operand, span: around(span, operand.span) };
  }

  #comparison(): Syntax {
    const value = this.#otherwise();
    const token = this.token;
    if (token.token === "sign" && COMPARISONS.has(token.sign)) {
      this.advance();
      const right = this.#otherwise();
      const operator = token.sign as Comparison;
      return { node: "compare", operator, left: value, right, span: around(value.span, right.span) };
    }
    if (this.isKeyword("between", "not-between")) {
      const negated = this.isKeyword("not-between");
      this.advance();
      const low = this.#otherwise();
      if (!this.takeKeyword("and")) {
        this.unexpected(keywordText("and"));
        return { node: "error", span: around(value.span, low.span) };
      }
      const high = this.#otherwise();
      return { node: "between", negated, value, low, high, span: around(value.span, high.span) };
    }
    if (this.isKeyword("one-of", "not-one-of", "in", "not-in")) {
      const negated = this.isKeyword("not-one-of", "not-in");
      this.advance();
      const set = this.#set();
      return { node: "in", negated, value, set, span: around(value.span, set.span) };
    }
    if (this.isKeyword("known", "empty")) {
      const state = this.isKeyword("known") ? "known" : "empty";
      return { node: "is", state, value, span: around(value.span, this.advance().span) };
    }
    return value;
  }

  #set(): Syntax {
    const open = this.token.span;
    if (!this.takeSign("(")) return this.#primary();
    const items = [this.#otherwise()];
    while (this.takeSign(",")) items.push(this.#otherwise());
    return { node: "list", items, span: around(open, this.close(open)) };
  }

  #sum(): Syntax {
    return this.#chain(SUM, () => this.#chain(PRODUCT, () => this.#unary()));
  }

  #chain(signs: readonly ("+" | "-" | "*" | "/")[], operand: () => Syntax, first = operand()): Syntax {
    let left = first;
    while (this.isSign(...signs)) {
      const token = this.advance();
      const operator = signs.find((sign) => token.token === "sign" && token.sign === sign)!;
      const right = operand();
      left = { node: "arithmetic", operator, left, right, span: around(left.span, right.span) };
    }
    return left;
  }

  #otherwise(): Syntax {
    const left = this.#sum();
    if (!this.takeKeyword("else")) return left;
    const right = this.deeper(() => this.#otherwise());
    return { node: "else", left, right, span: around(left.span, right.span) };
  }

  #unary(): Syntax {
    const { span } = this.token;
    if (!this.takeSign("-")) return this.#primary();
    const operand = this.deeper(() => this.#unary());
    return { node: "negate", operand, span: around(span, operand.span) };
  }

  #primary(): Syntax {
    const token = this.token;
    if (token.token === "number" || token.token === "text") {
      this.advance();
      return token.token === "number"
        ? { node: "number", value: token.value, span: token.span }
        : { node: "text", value: token.value, span: token.span };
    }
    if (token.token === "keyword") {
      const { keyword, span } = token;
      if (keyword === "as-of" || keyword === "period-start" || keyword === "period-end") {
        this.advance();
        return { node: "day", word: keyword, span };
      }
    }
    if (token.token === "sign" && token.sign === "(") {
      this.advance();
      const inner = this.#condition();
      this.close(token.span);
      return inner;
    }
    if (token.token === "name") {
      this.advance();
      const name: Name = { text: token.text, span: token.span };
      return this.isSign("(") ? this.#call(name) : this.#path(name);
    }
    // Whatever stands here may go on with what is around: it is left for the caller.
    return this.unexpected(EXPECTED.operand);
  }

  #path(first: Name): Syntax {
    const names = [first];
    while (this.takeSign(".")) {
      const token = this.token;
      if (token.token !== "name") {
        this.unexpected(EXPECTED.name);
        break;
      }
      this.advance();
      names.push({ text: token.text, span: token.span });
    }
    return { node: "path", names, span: around(first.span, names.at(-1)!.span) };
  }

  #call(name: Name): Syntax {
    const open = this.advance().span;
    const args: Syntax[] = [];
    if (!this.isSign(")")) {
      do args.push(this.#condition());
      while (this.takeSign(","));
    }
    // `people at end where registered` reads as well as `people where registered at end`.
    const early = this.#window();
    const where = this.takeKeyword("where") ? this.#condition() : null;
    const window = early ?? this.#window();
    const by = this.takeKeyword("by") ? this.#dimension() : null;
    return { node: "call", name, args, where, window, by, span: around(name.span, this.close(open)) };
  }

  #dimension(): Name | Unread {
    const token = this.token;
    if (token.token !== "name") return this.unexpected(EXPECTED.dimension);
    this.advance();
    return { text: token.text, span: token.span };
  }

  #window(): WindowSyntax | null {
    const token = this.token;
    if (token.token !== "keyword") return null;
    const { keyword, span } = token;
    if (keyword in SIMPLE_WINDOWS) {
      this.advance();
      return { window: keyword, span } as WindowSyntax;
    }
    if (keyword === "last") {
      this.advance();
      const months = this.#primary();
      const end = this.token;
      // `last 1 month`: the name of a function too, so it is no keyword.
      if (end.token === "name" && functionByName(end.text) === "month") this.advance();
      else if (!this.takeKeyword("months")) {
        this.unexpected(keywordText("months"));
        return { window: "last", months, span: around(span, months.span) };
      }
      return { window: "last", months, span: around(span, end.span) };
    }
    if (keyword === "within") {
      this.advance();
      const days = this.#primary();
      if (!this.takeKeyword("days-after")) this.unexpected(keywordText("days-after"));
      const after = this.#primary();
      return { window: "within", days, after, span: around(span, after.span) };
    }
    return null;
  }
}
