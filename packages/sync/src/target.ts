import type { Effect } from "effect";
import type { AdapterError } from "./adapter-error.ts";
import type { Sent } from "./calls/calls.ts";
import type { ServiceLimits } from "./calls/limits.ts";
import type { FieldShape } from "./stored/field.ts";
import type { StoredRow, StoredTable, TableRef } from "./stored/table.ts";
import type { StoredValue } from "./stored/value.ts";

/** What is to be written into one row: positions of fields, and what they are to hold. */
export type Writing = ReadonlyMap<number, StoredValue>;

/** One row to be written. */
export type Operation =
  | { readonly kind: "create"; readonly key: string; readonly values: Writing }
  | { readonly kind: "update"; readonly key: string; readonly at: string; readonly values: Writing };

/** A change to what a target holds tables in. They only add. */
export type SchemaChange =
  | { readonly kind: "add-table"; readonly table: string; readonly fields: readonly FieldShape[] }
  | { readonly kind: "add-field"; readonly table: string; readonly field: FieldShape }
  | {
      readonly kind: "add-options";
      readonly table: string;
      readonly field: string;
      readonly options: readonly string[];
    };

/** So many rows in so many requests. */
export interface Requests {
  readonly reads: number;
  readonly writes: number;
}

/** What can be done with a target, found out by trying what changes nothing. */
export interface Access {
  /** What it is called in the tool. */
  readonly title: string;
  readonly canRead: boolean;
  /** Undefined where the tool tells only when something is written. */
  readonly canWrite: boolean | undefined;
  /** The names of its tables or tabs. */
  readonly tables: readonly string[];
}

/** A place that minga writes to. Every method tells what stands there now; none remembers what stood there. */
export interface Target {
  /** The place, always in the same words however it was written: `google-sheets:1AbC`. By it what was begun there is known again. */
  readonly place: string;
  readonly limits: ServiceLimits;
  /** Requests that were sent so far. */
  readonly sent: Sent;
  readonly check: Effect.Effect<Access, AdapterError>;
  /** All of a table, or undefined where there is none of that name. A refusal is an error, never an absent table. */
  readonly load: (table: TableRef) => Effect.Effect<StoredTable | undefined, AdapterError>;
  /** Adds what is not there yet, so that it may be repeated. */
  readonly provision: (changes: readonly SchemaChange[]) => Effect.Effect<void, AdapterError>;
  /** How many operations one `write` takes. */
  readonly most: number;
  /**
   * Writes some rows of a table that was loaded, and answers with what stands at each one's place afterwards: for a row that
   * is found by its number it may be another row by now, and who asked has to look.
   *
   * @param key the name of the field that tells rows apart
   */
  readonly write: (
    table: StoredTable,
    operations: readonly Operation[],
    key: string,
  ) => Effect.Effect<readonly (StoredRow | undefined)[], AdapterError>;
  /** How many requests it takes to load so many rows and to carry out so many creations and updates. */
  readonly cost: (work: {
    readonly rows: number;
    /** How many rows of other tables are read along, for each of them; see {@link StoredTable}. */
    readonly linked?: readonly number[];
    readonly creates: number;
    readonly updates: number;
    readonly schema: number;
  }) => Requests;
  /** Rows are found by a number that holds only until somebody sorts or removes one. */
  readonly rowsMove?: true;
  /** What this kind of field becomes here: a tool without links keeps the keys as text. */
  readonly kindOf: (field: FieldShape) => FieldShape;
  /** Whether the tool takes a value of a field's kind: it is not too long, its options have no forbidden sign. All do unless told. */
  readonly fits?: (field: FieldShape, value: StoredValue) => boolean;
}
