import type { Random } from "../core/random.ts";
import { SheetsError, invalid } from "./errors.ts";
import { type Spreadsheet, draftOf } from "./model.ts";
import * as cells from "./requests/cells.ts";
import * as dimensions from "./requests/dimensions.ts";
import * as metadata from "./requests/metadata.ts";
import * as ranges from "./requests/ranges.ts";
import type { Work } from "./requests/request.ts";
import * as sheets from "./requests/sheets.ts";
import { sortRange } from "./requests/sort.ts";

/** The kinds of requests that this server knows. */
const KINDS = {
  addSheet: sheets.addSheet,
  deleteSheet: sheets.deleteSheet,
  updateSheetProperties: sheets.updateSheetProperties,
  updateSpreadsheetProperties: sheets.updateSpreadsheetProperties,
  setBasicFilter: sheets.setBasicFilter,
  clearBasicFilter: sheets.clearBasicFilter,
  duplicateSheet: sheets.duplicateSheet,
  appendDimension: dimensions.appendDimension,
  insertDimension: dimensions.insertDimension,
  deleteDimension: dimensions.deleteDimension,
  moveDimension: dimensions.moveDimension,
  updateDimensionProperties: dimensions.updateDimensionProperties,
  autoResizeDimensions: dimensions.autoResizeDimensions,
  addDimensionGroup: dimensions.addDimensionGroup,
  deleteDimensionGroup: dimensions.deleteDimensionGroup,
  updateCells: cells.updateCells,
  appendCells: cells.appendCells,
  repeatCell: cells.repeatCell,
  setDataValidation: cells.setDataValidation,
  sortRange,
  mergeCells: ranges.mergeCells,
  unmergeCells: ranges.unmergeCells,
  addNamedRange: ranges.addNamedRange,
  deleteNamedRange: ranges.deleteNamedRange,
  addProtectedRange: ranges.addProtectedRange,
  updateProtectedRange: ranges.updateProtectedRange,
  deleteProtectedRange: ranges.deleteProtectedRange,
  createDeveloperMetadata: metadata.createDeveloperMetadata,
  updateDeveloperMetadata: metadata.updateDeveloperMetadata,
  deleteDeveloperMetadata: metadata.deleteDeveloperMetadata,
} as const;

/** Carries out a batch on a copy: all of it, or a thrown SheetsError and nothing of it. Replies stand in the requests' order. */
export function batchUpdate(
  spreadsheet: Spreadsheet,
  requests: unknown,
  random: Random,
  email: string,
): { readonly draft: Spreadsheet; readonly replies: readonly object[] } {
  if (!Array.isArray(requests) || requests.length === 0) throw invalid("Must specify at least one request.");
  const work: Work = { draft: draftOf(spreadsheet), random, email };
  const replies = requests.map((request: unknown, index) => reply(work, request, index));
  return { draft: work.draft, replies };
}

function reply(work: Work, request: unknown, index: number): object {
  const kinds = Object.entries((request ?? {}) as Readonly<Record<string, unknown>>);
  const [first, second] = kinds;
  if (first === undefined) throw invalid(`Invalid requests[${index}]: No request set.`);
  if (second !== undefined)
    throw invalid(
      `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${second[0]}'`,
    );
  const [kind, body] = first;
  const run = (KINDS as Readonly<Record<string, ((work: Work, body: object) => object) | undefined>>)[kind];
  if (run === undefined)
    throw invalid(
      `Invalid JSON payload received. Unknown name "${kind}" at 'requests[${index}]': Cannot find field. (Or it is one that this local server does not know.)`,
    );
  try {
    return run(work, body ?? {});
  } catch (error) {
    if (error instanceof SheetsError)
      throw new SheetsError(error.code, `Invalid requests[${index}].${kind}: ${error.message}`, error.details);
    throw error;
  }
}
