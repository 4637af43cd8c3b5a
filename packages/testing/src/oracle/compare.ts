import type { Result } from "@minga/core";

/** One cell on which two lists of results differ; null: the cell is not in that list. */
export interface Disagreement {
  /** Indicator, period and parts: `o1.participants 2025-Q1 {"region":"CL-RM"}`. */
  readonly cell: string;
  readonly actual: string | null;
  readonly expected: string | null;
}

const cellOf = (result: Result): string => {
  const by = Object.fromEntries(Object.entries(result.by).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${result.indicator} ${result.period} ${JSON.stringify(by)}`;
};

/** Ratios may be off by the last digits of a division, nothing else may. */
const round = (value: number): number => Number(value.toPrecision(12));

const contentOf = (result: Result): string => {
  const partial = result.partial === true ? " partial" : "";
  if (result.state !== "value") return `${result.state} ${result.reason.code}${partial}`;
  const division = result.numerator === undefined ? "" : ` = ${result.numerator}/${result.denominator}`;
  return `${round(result.value)} ${result.unit}${division}${partial}`;
};

const contents = (results: readonly Result[]): Map<string, string> => {
  const found = new Map<string, string>();
  for (const result of results) {
    const cell = cellOf(result);
    const other = found.get(cell);
    found.set(cell, other === undefined ? contentOf(result) : `${other} and ${contentOf(result)}`);
  }
  return found;
};

/**
 * The cells on which two lists of results differ, in any order of results; a cell that one of them
 * lacks or has twice differs too. Reasons are compared by their code.
 */
export const disagreements = (actual: readonly Result[], expected: readonly Result[]): readonly Disagreement[] => {
  const left = contents(actual);
  const right = contents(expected);
  const differing: Disagreement[] = [];
  for (const cell of new Set([...right.keys(), ...left.keys()])) {
    const [a, e] = [left.get(cell) ?? null, right.get(cell) ?? null];
    if (a !== e) differing.push({ cell, actual: a, expected: e });
  }
  return differing;
};
