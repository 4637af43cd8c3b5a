import { type EnumValue, fold, type TableName, tableSpec } from "@minga/core";
import { Unreadable } from "../coerce/cell.ts";
import { enumCoercer } from "../coerce/words.ts";
import { type RawValue, textOfRaw } from "../raw.ts";
import type { ValueProposal } from "./proposal.ts";

/** A word that differs by a letter may be another one. */
const SIMILAR = 0.6;
/** The words of one value and of no other, among others: `taller de formación online`. */
const WITHIN = 0.75;
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
    if (value !== undefined) return [{ text, value, confidence: SIMILAR, rows }];
    const within = read instanceof Unreadable ? valueWithin(text, values) : undefined;
    return within === undefined ? [] : [{ text, value: within, confidence: WITHIN, rows }];
  });
  return proposals.length > MOST ? [] : proposals;
};

/** The one value whose words are among those of a text; where the words of several are, the one with the most. */
const valueWithin = (text: string, values: readonly EnumValue[]): string | undefined => {
  const words = new Set(fold(text).split(" "));
  const found = values
    .map(({ value, label, aliases }) => {
      const sizes = [label.es, label.en, ...aliases].map((name) => {
        const named = fold(name)
          .split(" ")
          .filter((word) => word.length > 2);
        return named.every((word) => words.has(word)) ? named.length : 0;
      });
      return { value, size: Math.max(...sizes) };
    })
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => b.size - a.size);
  const [first, second] = found;
  return first === undefined || first.size === second?.size ? undefined : first.value;
};
