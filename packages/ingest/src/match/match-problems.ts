import type { ColumnSpec, ProblemCode, ProblemData } from "@minga/core";
import { letterOf, type RawTable } from "../raw.ts";
import type { ColumnMatch } from "./columns.ts";
import { isOwnName } from "./own-names.ts";
import type { RowFilter } from "./row-filters.ts";

/** What is to be told of a column, by its position. */
interface ColumnProblem {
  readonly code: ProblemCode;
  readonly index: number;
  readonly data: ProblemData;
  readonly spec?: ColumnSpec;
}

/** What there is to say of how columns were matched: those that claim one field, those that are none. */
export const matchProblems = (
  { claims, extra, near, ignored, birthdate }: ColumnMatch,
  raw: RawTable,
  filters: readonly RowFilter[],
): readonly ColumnProblem[] => {
  const { header } = raw;
  const claimed = claims.flatMap(({ spec, columns, taken }) =>
    columns.flatMap((index): readonly ColumnProblem[] => {
      if (index === taken) return [];
      const data = { header: header[index]! };
      if (taken !== undefined) return [{ code: "passed-over", index, data: { ...data, taken: header[taken]! }, spec }];
      const others = columns
        .filter((other) => other !== index)
        .map((other) => `«${header[other]!}» (${letterOf(raw, other)})`);
      return [{ code: "claimed-twice", index, data: { ...data, others }, spec }];
    }),
  );
  const unused = extra.flatMap((index): readonly ColumnProblem[] => {
    if (ignored.has(index) || index === birthdate || filters.some((filter) => filter.index === index)) return [];
    const named = header[index]!;
    if (isOwnName(named)) return [];
    const meant = near.get(index);
    if (meant !== undefined) return [{ code: "near-column", index, data: { header: named, near: meant.label } }];
    return named === "" ? [] : [{ code: "extra-column", index, data: { header: named } }];
  });
  return [...claimed, ...unused];
};
