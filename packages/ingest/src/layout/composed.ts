import { columnLetter } from "@minga/core";
import type { Ingest } from "../ingest.ts";
import type { SourceMapping } from "../mapping.ts";
import { findColumn } from "../match/columns.ts";
import { type RawBatch, type RawTable, textOfRaw } from "../raw.ts";
import type { TableReader } from "../reading.ts";

/** A text of a key as the mapping writes it, `{Curso}-{header}`: words as they stand, and columns whose cells take their place. */
export const keyParts = (key: string): readonly (string | { readonly column: string })[] =>
  key.split(/(\{[^}]+\})/).map((part) => (part.startsWith("{") ? { column: part.slice(1, -1) } : part));

/**
 * Reads a table some of whose fields are made of several columns: they become columns of their own, with the letter of the first
 * column that they are made of. Undefined where such a column is not there; why stands among the problems.
 */
export const openComposed = (
  ingest: Ingest,
  raw: RawTable,
  { keys = {}, ...mapping }: SourceMapping,
  open: (raw: RawTable, mapping: SourceMapping) => TableReader | undefined,
): TableReader | undefined => {
  const composed = Object.entries(keys).map(([field, key]) => {
    const parts = keyParts(key).map((part) =>
      typeof part === "string" ? part : { ...part, index: findColumn(raw.header, part.column) },
    );
    return { field, key, parts, columns: parts.filter((part) => typeof part !== "string") };
  });
  const lacking = composed.flatMap(({ columns }) =>
    columns.flatMap(({ column, index }) => (index < 0 ? [column] : [])),
  );
  if (lacking.length > 0) {
    if (mapping.table !== undefined) ingest.block(raw, mapping.table, lacking);
    else for (const found of lacking) ingest.report(raw, "mapped-column-missing", { found });
    return undefined;
  }
  const letterOf = (column: number): string => raw.letters?.[column] ?? columnLetter(column);
  const reader = open(
    {
      ...raw,
      header: [...raw.header, ...composed.map(({ key }) => key)],
      letters: [
        ...raw.header.map((_, column) => letterOf(column)),
        ...composed.map(({ columns }) => letterOf(columns[0]?.index ?? 0)),
      ],
    },
    {
      ...mapping,
      columns: { ...mapping.columns, ...Object.fromEntries(composed.map(({ field, key }) => [field, key])) },
    },
  );
  if (reader === undefined) return undefined;
  const textAt = (batch: RawBatch, column: number, row: number): string =>
    textOfRaw(batch.columns[column]![row]!).trim();
  return {
    push: (batch) =>
      reader.push({
        ...batch,
        ...(batch.widths === undefined ? {} : { widths: batch.widths.map((width) => width + composed.length) }),
        columns: [
          ...batch.columns,
          ...composed.map(({ parts, columns }) =>
            batch.rows.map((_, row) =>
              // Of nothing no key is made.
              columns.every(({ index }) => textAt(batch, index, row) === "")
                ? ""
                : parts.map((part) => (typeof part === "string" ? part : textAt(batch, part.index, row))).join(""),
            ),
          ),
        ],
      }),
    end: () => reader.end(),
  };
};
