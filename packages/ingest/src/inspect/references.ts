import type { TableName } from "@minga/core";
import type { TableCandidate } from "./choose-table.ts";
import type { InspectedColumn } from "./columns.ts";

/** So many different values, and such a share of them in another sheet, refer to it. */
const [LEAST_VALUES, SHARE] = [3, 0.9];
/** Small whole numbers are in any sheet. */
const COUNTED = /^\d{1,4}$/;
/** What is less than this is no table yet that anything could refer to. */
const LEAST_POINTS = 0.7;

/** What sheets say of each other, column by column. */
export type Referring = Pick<InspectedColumn, "namesRowsOf" | "isReferredTo">;

interface Key {
  readonly sheet: number;
  readonly index: number;
  readonly table: TableName;
  readonly values: ReadonlySet<string>;
  /** Whether it is the likeliest id of its table. */
  readonly isId: boolean;
}

/** Which columns name rows of other sheets, and which of those sheets' columns they name them by. */
export const rowsNamedBy = (
  sheets: readonly { readonly columns: readonly InspectedColumn[]; readonly best: TableCandidate }[],
): readonly (readonly Referring[])[] => {
  const keys = sheets.flatMap(({ columns, best }, sheet) =>
    best.score < LEAST_POINTS ? [] : keysOf(columns, best, sheet),
  );
  const referredTo = new Set<string>();
  const named = sheets.map(({ columns, best }, sheet) => {
    const found = columns.map(({ shape }): readonly Key[] => {
      const values = [...shape.values].filter((value) => !COUNTED.test(value));
      if (values.length < LEAST_VALUES) return [];
      return keys.filter(
        (key) =>
          key.sheet !== sheet &&
          key.table !== best.table &&
          values.filter((value) => key.values.has(value)).length / values.length >= SHARE,
      );
    });
    // Where one column names rows by their id, others that name them by something else are no further references.
    const byId = new Set(found.flat().flatMap(({ isId, table }) => (isId ? [table] : [])));
    return found.map((each) => {
      const taken = each.filter(({ isId, table }) => isId || !byId.has(table));
      for (const key of taken) referredTo.add(`${key.sheet} ${key.index}`);
      return [...new Set(taken.map(({ table }) => table))];
    });
  });
  return named.map((columns, sheet) =>
    columns.map((namesRowsOf, index) => ({ namesRowsOf, isReferredTo: referredTo.has(`${sheet} ${index}`) })),
  );
};

const keysOf = (
  columns: readonly InspectedColumn[],
  { table, columns: proposals }: TableCandidate,
  sheet: number,
): readonly Key[] => {
  const ids = proposals.filter(({ best }) => best?.field === "id");
  const top = Math.max(...ids.map(({ best }) => best!.confidence));
  return columns.flatMap(({ shape: { filled, distinct, values } }, index) =>
    filled >= LEAST_VALUES && distinct >= 0.95
      ? [{ sheet, index, table, values, isId: ids.some((id) => id.index === index && id.best!.confidence === top) }]
      : [],
  );
};
