import { BESIDE, type Language, type Result, type Strategy, type Text } from "@minga/core";
import { type Line, linesOfTable } from "../evaluate/layout.ts";
import { cellOf } from "../evaluate/table.ts";
import { numbersIn } from "../output/numbers.ts";
import type { Style } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import type { PartLabels } from "../source/part-labels.ts";
import { BESIDE_WORDS, LADDER_TEXTS, MEASURES, OUTCOME_WORDS } from "../texts/ladders.ts";

/** What a table of a ladder is set with. */
export interface LadderLayout {
  readonly strategy: Strategy;
  readonly steps: readonly { readonly id: string; readonly label: Text }[];
  readonly labels: PartLabels;
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
}

/** Measures down, each with its parts; periods across. What is nought in every part is left out of the parts. */
export const ladderTable = (results: readonly Result[], layout: LadderLayout): string => {
  const { language, style, width } = layout;
  const write = numbersIn(language);
  const periods = [...new Set(results.map(({ period }) => period))];
  const lines: Line[] = [];
  for (const [indicator, own] of Map.groupBy(results, (result) => result.indicator)) {
    lines.push({ line: "heading", text: measureLabel(indicator, layout) });
    const byPart = Map.groupBy(own, ({ by }) => JSON.stringify(by));
    for (const cells of byPart.values()) {
      const isTotal = Object.keys(cells[0]!.by).length === 0;
      if (!isTotal && byPart.size > 8 && cells.every((cell) => cell.state === "value" && cell.value === 0)) continue;
      const byPeriod = new Map(cells.map((cell) => [cell.period, cellOf(cell, write)]));
      lines.push({
        line: "row",
        id: "",
        text: isTotal ? LADDER_TEXTS.all[language] : partsLabel(cells[0]!, layout),
        cells: periods.map((period) => byPeriod.get(period) ?? { text: "", mark: "" }),
      });
    }
  }
  return `${linesOfTable(lines, periods, { width, style }).join("\n")}\n`;
};

const measureLabel = (indicator: string, { strategy, language }: LadderLayout): string => {
  const label = strategy.indicators[indicator]?.label ?? MEASURES[indicator.slice(indicator.indexOf(".") + 1)];
  return label === undefined ? indicator : visible(label[language]);
};

const partsLabel = ({ by }: Result, layout: LadderLayout): string => {
  const { labels, language } = layout;
  return Object.entries(by)
    .map(([name, part]) => {
      if (name === "outcome") return OUTCOME_WORDS[part ?? ""]?.[language] ?? String(part);
      if (name === "from" || name === "to") return `${LADDER_TEXTS[name][language]} ${placeLabel(part, layout)}`;
      return labels(name, part);
    })
    .join(" · ");
};

/** A step, or where else one may be. */
const placeLabel = (part: string | null, { steps, language }: LadderLayout): string => {
  const beside = BESIDE.find((place) => place === part);
  if (beside !== undefined) return BESIDE_WORDS[beside][language];
  return visible(steps.find(({ id }) => id === part)?.label[language] ?? String(part));
};
