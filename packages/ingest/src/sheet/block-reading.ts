import { columnLetter } from "@minga/core";
import type { Ingest } from "../ingest.ts";
import type { SourceMapping } from "../mapping.ts";
import type { RawBatch, RawPlace } from "../raw.ts";
import type { TableReader } from "../reading.ts";
import { openLayout } from "../layout/open-layout.ts";
import { columnRange } from "./column-range.ts";
import { furtherTables } from "./further-tables.ts";
import { findHeader, isAlone, textsAt } from "./header.ts";
import { noRecords, picked } from "./no-records.ts";
import { tableSlice } from "./slice.ts";

/** A note under a table: one long text by itself after a gap. */
const NOTE = /^(?:\*|fuentes?\b|notas?\b|sources?\b|notes?\b)/i;

/**
 * Reads columns of a sheet in which the header stands among the rows, with titles above it perhaps, and other tables below. They may
 * be read into several tables, one for each mapping.
 */
export class BlockReading {
  readonly #ingest: Ingest;
  readonly #place: RawPlace;
  readonly #mappings: readonly SourceMapping[];
  /** The columns of the sheet that it reads; undefined: all of them. */
  readonly #range: string | undefined;
  /** The rows of the headers that the section names, from the top. */
  readonly #declared: readonly number[];
  #readers: readonly TableReader[] = [];
  #width: number | undefined;
  #isTaken = false;
  /** The number of the last row that was seen. */
  #last = 0;

  constructor(ingest: Ingest, place: RawPlace, mappings: readonly SourceMapping[]) {
    this.#ingest = ingest;
    this.#place = place;
    this.#mappings = mappings;
    this.#range = mappings[0]?.range;
    this.#declared = mappings.flatMap(({ header }) => header ?? []).toSorted((a, b) => a - b);
  }

  /** Whether a header was met. */
  get begun(): boolean {
    return this.#width !== undefined;
  }

  /** Whether the sheet became a table; if not, why stands among the problems. */
  get taken(): boolean {
    return this.#isTaken;
  }

  push(batch: RawBatch): void {
    let start = 0;
    if (this.#width === undefined) {
      const found = findHeader(batch, this.#declared[0]);
      if (found === undefined) return;
      if (found.above.length > 0) {
        this.#ingest.report(this.#place, "above-header", {
          rows: found.above.map(String),
          header: batch.rows[found.at],
        });
      }
      this.#begin(found.header, found.title, batch.rows[found.at]!);
      start = found.at + 1;
    }
    for (const { at, title } of furtherTables(batch, start, this.#last, this.#declared)) {
      this.#pushRows(batch, start, title === undefined ? at : title);
      for (const reader of this.#readers) reader.end();
      const texts = textsAt(batch, at);
      this.#begin(
        texts.slice(0, texts.findLastIndex((text) => text !== "") + 1),
        title === undefined ? undefined : textsAt(batch, title).find((text) => text !== ""),
        batch.rows[at]!,
      );
      start = at + 1;
    }
    this.#pushRows(batch, start, batch.rows.length);
    this.#last = batch.rows.at(-1) ?? this.#last;
  }

  /** Ends the sheet; one without any row is a problem, and columns that the section named and that hold nothing leave their tables out. */
  end(): void {
    if (this.#width === undefined && this.#range === undefined) this.#ingest.report(this.#place, "empty-file");
    else if (this.#width === undefined) {
      for (const { table, range = "" } of this.#mappings) {
        if (table === undefined) this.#ingest.report(this.#place, "mapped-column-missing", { found: range });
        else this.#ingest.block(this.#place, table, [range]);
      }
    }
    for (const reader of this.#readers) reader.end();
  }

  #begin(header: readonly string[], title: string | undefined, row: number): void {
    this.#width = header.length;
    const first = this.#range === undefined ? 0 : columnRange(this.#range).first;
    const raw = {
      ...this.#place,
      header,
      ...(title === undefined ? {} : { title }),
      ...(first === 0 ? {} : { letters: header.map((_, at) => columnLetter(first + at)) }),
    };
    // What names the row of its header is about that table alone.
    const own = this.#mappings.filter((mapping) => mapping.header === row);
    const mappings = own.length > 0 ? own : this.#mappings.filter((mapping) => mapping.header === undefined);
    if (mappings.length === 0) this.#ingest.reportRow(this.#place, row, "unknown-table");
    this.#readers = mappings.flatMap((mapping) => openLayout(this.#ingest, raw, mapping) ?? []);
    this.#isTaken ||= this.#readers.length > 0;
  }

  #pushRows(batch: RawBatch, from: number, to: number): void {
    if (this.#width === undefined || this.#readers.length === 0) return;
    const end = this.#notesFrom(batch, from, to);
    const table = this.#records(tableSlice(batch, from, end, this.#width));
    if (table.rows.length === 0 && (table.faults ?? []).length === 0) return;
    for (const reader of this.#readers) reader.push(table);
  }

  /** The rows that are records; the others are told and left out. */
  #records(table: RawBatch): RawBatch {
    const others = noRecords(table);
    if (others.length === 0) return table;
    for (const { at, code } of others) this.#ingest.reportRow(this.#place, table.rows[at]!, code);
    const left = new Set(others.map(({ at }) => at));
    return picked(
      table,
      table.rows.flatMap((_, at) => (left.has(at) ? [] : [at])),
    );
  }

  /** Where notes begin at the end of some rows; they are told and left out. */
  #notesFrom(batch: RawBatch, from: number, to: number): number {
    let end = to;
    while (end > from && this.#width! > 2 && isAlone(batch, end - 1)) {
      const text = textsAt(batch, end - 1).find((each) => each !== "")!;
      if (!NOTE.test(text)) break;
      end--;
      this.#ingest.reportRow(this.#place, batch.rows[end]!, "note-row");
    }
    return end;
  }
}
