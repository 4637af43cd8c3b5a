import type { TableName } from "@minga/core";
import type { TableCandidate } from "./choose-table.ts";
import type { InspectedColumn } from "./columns.ts";
import type { ColumnShape } from "./shape.ts";

/** So many different values, and such a share of them in another sheet, refer to it. */
const [LEAST_VALUES, SHARE] = [3, 0.9];
/** Small whole numbers are in any sheet. */
const COUNTED = /^\d{1,4}$/;
/** What is less than this is no table yet that anything could refer to. */
const LEAST_POINTS = 0.7;

/** What sheets say of each other, column by column. */
export type Referring = Pick<InspectedColumn, "namesRowsOf" | "identifiesRowsOf" | "isReferredTo">;

interface Key {
  readonly sheet: number;
  readonly index: number;
  readonly table: TableName;
  readonly values: ReadonlySet<string>;
  /** Names may be in columns of all kinds, and be those of places or of somebody else: they say less than a code or an address. */
  readonly by: "id" | "identity" | "name";
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
      for (const key of taken) if (key.by === "id") referredTo.add(`${key.sheet} ${key.index}`);
      const tables = (keysTaken: readonly Key[]): readonly TableName[] => [
        ...new Set(keysTaken.map(({ table }) => table)),
      ];
      return { namesRowsOf: tables(taken), identifiesRowsOf: tables(taken.filter(({ by }) => by !== "name")) };
    });
  });
  return named.map((columns, sheet) =>
    columns.map((names, index) => ({ ...names, isReferredTo: referredTo.has(`${sheet} ${index}`) })),
  );
};

/** The columns by which rows of a sheet may be named elsewhere. That its cells differ makes no column one: so do the coordinators of groups. */
const keysOf = (
  columns: readonly InspectedColumn[],
  { table, columns: proposals }: TableCandidate,
  sheet: number,
): readonly Key[] => {
  const top = Math.max(...proposals.map(({ best }) => (best?.field === "id" ? best.confidence : 0)));
  return columns.flatMap(({ shape }, index): readonly Key[] => {
    const best = proposals[index]?.best;
    // Given names alone name nobody.
    if (proposals[index]?.parts !== undefined) return [];
    const by = keyBy(table, best?.field, shape);
    if (by === undefined || shape.filled < LEAST_VALUES || shape.distinct < 0.95) return [];
    const isId = best?.field === "id" && best.confidence === top;
    return [{ sheet, index, table, values: shape.values, by, isId }];
  });
};

const keyBy = (table: TableName, field: string | undefined, { isCode }: ColumnShape): Key["by"] | undefined => {
  switch (field) {
    case "id":
      return "id";
    case "name":
      return "name";
    case "email":
    case "national_id":
      return table === "people" ? "identity" : undefined;
    case undefined:
      // One that is called by a word that nobody knows may be what the others refer to.
      return isCode ? "id" : undefined;
    default:
      return undefined;
  }
};
