import { type Dataset, ROW_STATES } from "@minga/core";

/** A project as the page names it. */
export interface Project {
  readonly id: string;
  readonly name: string | null;
  readonly year: number | null;
  /** The id of an objective, as it was written. */
  readonly objective: string | null;
}

/** The projects of the records that count, in their order. */
export const projectsIn = (dataset: Dataset): readonly Project[] => {
  const table = dataset.tables.get("projects");
  if (table === undefined) return [];
  const text = (name: string, row: number): string | null => {
    const column = table.columns.get(name);
    return column?.type === "text" ? (column.values[row] ?? null) : null;
  };
  const years = table.columns.get("year");
  return Array.from({ length: table.length }, (_, row) => row)
    .filter((row) => ROW_STATES[table.states[row]!] === "counts")
    .flatMap((row) => {
      const id = text("id", row);
      const year = years?.type === "number" ? years.values[row]! : Number.NaN;
      if (id === null) return [];
      return [
        { id, name: text("name", row), year: Number.isNaN(year) ? null : year, objective: text("objective", row) },
      ];
    });
};
