import type { Language, SensitivityRun, Strategy } from "@minga/core";
import { type Line, linesOfTable } from "../evaluate/layout.ts";
import { cellOf } from "../evaluate/table.ts";
import type { Style } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { CURRENT, valueText } from "../texts/sensitivity.ts";
import type { Trial } from "./values.ts";

/** Values down, periods across. */
export const sensitivityTable = (
  runs: readonly SensitivityRun[],
  { assumption }: Trial,
  indicator: string,
  layout: { readonly strategy: Strategy; readonly language: Language; readonly style: Style; readonly width: number },
): string => {
  const { strategy, language, style, width } = layout;
  const periods = [...new Set(runs.flatMap(({ results }) => results.map(({ period }) => period)))];
  const rows = runs.map(({ value, isCurrent, results }): Line => {
    const byPeriod = new Map(results.map((result) => [result.period, cellOf(result, language)]));
    return {
      line: "row",
      id: "",
      text: `${assumption} = ${visible(valueText(value, language))}${isCurrent ? ` ${CURRENT[language]}` : ""}`,
      cells: periods.map((period) => byPeriod.get(period) ?? { text: "", mark: "" }),
    };
  });
  const { label } = strategy.indicators[indicator]!;
  const head = [
    `${style.strong(indicator)} · ${visible(label[language])}`,
    visible(strategy.assumptions[assumption]!.label[language]),
  ];
  return `${[...head, "", ...linesOfTable(rows, periods, { width, style })].join("\n")}\n`;
};
