import type { TableName } from "@minga/core";
import type { ColumnChoice, SourceMapping } from "../mapping.ts";
import { matchColumns } from "../match/columns.ts";
import { type ColumnProposal, SURE } from "./proposal.ts";

/** A column by its header, or by its letter where that does not tell it from others. */
export const columnChoice = (
  { header: name, letter }: Pick<ColumnProposal, "header" | "letter">,
  header: readonly string[],
): Exclude<ColumnChoice, null> =>
  header.filter((other) => other === name).length === 1 && name !== "" ? name : { letter };

/** Whether a column is the first of several that hold a field together. */
export const isFirstPart = (
  column: ColumnProposal,
): column is ColumnProposal & Required<Pick<ColumnProposal, "best" | "parts">> =>
  column.best !== undefined && column.parts?.[0] === column.index;

/** A field in several columns, as minga.yaml has it; but for those that hold something else after all. */
export const partsOf = (
  { best, parts }: Required<Pick<ColumnProposal, "best" | "parts">>,
  columns: readonly ColumnProposal[],
  isKept: (index: number) => boolean = () => true,
): readonly [field: string, parts: readonly Exclude<ColumnChoice, null>[]] => [
  best.field,
  parts.filter(isKept).map((index) =>
    columnChoice(
      columns[index]!,
      columns.map(({ header }) => header),
    ),
  ),
];

/**
 * What minga.yaml is to say of a table so that it is read exactly as proposed: its sure columns, and nothing that its other headers
 * would be taken for by their names.
 */
export const mappingOf = (
  table: TableName | undefined,
  header: readonly string[],
  columns: readonly ColumnProposal[],
  declared: SourceMapping,
): SourceMapping => {
  const { header: row, range } = declared;
  if (table === undefined)
    return { ...(range === undefined ? {} : { range }), ...(row === undefined ? {} : { header: row }) };
  const parts = Object.fromEntries(
    columns.flatMap((column) =>
      isFirstPart(column) && column.best.confidence >= SURE ? [partsOf(column, columns)] : [],
    ),
  );
  const choices = columns.flatMap((column): readonly (readonly [string, ColumnChoice])[] => {
    const { best, header: name, letter } = column;
    if (best === undefined || best.confidence < SURE || column.parts !== undefined) return [];
    return [[best.field, columnChoice({ header: name, letter }, header)]];
  });
  const own = { ...Object.fromEntries(choices), ...declared.columns };
  const mapping = {
    ...declared,
    table,
    ...(Object.keys(own).length === 0 ? {} : { columns: own }),
    ...(Object.keys(parts).length === 0 ? {} : { parts }),
  };
  const { grid, joined } = declared;
  const [from, to] = grid === undefined ? [-1, -1] : [header.indexOf(grid.from), header.indexOf(grid.to)];
  const { matched } = matchColumns(table, header, mapping);
  const ignore = matched.flatMap(({ by, index }) =>
    by === "mapping" || (index >= from && index <= to && from >= 0) || header[index] === joined?.column
      ? []
      : [header[index]!],
  );
  return { ...mapping, ...(ignore.length === 0 ? {} : { ignore }) };
};
