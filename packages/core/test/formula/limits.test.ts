import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FUNCTIONS } from "../../src/formula/functions.ts";
import { KEYWORDS } from "../../src/formula/keywords.ts";
import { print } from "../../src/formula/print.ts";
import { tell } from "../../src/formula/diagnostic.ts";
import { LANGUAGES } from "../../src/text/text.ts";
import { checkedText, checkText, definitions } from "./strategy.ts";

const codes = (text: string): readonly string[] => checkText(text).diagnostics.map(({ code }) => code);

describe("depth", () => {
  const nested = (open: string, inside: string, close: string, times: number): string =>
    `${open.repeat(times)}${inside}${close.repeat(times)}`;

  it("a hundred brackets inside one another are read, one more is told as too deep", () => {
    expect(codes(nested("(", "1", ")", 100))).toEqual([]);
    expect(codes(nested("(", "1", ")", 101))).toEqual(["too-deep"]);
  });

  test.each([
    ["brackets", nested("(", "1", ")", 10_000)],
    ["brackets that are never closed", "(".repeat(10_000)],
    ["calls", nested("days(", "as of", ", as of)", 3_000)],
    ["negations", `count(people where ${"not ".repeat(10_000)}registered)`],
    ["signs", `${"-".repeat(10_000)}1`],
    ["alternatives", `${"1 else ".repeat(7_000)}1`],
    ["aggregates", nested("count(people where count(participations where ", "attended", ") > 0)", 800)],
    ["sums", `${"1 + ".repeat(10_000)}1`],
  ])("%s by the thousand are one problem", (_, text) => {
    expect(codes(text)).toEqual(["too-deep"]);
  });

  it("a long list of alternatives is no depth", () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `gender = "${index}"`).join(" or ");
    expect(codes(`count(people where ${many})`)).toEqual([]);
    expect(codes(`count(people where gender is one of (${'"a", '.repeat(5_000)}"b"))`)).toEqual([]);
  });

  it("closing brackets without end are one problem", () => {
    expect(codes(`1${")".repeat(10_000)} + x`)).toEqual(["unexpected-token", "unknown-name"]);
  });

  it("a path of ten thousand names ends where it leads nowhere", () => {
    expect(codes(`count(people where ${"region.".repeat(5_000)}region is known)`)).toEqual(["no-columns"]);
  });
});

describe("length", () => {
  it("fifty thousand characters are read, one more is told as too long", () => {
    expect(codes(`count(people)${" ".repeat(50_000 - 13)}`)).toEqual([]);
    expect(codes(`count(people)${" ".repeat(50_001 - 13)}`)).toEqual(["too-long"]);
  });

  it("one name of fifty thousand letters is an unknown name", () => {
    expect(codes("x".repeat(50_000))).toEqual(["unknown-name"]);
  });
});

describe("texts of any script", () => {
  test.each(["🌱", "👩🏽‍🤝‍👨🏿 grupo", "مجموعة محلية", "קבוצה \u202Eabc\u202C", "Ñuñoa «centro»", 'the "red" one', "  ", "\t"])(
    "%j in a literal stays as it is",
    (value) => {
      const checked = checkedText(`count(people where name = "${value.replaceAll('"', '""')}")`);
      for (const language of LANGUAGES) {
        const written = print(checked, language, definitions);
        expect(written).toContain(`"${value.replaceAll('"', '""')}"`);
        expect(print(checkedText(written), "en", definitions)).toBe(print(checked, "en", definitions));
      }
    },
  );
});

describe("any text at all", () => {
  const words: readonly string[] = [
    ...Object.values(KEYWORDS).flatMap(({ en, es }) => [...en, ...es]),
    ...Object.values(FUNCTIONS).flatMap(({ names }) => Object.values(names)),
    ..."people personas participations activity date joined_on registered attended capital place region kind x".split(
      " ",
    ),
    ...'recurrent_window territorial_groups organizations 3 0.5 "a" ( ) ( ) , . + - * / = != < >= # " 🌱'.split(" "),
  ];
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((each) => each.join(" "));
  const characters = fc.array(fc.oneof(fc.nat(0x7f), fc.nat(0x10ffff)), { maxLength: 60 });
  const anything = characters.map((each) => String.fromCodePoint(...each));

  /** What is wrong with what is told of a text. */
  const faultsOf = (text: string, table: "people" | undefined): readonly string[] => {
    const { diagnostics, checked } = checkText(text, table);
    const faults = diagnostics.flatMap((diagnostic, index) => {
      const { start, end } = diagnostic.span;
      const isInside = 0 <= start && start <= end && end <= text.length;
      const isInOrder = start >= (diagnostics[index - 1]?.span.start ?? 0);
      const isTold = LANGUAGES.every((language) => !/undefined|\[object/.test(tell(diagnostic, language)));
      return isInside && isInOrder && isTold ? [] : [`${diagnostic.code} ${start}..${end}`];
    });
    // Without diagnostics nothing is left unsettled.
    const isUnsettled = diagnostics.length === 0 && JSON.stringify(checked).includes('"error"');
    return isUnsettled ? [...faults, "unsettled"] : faults;
  };

  test.each([undefined, "people"] as const)("gives diagnostics that lie in it, and never throws (row: %s)", (table) => {
    fc.assert(
      fc.property(fc.oneof(soup, anything), (text) => {
        expect(faultsOf(text, table)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
