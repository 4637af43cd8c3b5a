import { describe, expect, it, test } from "vitest";
import { LANGUAGES } from "../../src/text/text.ts";
import { KEYWORDS } from "../../src/formula/keywords.ts";
import { lex } from "../../src/formula/lexer.ts";

/** The tokens of a text, each as what it is and what it says. */
const tokens = (source: string): readonly (readonly [string, unknown])[] =>
  lex(source)
    .tokens.slice(0, -1)
    .map((token) => {
      switch (token.token) {
        case "number":
        case "text":
          return [token.token, token.value];
        case "keyword":
          return [token.token, token.keyword];
        case "sign":
          return [token.token, token.sign];
        default:
          return [token.token, token.text];
      }
    });
const problems = (source: string): readonly unknown[] =>
  lex(source).diagnostics.map(({ code, span, data }) => [code, source.slice(span.start, span.end), data.found]);

describe("words", () => {
  const forms = Object.entries(KEYWORDS).flatMap(([keyword, ofLanguage]) =>
    LANGUAGES.flatMap((language) => ofLanguage[language].map((form) => ({ form, keyword }))),
  );

  test.each(forms)("«$form» is the keyword $keyword, without accents and in capitals too", ({ form, keyword }) => {
    const bare = form.normalize("NFD").replaceAll(/\p{M}/gu, "");
    for (const spelling of [form, form.normalize("NFD"), bare, form.toUpperCase(), form.replaceAll(" ", " \n\t ")]) {
      expect(tokens(spelling)).toEqual([["keyword", keyword]]);
    }
  });

  it("takes the longest phrase that fits, and leaves what is only its beginning", () => {
    expect(tokens("is not one of")).toEqual([["keyword", "not-one-of"]]);
    expect(tokens("no está vacía")).toEqual([["keyword", "known"]]);
    expect(tokens("no es una")).toEqual([
      ["keyword", "not"],
      ["name", "es"],
      ["name", "una"],
    ]);
    expect(tokens("period ending")).toEqual([
      ["name", "period"],
      ["name", "ending"],
    ]);
  });

  it("knows no keyword inside a longer word, nor after a dot", () => {
    expect(tokens("order notable android")).toEqual([
      ["name", "order"],
      ["name", "notable"],
      ["name", "android"],
    ]);
    expect(tokens("memberships.last.or")).toEqual([
      ["name", "memberships"],
      ["sign", "."],
      ["name", "last"],
      ["sign", "."],
      ["name", "or"],
    ]);
  });

  it("reads names of any script", () => {
    expect(tokens("Año_2 مجموعة 群組")).toEqual([
      ["name", "Año_2"],
      ["name", "مجموعة"],
      ["name", "群組"],
    ]);
  });
});

describe("numbers and signs", () => {
  it("reads decimals with a point, and no sign as part of a number", () => {
    expect(tokens("0.5 12 -3 007")).toEqual([
      ["number", 0.5],
      ["number", 12],
      ["sign", "-"],
      ["number", 3],
      ["number", 7],
    ]);
  });

  it("refuses digits that would not be kept", () => {
    expect(problems("9007199254740991 + 9007199254740992")).toEqual([
      ["number-too-large", "9007199254740992", "9007199254740992"],
    ]);
    expect(problems("1".repeat(400))).toEqual([["number-too-large", "1".repeat(400), `${"1".repeat(20)}…`]]);
  });

  it("takes the signs of mathematics for those of the keyboard", () => {
    const signs = ["≠", "!=", "<>", "≤", "<=", "≥", ">=", "×", "*", "÷", "/", "−", "-"];
    expect(tokens(signs.join(" ")).map(([, sign]) => sign)).toEqual([
      "!=",
      "!=",
      "!=",
      "<=",
      "<=",
      ">=",
      ">=",
      "*",
      "*",
      "/",
      "/",
      "-",
      "-",
    ]);
    expect(tokens("a<=b").map(([, text]) => text)).toEqual(["a", "<=", "b"]);
  });
});

describe("texts", () => {
  it("stand in three kinds of quotes; a straight one inside is written twice", () => {
    expect(tokens('"a ""b"" c" “d "e" f” «g» ""')).toEqual([
      ["text", 'a "b" c'],
      ["text", 'd "e" f'],
      ["text", "g"],
      ["text", ""],
    ]);
  });

  it("keep emoji, right-to-left text, keywords and signs as they are", () => {
    for (const value of ["🌱👩🏽‍🤝‍👨🏿", "مجموعة محلية", "a\u200Fb", "count(x) and not", "ñ"]) {
      expect(tokens(`"${value}"`)).toEqual([["text", value]]);
      expect(problems(`"${value}"`)).toEqual([]);
    }
  });

  it("that are not closed take what follows, once", () => {
    expect(problems('name = "a and b')).toEqual([["unclosed-text", '"a and b', undefined]]);
    expect(problems('name = "a\nb"').map((each) => (each as unknown[])[0])).toEqual(["unclosed-text"]);
    expect(problems("“a")).toEqual([["unclosed-text", "“a", undefined]]);
  });
});

describe("what is not part of the language", () => {
  it("is one mistake where it stands together, with the place of all of it", () => {
    expect(problems("a ## b # c")).toEqual([
      ["unexpected-character", "##", "##"],
      ["unexpected-character", "#", "#"],
    ]);
    expect(problems("🌱🌱")).toEqual([["unexpected-character", "🌱🌱", "🌱🌱"]]);
  });

  it("is told in short, and by its code where it cannot be seen", () => {
    expect(problems("\u0000")).toEqual([["unexpected-character", "\u0000", "U+0000"]]);
    expect(problems("#".repeat(30))).toEqual([["unexpected-character", "#".repeat(30), `${"#".repeat(20)}…`]]);
  });

  it("does not stop the rest", () => {
    expect(tokens("count ; people").map(([, text]) => text)).toEqual(["count", "people"]);
  });

  it("does not include marks without a width that come with pasted text", () => {
    expect(tokens("\uFEFFcount\u200B(\u200Epeople\u200F)\u00A0at\u00A0end").map(([, text]) => text)).toEqual([
      "count",
      "(",
      "people",
      ")",
      "at-end",
    ]);
  });
});

test("spans count UTF-16 units, so that slicing the text gives the word back", () => {
  const source = 'name = "🌱" and 🌱 x';
  const { tokens: found } = lex(source);
  for (const { span, text } of found) expect(source.slice(span.start, span.end)).toBe(text);
  expect(found.at(-1)).toEqual({ token: "end", text: "", span: { start: source.length, end: source.length } });
});
