import type { FieldInfo } from "./field.ts";
import type { StoredValue } from "./value.ts";

/** A row as it stands in a tool. */
export interface StoredRow {
  /** What the tool finds it by: a record's id, or the number of a row that holds only until somebody sorts. */
  readonly at: string;
  /** One for each field of the table. */
  readonly values: readonly StoredValue[];
  /** Positions of fields whose cell in this row holds a formula or is protected: read, never written. */
  readonly locked?: readonly number[];
  /** Positions of fields of which the tool gave a part alone (a list cut short): never written from. */
  readonly partial?: readonly number[];
}

/** A table as it stands in a tool. */
export interface StoredTable {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly FieldInfo[];
  readonly rows: readonly StoredRow[];
  /** Whether these are all its rows. Nothing is written from a part of them. */
  readonly isComplete: boolean;
  /** For each list that had to be read along (a table, to know what links mean; links that were cut short) how long it is. */
  readonly linked?: readonly number[];
}

/** A table that is to be found: by its name, or where it was renamed by its id. */
export interface TableRef {
  readonly name: string;
  readonly id?: string;
  /** The row of the header, where headers stand among the rows; 1 unless told. */
  readonly header?: number;
}

/** The position of the only field of a name; -1 where there is none, or more than one. */
export const fieldAt = ({ fields }: Pick<StoredTable, "fields">, name: string): number => {
  const found = fields.flatMap((field, at) => (field.name === name ? [at] : []));
  return found.length === 1 ? found[0]! : -1;
};
