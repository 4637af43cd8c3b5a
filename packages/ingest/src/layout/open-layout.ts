import type { Ingest } from "../ingest.ts";
import type { SourceMapping } from "../mapping.ts";
import type { RawTable } from "../raw.ts";
import type { TableReader } from "../reading.ts";
import { openComposed } from "./composed.ts";
import { openGrid } from "./grid.ts";
import { openJoined } from "./joined.ts";

/** Opens a table in the layout that its mapping declares; without one there is a row for each record. */
export const openLayout = (
  ingest: Ingest,
  raw: RawTable,
  { keys, grid, joined, ...mapping }: SourceMapping,
): TableReader | undefined => {
  if (keys !== undefined) {
    const rest = {
      ...mapping,
      keys,
      ...(grid === undefined ? {} : { grid }),
      ...(joined === undefined ? {} : { joined }),
    };
    return openComposed(ingest, raw, rest, (withKeys, its) => openLayout(ingest, withKeys, its));
  }
  if (grid !== undefined) return openGrid(ingest, raw, mapping, grid);
  if (joined !== undefined) return openJoined(ingest, raw, mapping, joined);
  return ingest.open(raw, mapping);
};
