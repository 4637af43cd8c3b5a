import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { checkFormula } from "../../src/formula/check/check.ts";
import { compileStrategy } from "../../src/strategy/compile.ts";

const { definitions } = compileStrategy(aiChile20242030);
const page = readFileSync(new URL("../../../../docs/formula.md", import.meta.url), "utf8");

/** The lines of the page's code blocks of a kind, with what follows the kind's name. */
const blocks = [...page.matchAll(/^```(formula|wrong) ?([\w-]*)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, code, body]) =>
  body!
    .trim()
    .split("\n")
    .map((formula) => ({ kind, code: code!, formula })),
);

describe("docs/formula.md", () => {
  test("has examples, right ones and wrong ones", () => {
    expect(blocks.filter(({ kind }) => kind === "formula").length).toBeGreaterThan(10);
    expect(blocks.filter(({ kind }) => kind === "wrong").length).toBeGreaterThan(2);
  });

  test.each(blocks)("$kind $code: $formula", ({ kind, code, formula }) => {
    const codes = checkFormula(formula, definitions).diagnostics.map((diagnostic) => diagnostic.code);
    expect(codes).toEqual(kind === "formula" ? [] : [code]);
  });
});
