import {
  type Address,
  type ColumnData,
  columnIndex,
  formatDay,
  NO_DAY,
  type TableData,
  type TableName,
  tableSpec,
} from "@minga/core";
import {
  Ingest,
  type IngestOptions,
  type SheetPreview,
  SheetReading,
  type SourceMapping,
  textOfRaw,
} from "@minga/ingest";

/** A field of a record as it is read, in words. */
interface RecordField {
  readonly field: string;
  /** Null is empty, or could not be read. */
  readonly text: string | null;
  /** Whether it is personal data: shown on the section's own terminal alone. */
  readonly personal: boolean;
}

/** What the first rows of a sheet become. */
export interface FirstRecords {
  readonly table: TableName;
  readonly records: readonly (readonly RecordField[])[];
}

/**
 * Reads the first rows of a sheet as a mapping says, to show what they become. A reference is shown as it is written: what it
 * refers to stands in other files.
 *
 * @example
 * firstRecords(sheet.preview, { table: "people" }, options)[0]?.records[0]; // [{ field: "id", text: "p1", personal: false }, ...]
 */
export const firstRecords = (
  { place, batch }: SheetPreview,
  mapping: SourceMapping,
  { section, groupTypes }: Pick<IngestOptions, "section" | "groupTypes">,
  count = 3,
): readonly FirstRecords[] => {
  const ingest = new Ingest({ section, groupTypes });
  const reading = new SheetReading(ingest, place, [mapping]);
  reading.push(batch);
  reading.end();
  const { dataset, tables } = ingest.finish();
  const written = ({ row, column }: Address, table: TableName, field: string): string | null => {
    const at = batch.rows.indexOf(row ?? 0);
    const read = tables.find((each) => each.table === table)?.columns.find((each) => each.field === field);
    const letters = read?.parts ?? (column === undefined ? [] : [column]);
    const texts = letters.map((letter) => textOfRaw(batch.columns[columnIndex(letter)]?.[at] ?? "").trim());
    return texts.filter((text) => text !== "").join(" ") || null;
  };
  // The section's places are tables too.
  const read = [...new Set(tables.map(({ table }) => table))].map((name) => dataset.tables.get(name)!);
  return read.map((table) => ({
    table: table.name,
    records: Array.from({ length: Math.min(table.length, count) }, (_, row) => recordAt(table, row, written)),
  }));
};

const recordAt = (
  { name, columns, address }: TableData,
  row: number,
  written: (address: Address, table: TableName, field: string) => string | null,
): readonly RecordField[] =>
  tableSpec(name).columns.flatMap((spec): readonly RecordField[] => {
    const data = columns.get(spec.name);
    if (data === undefined) return [];
    const text =
      textAt(data, row) ?? (spec.target === undefined ? null : written(address(row, spec.name), name, spec.name));
    return [{ field: spec.name, text, personal: spec.personal || spec.target === "people" }];
  });

const textAt = (data: ColumnData, row: number): string | null => {
  switch (data.type) {
    case "text":
      return data.values[row]!;
    case "number": {
      const value = data.values[row]!;
      return Number.isNaN(value) ? null : String(value);
    }
    case "day": {
      const value = data.values[row]!;
      return value === NO_DAY ? null : formatDay(value);
    }
    case "enum":
      return data.options[data.values[row]!] ?? null;
    case "ref":
    case "refs":
      return null;
  }
};
