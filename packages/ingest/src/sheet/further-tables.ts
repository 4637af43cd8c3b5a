import type { RawBatch } from "../raw.ts";
import { countFilled, isHeader } from "./header.ts";

/** Another table below the first one of a sheet. */
export interface FurtherTable {
  /** Position of its header in the batch. */
  readonly at: number;
  /** That of the title right above it. */
  readonly title: number | undefined;
}

/**
 * Where further tables begin: a header after a gap, perhaps with a title right above it.
 *
 * @param start the position from which they are looked for
 * @param last the number of the row before the batch
 * @param declared the numbers of rows that the section says are headers, gap or not
 */
export const furtherTables = (
  batch: RawBatch,
  start: number,
  last: number,
  declared: readonly number[] = [],
): readonly FurtherTable[] => {
  const { rows } = batch;
  const isAfterGap = (index: number): boolean => rows[index]! > (rows[index - 1] ?? last) + 1;
  const found: FurtherTable[] = [];
  for (let index = Math.max(start, 1); index < rows.length; index++) {
    if (declared.includes(rows[index]!)) {
      if (found.at(-1)?.at !== index) found.push({ at: index, title: undefined });
      continue;
    }
    if (!isAfterGap(index)) continue;
    const isTitle = countFilled(batch, index) === 1 && index + 1 < rows.length && isHeader(batch, index + 1);
    if (isTitle) found.push({ at: index + 1, title: index });
    else if (isHeader(batch, index) && found.at(-1)?.at !== index) found.push({ at: index, title: undefined });
  }
  return found;
};
