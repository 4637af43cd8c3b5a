import type { Ingest } from "../ingest.ts";
import type { SourceMapping } from "../mapping.ts";
import type { RawTable } from "../raw.ts";
import type { TableReader } from "../reading.ts";
import { openGrid } from "./grid.ts";

/** Opens a table in the layout that its mapping declares; without one there is a row for each record. */
export const openLayout = (ingest: Ingest, raw: RawTable, mapping: SourceMapping): TableReader | undefined =>
  mapping.grid === undefined ? ingest.open(raw, mapping) : openGrid(ingest, raw, mapping, mapping.grid);
