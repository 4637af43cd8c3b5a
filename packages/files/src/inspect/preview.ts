import type { RawBatch, SheetPreview } from "@minga/ingest";
import type { FileSheet } from "../file-sheet.ts";

/** So many rows tell what a sheet is. */
const ROWS = 1000;

/** The first rows of a sheet, as they stand there, and whether these are all. */
export const previewOf = async ({
  info,
  read,
}: FileSheet): Promise<{ readonly preview: SheetPreview; readonly isWhole: boolean }> => {
  const { source, tab, hidden } = info;
  const batches: RawBatch[] = [];
  let count = 0;
  for await (const batch of read(() => {})) {
    batches.push(batch);
    count += batch.rows.length;
    if (count > ROWS) break;
  }
  const preview = {
    place: { source, ...(tab === undefined ? {} : { tab }) },
    batch: joined(batches, Math.min(count, ROWS)),
    ...(info.kind === "sheet" && info.merges !== undefined ? { merges: info.merges } : {}),
    ...(hidden === undefined ? {} : { hidden }),
  };
  return { preview, isWhole: count <= ROWS };
};

/** Batches as one, cut after so many rows. A later batch may be wider: what the earlier lack is blank. */
const joined = (batches: readonly RawBatch[], count: number): RawBatch => {
  const width = Math.max(0, ...batches.map(({ columns }) => columns.length));
  const starts = batches.map((_, at) => batches.slice(0, at).reduce((sum, { rows }) => sum + rows.length, 0));
  const inAll = <Value>(of: (batch: RawBatch) => readonly Value[]): readonly Value[] =>
    batches.flatMap(of).slice(0, count);
  const rows = inAll((batch) => batch.rows);
  const lastRow = rows.at(-1) ?? 0;
  return {
    rows,
    columns: Array.from({ length: width }, (_, column) =>
      inAll((batch) => batch.columns[column] ?? batch.rows.map(() => "")),
    ),
    ...(batches.some(({ widths }) => widths === undefined) ? {} : { widths: inAll(({ widths = [] }) => widths) }),
    ...(batches.every(({ formulas }) => formulas === undefined)
      ? {}
      : {
          formulas: Array.from({ length: width }, (_, column) =>
            batches.flatMap(({ formulas }, at) =>
              (formulas?.[column] ?? []).map((cell) => cell + starts[at]!).filter((cell) => cell < count),
            ),
          ),
        }),
    faults: batches.flatMap(({ faults = [] }) => faults).filter(({ row }) => row <= lastRow),
  };
};
