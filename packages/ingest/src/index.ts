export { Ingest, type IngestOptions, type IngestResult } from "./ingest.ts";
export { type ColumnChoice, type NumberStyle, type SourceMapping } from "./mapping.ts";
export { BATCH_ROWS, columnLetter, type RawBatch, type RawFault, type RawTable } from "./raw.ts";
export { type ReadColumn, type ReadTable, type TableReader } from "./reading.ts";
