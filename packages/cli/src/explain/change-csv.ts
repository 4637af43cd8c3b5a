import { type AggregateChange, type Change, formatAddress, type Language, type Move } from "@minga/core";
import { toCsv } from "@minga/files";
import { placeCells } from "./csv.ts";
import { shownId } from "./shown-id.ts";

/** The columns of `minga explain --format csv` about a difference. */
const COLUMNS = [
  "aggregate",
  "change",
  "reason",
  "condition",
  "id",
  "source",
  "tab",
  "row",
  "row_reason",
  "row_condition",
  "other_row",
  "amount",
] as const;

/**
 * A difference as CSV: one line for each row of whatever came or left, or whose amount changed. `reason` is why the thing does
 * not count on the other side, `row_reason` what became of this row there; `amount` stands in the first line of each thing, so
 * that the column adds up to the difference.
 */
export const changeCsv = ({ aggregates }: Change, language: Language): string =>
  toCsv(
    COLUMNS,
    aggregates.flatMap((aggregate, index) =>
      [
        ...moveRows("came", aggregate.came, aggregate, language),
        ...moveRows("left", aggregate.left, aggregate, language),
        ...aggregate.changed.map(({ before, after, amount }) => [
          "changed",
          null,
          null,
          shownId(after.id),
          ...placeCells(after.address),
          null,
          null,
          formatAddress(before.address),
          amount,
        ]),
      ].map((cells) => [index + 1, ...cells]),
    ),
  );

const moveRows = (
  change: "came" | "left",
  moves: readonly Move[],
  { before, after, isSum }: AggregateChange,
  language: Language,
): readonly (readonly (string | number | null)[])[] => {
  const { personal, function: name } = change === "came" ? after : before;
  const sign = change === "came" ? 1 : -1;
  return moves.flatMap(({ code, condition, moved }) =>
    moved.flatMap(({ id, rows }) =>
      rows.map(({ row, there, other }, index) => [
        change,
        code,
        condition?.[language] ?? null,
        personal ? null : shownId(id),
        ...placeCells(row.address),
        there.code,
        there.condition?.[language] ?? null,
        other === undefined ? null : formatAddress(other.address),
        !isSum || index > 0 ? null : sign * (name === "sum" ? Number(row.value) : 1),
      ]),
    ),
  );
};
