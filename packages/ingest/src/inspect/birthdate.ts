import type { TableName } from "@minga/core";
import type { SourceMapping } from "../mapping.ts";
import { personColumn } from "../match/person-column.ts";
import { type InspectedColumn, proposeColumns } from "./columns.ts";
import { columnChoice } from "./mapping-of.ts";
import { type ColumnProposal, SURE } from "./proposal.ts";

/** More cells of another form than this, and a column holds no names. */
const OTHERWISE = 0.5;

/**
 * The column with the birthdates of those whom the rows of a list name, where it names them by their names: it tells people of one
 * name apart. Beside ids and addresses it would tell nothing more.
 */
export const birthdateIn = (
  table: TableName,
  columns: readonly InspectedColumn[],
  proposals: readonly ColumnProposal[],
): Pick<SourceMapping, "birthdate"> => {
  const person = personColumn(table)?.name;
  const naming = proposals.find(({ best }) => best !== undefined && best.field === person);
  if (naming === undefined) return {};
  const { isEmail, isNationalId, isCode } = columns[naming.index]!.shape;
  if (isEmail >= OTHERWISE || isNationalId >= OTHERWISE || isCode) return {};
  const found = proposeColumns("people", columns).find(
    ({ index, best }) =>
      best?.field === "birthdate" && best.confidence >= SURE && (proposals[index]?.best?.confidence ?? 0) < SURE,
  );
  if (found === undefined) return {};
  return {
    birthdate: columnChoice(
      found,
      columns.map(({ header }) => header),
    ),
  };
};
