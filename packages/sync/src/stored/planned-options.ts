import type { SchemaChange, Writing } from "../target.ts";
import type { StoredTable } from "./table.ts";
import { textOfStored, textsIn } from "./value.ts";

/**
 * Options that a plan is to add to fields, for a tool that makes options of whatever a row holds: none comes to be by itself that
 * no plan showed.
 */
export class PlannedOptions {
  readonly #names = new Set<string>();

  note(changes: readonly SchemaChange[]): void {
    for (const change of changes) {
      if (change.kind === "add-options") this.#add(change.table, change.field, change.options);
      else {
        const fields = change.kind === "add-table" ? change.fields : [change.field];
        for (const { name, options = [] } of fields) this.#add(change.table, name, options);
      }
    }
  }

  /** The options that some rows would bring into being, and whether all of them are planned. */
  madeBy(
    operations: readonly { readonly values: Writing }[],
    { name, fields }: Pick<StoredTable, "name" | "fields">,
  ): { readonly isAny: boolean; readonly arePlanned: boolean } {
    const made = operations.flatMap(({ values }) =>
      [...values].flatMap(([at, value]) => {
        const field = fields[at]!;
        if (field.kind !== "choice" && field.kind !== "choices") return [];
        const text = textOfStored(value);
        const options = field.kind === "choices" ? textsIn(value) : text === "" ? [] : [text];
        return options
          .filter((option) => field.options?.includes(option) !== true)
          .map((option) => keyOf(name, field.name, option));
      }),
    );
    return { isAny: made.length > 0, arePlanned: made.every((option) => this.#names.has(option)) };
  }

  #add(table: string, field: string, options: readonly string[]): void {
    for (const option of options) this.#names.add(keyOf(table, field, option));
  }
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);
