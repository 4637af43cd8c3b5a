import type { RawBatch, RawFault, RawPlace } from "@minga/ingest";
import type { Effect, Stream } from "effect";
import type { AdapterError } from "./adapter-error.ts";
import type { Capabilities } from "./capability.ts";
import type { FieldInfo } from "./stored/field.ts";
import type { Target } from "./target.ts";

/** Cells that a sheet shows as one; positions from 0, all inclusive. Only the first one has a value. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Where a browser shows a tab or a table of a tool. */
export interface SheetLink {
  readonly to: string;
  /** What stands between that address and the name of a cell (`B4`), where the tool goes to cells. */
  readonly cell?: string;
}

/**
 * One thing with rows in a source: a CSV file, a tab, a database. In a `sheet` the headers stand among the rows, wherever
 * a person put them; a `table` knows its fields, and its rows are records alone, numbered from 1.
 */
export type SheetInfo = RawPlace & {
  /** What the adapter knows it by. */
  readonly id: string;
  /** How many rows it has, where that is known before reading. */
  readonly rows?: number;
  readonly hidden?: boolean;
  readonly link?: SheetLink;
  /** What is wrong with the sheet as a whole, told by looking at it (an encoding, a format). */
  readonly faults?: readonly Omit<RawFault, "row">[];
} & (
    | { readonly kind: "sheet"; readonly merges?: readonly Merge[] }
    | { readonly kind: "table"; readonly fields: readonly FieldInfo[] }
  );

/** The seam behind which a folder of files and each tool stand. Everything on it is lazy and typed. */
export interface Adapter {
  /** The adapter's name in minga.yaml: `files`. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** What there is to read. */
  readonly describe: Effect.Effect<readonly SheetInfo[], AdapterError>;
  /** A sheet's rows from the first to the last, in bounded memory, each batch about 4,096 of them. */
  readonly read: (sheet: SheetInfo) => Stream.Stream<RawBatch, AdapterError>;
  /** Where it writes; absent where it does not. */
  readonly target?: Target;
}
