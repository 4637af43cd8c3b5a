import type { Adapter, StoredValue } from "@minga/sync";

/** What goes wrong at the next request that writes. */
export type ToolFault =
  /** The answer is lost: what was asked for was done. */
  | "answer-lost"
  /** The request is lost: nothing was done. */
  | "request-lost"
  /** Too many requests, with how long to wait. */
  | "too-fast"
  /** The service fails and did nothing. */
  | "failed"
  /** Permission to write is withdrawn from here on. */
  | "withdrawn"
  /** The monthly allowance is spent; a service without one fails otherwise. */
  | "spent";

/** What a row holds, by the names of its fields; empty fields are left out. */
export type ToolRow = Readonly<Record<string, StoredValue>>;

/**
 * A tool under test, seen past the adapter: what it really stores, and what a person does in its own window. Rows are found
 * by the text in their first field.
 */
export interface Tool {
  readonly adapter: Adapter;
  readonly rows: (table: string) => readonly ToolRow[];
  readonly edit: (table: string, key: string, field: string, value: string) => void;
  /** Adds a row that has its key alone. */
  readonly add: (table: string, key: string) => void;
  readonly remove: (table: string, key: string) => void;
  readonly rename: (table: string, field: string, to: string) => void;
  /** Sorts the rows, where the tool keeps an order that people change. */
  readonly sort?: (table: string, field: string) => void;
  /** Lets something go wrong at the nth request that writes from now on; the next unless told. */
  readonly fail: (fault: ToolFault, nth?: number) => void;
  /** Lets somebody do something just before the nth request that writes is carried out. */
  readonly meanwhile: (act: () => void, nth?: number) => void;
  /** Everything that was sent, as text: no credential may be in what the adapter tells. */
  readonly requests: () => number;
}
