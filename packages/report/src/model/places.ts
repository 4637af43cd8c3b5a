import type { Dataset } from "@minga/core";

/** The names of the places that the records were held against, by code. */
export const placeNames = (dataset: Dataset): ReadonlyMap<string, string> => {
  const columns = dataset.tables.get("places")?.columns;
  const [codes, names] = [columns?.get("code"), columns?.get("name")];
  if (codes?.type !== "text" || names?.type !== "text") return new Map();
  return new Map(
    codes.values.flatMap((code, row) => {
      const name = names.values[row] ?? null;
      return code === null || name === null ? [] : [[code, name] as const];
    }),
  );
};
