import {
  type Address,
  type AggregateReceipt,
  formatAddress,
  type LinkedRows,
  type ReceiptRow,
  tableSpec,
} from "@minga/core";
import { numbersIn } from "../output/numbers.ts";
import { shortened } from "../output/visible.ts";
import { indented, padEnd, widthOfText } from "../output/width.ts";
import { BEHIND, COUNTED, COUNTED_OF, EXPLAIN_TEXTS } from "../texts/explain.ts";
import { calledIn } from "./called.ts";
import type { PageLayout } from "./layout.ts";
import { rowLines } from "./rows.ts";
import { shownId } from "./shown-id.ts";

/** One thing of a list: its id, the rows that count it, and the rows behind these. */
interface Entry {
  readonly id: string | null;
  readonly address: Address | undefined;
  readonly rows: readonly { readonly address: Address }[];
  readonly linked: readonly LinkedRows[];
}

/** How wide a column of ids may be. */
const LONGEST_ID = 24;

/** The rows that counted: of a distinct count each person with the rows behind it, of a plain one the rows. */
export const countedLines = (aggregate: AggregateReceipt, layout: PageLayout): readonly string[] => {
  const { counted, subjects } = aggregate;
  const { language } = layout;
  if (counted.length === 0) return [EXPLAIN_TEXTS.noneCounted[language]];
  const write = (number: number): string => numbersIn(language)(number, "number");
  const rows = { rows: write(counted.length), isOne: counted.length === 1 };
  if (subjects === undefined) {
    const hasRowsBehind = counted.some(({ linked }) => linked.some((each) => each.rows.length > 0));
    const list = hasRowsBehind ? entryLines(counted.map(ofRow), layout) : plainLines(counted, layout, "  ");
    return [COUNTED[language](rows), ...list];
  }
  const called = calledIn(aggregate, subjects.length, language);
  return [
    COUNTED_OF[language]({ ...rows, things: write(subjects.length), called }),
    ...entryLines(
      subjects.map(({ id, address, rows: own }) => ({
        id: aggregate.personal ? null : id,
        address,
        rows: own,
        linked: own.flatMap(({ linked }) => linked),
      })),
      layout,
    ),
  ];
};

/** Rows alone, file by file. */
export const plainLines = (
  rows: readonly { readonly address: Address }[],
  { language, lists, width }: PageLayout,
  indent: string,
): readonly string[] => {
  const { lines, isCut } = rowLines(rows, { language, limit: lists.runs });
  lists.note(isCut);
  return lines.map((line) => indented(line, indent, width));
};

const ofRow = (row: ReceiptRow): Entry => ({
  id: row.id,
  address: undefined,
  rows: [row],
  linked: row.linked,
});

const entryLines = (entries: readonly Entry[], { language, lists }: PageLayout): readonly string[] => {
  const shown = lists.some(entries);
  const names = shown.map(({ id, address }) =>
    shortened(shownId(id) ?? (address === undefined ? "" : formatAddress(address)), LONGEST_ID),
  );
  const idWidth = Math.max(...names.map(widthOfText));
  const lines = shown.flatMap(({ rows, linked }, index) => {
    const name = idWidth === 0 ? "" : `${padEnd(names[index]!, idWidth)}  `;
    const own = rowLines(rows, { language, limit: lists.runs });
    const behind = [...Map.groupBy(linked, (each) => each.table)].flatMap(([of, each]) => {
      const all = [...new Map(each.flatMap((one) => one.rows).map((row) => [row.row, row])).values()];
      const told = rowLines(all, { language, limit: lists.runs });
      lists.note(told.isCut);
      const label = tableSpec(of).label[language].toLowerCase();
      return told.lines.map((line) => `      ${BEHIND[language]({ table: label, rows: line })}`);
    });
    lists.note(own.isCut);
    return [`  ${name}${own.lines.join("; ")}`, ...behind];
  });
  return [...lines, ...(entries.length > shown.length ? ["  …"] : [])];
};
