import type { sheets_v4 } from "@googleapis/sheets";
import { columnLetter } from "@minga/core";
import type { FieldInfo, StoredRow, StoredTable, TableRef, ToolError } from "@minga/sync";
import { Effect } from "effect";
import { CELL_FIELDS, type CellData, hasFormula, headerOf, isDated, storedOf } from "./cells.ts";
import type { Client } from "./client.ts";
import { fileOf } from "./metadata.ts";
import { quoted } from "./ranges.ts";

/** A tab as a table, with what writing into it needs to know. */
export interface LoadedTable extends StoredTable {
  readonly sheetId: number;
  readonly header: number;
  /** The number of the last row that holds anything. */
  readonly last: number;
  /** How many rows the grid has. */
  readonly gridRows: number;
  /** Columns whose last cell is shown as a day. */
  readonly dated: ReadonlySet<number>;
  /** Marks that earlier writing left in the file. */
  readonly marks: readonly { readonly id: number; readonly at: string }[];
}

/** What marks that a batch was written: its number is the batch's, so that it cannot be written twice. */
export const MARK = "minga-write";

const FIELDS = [
  "developerMetadata(metadataId,metadataKey,metadataValue)",
  "sheets(properties(sheetId,title,gridProperties(rowCount)),protectedRanges(range,requestingUserCanEdit,warningOnly)," +
    `data(rowData(${CELL_FIELDS})))`,
].join(",");

/** A tab in one request; undefined where the file has no tab of that name. */
export const loadTable = (client: Client, ref: TableRef): Effect.Effect<LoadedTable | undefined, ToolError> => {
  const read = client.run({
    kind: "read",
    send: (api, options) =>
      api.spreadsheets.get({ spreadsheetId: client.file, ranges: [quoted(ref.name)], fields: FIELDS }, options),
  });
  return Effect.catch(
    Effect.map(read, (data) => tableOf(data, ref)),
    (error) =>
      // A tab that is not there is refused as a range that cannot be read; only a look at the tabs tells that it is that.
      error.reason !== "refused"
        ? Effect.fail(error)
        : Effect.flatMap(fileOf(client), ({ tabs }) =>
            tabs.some(({ title }) => title === ref.name) ? Effect.fail(error) : Effect.succeed(undefined),
          ),
  );
};

const tableOf = (data: sheets_v4.Schema$Spreadsheet, { name, header = 1 }: TableRef): LoadedTable => {
  const sheet = data.sheets?.[0] ?? {};
  const { sheetId, gridProperties } = sheet.properties ?? {};
  const rows = (sheet.data?.[0]?.rowData ?? []).map(({ values }) => values ?? []);
  const headers = rows[header - 1] ?? [];
  const fields = headers.map((cell, column): FieldInfo => ({
    id: columnLetter(column),
    name: headerOf(cell),
    kind: "any",
    computed: false,
  }));
  const isProtected = protection(sheet.protectedRanges ?? []);
  const records = rows.flatMap((cells, index): readonly StoredRow[] =>
    index < header || !cells.some((cell) => storedOf(cell) !== null) ? [] : [rowOf(cells, index, fields, isProtected)],
  );
  const last = rows.findLastIndex((cells) => cells.some((cell) => storedOf(cell) !== null)) + 1;
  const lastCells = rows[last - 1] ?? [];
  return {
    id: String(sheetId ?? 0),
    name,
    fields,
    rows: records,
    isComplete: true,
    sheetId: sheetId ?? 0,
    header,
    last: Math.max(last, header),
    gridRows: gridProperties?.rowCount ?? rows.length,
    dated: new Set(fields.flatMap((_, column) => (last > header && isDated(lastCells[column]) ? [column] : []))),
    marks: (data.developerMetadata ?? []).flatMap(({ metadataId, metadataKey, metadataValue }) =>
      metadataKey === MARK && typeof metadataId === "number" ? [{ id: metadataId, at: metadataValue ?? "" }] : [],
    ),
  };
};

/** A row of the grid, `index` from 0, as a row of the table. */
export const rowOf = (
  cells: readonly CellData[],
  index: number,
  fields: readonly FieldInfo[],
  isProtected: (row: number, column: number) => boolean = () => false,
): StoredRow => {
  const locked = fields.flatMap((_, column) =>
    hasFormula(cells[column]) || isProtected(index, column) ? [column] : [],
  );
  return {
    at: String(index + 1),
    values: fields.map((_, column) => storedOf(cells[column])),
    ...(locked.length > 0 ? { locked } : {}),
  };
};

/** Which cells this account may not edit. */
const protection = (ranges: readonly sheets_v4.Schema$ProtectedRange[]): ((row: number, column: number) => boolean) => {
  const closed = ranges.filter(
    ({ requestingUserCanEdit, warningOnly }) => requestingUserCanEdit === false && warningOnly !== true,
  );
  return (row, column) =>
    closed.some(
      ({ range }) =>
        row >= (range?.startRowIndex ?? 0) &&
        row < (range?.endRowIndex ?? Number.POSITIVE_INFINITY) &&
        column >= (range?.startColumnIndex ?? 0) &&
        column < (range?.endColumnIndex ?? Number.POSITIVE_INFINITY),
    );
};
