import type { sheets_v4 } from "@googleapis/sheets";
import type { FieldShape, SchemaChange, ToolError } from "@minga/sync";
import { Effect, Random } from "effect";
import { DATE_FORMAT } from "./cells.ts";
import type { Client } from "./client.ts";
import { loadTable } from "./load.ts";
import { fileOf, type File } from "./metadata.ts";
import { quoted } from "./ranges.ts";

type Request = sheets_v4.Schema$Request;

const LARGEST_ID = 2_000_000_000;
/** Room to type in; formatted cells come along with every reading, empty or not, and rows are inserted as they are written. */
const ROWS = 200;
/** As many columns as a new tab has, and some beside the last header for what a section adds. */
const [COLUMNS, ROOM] = [26, 6];

/**
 * Makes tabs and columns that are not there. A column is inserted after the last header, so that nothing is under it. A list
 * of options is a validation that offers them and refuses nothing: what stands in a sheet is the section's.
 */
export const provisionTabs = (client: Client, changes: readonly SchemaChange[]): Effect.Effect<void, ToolError> =>
  Effect.gen(function* () {
    const file = yield* fileOf(client);
    const requests: Request[] = [];
    for (const change of changes) {
      if (change.kind === "add-table") {
        if (file.tabs.some(({ title }) => title === change.table)) continue;
        const sheetId = 1 + Math.floor(LARGEST_ID * (yield* Random.next));
        requests.push(...newTab(sheetId, change.table, change.fields));
      } else if (change.kind === "add-field") {
        requests.push(...(yield* newColumn(client, file, change.table, change.field)));
      }
    }
    if (requests.length === 0) return;
    yield* client.run({
      kind: "write",
      // A tab of the same name, and a tab of the same number, are refused whole.
      isRepeatable: changes.every(({ kind }) => kind === "add-table"),
      send: (api, options) =>
        api.spreadsheets.batchUpdate({ spreadsheetId: client.file, requestBody: { requests } }, options),
    });
  });

const newTab = (sheetId: number, title: string, fields: readonly FieldShape[]): readonly Request[] => [
  {
    addSheet: {
      properties: {
        sheetId,
        title,
        gridProperties: { rowCount: ROWS, columnCount: Math.max(fields.length + ROOM, COLUMNS), frozenRowCount: 1 },
      },
    },
  },
  {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: [{ values: fields.map(headerCell) }],
      fields: "userEnteredValue,userEnteredFormat.textFormat.bold",
    },
  },
  ...fields.flatMap((field, column) => columnRequests(sheetId, column, 1, field)),
];

const headerCell = ({ name }: FieldShape): sheets_v4.Schema$CellData => ({
  userEnteredValue: { stringValue: name },
  userEnteredFormat: { textFormat: { bold: true } },
});

const newColumn = (
  client: Client,
  { tabs }: File,
  table: string,
  field: FieldShape,
): Effect.Effect<readonly Request[], ToolError> =>
  Effect.gen(function* () {
    const tab = tabs.find(({ title }) => title === table);
    const stored = tab === undefined ? undefined : yield* loadTable(client, { name: table });
    if (tab === undefined || stored === undefined || stored.fields.some(({ name }) => name === field.name)) return [];
    const { sheetId } = stored;
    const at = stored.fields.length;
    const column = { sheetId, dimension: "COLUMNS", startIndex: at, endIndex: at + 1 };
    return [
      { insertDimension: { range: column, inheritFromBefore: at > 0 } },
      {
        updateCells: {
          start: { sheetId, rowIndex: stored.header - 1, columnIndex: at },
          rows: [{ values: [headerCell(field)] }],
          fields: "userEnteredValue,userEnteredFormat.textFormat.bold",
        },
      },
      ...columnRequests(sheetId, at, stored.header, field),
    ];
  });

/** How the cells under a header look and what they offer. */
const columnRequests = (sheetId: number, column: number, header: number, field: FieldShape): readonly Request[] => {
  const range = { sheetId, startRowIndex: header, startColumnIndex: column, endColumnIndex: column + 1 };
  const offered = validationOf(field);
  const format =
    field.kind === "day" ? DATE_FORMAT : field.kind === "text" || field.kind === "link" ? TEXT_FORMAT : undefined;
  return [
    ...(format === undefined
      ? []
      : [{ repeatCell: { range, cell: format, fields: "userEnteredFormat.numberFormat" } }]),
    ...(offered === undefined ? [] : [{ setDataValidation: { range, rule: offered } }]),
  ];
};

/** So that an id that somebody types, 007, keeps its zeros. */
const TEXT_FORMAT: sheets_v4.Schema$CellData = { userEnteredFormat: { numberFormat: { type: "TEXT" } } };

const validationOf = ({ kind, options = [], table }: FieldShape): sheets_v4.Schema$DataValidationRule | undefined => {
  const rule = (type: string, values: readonly string[]): sheets_v4.Schema$DataValidationRule => ({
    condition: {
      type,
      ...(values.length > 0 ? { values: values.map((userEnteredValue) => ({ userEnteredValue })) } : {}),
    },
    strict: false,
    showCustomUi: true,
  });
  if (kind === "boolean") return rule("BOOLEAN", []);
  if (kind === "choice" && options.length > 0) return rule("ONE_OF_LIST", options);
  if (kind === "link" && table !== undefined) return rule("ONE_OF_RANGE", [`=${quoted(table)}!$A$2:$A`]);
  return undefined;
};
