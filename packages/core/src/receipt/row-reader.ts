import { type ColumnData, NONE, type TableData } from "../records/dataset.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import { formatDay, NO_DAY } from "../time/day.ts";
import { PERSON_OF } from "../evaluate/dimensions.ts";
import { through } from "../evaluate/expression.ts";
import type { Facts } from "../evaluate/facts.ts";
import type { Run } from "../evaluate/scope.ts";

/** Looks up what rows say of themselves. */
export class RowReader {
  readonly #facts: Facts;
  readonly #persons = new Map<TableName, Run>();

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  data(table: TableName): TableData {
    return this.#facts.table(table)!;
  }

  /** The cells of a row's key, as text. */
  key(table: TableName, row: number): readonly (string | null)[] {
    return tableSpec(table).key.map((column) => textOf(this.#facts, this.#facts.column(table, column), row));
  }

  /** The id of the person whom a row is about. */
  person(table: TableName, row: number): string | null {
    const route = PERSON_OF[table];
    if (route === undefined) return null;
    let person = this.#persons.get(table);
    if (person === undefined) {
      person = through({ facts: this.#facts }, route, (each) => each);
      this.#persons.set(table, person);
    }
    const found = person(row) as number | null;
    return found === null ? null : (this.#facts.keys("people")[found] ?? null);
  }

  /** Whether nothing was read from a cell. */
  isEmpty(table: TableName, column: string, row: number): boolean {
    const data = this.#facts.column(table, column);
    return data?.type === "refs"
      ? data.offsets[row] === data.offsets[row + 1]
      : textOf(this.#facts, data, row) === null;
  }
}

/** A cell as text; null where nothing was read from it. */
const textOf = (facts: Facts, data: ColumnData | undefined, row: number): string | null => {
  switch (data?.type) {
    case undefined:
    case "refs":
      return null;
    case "text":
      return data.values[row]!;
    case "number":
      return Number.isNaN(data.values[row]!) ? null : String(data.values[row]!);
    case "day":
      return data.values[row] === NO_DAY ? null : formatDay(data.values[row]!);
    case "enum":
      return data.values[row] === NONE ? null : data.options[data.values[row]!]!;
    case "ref":
      return data.values[row]! < 0 ? null : (facts.keys(data.target)[data.values[row]!] ?? null);
  }
};
