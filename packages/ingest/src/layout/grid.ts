import { columnIndex, columnLetter, OWN_COLUMN } from "@minga/core";
import type { Ingest } from "../ingest.ts";
import type { GridLayout, SourceMapping } from "../mapping.ts";
import { findColumn } from "../match/columns.ts";
import { isBlank } from "../coerce/cell.ts";
import { type RawBatch, type RawTable, type RawValue, textOfRaw } from "../raw.ts";
import type { TableReader } from "../reading.ts";
import { keyParts } from "./composed.ts";

/**
 * Reads a grid of ticks as a table with a row for each cell that is not blank. The rows keep the address of their cell.
 * Undefined where the grid's columns are not there; why stands among the problems.
 */
export const openGrid = (
  ingest: Ingest,
  raw: RawTable,
  { table = "participations", ...mapping }: SourceMapping,
  { from, to, field = "activity", value = "status", key = "{header}" }: GridLayout,
): TableReader | undefined => {
  const [first, last] = [findColumn(raw.header, from), findColumn(raw.header, to)];
  const parts = keyParts(key);
  const named = parts.flatMap((part) => (typeof part === "string" || part.column === "header" ? [] : [part.column]));
  const lacking = [
    ...(first < 0 ? [from] : []),
    ...(last < 0 ? [to] : []),
    ...named.filter((name) => findColumn(raw.header, name) < 0),
  ];
  if (lacking.length > 0) {
    ingest.block(raw, table, lacking);
    return undefined;
  }
  const isTick = (column: number): boolean => column >= first && column <= last;
  const others = raw.header.flatMap((_header, column) => (isTick(column) ? [] : [column]));
  const letterOf = (column: number): string => raw.letters?.[column] ?? columnLetter(column);
  const reader = ingest.open(
    {
      ...raw,
      header: [...others.map((column) => raw.header[column]!), field, value],
      letters: [...others.map(letterOf), OWN_COLUMN, OWN_COLUMN],
    },
    { table, ...mapping },
  );
  if (reader === undefined) return undefined;
  const ticks = raw.header.flatMap((header, column) =>
    isTick(column) && header !== "" ? [{ header, column, at: columnIndex(letterOf(column)) }] : [],
  );
  return {
    push: (batch) => reader.push(unfolded(batch, { others, ticks, keyOf: keyMaker(raw.header, parts) })),
    end: () => reader.end(),
  };
};

type KeyOf = (header: string, batch: RawBatch, index: number) => string;

const keyMaker = (header: readonly string[], parts: readonly (string | { readonly column: string })[]): KeyOf => {
  const read = parts.map((part): KeyOf => {
    if (typeof part === "string") return () => part;
    if (part.column === "header") return (name) => name;
    const column = findColumn(header, part.column);
    return (_name, batch, index) => textOfRaw(batch.columns[column]![index]!).trim();
  });
  return (name, batch, index) => read.map((each) => each(name, batch, index)).join("");
};

const unfolded = (
  batch: RawBatch,
  grid: {
    readonly others: readonly number[];
    readonly ticks: readonly {
      readonly header: string;
      readonly column: number;
      /** Where it stands in the sheet. */
      readonly at: number;
    }[];
    readonly keyOf: KeyOf;
  },
): RawBatch => {
  const { others, ticks, keyOf } = grid;
  const rows: number[] = [];
  const at: number[] = [];
  const columns: RawValue[][] = Array.from({ length: others.length + 2 }, () => []);
  for (const [index, row] of batch.rows.entries()) {
    for (const { header, column, at: own } of ticks) {
      const tick = batch.columns[column]![index]!;
      if (isBlank(tick)) continue;
      rows.push(row);
      at.push(own);
      for (const [position, other] of others.entries()) columns[position]!.push(batch.columns[other]![index]!);
      columns[others.length]!.push(keyOf(header, batch, index));
      columns[others.length + 1]!.push(tick);
    }
  }
  return { rows, at, columns, ...(batch.faults === undefined ? {} : { faults: batch.faults }) };
};
