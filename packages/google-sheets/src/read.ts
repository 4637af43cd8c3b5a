import type { sheets_v4 } from "@googleapis/sheets";
import { BATCH_ROWS, type RawBatch } from "@minga/ingest";
import { type SheetInfo, ToolError } from "@minga/sync";
import { Effect, Stream } from "effect";
import { CELL_FIELDS, hasFormula, rawOf } from "./cells.ts";
import type { Client } from "./client.ts";
import { LIMITS } from "./limits.ts";
import { fileOf, type Tab } from "./metadata.ts";
import { rowsOf } from "./ranges.ts";

/** So many cells of the grid, filled or not, are asked for at once. */
const MOST_CELLS = 500_000;

/** Rows of a tab as the service gives them. */
export type RowData = sheets_v4.Schema$RowData;

interface Part {
  readonly tab: Tab;
  /** The number of its first row. */
  readonly first: number;
  readonly last: number;
}

/**
 * Reads the tabs of a file. What is small comes along with what is asked for, so that a file of usual size takes two requests
 * in all: one for its tabs, one for their cells.
 */
export class Reader {
  readonly #client: Client;
  #tabs: readonly Tab[] = [];
  /** Parts that came along and were not asked for yet. */
  readonly #along = new Map<string, readonly RowData[]>();

  constructor(client: Client) {
    this.#client = client;
  }

  readonly describe = (): Effect.Effect<readonly SheetInfo[], ToolError> =>
    Effect.map(fileOf(this.#client), ({ tabs }) => {
      this.#tabs = tabs;
      this.#along.clear();
      return tabs.map(({ info }) => info);
    });

  readonly read = ({ id }: SheetInfo): Stream.Stream<RawBatch, ToolError> => {
    const tab = this.#tabs.find((each) => each.info.id === id);
    if (tab === undefined) return Stream.fail(new ToolError(LIMITS.service, "no-such-table", id));
    return Stream.flatMap(Stream.fromIterable(partsOf(tab)), (part) =>
      Stream.flatMap(Stream.fromEffect(this.#rows(part)), (rows) => Stream.fromIterable(batchesOf(rows, part.first))),
    );
  };

  #rows(part: Part): Effect.Effect<readonly RowData[], ToolError> {
    const there = this.#along.get(nameOf(part));
    if (there !== undefined) {
      this.#along.delete(nameOf(part));
      return Effect.succeed(there);
    }
    const parts = this.#withNext(part);
    return Effect.map(
      this.#client.run({
        kind: "read",
        send: (api, options) =>
          api.spreadsheets.get(
            {
              spreadsheetId: this.#client.file,
              ranges: parts.map(({ tab, first, last }) => rowsOf(tab.title, first, last, tab.columns)),
              fields: `sheets(properties(sheetId),data(startRow,rowData(${CELL_FIELDS})))`,
            },
            options,
          ),
      }),
      (data) => {
        for (const each of parts) {
          const sheet = data.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === each.tab.id);
          this.#along.set(nameOf(each), sheet?.data?.[0]?.rowData ?? []);
        }
        const rows = this.#along.get(nameOf(part)) ?? [];
        this.#along.delete(nameOf(part));
        return rows;
      },
    );
  }

  /** A part, and the tabs after it that are small enough to come along. */
  #withNext(part: Part): readonly Part[] {
    const parts = [part];
    let cells = (part.last - part.first + 1) * part.tab.columns;
    for (const tab of this.#tabs.slice(this.#tabs.indexOf(part.tab) + 1)) {
      const next = partsOf(tab);
      cells += tab.rows * tab.columns;
      if (cells > MOST_CELLS) break;
      if (!this.#along.has(nameOf(next[0]!))) parts.push(...next);
    }
    return parts;
  }
}

const nameOf = ({ tab, first }: Part): string => `${tab.id} ${first}`;

const partsOf = (tab: Tab): readonly Part[] => {
  const rows = Math.max(Math.floor(MOST_CELLS / Math.max(tab.columns, 1)), 1);
  const count = Math.max(Math.ceil(tab.rows / rows), 1);
  return Array.from({ length: count }, (_, index) => ({
    tab,
    first: index * rows + 1,
    last: Math.max(Math.min((index + 1) * rows, tab.rows), 1),
  }));
};

/** Rows as batches; the empty ones are left out and keep their numbers. */
function* batchesOf(rows: readonly RowData[], first: number): Generator<RawBatch> {
  let held: { readonly row: number; readonly cells: NonNullable<RowData["values"]> }[] = [];
  for (const [index, { values }] of rows.entries()) {
    const cells = values ?? [];
    if (cells.some((cell) => rawOf(cell) !== "")) held.push({ row: first + index, cells });
    if (held.length === BATCH_ROWS) {
      yield batchOf(held);
      held = [];
    }
  }
  if (held.length > 0) yield batchOf(held);
}

const batchOf = (
  held: readonly { readonly row: number; readonly cells: NonNullable<RowData["values"]> }[],
): RawBatch => {
  const width = Math.max(...held.map(({ cells }) => cells.length));
  const positions = Array.from({ length: width }, (_, column) => column);
  const formulas = positions.map((column) =>
    held.flatMap(({ cells }, index) => (hasFormula(cells[column]) ? [index] : [])),
  );
  return {
    rows: held.map(({ row }) => row),
    columns: positions.map((column) => held.map(({ cells }) => rawOf(cells[column]))),
    ...(formulas.some((each) => each.length > 0) ? { formulas } : {}),
  };
};
