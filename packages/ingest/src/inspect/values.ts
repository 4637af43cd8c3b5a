import { type EnumValue, type TableName, tableSpec } from "@minga/core";
import { Unreadable } from "../coerce/cell.ts";
import { enumCoercer } from "../coerce/words.ts";
import { type RawValue, textOfRaw } from "../raw.ts";
import type { ValueProposal } from "./proposal.ts";

/** A word that differs by a letter may be another one. */
const SIMILAR = 0.6;
/** A column with more texts that are no values is no column of values. */
const MOST = 20;

/**
 * What the texts of a column with a closed list of values may stand for, where they are not such values themselves and nearly are;
 * undefined where the field has no list.
 */
export const proposeValues = (
  table: TableName,
  field: string,
  cells: readonly RawValue[],
  groupTypes: readonly EnumValue[],
): readonly ValueProposal[] | undefined => {
  const spec = tableSpec(table).columns.find(({ name }) => name === field);
  if (spec?.kind !== "enum") return undefined;
  const values = spec.vocabulary === undefined ? spec.values : groupTypes;
  const coerce = enumCoercer(values);
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const text = textOfRaw(cell).trim();
    if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const proposals = [...counts].flatMap(([text, rows]) => {
    const read = coerce(text);
    const near = read instanceof Unreadable ? read.data["near"] : undefined;
    const value = values.find(({ label }) => label === near)?.value;
    return value === undefined ? [] : [{ text, value, confidence: SIMILAR, rows }];
  });
  return proposals.length > MOST ? [] : proposals;
};
