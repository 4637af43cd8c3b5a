import type { sheets_v4 } from "@googleapis/sheets";
import { RawDay } from "@minga/ingest";
import type { Operation, StoredRow, ToolError, Writing } from "@minga/sync";
import { Clock, Effect, Random } from "effect";
import { CELL_FIELDS, type CellData, DATE_FORMAT, enteredOf } from "./cells.ts";
import type { CallOptions, Client } from "./client.ts";
import { sheetsError } from "./errors.ts";
import { LIMITS } from "./limits.ts";
import { type LoadedTable, MARK, rowOf } from "./load.ts";
import { quoted, rowsOf } from "./ranges.ts";

type Request = sheets_v4.Schema$Request;

/** Operations in one request: with usual rows about the 2 MB that the service recommends. */
export const MOST = 1000;
/** Read back row by row up to so many; beyond that the whole tab comes back. */
const MOST_RANGES = 40;
/** Marks are kept for as long as a request that was given up may still land. */
const MARK_LIFE = 3_600_000;
const LARGEST_ID = 2_000_000_000;

/**
 * Writes a batch: whole or not at all, and once, however often it is sent. Rows that are made are inserted after the last one
 * and filled in the same request, so that nothing that somebody typed meanwhile is under them. Rows that change are found by
 * their number: what stands there afterwards, in the very state that the batch left, comes back with the answer.
 */
export const writeRows = (
  client: Client,
  table: LoadedTable,
  operations: readonly Operation[],
): Effect.Effect<{ readonly rows: readonly (StoredRow | undefined)[]; readonly table: LoadedTable }, ToolError> =>
  Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis;
    const mark = 1 + Math.floor(LARGEST_ID * (yield* Random.next));
    const creates = operations.filter(({ kind }) => kind === "create");
    const places = placesOf(operations, table);
    const requests = [...marking(mark, now, table), ...updates(operations, table), ...insertion(creates, table)];
    const ranges = rangesOf(places, table);
    let tries = 0;
    const batch = client.run<{ readonly updatedSpreadsheet?: sheets_v4.Schema$Spreadsheet }>({
      kind: "write",
      // A second batch with the same mark is refused whole.
      isRepeatable: true,
      send: async (api, options) => {
        tries += 1;
        // And none is sent where the first one is known to have landed.
        if (tries > 1 && (await stands(api, options, client.file, mark))) {
          const { data } = await api.spreadsheets.get(
            { spreadsheetId: client.file, ranges: [...ranges], fields: grid() },
            options,
          );
          return { data: { updatedSpreadsheet: data } };
        }
        return api.spreadsheets.batchUpdate(
          {
            spreadsheetId: client.file,
            fields: `updatedSpreadsheet(${grid()})`,
            requestBody: {
              requests,
              includeSpreadsheetInResponse: true,
              responseRanges: [...ranges],
              responseIncludeGridData: true,
            },
          },
          options,
        );
      },
    });
    const written = Effect.map(batch, ({ updatedSpreadsheet }) => updatedSpreadsheet ?? {});
    const answer = yield* Effect.catch(written, (error) =>
      error.reason === "refused" && tries > 1 ? afterAll(client, mark, ranges, error) : Effect.fail(error),
    );
    const cells = cellsByRow(answer);
    const rows = places.map((place) => {
      const row = cells.get(place);
      return row === undefined ? undefined : rowOf(row, place - 1, table.fields);
    });
    const after = { ...table, last: table.last + creates.length, gridRows: table.gridRows + creates.length };
    return { rows, table: after };
  });

/** Whether a batch of this mark was carried out. */
const stands = async (
  api: sheets_v4.Sheets,
  options: CallOptions,
  spreadsheetId: string,
  metadataId: number,
): Promise<boolean> => {
  try {
    await api.spreadsheets.developerMetadata.get({ spreadsheetId, metadataId }, options);
    return true;
  } catch (error) {
    if (sheetsError(error).reason === "not-found") return false;
    throw error;
  }
};

const grid = (): string => `sheets(data(startRow,rowData(${CELL_FIELDS})))`;

/** The batch was refused the second time: if its mark stands, it had landed the first time, and what stands is read. */
const afterAll = (
  client: Client,
  mark: number,
  ranges: readonly string[],
  error: ToolError,
): Effect.Effect<sheets_v4.Schema$Spreadsheet, ToolError> =>
  Effect.gen(function* () {
    const found = client.run({
      kind: "read",
      send: (api, options) =>
        api.spreadsheets.developerMetadata.get({ spreadsheetId: client.file, metadataId: mark }, options),
    });
    const isThere = yield* Effect.catch(Effect.as(found, true), (missing) =>
      missing.reason === "not-found" ? Effect.succeed(false) : Effect.fail(missing),
    );
    if (!isThere) return yield* Effect.fail(error);
    return yield* client.run({
      kind: "read",
      send: (api, options) =>
        api.spreadsheets.get({ spreadsheetId: client.file, ranges: [...ranges], fields: grid() }, options),
    });
  });

