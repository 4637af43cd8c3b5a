import {
  type CheckedFormula,
  checkFormula,
  checkPredicate,
  type CompiledStrategy,
  describe,
  type Language,
  print,
  referencesOf,
  UNIT_LABELS,
} from "@minga/core";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { widthOf } from "../io.ts";
import { pointAt } from "../output/point-at.ts";
import { type Style, styleOf } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { indented } from "../output/width.ts";
import { openStrategy } from "../source/open-strategy.ts";
import { valueInWords } from "../strategy/page.ts";
import type { formulaSpec } from "../texts/commands/formula.ts";
import { FORMULA_TEXTS, WRONG } from "../texts/formula.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga formula`: what a formula says, or what is wrong with it. */
export const run = ({ positionals, options, io, language }: Invocation<typeof formulaSpec>): Work =>
  Effect.gen(function* () {
    const { compiled } = yield* openStrategy(options.strategy, language);
    const text = positionals.formula;
    const checked =
      options.table === undefined
        ? checkFormula(text, compiled.definitions)
        : checkPredicate(text, options.table, compiled.definitions);
    if (checked.diagnostics.length > 0) return yield* Effect.fail(wrong(checked, language));
    const width = Math.min(widthOf(io.out), 100);
    yield* Effect.promise(() => io.out.write(told(checked, compiled, language, styleOf(io.out, io.env), width)));
    return EXIT.ok;
  });

const wrong = ({ text, diagnostics }: CheckedFormula, language: Language): Failure => {
  const inOrder = diagnostics.toSorted((a, b) => a.span.start - b.span.start);
  const pieces = inOrder.flatMap((diagnostic) => {
    const { message, lines } = pointAt(text, diagnostic, language);
    return ["", ...lines.map((line) => `    ${line}`), `  ${message}`];
  });
  const isCondition = diagnostics.some(({ code }) => code === "number-expected" || code === "outside-row");
  return new Failure(
    EXIT.input,
    [WRONG[language](diagnostics.length), ...pieces],
    isCondition ? FORMULA_TEXTS.seeTable[language] : undefined,
  );
};

const told = (
  { checked }: CheckedFormula,
  { definitions, strategy }: CompiledStrategy,
  language: Language,
  style: Style,
  width: number,
): string => {
  const field = (label: string, text: string): string => `${style.faint(`${label}:`)} ${visible(text)}`;
  const { type } = checked;
  const names = [...referencesOf(checked).assumptions].toSorted();
  const assumptions = names.map((name) => {
    const { label, value } = strategy.assumptions[name]!;
    return `  ${name} = ${valueInWords(value, language)}  ${style.faint(label[language])}`;
  });
  return `${[
    indented(visible(describe(checked, language, definitions)), "", width),
    "",
    ...(type.kind === "number" ? [field(FORMULA_TEXTS.unit[language], UNIT_LABELS[type.unit][language])] : []),
    field(FORMULA_TEXTS.spanish[language], print(checked, "es", definitions)),
    field(FORMULA_TEXTS.english[language], print(checked, "en", definitions)),
    ...(assumptions.length === 0 ? [] : [style.faint(`${FORMULA_TEXTS.assumptions[language]}:`), ...assumptions]),
  ].join("\n")}\n`;
};
