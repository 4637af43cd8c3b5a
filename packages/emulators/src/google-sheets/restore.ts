import type { Box } from "./box.ts";
import { type GridRange, type Sheet, type Spreadsheet, emptySheet } from "./model.ts";

interface SheetJson {
  readonly properties: {
    readonly sheetId?: number;
    readonly title: string;
    readonly hidden?: boolean;
    readonly gridProperties?: { readonly rowCount: number; readonly columnCount: number };
  };
  readonly merges?: readonly GridRange[];
  readonly protectedRanges?: readonly (Omit<Sheet["protectedRanges"][number], "editors"> & {
    readonly editors?: { readonly users?: readonly string[] };
  })[];
}

interface SpreadsheetJson {
  readonly spreadsheetId: string;
  readonly properties: {
    readonly title: string;
    readonly locale: string;
    readonly timeZone: string;
    readonly autoRecalc?: string;
  };
  readonly sheets?: readonly SheetJson[];
  readonly namedRanges?: Spreadsheet["namedRanges"];
}

/** A file from `spreadsheets.get`, without the cells that such an answer leaves out. */
export function restoredSpreadsheet(object: unknown): Spreadsheet {
  const json = object as SpreadsheetJson;
  return {
    id: json.spreadsheetId,
    title: json.properties.title,
    locale: json.properties.locale,
    timeZone: json.properties.timeZone,
    autoRecalc: json.properties.autoRecalc ?? "ON_CHANGE",
    sheets: (json.sheets ?? []).map(restoredSheet),
    namedRanges: (json.namedRanges ?? []).map((named) => ({ ...named, range: { sheetId: 0, ...named.range } })),
    metadata: [],
    access: "write",
    shares: new Map(),
  };
}

function restoredSheet({ properties, merges = [], protectedRanges = [] }: SheetJson): Sheet {
  const { sheetId = 0, title, hidden = false, gridProperties, ...extra } = properties;
  const { index: _index, sheetType: _type, ...kept } = extra as Readonly<Record<string, unknown>>;
  const { rowCount, columnCount, ...gridExtra } = gridProperties ?? { rowCount: 1000, columnCount: 26 };
  const sheet = emptySheet(sheetId, title, rowCount, columnCount);
  sheet.hidden = hidden;
  sheet.extra = kept;
  sheet.gridExtra = gridExtra;
  sheet.merges = merges.map((range) => boxOf(range));
  sheet.protectedRanges = protectedRanges.map((one) => {
    const { requestingUserCanEdit: _can, ...rest } = one as typeof one & { readonly requestingUserCanEdit?: boolean };
    return { ...rest, range: { sheetId, ...one.range }, editors: one.editors?.users ?? [] };
  });
  return sheet;
}

const boxOf = (range: GridRange): Box => ({
  top: range.startRowIndex ?? 0,
  left: range.startColumnIndex ?? 0,
  bottom: range.endRowIndex ?? 0,
  right: range.endColumnIndex ?? 0,
});
