import type { StoredTable } from "../stored/table.ts";
import type { TablePlan, WantedTable } from "./plan.ts";

/** A table's plan, with what it was made of. */
export interface Planned {
  readonly plan: TablePlan;
  readonly wanted: WantedTable;
  readonly stored: StoredTable | undefined;
}

/** Plans in an order in which a table comes after those whose rows it links, which have to be there first; otherwise as they were. */
export const linkedFirst = (all: readonly Planned[]): readonly TablePlan[] => {
  const ordered: TablePlan[] = [];
  const seen = new Set<Planned>();
  const visit = (planned: Planned): void => {
    if (seen.has(planned)) return;
    seen.add(planned);
    for (const name of linkedBy(planned)) {
      const other = all.find(({ wanted }) => wanted.name === name);
      if (other !== undefined) visit(other);
    }
    ordered.push(planned.plan);
  };
  all.forEach(visit);
  return ordered;
};

const linkedBy = ({ wanted, stored }: Planned): readonly string[] => {
  const fields = wanted.fields.map((field) => stored?.fields.find(({ name }) => name === field.name) ?? field);
  return fields.flatMap(({ kind, table }) => (kind === "link" && table !== undefined ? [table] : []));
};
