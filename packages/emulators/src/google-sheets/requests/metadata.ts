import { invalid } from "../errors.ts";
import { parseMask, reaches } from "../fields-mask.ts";
import { type DataFilter, type LocationJson, locationOf, lookedUp, metadataJson } from "../metadata.ts";
import type { Metadata } from "../model.ts";
import { type RequestKind, freshId } from "./request.ts";
import { missingFields } from "./sheets.ts";

interface MetadataInput {
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly location?: LocationJson;
  readonly visibility?: string;
}

export const createDeveloperMetadata: RequestKind<{ readonly developerMetadata?: MetadataInput }> = (
  { draft, random },
  { developerMetadata = {} },
) => {
  const { metadataId, metadataKey = "", metadataValue, location, visibility } = developerMetadata;
  if (metadataKey === "") throw invalid("A metadata key must be specified.");
  if (visibility !== "DOCUMENT" && visibility !== "PROJECT") throw invalid("A visibility must be specified.");
  if (metadataId !== undefined && draft.metadata.some((one) => one.metadataId === metadataId))
    throw invalid(`Developer metadata with id ${metadataId} already exists.`);
  const created: Metadata = {
    metadataId: metadataId ?? freshId(random, (id) => draft.metadata.some((one) => one.metadataId === id)),
    metadataKey,
    ...(metadataValue !== undefined && { metadataValue }),
    visibility,
    location: locationOf(draft, location),
  };
  draft.metadata = [...draft.metadata, created];
  return { createDeveloperMetadata: { developerMetadata: metadataJson(created) } };
};

export const updateDeveloperMetadata: RequestKind<{
  readonly dataFilters?: readonly DataFilter[];
  readonly developerMetadata?: MetadataInput;
  readonly fields?: string;
}> = ({ draft }, { dataFilters = [], developerMetadata = {}, fields }) => {
  if (fields === undefined || fields === "") throw missingFields();
  const mask = parseMask(fields);
  const { metadataKey, metadataValue, visibility, location } = developerMetadata;
  const found = new Set(dataFilters.flatMap((filter) => lookedUp(draft, filter)));
  const changed = new Map(
    [...found].map((one): readonly [Metadata, Metadata] => [
      one,
      {
        ...one,
        ...(reaches(mask, "metadataKey") && metadataKey !== undefined && { metadataKey }),
        ...(reaches(mask, "metadataValue") && metadataValue !== undefined && { metadataValue }),
        ...(reaches(mask, "visibility") && visibility !== undefined && { visibility }),
        ...(reaches(mask, "location") && { location: locationOf(draft, location) }),
      },
    ]),
  );
  draft.metadata = draft.metadata.map((one) => changed.get(one) ?? one);
  return { updateDeveloperMetadata: { developerMetadata: [...changed.values()].map(metadataJson) } };
};

export const deleteDeveloperMetadata: RequestKind<{ readonly dataFilter?: DataFilter }> = (
  { draft },
  { dataFilter = {} },
) => {
  const found = lookedUp(draft, dataFilter);
  draft.metadata = draft.metadata.filter((one) => !found.includes(one));
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: found.map(metadataJson) } };
};
