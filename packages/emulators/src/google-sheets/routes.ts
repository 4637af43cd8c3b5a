import type { Random } from "../core/random.ts";
import type { Call, Route } from "../core/route.ts";
import { appendValues } from "./append.ts";
import { batchUpdate } from "./batch-update.ts";
import { invalid, notFound } from "./errors.ts";
import { type Mask, masked, parseMask, reaches } from "./fields-mask.ts";
import { type DataFilter, lookedUp, metadataJson } from "./metadata.ts";
import { type Spreadsheet, draftOf } from "./model.ts";
import { spreadsheetJson } from "./render.ts";
import type { SpreadsheetSeed } from "./seed.ts";
import type { SheetsState } from "./state.ts";
import { choice, readValues, renderOptions, valueRange } from "./values-read.ts";
import { type InputOption, clearValues, inputRows, withData, writeValues } from "./values-write.ts";

/** A route knows whether it counts as a read or a write. */
export type SheetsRoute = Route<unknown> & { readonly wish: "read" | "write" };

export function sheetsRoutes(state: SheetsState, random: Random): readonly SheetsRoute[] {
  const read = (method: string, path: RegExp, run: (file: Spreadsheet, call: Call) => unknown): SheetsRoute => ({
    wish: "read",
    method,
    path,
    run: (call) => run(state.open(call.params["id"] ?? "", call.subject, "read"), call),
  });
  const write = (
    method: string,
    path: RegExp,
    run: (draft: Spreadsheet, call: Call) => readonly [Spreadsheet, unknown],
  ): SheetsRoute => ({
    wish: "write",
    method,
    path,
    run: (call) => {
      const [draft, answer] = run(draftOf(state.open(call.params["id"] ?? "", call.subject, "write")), call);
      state.replace(draft);
      return answer;
    },
  });
  const FILE = String.raw`^/v4/spreadsheets/(?<id>[^/:]+)`;
  const at = (rest: string): RegExp => new RegExp(`${FILE}${rest}$`);
  return [
    read("GET", at(""), getFile),
    { wish: "write", method: "POST", path: /^\/v4\/spreadsheets$/, run: (call) => create(state, call) },
    write("POST", at(":batchUpdate"), (draft, call) => batch(draft, call, random)),
    read("GET", at("/values:batchGet"), (file, { query }) => ({
      spreadsheetId: file.id,
      valueRanges: query.getAll("ranges").map((range) => readValues(file, range, renderOptions(query))),
    })),
    write("POST", at("/values:batchUpdate"), updateRanges),
    write("POST", at("/values:batchClear"), (draft, { body, subject }) => {
      const { ranges = [] } = (body ?? {}) as { readonly ranges?: readonly string[] };
      return [
        draft,
        { spreadsheetId: draft.id, clearedRanges: ranges.map((range) => clearValues(draft, range, subject)) },
      ];
    }),
    write("POST", at("/values/(?<range>[^/]+):append"), append),
    write("POST", at("/values/(?<range>[^/]+):clear"), (draft, { params, subject }) => {
      const clearedRange = clearValues(draft, params["range"] ?? "", subject);
      return [draft, { spreadsheetId: draft.id, clearedRange }];
    }),
    read("GET", at("/values/(?<range>[^/]+)"), (file, { params, query }) =>
      readValues(file, params["range"] ?? "", renderOptions(query)),
    ),
    write("PUT", at("/values/(?<range>[^/]+)"), update),
    read("POST", at("/developerMetadata:search"), search),
    read("GET", at("/developerMetadata/(?<metadataId>[^/]+)"), (file, { params }) => {
      const found = file.metadata.find(({ metadataId }) => metadataId === Number(params["metadataId"]));
      if (found === undefined) throw notFound();
      return metadataJson(found);
    }),
  ];
}

const ALL_BUT_GRID: Mask = true;

function getFile(file: Spreadsheet, { query, subject }: Call): unknown {
  const fields = query.get("fields");
  const mask = fields === null || fields === "" ? ALL_BUT_GRID : parseMask(fields);
  // A mask decides by itself whether cells are answered.
  const hasGridData = mask === ALL_BUT_GRID ? query.get("includeGridData") === "true" : reaches(mask, "sheets", "data");
  return masked(spreadsheetJson(file, { ranges: query.getAll("ranges"), hasGridData, email: subject }), mask);
}

function create(state: SheetsState, { body, subject }: Call): unknown {
  const json = (body ?? {}) as {
    readonly properties?: { readonly title?: string; readonly locale?: string; readonly timeZone?: string };
    readonly sheets?: readonly {
      readonly properties?: {
        readonly title?: string;
        readonly hidden?: boolean;
        readonly gridProperties?: { readonly rowCount?: number; readonly columnCount?: number };
      };
    }[];
  };
  const seed: SpreadsheetSeed = {
    ...json.properties,
    sheets: (json.sheets ?? []).map(({ properties = {} }, index) => ({
      title: properties.title ?? `Sheet${index + 1}`,
      rows: [],
      ...(properties.hidden !== undefined && { hidden: properties.hidden }),
      ...properties.gridProperties,
    })),
  };
  const id = state.add(seed);
  return spreadsheetJson(state.read(id), { ranges: [], hasGridData: false, email: subject });
}

