import { type ColumnData, type Language, NO_DAY, type TableData } from "@minga/core";
import { RawDay, RawError, type RawValue, textOfRaw } from "@minga/ingest";
import type { StoredValue } from "@minga/sync";
import type { ReadOptions } from "../read-folder.ts";
import type { FileMapping } from "../sources.ts";
import type { KeptColumn } from "./kinds.ts";

/** What a cell is read with. */
export interface CellContext {
  readonly data: TableData | undefined;
  /** The row's record. */
  readonly record: number;
  readonly mapping: FileMapping;
  readonly options: Pick<ReadOptions, "groupTypes">;
  readonly language: Language;
}

/** A cell as it is kept: a day that could be read as that day, what the section says a text stands for, anything else as it is written. */
export const valueOf = (raw: RawValue, { spec, position }: KeptColumn, context: CellContext): StoredValue => {
  const { data, record, mapping } = context;
  if (position === undefined) {
    const constant = spec === undefined ? undefined : mapping.constants?.[spec.name];
    return constant ?? null;
  }
  if (raw instanceof RawDay) return raw;
  if (raw instanceof RawError) return raw.text;
  const text = textOfRaw(raw).trim();
  if (text === "") return null;
  if (spec === undefined) return raw;
  if (spec.kind === "day") {
    const day = dayIn(data?.columns.get(spec.name), record);
    // An instant is more than its day: it is kept as it is written.
    return day === undefined || /\d:\d\d/.test(text) ? text : new RawDay(day);
  }
  const said = mapping.values?.[spec.name]?.[text];
  return said === undefined ? raw : labelOf(said, spec, context);
};

const dayIn = (column: ColumnData | undefined, record: number): number | undefined => {
  const day = column?.type === "day" ? column.values[record] : undefined;
  return day === undefined || day === NO_DAY ? undefined : day;
};

const labelOf = (
  value: string,
  spec: NonNullable<KeptColumn["spec"]>,
  { options: { groupTypes }, language }: CellContext,
): string => {
  const values = spec.vocabulary === "groupTypes" ? groupTypes : spec.values;
  return values.find((each) => each.value === value)?.label[language] ?? value;
};
