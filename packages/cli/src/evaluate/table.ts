import type { Language, Result, Strategy } from "@minga/core";
import { reasonText } from "@minga/report";
import { dayInWords } from "../output/day.ts";
import { numbersIn } from "../output/numbers.ts";
import type { Style } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { indented } from "../output/width.ts";
import type { PartLabels } from "../source/part-labels.ts";
import { AS_OF_LINE, BREAK, PARTIAL, TABLE_TEXTS, WITHHELD, WITHHELD_MARK, WITHOUT } from "../texts/evaluate.ts";
import { type Line, linesOfTable, type TableCell } from "./layout.ts";

/** What a table of results is made of. */
export interface TableOptions {
  readonly strategy: Strategy;
  readonly sectionName: string;
  readonly asOf: string;
  readonly results: readonly Result[];
  readonly labels: PartLabels;
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
}

/** Sets results as a table for a person: objectives, indicators and parts down, periods across. */
export const resultsTable = (options: TableOptions): string => {
  const { strategy, sectionName, asOf, results, language, style, width } = options;
  const periods = [...new Set(results.map(({ period }) => period))];
  const headers = periods.map((period) => (period === "span" ? TABLE_TEXTS.span[language] : period));
  const head = [
    style.strong(visible(strategy.label[language])),
    AS_OF_LINE[language]({ section: visible(sectionName), asOf: dayInWords(asOf, language) }),
  ];
  const table = linesOfTable(rowsOf(options, periods), headers, { width, style });
  return `${[...head, "", ...table, ...notes(options)].join("\n")}\n`;
};

const rowsOf = (options: TableOptions, periods: readonly string[]): readonly Line[] => {
  const { strategy, results, language } = options;
  const byIndicator = Map.groupBy(results, ({ indicator }) => indicator);
  const lines: Line[] = [];
  const listed = new Set<string>();
  const group = (heading: string, ids: readonly string[]): void => {
    const wanted = ids.filter((id) => byIndicator.has(id) && !listed.has(id));
    if (wanted.length === 0) return;
    lines.push({ line: "heading", text: heading });
    for (const id of wanted) {
      listed.add(id);
      lines.push(...indicatorRows(id, byIndicator.get(id)!, options, periods));
    }
  };
  for (const { id, label, indicators } of strategy.objectives) {
    group(`${id.toUpperCase()} · ${visible(label[language])}`, indicators);
  }
  const rest = [...byIndicator.keys()];
  group(
    TABLE_TEXTS.others[language],
    rest.filter((id) => strategy.indicators[id]?.set === "core"),
  );
  group(TABLE_TEXTS.extensions[language], rest);
  return lines;
};

/** One row, or, where it is broken down, one for the total and for each part. */
const indicatorRows = (
  id: string,
  results: readonly Result[],
  { strategy, labels, language }: TableOptions,
  periods: readonly string[],
): readonly Line[] => {
  const label = visible(strategy.indicators[id]!.label[language]);
  const byPart = Map.groupBy(results, ({ by }) => JSON.stringify(by));
  const rows = [...byPart.values()].map((cells): Line => {
    const byPeriod = new Map(cells.map((cell) => [cell.period, cellOf(cell, language)]));
    const parts = Object.entries(cells[0]!.by).map(([dimension, part]) => labels(dimension, part));
    return {
      line: "row",
      id: byPart.size === 1 ? id : "",
      text: byPart.size === 1 ? label : parts.length === 0 ? TABLE_TEXTS.total[language] : parts.join(" · "),
      cells: periods.map((period) => byPeriod.get(period) ?? { text: "", mark: "" }),
    };
  });
  return byPart.size === 1 ? rows : [{ line: "title", id, text: label }, ...rows];
};

/** A result as it stands in a table. */
export const cellOf = (result: Result, language: Language, write = numbersIn(language)): TableCell => {
  const mark = `${result.partial === true ? "*" : ""}${result.break === true ? "‡" : ""}`;
  switch (result.state) {
    case "value":
      return { text: write(result.value, result.unit), mark };
    case "withheld":
      return { text: WITHHELD_MARK[language], mark };
    case "missing":
    case "not-applicable":
      return { text: "—", mark: "" };
  }
};

/** What the marks mean, and why numbers are not there: each reason once. */
const notes = ({ results, asOf, language, style, width }: TableOptions): readonly string[] => {
  const lines: string[] = [];
  if (results.some(({ partial, state }) => partial === true && (state === "value" || state === "withheld"))) {
    lines.push(PARTIAL[language](dayInWords(asOf, language)));
  }
  if (results.some((result) => result.break === true)) lines.push(BREAK[language]);
  const withheld = results.find(({ state }) => state === "withheld");
  if (withheld !== undefined && withheld.state !== "value")
    lines.push(WITHHELD[language](reasonText(withheld.reason, language)));
  const reasons = reasonLines(results, language);
  if (reasons.length > 0) {
    lines.push(TABLE_TEXTS.absent[language], ...reasons.map((reason) => indented(reason, "  ", width)));
  }
  return lines.length === 0 ? [] : ["", ...lines.map((line) => style.faint(line))];
};

const reasonLines = (results: readonly Result[], language: Language): readonly string[] => {
  const all = new Map<string, Set<string>>();
  const reasons = new Map<string, Map<string, Set<string>>>();
  for (const result of results) {
    const { indicator, period } = result;
    all.set(indicator, (all.get(indicator) ?? new Set()).add(period));
    if (result.state !== "missing" && result.state !== "not-applicable") continue;
    const reason = visible(reasonText(result.reason, language));
    const where = reasons.get(reason) ?? new Map<string, Set<string>>();
    reasons.set(reason, where.set(indicator, (where.get(indicator) ?? new Set()).add(period)));
  }
  return [...reasons].map(([reason, where]) =>
    WITHOUT[language]({
      reason,
      where: [...where]
        .map(([id, periods]) => (periods.size === all.get(id)!.size ? id : `${id} (${[...periods].join(", ")})`))
        .join(", "),
    }),
  );
};