/** The number of the row that each operation is about. */
const placesOf = (operations: readonly Operation[], { last }: LoadedTable): readonly number[] => {
  let made = 0;
  return operations.map((operation) => (operation.kind === "update" ? Number(operation.at) : last + ++made));
};

const rangesOf = (places: readonly number[], { name, fields }: LoadedTable): readonly string[] => {
  const runs: { first: number; last: number }[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && place <= run.last + 1) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs.length > MOST_RANGES
    ? [quoted(name)]
    : runs.map(({ first, last }) => rowsOf(name, first, last, fields.length));
};

const cellsByRow = ({ sheets = [] }: sheets_v4.Schema$Spreadsheet): ReadonlyMap<number, readonly CellData[]> =>
  new Map(
    (sheets[0]?.data ?? []).flatMap(({ startRow, rowData = [] }) =>
      rowData.map(({ values }, index) => [(startRow ?? 0) + index + 1, values ?? []] as const),
    ),
  );

const marking = (mark: number, now: number, { marks }: LoadedTable): readonly Request[] => [
  {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: mark,
        metadataKey: MARK,
        metadataValue: new Date(now).toISOString(),
        visibility: "DOCUMENT",
        location: { spreadsheet: true },
      },
    },
  },
  ...marks
    .filter(({ at }) => !(now - Date.parse(at) < MARK_LIFE))
    .map(({ id }) => ({ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: id } } } })),
];

/** Each run of neighbouring cells of a row that changes, and nothing between. */
const updates = (operations: readonly Operation[], { sheetId, dated }: LoadedTable): readonly Request[] =>
  operations.flatMap((operation): readonly Request[] =>
    operation.kind === "create"
      ? []
      : runsIn(operation.values).map(({ column, values, isDay }) => {
          const formatted = isDay && !dated.has(column);
          return {
            updateCells: {
              start: { sheetId, rowIndex: Number(operation.at) - 1, columnIndex: column },
              rows: [
                {
                  values: values.map((value) =>
                    formatted ? { ...enteredOf(value), ...DATE_FORMAT } : enteredOf(value),
                  ),
                },
              ],
              fields: formatted ? "userEnteredValue,userEnteredFormat.numberFormat" : "userEnteredValue",
            },
          };
        }),
  );

interface Run {
  readonly column: number;
  readonly values: Parameters<typeof enteredOf>[0][];
  readonly isDay: boolean;
}

/** Neighbouring columns with values; a day stands by itself, since it may need its format. */
const runsIn = (writing: Writing): readonly Run[] => {
  const runs: Run[] = [];
  for (const [column, value] of [...writing].toSorted(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    const isDay = value instanceof RawDay;
    if (run !== undefined && !isDay && !run.isDay && run.column + run.values.length === column) run.values.push(value);
    else runs.push({ column, values: [value], isDay });
  }
  return runs;
};

/** New rows after the last one, and what stands in them. */
const insertion = (
  creates: readonly Operation[],
  { sheetId, last, header, gridRows, fields, dated }: LoadedTable,
): readonly Request[] => {
  if (creates.length === 0) return [];
  const start = { sheetId, rowIndex: last };
  const end = last + creates.length;
  // New rows look like the one before, but not like the header; where the header is the last row, there is none after it either.
  const like = last > header;
  const room: readonly Request[] =
    !like && last >= gridRows ? [{ appendDimension: { sheetId, dimension: "ROWS", length: 1 } }] : [];
  const days = fields.flatMap((_, column) =>
    !dated.has(column) && creates.some(({ values }) => values.get(column) instanceof RawDay) ? [column] : [],
  );
  return [
    ...room,
    {
      insertDimension: {
        range: { sheetId, dimension: "ROWS", startIndex: last, endIndex: end },
        inheritFromBefore: like,
      },
    },
    {
      updateCells: {
        start: { ...start, columnIndex: 0 },
        rows: creates.map(({ values }) => ({
          values: fields.map((_, column) => enteredOf(values.get(column) ?? null)),
        })),
        fields: "userEnteredValue",
      },
    },
    ...days.map((column) => ({
      repeatCell: {
        range: { sheetId, startRowIndex: last, endRowIndex: end, startColumnIndex: column, endColumnIndex: column + 1 },
        cell: DATE_FORMAT,
        fields: "userEnteredFormat.numberFormat",
      },
    })),
  ];
};

/** A table that was loaded by this adapter; any other is a mistake of the caller's. */
export const asLoaded = (table: object): LoadedTable => {
  if (!("sheetId" in table)) throw new TypeError(`${LIMITS.service}: the table was not loaded by this adapter`);
  return table as LoadedTable;
};
