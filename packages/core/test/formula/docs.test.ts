import { readFileSync } from "node:fs";
import { describe as suite, expect, test } from "vitest";
import { describe } from "../../src/formula/describe/describe.ts";
import { FUNCTIONS } from "../../src/formula/functions.ts";
import { KEYWORDS } from "../../src/formula/keywords.ts";
import { lex } from "../../src/formula/lexer.ts";
import { WINDOWS } from "../../src/formula/window.ts";
import type { Language } from "../../src/text/text.ts";
import { checkedText, checkText, definitions } from "./strategy.ts";

const PAGES: readonly (readonly [string, Language])[] = [
  ["formula.md", "en"],
  ["formula.es.md", "es"],
];

const read = (name: string): string => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), "utf8");

/** The lines of a page's code blocks of a kind, with what follows the kind's name. */
const linesOf = (page: string, kind: "formula" | "wrong") =>
  [...page.matchAll(new RegExp(`^\`\`\`${kind} ?([\\w-]*)\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].flatMap(([, code, body]) =>
    body!
      .trim()
      .split("\n")
      .map((formula) => ({ code: code!, formula })),
  );

suite.each(PAGES)("docs/%s", (name, language) => {
  const page = read(name);
  const right = linesOf(page, "formula");
  const wrong = linesOf(page, "wrong");
  const said = [...page.matchAll(/^```formula\n([^\n]*)\n```\n\n> ([^\n]*)$/gm)].map(([, formula, sentence]) => ({
    formula: formula!,
    sentence: sentence!,
  }));

  test("has examples: right ones, wrong ones, and sentences", () => {
    expect(right.length).toBeGreaterThan(15);
    expect(wrong.length).toBeGreaterThan(5);
    expect(said.length).toBeGreaterThan(10);
    expect(said).toHaveLength(page.match(/^> /gm)!.length);
  });

  test.each(right)("$formula", ({ formula }) => {
    expect(checkText(formula).diagnostics).toEqual([]);
  });

  test.each(wrong)("$formula is refused: $code", ({ code, formula }) => {
    expect(checkText(formula).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  test.each(said)("$formula is said as on the page", ({ formula, sentence }) => {
    expect(describe(checkedText(formula), language, definitions)).toBe(sentence);
  });

  test("the formulas inside the text can be read as well", () => {
    const inText = [...page.matchAll(/^ *formula: (.*)$/gm)].map(([, formula]) => formula!);
    for (const formula of inText) expect(checkText(formula).diagnostics).toEqual([]);
    const whole = [...page.matchAll(/^npx minga formula '([^']*)'/gm)].map(([, formula]) => checkText(formula!));
    expect(whole.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([[], ["unknown-column"]]);
  });
});

suite("the reference in docs/formula.md", () => {
  const page = read("formula.md");
  const tokens = linesOf(page, "formula").flatMap(({ formula }) => lex(formula).tokens);

  test("has an example of every function and every window", () => {
    const names = new Set(tokens.map(({ text }) => text));
    const windows = new Set(tokens.flatMap((token) => (token.token === "keyword" ? [token.keyword] : [])));
    expect(Object.keys(FUNCTIONS).filter((name) => !names.has(name))).toEqual([]);
    expect((Object.keys(WINDOWS) as (keyof typeof WINDOWS)[]).filter((name) => !windows.has(name))).toEqual([]);
  });

  test("its grammar has every keyword", () => {
    const grammar = /^```text\n([\s\S]*?)^```$/m.exec(page)![1]!;
    const missing = Object.values(KEYWORDS).filter(({ en }) => !grammar.includes(en[0]) && !en[0].startsWith("not "));
    expect(missing).toEqual([]);
  });

  test("tells the limits that hold", () => {
    const limitOf = (text: string): string => {
      const [diagnostic] = checkText(text).diagnostics;
      return diagnostic!.data.limit!.toLocaleString("en");
    };
    const limits = [" ".repeat(60_000), "(".repeat(1_000), "1 + ".repeat(1_000)].map(limitOf);
    expect(page).toContain(
      `at most ${limits[0]} characters, ${limits[1]} brackets inside one another, and ${limits[2]} levels`,
    );
  });
});
