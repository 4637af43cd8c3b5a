import { formatAddress, type Language, type TableData } from "@minga/core";
import { toCsv } from "@minga/files";
import type { DuplicateReason, LikelyDuplicate } from "@minga/ingest";
import { visible } from "../output/visible.ts";
import { DUPLICATES as TEXTS, REASONS } from "../texts/duplicates.ts";

/** One of the two rows of a pair. */
interface ShownRow {
  readonly cell: string;
  /** Left out where the list is shared. */
  readonly id?: string | null;
  readonly name?: string | null;
}

/** A pair as it is shown. */
export interface ShownPair {
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
  readonly rows: readonly [ShownRow, ShownRow];
}

/** The pairs with what may be shown of their rows. */
export const shownPairs = (
  people: TableData,
  pairs: readonly LikelyDuplicate[],
  { shared }: { readonly shared: boolean },
): readonly ShownPair[] => {
  const text = (column: string, row: number): string | null => {
    const data = people.columns.get(column);
    return data?.type === "text" ? (data.values[row] ?? null) : null;
  };
  const shown = (row: number): ShownRow => ({
    cell: formatAddress(people.address(row)),
    ...(shared ? {} : { id: text("id", row), name: text("name", row) }),
  });
  return pairs.map(({ score, reasons, rows: [a, b] }) => ({ score, reasons, rows: [shown(a), shown(b)] }));
};

/** The pairs, two lines each. */
export const pairsPage = (pairs: readonly ShownPair[], source: string, language: Language): string => {
  if (pairs.length === 0) return `${TEXTS.none[language]}\n`;
  const score = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });
  const name = ({ cell, id, name: called }: ShownRow): string =>
    visible([cell, ...[id, called].filter((each) => each !== undefined && each !== null)].join(" · "));
  const lines = pairs.flatMap((pair) => [
    `${score.format(pair.score)}  ${pair.rows.map(name).join("  =  ")}`,
    `      ${pair.reasons.map((reason) => REASONS[reason][language]).join(", ")}`,
  ]);
  const [a, b] = pairs[0]!.rows.map(({ id }) => id);
  const decide = (sign: string): string => `${source} --decide ${quoted(`${a ?? "p1"}${sign}${b ?? "p2"}`)}`;
  return [
    TEXTS.found[language](pairs.length),
    "",
    ...lines,
    "",
    TEXTS.decide[language]({ same: decide("="), different: decide("!=") }),
    "",
  ].join("\n");
};

const quoted = (text: string): string => (/^[\w.=@-]+$/.test(text) ? text : `'${visible(text)}'`);

/** The pairs as a spreadsheet. */
export const pairsCsv = (pairs: readonly ShownPair[], language: Language): string => {
  const { columns, csv } = TEXTS;
  const header = [
    csv.score,
    csv.reasons,
    csv.cell,
    columns.person,
    csv.name,
    csv.otherCell,
    columns.other,
    csv.otherName,
  ];
  return toCsv(
    header.map((text) => text[language]),
    pairs.map(({ score, reasons, rows }) => [
      score,
      reasons.map((reason) => REASONS[reason][language]).join("; "),
      ...rows.flatMap(({ cell, id, name }) => [cell, id ?? null, name ?? null]),
    ]),
  );
};
