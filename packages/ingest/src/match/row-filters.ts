import { fold } from "@minga/core";
import type { SourceMapping } from "../mapping.ts";
import { findColumn } from "./columns.ts";

/** Tells by a row's cell whether the mapping leaves the row out. */
export interface RowFilter {
  readonly index: number;
  readonly keeps: (text: string) => boolean;
}

/** The filters of a mapping, and the headers they name that the source lacks. */
export const rowFilters = (
  header: readonly string[],
  { only = {}, except = {} }: Pick<SourceMapping, "only" | "except">,
): { readonly filters: readonly RowFilter[]; readonly missing: readonly string[] } => {
  const filters: RowFilter[] = [];
  const missing: string[] = [];
  for (const [conditions, kept] of [
    [only, true],
    [except, false],
  ] as const) {
    for (const [name, values] of Object.entries(conditions)) {
      const index = findColumn(header, name);
      const named = new Set(values.map(fold));
      if (index === -1) missing.push(name);
      else filters.push({ index, keeps: (text) => named.has(fold(text)) === kept });
    }
  }
  return { filters, missing };
};
