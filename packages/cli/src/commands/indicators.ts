import { describe, type Language, print, type Strategy, UNIT_LABELS } from "@minga/core";
import type { CompiledStrategy } from "@minga/core";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { widthOf } from "../io.ts";
import { type Style, styleOf } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { indented } from "../output/width.ts";
import { openStrategy } from "../source/open-strategy.ts";
import type { indicatorsSpec } from "../texts/commands/indicators.ts";
import { TABLE_TEXTS } from "../texts/evaluate.ts";
import { RETIRED } from "../texts/strategy.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga indicators`: what there is to ask for. */
export const run = ({ options, io, language }: Invocation<typeof indicatorsSpec>): Work =>
  Effect.gen(function* () {
    const { strategy, compiled } = yield* openStrategy(options.strategy, language);
    const text =
      options.format === "json"
        ? `${JSON.stringify(listOf(strategy, compiled), null, 2)}\n`
        : pageOf(strategy, compiled, language, styleOf(io.out, io.env), Math.min(widthOf(io.out), 100));
    yield* Effect.promise(() => io.out.write(text));
    return EXIT.ok;
  });

/** The indicators by objective; those that no objective names come last. */
const grouped = (strategy: Strategy): readonly { readonly objective?: string; readonly ids: readonly string[] }[] => {
  const named = new Set(strategy.objectives.flatMap(({ indicators }) => indicators));
  const rest = Object.keys(strategy.indicators).filter((id) => !named.has(id));
  return [...strategy.objectives.map(({ id, indicators }) => ({ objective: id, ids: indicators })), { ids: rest }];
};

const listOf = (strategy: Strategy, { indicators, definitions }: CompiledStrategy): readonly unknown[] =>
  grouped(strategy).flatMap(({ objective, ids }) =>
    ids.map((id) => {
      const { label, set, retired } = strategy.indicators[id]!;
      const { checked } = indicators.get(id)!;
      return {
        indicator: id,
        label,
        unit: checked.type.kind === "number" ? checked.type.unit : null,
        set,
        objective: objective ?? null,
        ...(retired === undefined ? {} : { retired }),
        sentence: { es: describe(checked, "es", definitions), en: describe(checked, "en", definitions) },
        formula: { es: print(checked, "es", definitions), en: print(checked, "en", definitions) },
      };
    }),
  );

const pageOf = (
  strategy: Strategy,
  { indicators, definitions }: CompiledStrategy,
  language: Language,
  style: Style,
  width: number,
): string => {
  const blocks = grouped(strategy).flatMap(({ objective, ids }) => {
    if (ids.length === 0) return [];
    const label = strategy.objectives.find(({ id }) => id === objective)?.label[language];
    const heading = label === undefined ? TABLE_TEXTS.extensions[language] : `${objective!.toUpperCase()} · ${label}`;
    const entries = ids.map((id) => {
      const spec = strategy.indicators[id]!;
      const { checked } = indicators.get(id)!;
      const unit = checked.type.kind === "number" ? ` (${UNIT_LABELS[checked.type.unit][language]})` : "";
      const retired = spec.retired === undefined ? "" : `. ${RETIRED[language](spec.retired)}`;
      return [
        `  ${style.strong(id)}  ${visible(spec.label[language])}${unit}${retired}`,
        indented(visible(describe(checked, language, definitions)), "    ", width),
        style.faint(`    ${visible(print(checked, language, definitions))}`),
      ].join("\n");
    });
    return [[style.strong(visible(heading)), ...entries].join("\n")];
  });
  return `${[style.strong(visible(strategy.label[language])), ...blocks].join("\n\n")}\n`;
};
