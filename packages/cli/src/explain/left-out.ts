import {
  describeProblem,
  formatSource,
  type Language,
  type LeftOut,
  type MoveReason,
  type ReceiptCell,
  tableSpec,
} from "@minga/core";
import { numbersIn } from "../output/numbers.ts";
import { visible } from "../output/visible.ts";
import { indented } from "../output/width.ts";
import { CELL_LINE, EXPLAIN_TEXTS, LEFT_OUT_ROWS, REASON_LINE } from "../texts/explain.ts";
import { LEFT_OUT } from "../texts/left-out.ts";
import { plainLines } from "./counted.ts";
import type { PageLayout } from "./layout.ts";

/** The rows that were left out, by reason: the commonest one first. */
export const leftOutLines = (groups: readonly LeftOut[], layout: PageLayout): readonly string[] => {
  const { language, width } = layout;
  const write = (number: number): string => numbersIn(language)(number, "number");
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) return [];
  return [
    LEFT_OUT_ROWS[language]({ rows: write(count), isOne: count === 1 }),
    ...groups
      .toSorted((a, b) => b.rows.length - a.rows.length)
      .flatMap((group) => [
        indented(
          REASON_LINE[language]({ rows: write(group.rows.length), reason: reasonInWords(group, language) }),
          "  ",
          width,
        ),
        ...plainLines(group.rows, layout, "    "),
        ...cellLines(group, layout),
      ]),
  ];
};

/** Why something does not count, in words. */
export const reasonInWords = ({ code, condition }: MoveReason, language: Language): string =>
  visible(LEFT_OUT[code][language](condition?.[language] ?? ""));

/** The cells that a reason points at: those of one column with the same wrong together. */
const cellLines = ({ rows }: LeftOut, { language, lists, width }: PageLayout): readonly string[] => {
  const groups = Map.groupBy(
    rows.flatMap((row) => row.cells),
    (cell) => JSON.stringify([formatSource(cell.address), cell.table, cell.column, wrongWith(cell, language)]),
  );
  const all = [...groups.values()].toSorted((a, b) => b.length - a.length);
  const shown = lists.some(all);
  const lines = shown.map((group) => {
    const [first] = group as [ReceiptCell, ...ReceiptCell[]];
    const cells = [...new Set(group.map(({ address: { row, column } }) => `${column ?? ""}${row ?? ""}`))];
    const some = lists.some(cells);
    return CELL_LINE[language]({
      cells: visible(`${formatSource(first.address)} ${some.join(", ")}${some.length < cells.length ? ", …" : ""}`),
      column: tableSpec(first.table).columns.find(({ name }) => name === first.column)!.label[language],
      wrong: wrongWith(first, language),
    });
  });
  return [...lines, ...(all.length > shown.length ? ["…"] : [])].map((line) => indented(line, "    ", width));
};

/** What is wrong with a cell, without anything personal that stands in it. */
const wrongWith = ({ isEmpty, problems }: ReceiptCell, language: Language): string =>
  problems.length > 0
    ? visible(problems.map((problem) => describeProblem(problem, language, { shared: true }).message).join("; "))
    : isEmpty
      ? EXPLAIN_TEXTS.emptyCell[language]
      : "";
