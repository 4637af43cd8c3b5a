import { columnLetter } from "@minga/core";
import type { CoercionContext } from "../coerce/coercer.ts";
import type { RawBatch, RawValue } from "../raw.ts";
import { furtherTables } from "../sheet/further-tables.ts";
import { countFilled, findHeader, textsAt } from "../sheet/header.ts";
import { noRecords, type NoRecord } from "../sheet/no-records.ts";
import { type Block, blocksIn } from "./blocks.ts";
import type { LaidColumn } from "./layouts.ts";
import type { SheetPreview } from "./proposal.ts";
import { type PlaceNames, shapeOf } from "./shape.ts";

/** A table cut out of a sheet. */
export interface Cut {
  /** The columns in which it stands. */
  readonly block: Block;
  /** Whether other tables stand beside these columns. */
  readonly isBeside: boolean;
  /** Positions in the block's batch: of the header, and behind the last row. */
  readonly at: number;
  readonly end: number;
  readonly header: readonly string[];
  readonly title: string | undefined;
  /** What may name the table, the best first. */
  readonly names: readonly string[];
  /** Whether rows with something in them stand above its header. */
  readonly isBelow: boolean;
  /** Rows of the block that are no records. */
  readonly others: readonly NoRecord[];
}

/** The tables of a sheet: side by side, and under one another. */
export const cutsOf = ({ place, batch: whole }: SheetPreview): readonly Cut[] => {
  const blocks = blocksIn(whole);
  return blocks.flatMap((block) => {
    const { batch } = block;
    const first = findHeader(batch, undefined);
    if (first === undefined) return [];
    const heads = [
      { at: first.at, begins: first.at, header: first.header, title: first.title, isBelow: first.above.length > 0 },
      ...furtherTables(batch, first.at + 1, 0).map(({ at, title }) => ({
        at,
        begins: title ?? at,
        header: trimmedEnd(textsAt(batch, at)),
        title: title === undefined ? undefined : textsAt(batch, title).find((text) => text !== ""),
        isBelow: true,
      })),
    ];
    const names = [place.tab, place.source].filter((name) => name !== undefined);
    const others = noRecords(batch);
    return heads.map(({ at, title, isBelow, header }, nth) => ({
      block,
      isBeside: blocks.length > 1,
      at,
      others,
      title,
      isBelow,
      header: header.map((text) => text.trim()),
      end: heads[nth + 1]?.begins ?? batch.rows.length,
      names: title === undefined ? names : [title, ...names],
    }));
  });
};

/** The columns of a table as they stand in its sheet. */
export const laidColumns = (
  { block: { batch, first }, at, end, header, others }: Cut,
  coercion: CoercionContext,
  places: PlaceNames,
): readonly LaidColumn[] => {
  const rows = dataRows(batch, new Set(others.map((other) => other.at)), at + 1, end);
  return header.map((name, index) => {
    const cells = rows.map((row): RawValue => batch.columns[index]?.[row] ?? "");
    return {
      header: name,
      letter: columnLetter(first + index),
      cells,
      shape: shapeOf(cells, coercion, places),
      namesRowsOf: [],
      identifiesRowsOf: [],
      isReferredTo: false,
    };
  });
};

/** The positions of the rows that are records. */
const dataRows = (batch: RawBatch, others: ReadonlySet<number>, from: number, end: number): readonly number[] =>
  Array.from({ length: end - from }, (_, at) => from + at).filter(
    (row) => countFilled(batch, row) > 0 && !others.has(row),
  );

const trimmedEnd = (texts: readonly string[]): readonly string[] =>
  texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
