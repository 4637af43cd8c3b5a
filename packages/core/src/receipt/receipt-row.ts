import type { Address } from "../records/address.ts";
import { NONE } from "../records/dataset.ts";
import type { Problem } from "../records/problem.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { Text } from "../text/text.ts";
import type { RowReader } from "./row-reader.ts";

/**
 * A source row. What it says of itself is looked up when it is asked for, so that the receipt of a million rows stays small;
 * `JSON.stringify` therefore sees none of it.
 */
export class SourceRow {
  readonly table: TableName;
  /** Position in the table, from 0. */
  readonly row: number;
  readonly #reader: RowReader;

  constructor(table: TableName, row: number, reader: RowReader) {
    this.table = table;
    this.row = row;
    this.#reader = reader;
  }

  get address(): Address {
    return this.#reader.data(this.table).address(this.row);
  }

  /**
   * The row's own key, by which it is known again in another version of the data: one entry for each column of its table's
   * key. Null is an empty cell, or a reference that leads nowhere.
   */
  get key(): readonly (string | null)[] {
    return this.#reader.key(this.table, this.row);
  }

  /** The row's id, where its table has a column for one. */
  get id(): string | null {
    const { key } = tableSpec(this.table);
    return key.length === 1 ? this.key[0]! : null;
  }

  /** The id of the person whom the row is about, if it is about one. */
  get person(): string | null {
    return this.#reader.person(this.table, this.row);
  }
}

/** A cell that a reason points at. */
export interface ReceiptCell {
  readonly address: Address;
  readonly table: TableName;
  /** Canonical name of the column. */
  readonly column: string;
  /** Nothing was read from it: it is empty, unreadable, or names what does not exist; `problems` tells which. */
  readonly isEmpty: boolean;
  readonly problems: readonly Problem[];
}

/** Rows behind a row: those that a count inside a condition counted for it. */
export interface LinkedRows {
  readonly table: TableName;
  /** What was told of them, in words, each with what it came to. */
  readonly numbers: readonly { readonly sentence: Text; readonly value: number | null }[];
  readonly rows: readonly SourceRow[];
}

/** What a receipt says of a row beyond what the row says of itself. */
export interface RowAccount {
  readonly valueOf: (row: number) => number | string | null;
  readonly partsOf: (row: number) => readonly (string | null)[];
  readonly cellsOf: (row: number) => readonly ReceiptCell[];
  readonly linkedTo: (row: number) => readonly LinkedRows[];
}

/** A row of an aggregate's table, counted or left out. */
export class ReceiptRow extends SourceRow {
  readonly #reader: RowReader;
  readonly #account: RowAccount;

  constructor(table: TableName, row: number, reader: RowReader, account: RowAccount) {
    super(table, row, reader);
    this.#reader = reader;
    this.#account = account;
  }

  /** What the row adds: 1 for a count, the id of what it counts for a distinct one (`p17`), or else a number. */
  get value(): number | string | null {
    return this.#account.valueOf(this.row);
  }

  /** The parts that the row lies in, of the dimensions that it is told by; null is the unknown part. */
  get parts(): readonly (string | null)[] {
    return this.#account.partsOf(this.row);
  }

  /** The cells that a reason such as `unknown` points at: empty, or with a problem. */
  get cells(): readonly ReceiptCell[] {
    return this.#account.cellsOf(this.row);
  }

  /** For a repeated row: the one that stands instead. */
  get standIn(): SourceRow | undefined {
    const standIn = this.#reader.data(this.table).standIns[this.row]!;
    return standIn === NONE ? undefined : new SourceRow(this.table, standIn, this.#reader);
  }

  /** The rows behind this one, for each count inside the aggregate's condition: one level. */
  get linked(): readonly LinkedRows[] {
    return this.#account.linkedTo(this.row);
  }
}
