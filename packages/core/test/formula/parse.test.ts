import { describe, expect, it, test } from "vitest";
import type { Syntax } from "../../src/formula/ast.ts";
import { parse } from "../../src/formula/parse.ts";
import { show } from "./show.ts";

/** The tree of a text without mistakes. */
const tree = (text: string): string => {
  const { syntax, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return show(syntax);
};

/** What is wrong with a text: code, the words that it is about, the suggestion. */
const problems = (text: string): readonly (readonly (string | undefined)[])[] =>
  parse(text).diagnostics.map(({ code, span, suggestion }) =>
    suggestion === undefined
      ? [code, text.slice(span.start, span.end)]
      : [code, text.slice(span.start, span.end), suggestion],
  );

describe("precedence", () => {
  test.each([
    ["a or b and c", "(or a (and b c))"],
    ["a and b or c and d", "(or (and a b) (and c d))"],
    ["(a or b) and c", "(and (or a b) c)"],
    ["a or b or c", "(or a b c)"],
    ["not a and b", "(and (not a) b)"],
    ["not not a", "(not (not a))"],
    ["not a = b", "(not (= a b))"],
    ["not (a and b)", "(not (and a b))"],
    ["a + b * c - d", "(- (+ a (* b c)) d)"],
    ["a - b - c", "(- (- a b) c)"],
    ["a / b / c * d", "(* (/ (/ a b) c) d)"],
    ["(a + b) * c", "(* (+ a b) c)"],
    ["-a * -b", "(* (negate a) (negate b))"],
    ["--a", "(negate (negate a))"],
    ["a + b > c * d", "(> (+ a b) (* c d))"],
    ["a else b else c", "(else a (else b c))"],
    ["a + b else c", "(else (+ a b) c)"],
    ["a else b = c", "(= (else a b) c)"],
    ["(a else b) + c", "(+ (else a b) c)"],
    ["a between b + 1 and c and d", "(and (between a (+ b 1) c) d)"],
    ["a not between 1 and 2 or b", "(or (not-between a 1 2) b)"],
    ["a is one of (1, -2) and b", "(and (in a [1 (negate 2)]) b)"],
    ["a is not one of list", "(not-in a list)"],
    ["a in capital", "(in a capital)"],
    ["a + b is known and c is empty", "(and (known (+ a b)) (empty c))"],
    ["days(a, b) >= 3", "(>= days(a; b) 3)"],
    ["a.b.c = as of", "(= a.b.c <as-of>)"],
    ["period start < period end", "(< <period-start> <period-end>)"],
  ])("%s", (text, expected) => {
    expect(tree(text)).toBe(expected);
  });
});

describe("calls", () => {
  test.each([
    ["f()", "f()"],
    ["count(t)", "count(t)"],
    ["count(t where a and b at end)", "count(t; where (and a b); at-end)"],
    // The window may stand on either side of the condition.
    ["count(t at end where a)", "count(t; where a; at-end)"],
    ["count(t during)", "count(t; during)"],
    ["count(t any time in period)", "count(t; any-time)"],
    ["count(t any time in)", "count(t; any-time)"],
    ["count(t where x is known any time)", "count(t; where (known x); any-time)"],
    ["count(t last 12 months)", "count(t; last 12)"],
    ["count(t last 1 month)", "count(t; last 1)"],
    ["count(t últimos ventana meses)", "count(t; last ventana)"],
    ["count(t último 1 mes)", "count(t; last 1)"],
    ["count(t within n days after a.b)", "count(t; within n after a.b)"],
    ["count(t within 1 day after (a else b))", "count(t; within 1 after (else a b))"],
    ["dissimilarity(a, b by region)", "dissimilarity(a; b; by region)"],
    ["median(days(t.a, t.b))", "median(days(t.a; t.b))"],
    ["min(t.u.date where count(u where c ever) > 0 ever)", "min(t.u.date; where (> count(u; where c; ever) 0); ever)"],
  ])("%s", (text, expected) => {
    expect(tree(text)).toBe(expected);
  });
});

describe("languages", () => {
  it("reads Spanish, English and a mixture as one tree", () => {
    const english = "count(t where not a.b is one of (1, 2) and c else d between 1 and 2 at end) / f(x by z)";
    const spanish = "count(t donde no a.b es uno de (1, 2) y c si no d entre 1 y 2 al final) / f(x por z)";
    const mixed =
      "count(t where no a.b es una de (1, 2) and c SI NO d entre 1 and 2 al final del periodo) ÷ f(x por z)";
    expect(tree(spanish)).toBe(tree(english));
    expect(tree(mixed)).toBe(tree(english));
  });
});

describe("spans", () => {
  /** Every node with the text that its span cuts out. */
  const cut = (text: string): readonly string[] => {
    const found: string[] = [];
    const see = (node: Syntax): void => {
      found.push(`${node.node}: ${text.slice(node.span.start, node.span.end)}`);
      for (const child of Object.values(node)) {
        if (Array.isArray(child)) for (const each of child) if (isNode(each)) see(each);
        if (isNode(child)) see(child);
      }
    };
    see(parse(text).syntax);
    return found;
  };
  const isNode = (value: unknown): value is Syntax => typeof value === "object" && value !== null && "node" in value;

  it("cut out what each node is written as", () => {
    expect(cut("1 + count(t where a.b is one of (1, 2) at end)")).toEqual([
      "arithmetic: 1 + count(t where a.b is one of (1, 2) at end)",
      "number: 1",
      "call: count(t where a.b is one of (1, 2) at end)",
      "path: t",
      "in: a.b is one of (1, 2)",
      "path: a.b",
      "list: (1, 2)",
      "number: 1",
      "number: 2",
    ]);
    expect(cut("not a between -1 and x else z")).toEqual([
      "not: not a between -1 and x else z",
      "between: a between -1 and x else z",
      "path: a",
      "negate: -1",
      "number: 1",
      "else: x else z",
      "path: x",
      "path: z",
    ]);
  });

  it("of a window reach from its first word to its last", () => {
    const text = "count(t where a last 12 months)";
    const { syntax } = parse(text);
    const { window } = syntax as Extract<Syntax, { node: "call" }>;
    expect(text.slice(window!.span.start, window!.span.end)).toBe("last 12 months");
  });
});

describe("recovery", () => {
  test.each([
    ["", [["unexpected-end", ""]]],
    ["   ", [["unexpected-end", ""]]],
    ["1 +", [["unexpected-end", ""]]],
    ["count(t where a =)", [["unexpected-token", ")"]]],
    ["count(t where a and)", [["unexpected-token", ")"]]],
    ["count(t", [["unclosed-bracket", "("]]],
    ["((1)", [["unclosed-bracket", "("]]],
    ["1)", [["unexpected-token", ")"]]],
    ["a.", [["unexpected-end", ""]]],
    ["a.5", [["unexpected-token", "5"]]],
    ["1 2", [["unexpected-token", "2"]]],
    ["a between 1", [["unexpected-end", ""]]],
    ["a between 1 or 2", [["unexpected-token", "or"]]],
    ["count(t last 12)", [["unexpected-token", ")"]]],
    ["count(t within 3 days)", [["unexpected-token", "days"]]],
    ["dissimilarity(a, b by 3)", [["unexpected-token", "3"]]],
    ["count(t at end during)", [["unexpected-token", "during"]]],
    ["1 < x < 2", [["unexpected-token", "<"]]],
    ["f(a,)", [["unexpected-token", ")"]]],
  ])("%j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("tells every mistake of a text, in its order", () => {
    expect(problems("count(t where a = ) + count(u where # and b >) - min(v where)")).toEqual([
      ["unexpected-token", ")"],
      ["unexpected-character", "#"],
      ["unexpected-token", "and"],
      ["unexpected-token", ")"],
      ["unexpected-token", ")"],
    ]);
  });

  it("goes on behind the mistake, so that the rest of the tree stands", () => {
    expect(show(parse("count(t where a = ) + count(u where b)").syntax)).toBe(
      "(+ count(t; where (= a ?)) count(u; where b))",
    );
    expect(show(parse("count(t whre a) / count(u)").syntax)).toBe("(/ count(t) count(u))");
    expect(show(parse("count(t)) + count(u)").syntax)).toBe("(+ count(t) count(u))");
  });

  it("says what was expected, in both languages", () => {
    const { diagnostics } = parse("a between 1");
    expect(diagnostics[0]!.data.expected).toEqual({ en: "and", es: "y" });
  });

  it("suggests the keyword, sign or point that was probably meant", () => {
    expect(problems("count(t whre a)")).toEqual([["unexpected-token", "whre", "where"]]);
    expect(problems("contar(t dnde a)")).toEqual([["unexpected-token", "dnde", "donde"]]);
    expect(problems('count(t where a is "x")')).toEqual([["unexpected-token", "is", "="]]);
    expect(problems('contar(t donde a es "x")')).toEqual([["unexpected-token", "es", "="]]);
    expect(problems("count(t) * 0,5")).toEqual([["unexpected-token", ",", "."]]);
    expect(problems("count(t where a > 0,5)")).toEqual([["unexpected-token", ",", "."]]);
    expect(problems("f(a) + 1, 5")).toEqual([["unexpected-token", ","]]);
  });

  it("reports one place once", () => {
    expect(problems("f(1 2 3)")).toEqual([["unexpected-token", "2"]]);
    expect(problems("f(+)")).toEqual([
      ["unexpected-token", "+"],
      ["unexpected-token", ")"],
    ]);
  });
});
