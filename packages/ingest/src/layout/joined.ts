import { columnLetter } from "@minga/core";
import { isBlank } from "../coerce/cell.ts";
import { splitKeys } from "../coerce/words.ts";
import type { Ingest } from "../ingest.ts";
import type { JoinedLayout, SourceMapping } from "../mapping.ts";
import { findColumn } from "../match/columns.ts";
import type { RawBatch, RawTable, RawValue } from "../raw.ts";
import type { TableReader } from "../reading.ts";

/**
 * Reads rows with several names in a cell as a table with a row for each name; rows without any make none. Each row keeps
 * the address of its cell. Undefined where the column is not there; why stands among the problems.
 */
export const openJoined = (
  ingest: Ingest,
  raw: RawTable,
  { table = "participations", ...mapping }: SourceMapping,
  { column, field = "person", separator }: JoinedLayout,
): TableReader | undefined => {
  const joined = findColumn(raw.header, column);
  if (joined < 0) {
    ingest.block(raw, table, [column]);
    return undefined;
  }
  const letter = raw.letters?.[joined] ?? columnLetter(joined);
  const reader = ingest.open(raw, { ...mapping, table, columns: { ...mapping.columns, [field]: { letter } } });
  if (reader === undefined) return undefined;
  return { push: (batch) => reader.push(parted(batch, joined, separator)), end: () => reader.end() };
};

/** The rows once for each name in one of the columns. */
const parted = (batch: RawBatch, joined: number, separator: string | undefined): RawBatch => {
  const rows: number[] = [];
  const columns: RawValue[][] = batch.columns.map(() => []);
  for (const [index, row] of batch.rows.entries()) {
    const value = batch.columns[joined]![index]!;
    if (isBlank(value)) continue;
    // A formula that failed, a number or a day is one thing, to be read or refused as it stands.
    const names = typeof value === "string" ? splitKeys(value, separator) : [value];
    for (const name of names) {
      rows.push(row);
      for (const [column, values] of columns.entries()) {
        values.push(column === joined ? name : batch.columns[column]![index]!);
      }
    }
  }
  return { rows, columns, ...(batch.faults === undefined ? {} : { faults: batch.faults }) };
};
