import { sheetById } from "./a1.ts";
import { invalid } from "./errors.ts";
import type { Metadata, MetadataLocation, Spreadsheet } from "./model.ts";

interface DimensionRangeJson {
  readonly sheetId?: number;
  readonly dimension: "ROWS" | "COLUMNS";
  readonly startIndex?: number;
  readonly endIndex?: number;
}

export interface LocationJson {
  readonly spreadsheet?: boolean;
  readonly sheetId?: number;
  readonly dimensionRange?: DimensionRangeJson;
}

/** A question for metadata; all that is named has to fit. */
export interface DataFilter {
  readonly developerMetadataLookup?: {
    readonly metadataId?: number;
    readonly metadataKey?: string;
    readonly metadataValue?: string;
    readonly visibility?: string;
    readonly locationType?: string;
    readonly metadataLocation?: LocationJson;
    readonly locationMatchingStrategy?: string;
  };
}

/** Metadata as answers write it. */
export function metadataJson({ metadataId, metadataKey, metadataValue, visibility, location }: Metadata) {
  return {
    metadataId,
    metadataKey,
    ...(metadataValue !== undefined && { metadataValue }),
    location: locationJson(location),
    visibility,
  };
}

function locationJson({ sheetId, span }: MetadataLocation) {
  if (span !== undefined) {
    const { dimension, start, end } = span;
    return {
      locationType: dimension === "ROWS" ? "ROW" : "COLUMN",
      dimensionRange: { ...(sheetId !== 0 && { sheetId }), dimension, startIndex: start, endIndex: end },
    };
  }
  if (sheetId !== undefined) return { locationType: "SHEET", ...(sheetId !== 0 && { sheetId }) };
  return { locationType: "SPREADSHEET", spreadsheet: true };
}

/** Where a request wants metadata; throws the service's 400 where there is no such place. */
export function locationOf(draft: Spreadsheet, json: LocationJson | undefined): MetadataLocation {
  if (json?.dimensionRange !== undefined) {
    const { sheetId = 0, dimension, startIndex, endIndex } = json.dimensionRange;
    const sheet = sheetById(draft, sheetId);
    const start = startIndex ?? 0;
    const end = endIndex ?? start + 1;
    if (end - start !== 1) throw invalid("Developer metadata may only be associated with a single row or column.");
    if (end > (dimension === "ROWS" ? sheet.rowCount : sheet.columnCount))
      throw invalid(`The dimension range is outside of the sheet's grid.`);
    return { sheetId, span: { dimension, start, end } };
  }
  if (json?.sheetId !== undefined) return { sheetId: sheetById(draft, json.sheetId).id };
  if (json?.spreadsheet === true) return {};
  throw invalid("A location must be specified.");
}

/** The metadata that a filter finds. */
export function lookedUp(spreadsheet: Spreadsheet, filter: DataFilter): readonly Metadata[] {
  const lookup = filter.developerMetadataLookup;
  if (lookup === undefined) throw invalid("Only developerMetadataLookup is known to this server.");
  const { metadataId, metadataKey, metadataValue, visibility, locationType, metadataLocation } = lookup;
  return spreadsheet.metadata.filter(
    (one) =>
      (metadataId === undefined || one.metadataId === metadataId) &&
      (metadataKey === undefined || one.metadataKey === metadataKey) &&
      (metadataValue === undefined || one.metadataValue === metadataValue) &&
      (visibility === undefined || one.visibility === visibility) &&
      (locationType === undefined || locationJson(one.location).locationType === locationType) &&
      (metadataLocation === undefined ||
        standsAt(one.location, metadataLocation, lookup.locationMatchingStrategy !== "EXACT_LOCATION")),
  );
}

function standsAt({ sheetId, span }: MetadataLocation, wanted: LocationJson, isLoose: boolean): boolean {
  if (wanted.dimensionRange !== undefined) {
    const range = wanted.dimensionRange;
    return (
      span !== undefined &&
      sheetId === (range.sheetId ?? 0) &&
      span.dimension === range.dimension &&
      span.start >= (range.startIndex ?? 0) &&
      span.end <= (range.endIndex ?? Number.POSITIVE_INFINITY)
    );
  }
  if (wanted.sheetId !== undefined) return sheetId === wanted.sheetId && (isLoose || span === undefined);
  return isLoose || sheetId === undefined;
}
