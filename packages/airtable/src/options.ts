import { isList, type Operation, type SchemaChange } from "@minga/sync";
import type { LoadedTable } from "./load.ts";

/**
 * Options that a plan is to add to fields. The service adds one in a single documented way, a write of a record with `typecast`:
 * its schema calls change a field's name and description alone. So a planned option is noted here, and comes to be with the
 * first row that holds it; a new option that no plan showed is written without, and refused.
 */
export class PlannedOptions {
  readonly #names = new Set<string>();

  note(changes: readonly SchemaChange[]): void {
    for (const change of changes) {
      if (change.kind !== "add-options") continue;
      for (const option of change.options) this.#names.add(nameOf(change.table, change.field, option));
    }
  }

  /** Whether some rows bring new options into being, and none but planned ones. */
  areMadeBy(operations: readonly Operation[], { name, fields }: LoadedTable): boolean {
    const made = operations.flatMap(({ values }) =>
      [...values].flatMap(([at, value]) => {
        const field = fields[at]!;
        if (field.kind !== "choice" && field.kind !== "choices") return [];
        const options = isList(value) ? value : typeof value === "string" ? [value] : [];
        return options
          .filter((option) => field.options?.includes(option) !== true)
          .map((option) => nameOf(name, field.name, option));
      }),
    );
    return made.length > 0 && made.every((option) => this.#names.has(option));
  }
}

const nameOf = (...parts: readonly string[]): string => JSON.stringify(parts);
