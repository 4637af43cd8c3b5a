import { columnLetter } from "@minga/core";
import { isBlank } from "../coerce/cell.ts";
import { splitKeys } from "../coerce/words.ts";
import type { Ingest } from "../ingest.ts";
import type { JoinedLayout, SourceMapping } from "../mapping.ts";
import { findColumn } from "../match/columns.ts";
import { type RawBatch, type RawTable, type RawValue, textOfRaw } from "../raw.ts";
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
  const others = raw.header.flatMap((_header, index) => (index === joined ? [] : [index]));
  const letterOf = (index: number): string => raw.letters?.[index] ?? columnLetter(index);
  const reader = ingest.open(
    {
      ...raw,
      header: [...others.map((index) => raw.header[index]!), field],
      letters: [...others, joined].map(letterOf),
    },
    { ...mapping, table, columns: { ...mapping.columns, [field]: { letter: letterOf(joined) } } },
  );
  if (reader === undefined) return undefined;
  return {
    push: (batch) => reader.push(parted(batch, [...others, joined], separator)),
    end: () => reader.end(),
  };
};

/** The rows once for each name in the last of some columns. */
const parted = (batch: RawBatch, order: readonly number[], separator: string | undefined): RawBatch => {
  const rows: number[] = [];
  const columns: RawValue[][] = order.map(() => []);
  const last = order.length - 1;
  for (const [index, row] of batch.rows.entries()) {
    const value = batch.columns[order[last]!]![index]!;
    if (isBlank(value)) continue;
    // A formula that failed, a number or a day is one thing, to be read or refused as it stands.
    const names = typeof value === "string" ? splitKeys(textOfRaw(value), separator) : [value];
    for (const name of names) {
      rows.push(row);
      for (let position = 0; position < last; position++) columns[position]!.push(batch.columns[order[position]!]![index]!);
      columns[last]!.push(name);
    }
  }
  return { rows, columns, ...(batch.faults === undefined ? {} : { faults: batch.faults }) };
};
