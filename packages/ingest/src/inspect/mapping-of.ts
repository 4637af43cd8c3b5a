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
  const { header: row } = declared;
  if (table === undefined) return row === undefined ? {} : { header: row };
  const choices = columns.flatMap(({ best, header: name, letter }): readonly (readonly [string, ColumnChoice])[] => {
    if (best === undefined || best.confidence < SURE) return [];
    return [[best.field, columnChoice({ header: name, letter }, header)]];
  });
  const own = { ...Object.fromEntries(choices), ...declared.columns };
  const mapping = { ...declared, table, ...(Object.keys(own).length === 0 ? {} : { columns: own }) };
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
