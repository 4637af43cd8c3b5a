import { coreIndicators, type Dataset, evaluate, type Language, type Result } from "@minga/core";
import type { OpenedSource } from "../source/open-source.ts";
import { numbersIn } from "../output/numbers.ts";
import { DUPLICATES as TEXTS } from "../texts/duplicates.ts";

/** What decisions do to the numbers: people who count, and each year's indicators that differ. */
export interface DecisionChanges {
  readonly people: { readonly before: number; readonly after: number };
  readonly indicators: readonly {
    readonly indicator: string;
    readonly period: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
}

/** Evaluates the strategy's own indicators both ways, by year. */
export const decisionChanges = (
  before: Dataset,
  after: Dataset,
  { strategy, section }: Pick<OpenedSource, "strategy" | "section">,
  asOf: string,
): DecisionChanges => {
  const [then, now] = [before, after].map((dataset) =>
    evaluate(dataset, { strategy, section, asOf, grain: "year", indicators: coreIndicators(strategy) }),
  ) as [readonly Result[], readonly Result[]];
  const indicators = then.flatMap((result, index) => {
    const { indicator, period } = result;
    const change = { indicator, period, before: valueOf(result), after: valueOf(now[index]!) };
    return change.before === change.after ? [] : [change];
  });
  return { people: { before: counted(before), after: counted(after) }, indicators };
};

const valueOf = (result: Result): number | null => (result.state === "value" ? result.value : null);

const counted = (dataset: Dataset): number =>
  dataset.tables.get("people")?.states.reduce((sum, state) => (state === 0 ? sum + 1 : sum), 0) ?? 0;

/** The changes as lines. */
export const changesPage = (
  { people, indicators }: DecisionChanges,
  { strategy }: Pick<OpenedSource, "strategy">,
  language: Language,
): string => {
  const write = numbersIn(language);
  const shown = (value: number | null): string => (value === null ? "—" : write(value, "number"));
  const lines = indicators.map(({ indicator, period, before, after }) => {
    const label = strategy.indicators[indicator]!.label[language];
    return `  ${indicator} ${label}, ${period}: ${shown(before)} → ${shown(after)}`;
  });
  return [
    TEXTS.people[language](people),
    ...(lines.length === 0 ? [TEXTS.unchanged[language]] : [TEXTS.changes[language], ...lines]),
    "",
  ].join("\n");
};