function batch(file: Spreadsheet, { body, subject }: Call, random: Random): readonly [Spreadsheet, unknown] {
  const json = (body ?? {}) as {
    readonly requests?: unknown;
    readonly includeSpreadsheetInResponse?: boolean;
    readonly responseRanges?: readonly string[];
    readonly responseIncludeGridData?: boolean;
  };
  const { draft, replies } = batchUpdate(file, json.requests, random, subject);
  const render = {
    ranges: json.responseRanges ?? [],
    hasGridData: json.responseIncludeGridData === true,
    email: subject,
  };
  const updatedSpreadsheet = json.includeSpreadsheetInResponse === true && spreadsheetJson(draft, render);
  return [draft, { spreadsheetId: draft.id, replies, ...(updatedSpreadsheet && { updatedSpreadsheet }) }];
}

function inputOption(query: URLSearchParams): InputOption {
  if (!query.has("valueInputOption")) throw invalid("'valueInputOption' is required but not specified");
  return choice(query, "valueInputOption", ["USER_ENTERED", "RAW"]);
}

const wantsValues = (query: URLSearchParams): boolean => query.get("includeValuesInResponse")?.toLowerCase() === "true";

function update(draft: Spreadsheet, { params, query, body, subject }: Call): readonly [Spreadsheet, unknown] {
  const rows = inputRows(body);
  const range = params["range"] ?? "";
  const named = (body as { readonly range?: string } | undefined)?.range;
  if (named !== undefined && named !== range)
    throw invalid(`Requested writing within range [${range}], but the body names the range [${named}]`);
  const written = writeValues(draft, range, rows, inputOption(query), subject);
  return [draft, wantsValues(query) ? withData(draft, written, renderOptions(query, "response")) : written.updated];
}

function updateRanges(draft: Spreadsheet, { body, subject }: Call): readonly [Spreadsheet, unknown] {
  const json = (body ?? {}) as {
    readonly valueInputOption?: string;
    readonly data?: readonly { readonly range?: string }[];
    readonly includeValuesInResponse?: boolean;
  };
  const words = Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const query = new URLSearchParams(words);
  const option = inputOption(query);
  const sheets = new Set<string>();
  const responses = (json.data ?? []).map((one, index) => {
    const written = writeValues(draft, one.range ?? "", inputRows(one, `data[${index}]`), option, subject);
    if (written.updated.updatedCells !== undefined) sheets.add(written.sheet.title);
    return json.includeValuesInResponse === true
      ? withData(draft, written, renderOptions(query, "response"))
      : written.updated;
  });
  const answer = {
    spreadsheetId: draft.id,
    ...totals(responses),
    ...(sheets.size > 0 && { totalUpdatedSheets: sheets.size }),
    responses,
  };
  return [draft, answer];
}

/** Rows and cells add up; columns that several ranges share count once. */
function totals(
  responses: readonly {
    readonly updatedRange: string;
    readonly updatedRows?: number;
    readonly updatedCells?: number;
    readonly updatedColumns?: number;
  }[],
) {
  const sum = (key: "updatedRows" | "updatedCells"): number =>
    responses.reduce((total, one) => total + (one[key] ?? 0), 0);
  const columns = new Map<string, number>();
  for (const one of responses) columns.set(one.updatedRange.replaceAll(/\d+/g, ""), one.updatedColumns ?? 0);
  const cells = sum("updatedCells");
  if (cells === 0) return {};
  const updatedColumns = [...columns.values()].reduce((total, count) => total + count, 0);
  return { totalUpdatedRows: sum("updatedRows"), totalUpdatedColumns: updatedColumns, totalUpdatedCells: cells };
}

function append(draft: Spreadsheet, { params, query, body, subject }: Call): readonly [Spreadsheet, unknown] {
  const insertRows = choice(query, "insertDataOption", ["OVERWRITE", "INSERT_ROWS"]) === "INSERT_ROWS";
  const options = { input: inputOption(query), insertRows };
  const { sheet, box, updated, tableRange } = appendValues(
    draft,
    params["range"] ?? "",
    inputRows(body),
    options,
    subject,
  );
  const updates = wantsValues(query)
    ? { ...updated, updatedData: valueRange(draft, sheet, box, renderOptions(query, "response")) }
    : updated;
  return [draft, { spreadsheetId: draft.id, ...(tableRange !== undefined && { tableRange }), updates }];
}

function search(file: Spreadsheet, { body }: Call): unknown {
  const { dataFilters = [] } = (body ?? {}) as { readonly dataFilters?: readonly DataFilter[] };
  const matches = file.metadata.flatMap((one) => {
    const filters = dataFilters.filter((filter) => lookedUp(file, filter).includes(one));
    return filters.length === 0 ? [] : [{ developerMetadata: metadataJson(one), dataFilters: filters }];
  });
  return matches.length === 0 ? {} : { matchedDeveloperMetadata: matches };
}
